import { spawn, spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import { signInDevice } from '../entra/device-page.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';
import { readUsers } from './read-users.ts';

const python = ['python3', '/usr/bin/python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import msal; assert msal.__version__ >= "1.20"']).status === 0,
);
const adele = 'adele.admin@contoso.demo.test';

const answer = z.looseObject({
  access_token: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
});
const answers = z.object({
  secret: answer,
  wrong: answer,
  certificate: answer,
  chain: answer,
  device: answer,
  silent: answer,
});

async function tokensOfPython(
  file: string,
  input: Readonly<Record<string, unknown>> & { readonly caFile: string },
): Promise<z.infer<typeof answers>> {
  const child = spawn(file, [join(import.meta.dirname, 'msal-python.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Where it is set, the client's HTTP library believes it more than what it is told in code.
    env: { ...process.env, REQUESTS_CA_BUNDLE: input.caFile },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.end(`${JSON.stringify(input)}\n`);
  const flow = z
    .object({ verification_uri: z.string(), user_code: z.string() })
    .parse(JSON.parse(String((await lines.next()).value)));
  expect(await signInDevice(flow.verification_uri, flow.user_code, adele)).toContain('You have signed in');
  return answers.parse(JSON.parse(String((await lines.next()).value)));
}

const reason = python === undefined ? ' (skipped: no Python with msal here)' : '';

test.skipIf(python === undefined)(
  `MSAL for Python: secret, certificate, device code, silent${reason}`,
  { timeout: 60_000 },
  async () => {
    const cloud = await startDemoCloud({
      https: true,
      deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 },
    });
    const folder = await mkdtemp(join(tmpdir(), 's2s-python-'));
    try {
      const { login, adminClientId } = cloud.description;
      setDefaultCACertificates([...getCACertificates('default'), login.ca ?? '']);
      const caFile = join(folder, 'ca.pem');
      await writeFile(caFile, login.ca ?? '');
      const {
        clientId,
        secret,
        certificatePem = '',
        privateKeyPem,
      } = appOf(cloud, 'Contoso Integration Hub');
      const environment = environmentOf(cloud, 'contoso');
      const tokens = await tokensOfPython(python ?? '', {
        authority: `${login.https ?? ''}/${tenantOf(cloud, 'Contoso')}`,
        caFile,
        clientId,
        secret,
        publicClientId: adminClientId,
        key: privateKeyPem,
        certificate: certificatePem,
        thumbprint: createHash('sha1').update(new X509Certificate(certificatePem).raw).digest('hex'),
        scope: `${environment.url}/.default`,
        otherScope: 'https://globaldisco.crm.demo.test/.default',
      });
      expect(tokens.wrong.error_codes).toEqual([7000215]);
      for (const how of ['secret', 'certificate', 'chain', 'device', 'silent'] as const) {
        expect(tokens[how], how).toHaveProperty('access_token');
      }
      expect(await readUsers(environment.pathUrl, tokens.device.access_token ?? '')).toContain(
        'Adele Hartog',
      );
    } finally {
      await cloud.close();
      await rm(folder, { recursive: true });
    }
  },
);
