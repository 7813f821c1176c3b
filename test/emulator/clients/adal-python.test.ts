import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import { appOf, tenantOf } from '../entra/sign-in.ts';
import { runBehindProxy } from './behind-the-proxy.ts';

const python = ['/usr/bin/python3', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import adal, msal']).status === 0,
);
const reason = python === undefined ? ' (skipped: no Python with adal here)' : '';
const environment = 'https://contoso.crm4.dynamics.com';

const token = z.looseObject({
  accessToken: z.string(),
  expiresIn: z.number(),
  resource: z.string(),
  tokenType: z.literal('Bearer'),
});
const refusal = z.looseObject({ error: z.string(), error_codes: z.array(z.number()) });
const printed = z.object({
  secret: token,
  certificate: token,
  wrong: refusal,
  password: refusal,
  passwordByMsal: refusal,
});

test.skipIf(python === undefined)(
  `ADAL for Python, with the older endpoint and user names${reason}`,
  { timeout: 40_000 },
  async () => {
    const cloud = await startDemoCloud({ proxy: true });
    const folder = await mkdtemp(join(tmpdir(), 's2s-adal-'));
    try {
      const caFile = join(folder, 'ca.pem');
      await writeFile(caFile, cloud.description.login.ca ?? '');
      const {
        clientId,
        secret,
        certificatePem = '',
        privateKeyPem,
      } = appOf(cloud, 'Contoso Integration Hub');
      const input = {
        tenant: tenantOf(cloud, 'Contoso'),
        environment,
        clientId,
        secret,
        key: privateKeyPem,
        thumbprint: createHash('sha1').update(new X509Certificate(certificatePem).raw).digest('hex'),
        publicClientId: cloud.description.adminClientId,
        person: 'bram.visser@contoso.demo.test',
      };
      const script = join(import.meta.dirname, 'adal-python.py');
      const told = printed.parse(
        JSON.parse(await runBehindProxy(cloud, caFile, python ?? '', [script, JSON.stringify(input)])),
      );
      for (const how of ['secret', 'certificate'] as const) {
        expect(told[how].resource, how).toBe(environment);
        expect(decodeJwt(told[how].accessToken), how).toMatchObject({ aud: environment, ver: '1.0' });
      }
      expect(told.wrong.error_codes).toEqual([7000215]);
      expect(told.password.error_codes).toEqual([50126]);
      expect(told.passwordByMsal.error_codes).toEqual([50126]);
    } finally {
      await cloud.close();
      await rm(folder, { recursive: true });
    }
  },
);
