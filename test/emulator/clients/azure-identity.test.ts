import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ClientCertificateCredential, ClientSecretCredential, DeviceCodeCredential } from '@azure/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';
import { signInDevice } from '../entra/device-page.ts';
import { readUsers } from './read-users.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 } });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());

function options() {
  const { login } = cloud.description;
  return {
    authorityHost: login.https ?? '',
    disableInstanceDiscovery: true,
    tlsOptions: { ca: login.ca ?? '' },
    retryOptions: { maxRetries: 0 },
  };
}

function credential(secret: string): ClientSecretCredential {
  return new ClientSecretCredential(
    tenantOf(cloud, 'Adventure Works'),
    appOf(cloud, 'Contoso Integration Hub').clientId,
    secret,
    options(),
  );
}

test('@azure/identity gets a token by secret and reads systemusers', async () => {
  const environment = environmentOf(cloud, 'adventureworks-sandbox');
  const secret = appOf(cloud, 'Contoso Integration Hub').secret ?? '';
  const token = await credential(secret).getToken(`${environment.url}/.default`);
  expect(await readUsers(environment.pathUrl, token.token)).toContain('Alastair Penrose');
});

test('@azure/identity reports why it was refused', async () => {
  const environment = environmentOf(cloud, 'adventureworks-sandbox');
  await expect(credential('wrong').getToken(`${environment.url}/.default`)).rejects.toThrow('AADSTS7000215');
});

test.each([false, true])('@azure/identity gets a token by certificate (chain sent: %s)', async (chain) => {
  const { clientId, certificatePem = '', privateKeyPem = '' } = appOf(cloud, 'Contoso Integration Hub');
  const environment = environmentOf(cloud, 'fabrikam');
  const certificate = { certificate: `${certificatePem}\n${privateKeyPem}` };
  const asked = new ClientCertificateCredential(tenantOf(cloud, 'Fabrikam'), clientId, certificate, {
    ...options(),
    sendCertificateChain: chain,
  });
  const { token } = await asked.getToken(`${environment.url}/.default`);
  expect(await readUsers(environment.pathUrl, token)).toContain('Felicia Monroe');
});

// Trust in subject names is not for ordinary tenants: the chain changes nothing (seen in issues of the library).
test.each([false, true])(
  '@azure/identity is told that its certificate is not registered (chain sent: %s)',
  async (chain) => {
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const { certificatePem = '', privateKeyPem = '' } = appOf(cloud, 'Contoso Legacy Loader');
    const asked = new ClientCertificateCredential(
      tenantOf(cloud, 'Fabrikam'),
      clientId,
      { certificate: `${certificatePem}\n${privateKeyPem}` },
      { ...options(), sendCertificateChain: chain },
    );
    await expect(asked.getToken(`${environmentOf(cloud, 'fabrikam').url}/.default`)).rejects.toThrow(
      /AADSTS700027: .*The key was not found\., Thumbprint of key used by client: '[0-9A-F]{40,64}'/,
    );
  },
);

test('@azure/identity signs a person in by device code, and then silently', async () => {
  let ended = Promise.resolve('');
  const asked = new DeviceCodeCredential({
    ...options(),
    tenantId: tenantOf(cloud, 'Contoso'),
    clientId: cloud.description.adminClientId,
    userPromptCallback: ({ userCode, verificationUri }) => {
      ended = signInDevice(verificationUri, userCode, 'adele.admin@contoso.demo.test');
    },
  });
  const environment = environmentOf(cloud, 'contoso');
  const { token } = await asked.getToken(`${environment.url}/.default`);
  expect(await ended).toContain('You have signed in');
  expect(await readUsers(environment.pathUrl, token)).toContain('Adele Hartog');
  expect((await asked.getToken('https://globaldisco.crm.demo.test/.default')).token).not.toBe(token);
});
