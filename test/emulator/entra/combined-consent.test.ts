import { decodeJwt } from 'jose';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, listShape, people } from '../graph/graph-rig.ts';
import {
  appOf,
  authorizeRequest,
  environmentOf,
  fieldOf,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tenantOf,
  tokenBody,
} from './sign-in.ts';

const hub = 'Contoso Integration Hub';
const dataverse = {
  resourceAppId: '00000007-0000-0000-c000-000000000000',
  resourceAccess: [{ id: '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4', type: 'Scope' }],
};
const graph = (id: string) => ({
  resourceAppId: '00000003-0000-0000-c000-000000000000',
  resourceAccess: [{ id, type: 'Scope' }],
});
let cloud: DemoCloud;
let adele = '';
let client = '';
const uri = () => `api://${appOf(cloud, hub).clientId}`;
const patchApi = async (body: unknown): Promise<number> =>
  (await askGraph(cloud, adele, `PATCH applications(appId='${appOf(cloud, hub).clientId}')`, body)).status;

const clouds: DemoCloud[] = [];
beforeEach(async () => {
  cloud = await startDemoCloud();
  clouds.push(cloud);
  adele = await graphToken(cloud, people.adele);
  await patchApi({
    identifierUris: [uri()],
    requiredResourceAccess: [dataverse],
    api: {
      oauth2PermissionScopes: [
        {
          id: '5f5d3a8e-0000-4000-8000-000000000001',
          value: 'access_as_user',
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use the hub',
          adminConsentDescription: 'Use the hub as the person who is signed in',
        },
      ],
    },
  });
  const made = await askGraph(cloud, adele, 'POST applications', {
    displayName: 'A desktop app',
    isFallbackPublicClient: true,
    publicClient: { redirectUris: ['http://localhost'] },
  });
  client = String(made.json['appId']);
  await askGraph(cloud, adele, 'POST servicePrincipals', { appId: client });
});
afterAll(() => Promise.all(clouds.map((one) => one.close())));

const know = () => patchApi({ api: { knownClientApplications: [client] } });

/** Signs somebody in with the desktop app and answers the consent page, if there is one. */
async function signIn(account: string, scope: string, answer: Record<string, string>) {
  const base = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0`;
  const { query, verifier } = authorizeRequest(client, { scope });
  const address = `${base}/authorize?${query}`;
  const asked = await (await pickAccount(address, { account })).text();
  const page = asked.includes('Permissions requested')
    ? await (await pressOn(asked, address, answer)).text()
    : asked;
  const redeem = async (): Promise<string> => {
    const given = await post(`${base}/token`, {
      grant_type: 'authorization_code',
      client_id: client,
      code: fieldOf(page, 'code'),
      redirect_uri: 'http://localhost:43210',
      code_verifier: verifier,
      scope,
    });
    return tokenBody.parse(await given.json()).access_token;
  };
  return { asked, redeem };
}

/** What the API gets for Dataverse with the token that it was sent. */
async function onBehalf(assertion: string): Promise<string | number> {
  const { clientId, secret = '' } = appOf(cloud, hub);
  const answer = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: clientId,
      client_secret: secret,
      assertion,
      scope: `${environmentOf(cloud, 'contoso').url}/user_impersonation`,
      requested_token_use: 'on_behalf_of',
    },
  );
  const body: unknown = await answer.json();
  return answer.ok
    ? String(decodeJwt(tokenBody.parse(body).access_token)['scp'])
    : refusalBody.parse(body).error_codes[0];
}

test('an API that knows its client is consented to with it, and acts on behalf of the person at once', async () => {
  expect(await know()).toBe(204);
  const { asked, redeem } = await signIn(people.bram, `openid ${uri()}/.default`, { answer: 'accept' });
  for (const text of [
    'Use the hub',
    'Access Common Data Service as organization users',
    `${hub}: user_imp`,
  ]) {
    expect(asked).toContain(text);
  }
  expect(await onBehalf(await redeem())).toBe('user_impersonation');
});

test('one that does not know it is consented to by itself', async () => {
  const { asked, redeem } = await signIn(people.bram, `${uri()}/.default`, { answer: 'accept' });
  expect(asked).not.toContain('Access Common Data Service');
  expect(await onBehalf(await redeem())).toBe(65_001);
});

test('a single permission asks for nothing else', async () => {
  await know();
  const { asked, redeem } = await signIn(people.bram, `${uri()}/access_as_user`, { answer: 'accept' });
  expect(asked).not.toContain('Access Common Data Service');
  expect(await onBehalf(await redeem())).toBe(65_001);
});

test('an administrator consents for everybody, to both', async () => {
  await know();
  await signIn(people.adele, `${uri()}/.default`, { answer: 'accept', everybody: '1' });
  const { asked, redeem } = await signIn(people.bram, `${uri()}/.default`, { answer: 'accept' });
  expect(asked).not.toContain('Permissions requested');
  expect(await onBehalf(await redeem())).toBe('user_impersonation');
});

test('whoever declines has consented to nothing', async () => {
  await know();
  const before = listShape.parse((await askGraph(cloud, adele, 'GET oauth2PermissionGrants')).json).value;
  await signIn(people.bram, `${uri()}/.default`, { answer: 'decline' });
  const after = listShape.parse((await askGraph(cloud, adele, 'GET oauth2PermissionGrants')).json).value;
  expect(after).toEqual(before);
});

test('what the API needs of an administrator, the person cannot give', async () => {
  await know();
  await patchApi({ requiredResourceAccess: [graph('06da0dbc-49e2-44d2-8312-53f166ab848a')] });
  const { asked } = await signIn(people.bram, `${uri()}/.default`, { answer: 'accept' });
  expect(asked).toContain('Need admin approval');
});

test('an API that the registration of the client names is asked about as well', async () => {
  await know();
  const patched = await askGraph(cloud, adele, `PATCH applications(appId='${client}')`, {
    requiredResourceAccess: [
      graph('e1fe6dd8-ba31-4d61-89e7-88639da4683d'),
      {
        resourceAppId: appOf(cloud, hub).clientId,
        resourceAccess: [{ id: '5f5d3a8e-0000-4000-8000-000000000001', type: 'Scope' }],
      },
    ],
  });
  expect(patched.status).toBe(204);
  const { asked } = await signIn(people.bram, 'https://graph.demo.test/.default', { answer: 'accept' });
  expect(asked).toContain(`${hub}: user_impersonation`);
});

test('Graph shows the clients that an API knows, and refuses what is no list of them', async () => {
  await know();
  const path = `applications(appId='${appOf(cloud, hub).clientId}')?$select=api`;
  expect((await askGraph(cloud, adele, `GET ${path}`)).json['api']).toMatchObject({
    knownClientApplications: [client],
  });
  for (const knownClientApplications of [null, client, ['x'], [1], [null]]) {
    expect(await patchApi({ api: { knownClientApplications } })).toBe(400);
  }
});
