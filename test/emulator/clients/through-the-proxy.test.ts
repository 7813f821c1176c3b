import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, tenantOf } from '../entra/sign-in.ts';
import { runBehindProxy } from './behind-the-proxy.ts';

const environment = 'https://contoso.crm4.dynamics.com';

let cloud: DemoCloud;
let folder: string;
let caFile: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ proxy: true });
  folder = await mkdtemp(join(tmpdir(), 's2s-proxy-'));
  caFile = join(folder, 'ca.pem');
  await writeFile(caFile, cloud.description.login.ca ?? '');
});
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

const run = (file: string, args: readonly string[]): Promise<string> =>
  runBehindProxy(cloud, caFile, file, args);

const answered = z.object({ status: z.number(), body: z.string() });

describe('programs that know Microsoft’s hosts and nothing else', () => {
  test('msal-node, @azure/identity and fetch of Node get tokens and use them; other hosts are not reached', async () => {
    const { clientId, secret } = appOf(cloud, 'Contoso Integration Hub');
    const printed = await run(process.execPath, [
      join(import.meta.dirname, 'through-the-proxy.child.ts'),
      JSON.stringify({
        tenantId: tenantOf(cloud, 'Contoso'),
        clientId,
        secret,
        environment,
      }),
    ]);
    const result = z
      .object({ whoAmI: answered, graph: answered, away: z.string() })
      .parse(JSON.parse(printed));
    expect(result.whoAmI.status).toBe(200);
    expect(result.whoAmI.body).toContain(`${environment}/api/data/v9.2/$metadata`);
    // It has no permission there, which is for Graph itself to say.
    expect(JSON.parse(result.graph.body)).toMatchObject({ error: { code: 'Authorization_RequestDenied' } });
    expect(result.away).toBe('refused');
  });

  const hasCurl = spawnSync('curl', ['--version']).status === 0;
  test.skipIf(!hasCurl)(`curl${hasCurl ? '' : ' (skipped: there is none here)'}`, async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const printed = await run('curl', [
      '--silent',
      `https://login.microsoftonline.com/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
      ...['grant_type=client_credentials', `client_id=${clientId}`, `scope=${environment}/.default`].flatMap(
        (field) => ['--data', field],
      ),
      '--data-urlencode',
      `client_secret=${secret}`,
    ]);
    const { access_token: token } = z.looseObject({ access_token: z.string() }).parse(JSON.parse(printed));
    const answer = await run('curl', [
      '--silent',
      `${environment}/api/data/v9.2/WhoAmI`,
      '--header',
      `Authorization: Bearer ${token}`,
    ]);
    expect(z.looseObject({ UserId: z.guid() }).safeParse(JSON.parse(answer)).success).toBe(true);
  });
});
