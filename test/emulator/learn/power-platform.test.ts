import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { differences, played, readExamples, sendExample } from './examples.ts';
import type { Cast, Example } from './examples.ts';

let cloud: DemoCloud;
/** Tokens of the administrator, by host. */
const tokens = new Map<string, string>();

beforeAll(async () => {
  cloud = await startDemoCloud();
  for (const [host, resource] of [
    ['api.bap.microsoft.com', 'https://service.powerapps.com'],
    ['api.powerplatform.com', 'https://api.powerplatform.com'],
    ['globaldisco.crm.dynamics.com', 'https://globaldisco.crm.dynamics.com'],
  ] as const) {
    tokens.set(host, (await userTokens(cloud, people.adele, `${resource}/.default`)).access_token);
  }
});
afterAll(() => cloud.close());

const hub = () => appOf(cloud, 'Contoso Integration Hub').clientId;
const listShape = z.object({ value: z.array(z.looseObject({})) });
async function admin(path: string): Promise<z.infer<typeof listShape>['value']> {
  const answer = await fetch(`${cloud.description.bap}/providers/${path}?api-version=2020-10-01`, {
    headers: { authorization: `Bearer ${tokens.get('api.bap.microsoft.com') ?? ''}` },
  });
  return listShape.parse(await answer.json()).value;
}

const names: Readonly<Record<string, () => string | Promise<string>>> = {
  'the tenant': () => tenantOf(cloud, 'Contoso'),
  'the client id': hub,
  'the environment': () => environmentOf(cloud, 'contoso').environmentId,
  'the organization': () => environmentOf(cloud, 'contoso').organizationId,
  'the data policy': async () => {
    const [policy] = await admin('PowerPlatform.Governance/v2/policies');
    return z.object({ policyDefinition: z.object({ name: z.string() }) }).parse(policy).policyDefinition.name;
  },
  'the environment without a database': async () => {
    const all = await admin('Microsoft.BusinessAppPlatform/scopes/admin/environments');
    return String(all.find((one) => JSON.stringify(one).includes('"databaseType":"None"'))?.['name']);
  },
  'the object id of the app': async () => {
    const token = await graphToken(cloud, people.adele);
    return String((await askGraph(cloud, token, `GET servicePrincipals(appId='${hub()}')`)).json['id']);
  },
  'the object id of a person': async () => {
    const token = await graphToken(cloud, people.adele);
    return String((await askGraph(cloud, token, `GET users/${people.bram}`)).json['id']);
  },
};
const cast: Cast = async (name) => names[name]?.() ?? name;

/** Where a service is not as an example shows it. */
async function compared(example: Example): Promise<readonly string[]> {
  const mine = await played(example, cast);
  const host = /https:\/\/([^/]+)/.exec(mine.request.start)?.[1] ?? '';
  const answer = await sendExample(cloud, mine, { authorization: `Bearer ${tokens.get(host) ?? ''}` });
  const text = await answer.text();
  if (String(answer.status) !== mine.answer.start.split(' ')[1]) return [`${String(answer.status)}: ${text}`];
  if (mine.answer.body === '') return text === '' ? [] : [text];
  const version = mine.answer.headers['odata-version'];
  return [
    ...differences(JSON.parse(mine.answer.body), JSON.parse(text), mine),
    ...(version === undefined || version === answer.headers.get('odata-version') ? [] : ['no odata-version']),
  ];
}

describe('the services of the Power Platform answer as they are shown', () => {
  test.each(readExamples('power-platform.http').map((example) => [example.title, example] as const))(
    '%s',
    async (_title, example) => {
      expect(await compared(example)).toEqual([]);
    },
  );
});
