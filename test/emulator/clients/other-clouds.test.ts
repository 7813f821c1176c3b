import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import { appOf, tenantOf } from '../entra/sign-in.ts';
import { runBehindProxy } from './behind-the-proxy.ts';

const printed = z.object({
  whoAmI: z.number(),
  byMsal: z.string(),
  elsewhere: z.string(),
  unknown: z.string(),
});

test.each([
  ['gcc-high', 'government', 'https://contoso.crm.microsoftdynamics.us'],
  ['dod', 'government', 'https://contoso.crm.appsplatform.us'],
  ['china', 'china', 'https://contoso.crm.dynamics.cn'],
  ['gcc', 'public', 'https://contoso.crm9.dynamics.com'],
] as const)(
  '@azure/identity and msal-node, told which cloud is meant, find their way in %s',
  { timeout: 40_000 },
  async (cloudName, named, environment) => {
    const cloud = await startDemoCloud({ proxy: true, cloud: cloudName });
    const folder = await mkdtemp(join(tmpdir(), 's2s-cloud-'));
    try {
      const caFile = join(folder, 'ca.pem');
      await writeFile(caFile, cloud.description.login.ca ?? '');
      const { clientId, secret } = appOf(cloud, 'Contoso Integration Hub');
      const tenantId = tenantOf(cloud, 'Contoso');
      const input = {
        ...{ cloud: named, tenantId, otherTenant: 'treyresearch.demo.test' },
        ...{ clientId, secret, environment },
      };
      const child = join(import.meta.dirname, 'other-clouds.child.ts');
      const told = printed.parse(
        JSON.parse(await runBehindProxy(cloud, caFile, process.execPath, [child, JSON.stringify(input)])),
      );
      expect(told.whoAmI).toBe(200);
      expect(decodeJwt(told.byMsal)).toMatchObject({ aud: environment, tid: tenantId });
      expect(told.elsewhere).toMatch(/AADSTS9003|AADSTS90038/);
      expect(told.unknown).toContain('AADSTS90002');
    } finally {
      await cloud.close();
      await rm(folder, { recursive: true });
    }
  },
);
