import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ClientSecretCredential } from '@azure/identity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';
import { readUsers } from './read-users.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());

function credential(secret: string): ClientSecretCredential {
  const { login } = cloud.description;
  return new ClientSecretCredential(
    tenantOf(cloud, 'Adventure Works'),
    appOf(cloud, 'Contoso Integration Hub').clientId,
    secret,
    {
      authorityHost: login.https ?? '',
      disableInstanceDiscovery: true,
      tlsOptions: { ca: login.ca ?? '' },
      retryOptions: { maxRetries: 0 },
    },
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
