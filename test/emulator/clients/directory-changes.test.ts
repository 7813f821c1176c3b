import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import {
  bearerTokenAuthenticationPolicy,
  createDefaultHttpClient,
  createPipelineFromOptions,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import { ClientSecretCredential } from '@azure/identity';
import { Client } from '@microsoft/microsoft-graph-client';
import { DynamicsWebApi } from 'dynamics-web-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';
import { graphToken, people } from '../graph/graph-rig.ts';

const hub = 'Contoso Integration Hub';
let cloud: DemoCloud;
/** Graph, asked by an administrator. */
let graph: Client;

const scenario = async (body: object, path = ''): Promise<void> => {
  const sent = await fetch(`${cloud.description.control ?? ''}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(sent.status).toBe(204);
};

const graphAddress = (): string => {
  const { graph: overHttp, login, origin } = cloud.description;
  return overHttp.replace(origin, login.https ?? '');
};

/** The client gives its token away over https alone, and to hosts that it was told of. */
const clientOf = (token: string): Client =>
  Client.init({
    baseUrl: `${graphAddress()}/`,
    customHosts: new Set(['localhost']),
    authProvider: (give) => {
      give(null, token);
    },
  });

beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, control: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await scenario({}, '/reset');
  graph = clientOf(await graphToken(cloud, people.adele, ['Group.Read.All']));
});

function credential(clientId: string, secret: string, tenant = 'Contoso'): ClientSecretCredential {
  const { login } = cloud.description;
  return new ClientSecretCredential(tenantOf(cloud, tenant), clientId, secret, {
    authorityHost: login.https ?? '',
    disableInstanceDiscovery: true,
    tlsOptions: { ca: login.ca ?? '' },
    retryOptions: { maxRetries: 0 },
  });
}
const ofApp = (name: string, tenant?: string): ClientSecretCredential => {
  const { clientId, secret = '' } = appOf(cloud, name);
  return credential(clientId, secret, tenant);
};
const graphScope = 'https://graph.demo.test/.default';
const idShape = z.looseObject({ id: z.string() });

test('@azure/identity has a token of Graph for a day where it can take challenges, and of an environment for an hour', async () => {
  const hours = async (scope: string, enableCae: boolean): Promise<number> => {
    const { expiresOnTimestamp: end } = await ofApp(hub).getToken(scope, { enableCae });
    return Math.round((end - Date.now()) / 3_600_000);
  };
  const { url } = environmentOf(cloud, 'contoso');
  expect([
    await hours(graphScope, true),
    await hours(graphScope, false),
    await hours(`${url}/.default`, true),
  ]).toEqual([24, 1, 1]);
});

test('the pipeline of Azure’s SDK is challenged once its app is disabled, asks again and is told why not', async () => {
  const { clientId } = appOf(cloud, hub);
  const pipeline = createPipelineFromOptions({
    tlsOptions: { ca: cloud.description.login.ca ?? '' },
    retryOptions: { maxRetries: 0 },
  });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential: ofApp(hub), scopes: graphScope }));
  const client = createDefaultHttpClient();
  const read = () =>
    pipeline.sendRequest(
      client,
      createPipelineRequest({ url: `${graphAddress()}/v1.0/applications`, allowInsecureConnection: true }),
    );
  expect((await read()).status).not.toBe(401);
  await graph.api(`/servicePrincipals(appId='${clientId}')`).update({ accountEnabled: false });
  await expect(read()).rejects.toThrow('AADSTS7000112');
  await graph.api(`/servicePrincipals(appId='${clientId}')`).update({ accountEnabled: true });
  expect((await read()).status).not.toBe(401);
});

test('@azure/identity is told that Conditional Access blocks its app', async () => {
  const { url } = environmentOf(cloud, 'contoso');
  await expect(ofApp('Contoso Portal Sync', 'Adventure Works').getToken(`${url}/.default`)).rejects.toThrow(
    'AADSTS53003',
  );
});

test('@azure/identity does not know a new app until the directory has replicated it', async () => {
  await scenario({ objectLagMilliseconds: 600_000 });
  const made = z
    .looseObject({ id: z.string(), appId: z.string() })
    .parse(await graph.api('/applications').post({ displayName: 'New', signInAudience: 'AzureADMyOrg' }));
  const { secretText } = z
    .looseObject({ secretText: z.string() })
    .parse(await graph.api(`/applications/${made.id}/addPassword`).post({}));
  await graph.api('/servicePrincipals').post({ appId: made.appId });
  const asked = () => credential(made.appId, secretText).getToken(graphScope);
  await expect(asked()).rejects.toThrow('AADSTS700016');
  await scenario({ objectLagMilliseconds: 0 });
  expect((await asked()).token).toMatch(/^ey/);
});

test('a policy forbids secrets to the Graph client, and long ones', async () => {
  const { clientId } = appOf(cloud, hub);
  const add = (passwordCredential: object) =>
    graph.api(`/applications(appId='${clientId}')/addPassword`).post({ passwordCredential });
  const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  await scenario({ longestSecretDays: 90 });
  await expect(add({ endDateTime: inDays(180) })).rejects.toMatchObject({
    statusCode: 400,
    code: 'CredentialInvalidLifetimeAsPerAppPolicy',
  });
  expect(await add({ endDateTime: inDays(60) })).toMatchObject({ secretText: expect.any(String) });
  await scenario({ secretsAllowed: false });
  await expect(add({})).rejects.toMatchObject({
    statusCode: 400,
    code: 'CredentialTypeNotAllowedAsPerAppPolicy',
  });
});

test('an application user that dynamics-web-api reads says what the Graph client did to its service principal', async () => {
  const { clientId } = appOf(cloud, 'Contoso Portal Sync');
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const { access_token: token } = await userTokens(cloud, people.adele, `${url}/.default`);
  const dataverse = new DynamicsWebApi({
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve(token),
  });
  const state = async (): Promise<readonly [state: unknown, isDated: boolean]> => {
    const { value } = await dataverse.retrieveMultiple<{ azurestate: number; azuredeletedon: unknown }>({
      collection: 'systemusers',
      select: ['azurestate', 'azuredeletedon'],
      filter: `applicationid eq ${clientId}`,
    });
    return [
      value[0]?.azurestate,
      value[0]?.azuredeletedon instanceof Date || typeof value[0]?.azuredeletedon === 'string',
    ];
  };
  const { id } = idShape.parse(await graph.api(`/servicePrincipals(appId='${clientId}')`).get());
  expect(await state()).toEqual([0, false]);
  await graph.api(`/servicePrincipals/${id}`).delete();
  expect(await state()).toEqual([1, true]);
  await graph.api(`/directory/deletedItems/${id}/restore`).post({});
  expect(await state()).toEqual([0, false]);
  await graph.api(`/servicePrincipals/${id}`).delete();
  await graph.api(`/directory/deletedItems/${id}`).delete();
  expect(await state()).toEqual([2, true]);
});

test('the Graph client expands owners and assigned roles, with what it selects of them', async () => {
  const { id } = idShape.parse(await graph.api('/applications').post({ displayName: 'Owned' }));
  const bram = idShape.parse(await graph.api(`/users/${people.bram}`).get());
  await graph
    .api(`/applications/${id}/owners/$ref`)
    .post({ '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${bram.id}` });
  const read: unknown = await graph
    .api(`/applications/${id}`)
    .select('displayName')
    .expand('owners($select=id,displayName)')
    .get();
  expect(read).toMatchObject({ displayName: 'Owned' });
  const { owners } = z.looseObject({ owners: z.array(z.looseObject({})) }).parse(read);
  expect(owners).toContainEqual({
    '@odata.type': '#microsoft.graph.user',
    id: bram.id,
    displayName: 'Bram Visser',
  });
});

test('the Graph client asks beta, which has its own properties and leads on to itself', async () => {
  const { clientId } = appOf(cloud, hub);
  const principal: unknown = await graph.api(`/servicePrincipals(appId='${clientId}')`).version('beta').get();
  expect(principal).toMatchObject({
    '@odata.context': expect.stringMatching(/\/beta\/\$metadata#servicePrincipals\/\$entity$/),
    publisherName: 'Contoso',
    publishedPermissionScopes: expect.any(Array),
  });
  const page = z
    .looseObject({ '@odata.nextLink': z.string() })
    .parse(await graph.api('/groups').version('beta').top(1).get());
  expect(await graph.api(page['@odata.nextLink']).get()).toMatchObject({
    '@odata.context': expect.stringContaining('/beta/$metadata#groups'),
  });
});

test.each(['v1.0', 'beta'])(
  'the Graph client is told that the tenant has no license for sign-in logs (%s)',
  async (version) => {
    const ask = (client: Client) =>
      client
        .api('/auditLogs/signIns')
        .version(version)
        .filter("signInEventTypes/any(t: t eq 'servicePrincipal')")
        .top(1)
        .get();
    await expect(ask(graph)).rejects.toMatchObject({
      statusCode: 403,
      code: 'Authentication_MSGraphPermissionMissing',
    });
    const { access_token: token } = await userTokens(
      cloud,
      people.adele,
      'https://graph.demo.test/AuditLog.Read.All',
    );
    await expect(ask(clientOf(token))).rejects.toMatchObject({
      statusCode: 403,
      code: 'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    });
  },
);
