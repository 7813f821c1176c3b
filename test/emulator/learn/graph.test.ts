import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { tenantOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { differences, played, readExamples, sendExample } from './examples.ts';
import { directoryCast } from './directory-cast.ts';
import type { Cast } from './examples.ts';

let cloud: DemoCloud;
let token: string;
beforeAll(async () => {
  cloud = await startDemoCloud();
  token = await graphToken(cloud, people.adele, [
    'AppRoleAssignment.ReadWrite.All',
    'Group.ReadWrite.All',
    'RoleManagement.Read.Directory',
  ]);
  const make = (body: Record<string, unknown>) => askGraph(cloud, token, 'POST applications', body);
  await make({ displayName: 'a', identifierUris: [`api://${tenantOf(cloud, 'Contoso')}/a`] });
  await make({ displayName: 'DotNet Web App', identifierUris: [`api://${tenantOf(cloud, 'Contoso')}/web`] });
});
afterAll(() => cloud.close());

/** Where Graph is not as an example shows it. */
async function compared(example: Parameters<typeof played>[0], cast: Cast): Promise<readonly string[]> {
  const mine = await played(example, cast);
  const answer = await sendExample(cloud, mine, { authorization: `Bearer ${token}` });
  const text = await answer.text();
  const status = mine.answer.start.split(' ')[1] ?? '';
  if (String(answer.status) !== status) return [`${String(answer.status)}: ${text}`];
  const type = mine.answer.headers['content-type']?.split(';')[0] ?? null;
  const ours = answer.headers.get('content-type')?.split(';')[0] ?? null;
  if (type !== ours) return [`content-type: ${String(ours)}`];
  if (type !== 'application/json') return /^\d+$/.test(text) || text === mine.answer.body ? [] : [text];
  return differences(JSON.parse(mine.answer.body), JSON.parse(text), mine);
}

describe.each([
  'graph-applications.http',
  'graph-service-principals.http',
  'graph-groups.http',
  'graph-people.http',
  'graph-tutorial.http',
])('%s: Graph answers as the page shows it', (file) => {
  const cast = directoryCast(
    () => cloud,
    () => token,
  );
  test.each(readExamples(file).map((example) => [example.title, example] as const))(
    '%s',
    async (_title, example) => {
      expect(await compared(example, cast)).toEqual([]);
    },
  );
});
