import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ClientAssertionCredential, WorkloadIdentityCredential } from '@azure/identity';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { appOf, environmentOf, tenantOf } from '../entra/sign-in.ts';

const subject = 'repo:contoso/export:ref:refs/heads/main';
const name = 'Contoso Data Export';
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  const path = `applications(appId='${appOf(cloud, name).clientId}')/federatedIdentityCredentials`;
  await askGraph(cloud, await graphToken(cloud, people.adele), `POST ${path}`, {
    name: 'build',
    issuer: 'https://token.workloads.demo.test',
    subject,
    audiences: ['api://AzureADTokenExchange'],
  });
});
afterAll(() => cloud.close());

/** A token as a build server gets it. */
async function workloadToken(of = subject): Promise<string> {
  const answer = await fetch(`${cloud.description.workloads}/token?subject=${of}`);
  return z.object({ value: z.string() }).parse(await answer.json()).value;
}

test('@azure/identity signs in with the token of a workload, from a file and from a function', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'workload-'));
  try {
    const tokenFilePath = join(folder, 'token');
    await writeFile(tokenFilePath, await workloadToken());
    const { clientId } = appOf(cloud, name);
    const tenantId = tenantOf(cloud, 'Contoso');
    const options = { authorityHost: cloud.description.login.https ?? '', disableInstanceDiscovery: true };
    const scope = `${environmentOf(cloud, 'contoso').url}/.default`;
    const fromFile = new WorkloadIdentityCredential({ ...options, tenantId, clientId, tokenFilePath });
    expect(decodeJwt((await fromFile.getToken(scope)).token)['appid']).toBe(clientId);
    const refused = new ClientAssertionCredential(
      tenantId,
      clientId,
      () => workloadToken('repo:x/y'),
      options,
    );
    await expect(refused.getToken(scope)).rejects.toThrow('AADSTS700213');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('msal-node signs in with the token of a workload', async () => {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: appOf(cloud, name).clientId,
      authority: `${cloud.description.login.https ?? ''}/${tenantOf(cloud, 'Contoso')}`,
      knownAuthorities: [new URL(cloud.description.login.https ?? '').host],
      clientAssertion: () => workloadToken(),
    },
  });
  const result = await app.acquireTokenByClientCredential({
    scopes: [`${environmentOf(cloud, 'contoso').url}/.default`],
  });
  expect(decodeJwt(result?.accessToken ?? '')['tid']).toBe(tenantOf(cloud, 'Contoso'));
});
