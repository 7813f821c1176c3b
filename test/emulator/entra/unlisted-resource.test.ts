import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
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

const dataverse = '00000007-0000-0000-c000-000000000000';
const graph = '00000003-0000-0000-c000-000000000000';
const wants = (resourceAppId: string, ...ids: readonly string[]) => ({
  resourceAppId,
  resourceAccess: ids.map((id) => ({ id, type: 'Scope' })),
});
const asUser = wants(dataverse, '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4');
const userRead = 'e1fe6dd8-ba31-4d61-89e7-88639da4683d';
const groupReadAll = '5f8c59db-677d-491f-a6b8-5f174b11ec1d';

const clouds: DemoCloud[] = [];
let cloud: DemoCloud;
let adele = '';
let client = '';
beforeEach(async () => {
  cloud = await startDemoCloud();
  clouds.push(cloud);
  adele = await graphToken(cloud, people.adele);
  const made = await askGraph(cloud, adele, 'POST applications', {
    displayName: 'A desktop app',
    isFallbackPublicClient: true,
    publicClient: { redirectUris: ['http://localhost'] },
    requiredResourceAccess: [wants(graph, userRead)],
  });
  client = String(made.json['appId']);
  await askGraph(cloud, adele, 'POST servicePrincipals', { appId: client });
});
afterAll(() => Promise.all(clouds.map((one) => one.close())));

const register = (requiredResourceAccess: unknown): Promise<{ status: number }> =>
  askGraph(cloud, adele, `PATCH applications(appId='${client}')`, { requiredResourceAccess });
const addressOf = (asked: Record<string, string>, version = '/v2.0'): string => {
  const { query } = authorizeRequest(client, asked);
  return `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2${version}/authorize?${query}`;
};
const contoso = () => environmentOf(cloud, 'contoso').url;

/** What the app is told that its person was sent back to. */
async function toldOf(address: string): Promise<{ error: string; description: string }> {
  const html = await (await pickAccount(address, { account: people.bram })).text();
  return { error: fieldOf(html, 'error'), description: fieldOf(html, 'error_description') };
}

describe('a resource that the registration does not list', () => {
  test('is refused where `.default` asks for it, with what is listed', async () => {
    const told = await toldOf(addressOf({ scope: `${contoso()}/.default` }));
    expect(told.error).toBe('invalid_client');
    expect(told.description).toContain(
      'AADSTS650057: Invalid resource. The client has requested access to a resource which is not listed in the requested ',
    );
    expect(told.description).toContain(
      `Client app ID: ${client}(A desktop app). Resource value from request: ${contoso()}. Resource app ID: ${dataverse}. ` +
        `List of valid resources from app registration: ${graph}.`,
    );
  });

  test('is refused by `resource` of the older endpoint, too', async () => {
    const told = await toldOf(addressOf({ resource: contoso(), scope: '' }, ''));
    expect(told).toMatchObject({ error: 'invalid_client' });
    expect(told.description).toContain('AADSTS650057');
  });

  test('can be asked for by the names of its permissions, after which `.default` asks for those', async () => {
    const address = addressOf({ scope: `${contoso()}/user_impersonation` });
    const page = await (await pickAccount(address, { account: people.bram })).text();
    expect(page).toContain('Permissions requested');
    expect(fieldOf(await (await pressOn(page, address, { answer: 'accept' })).text(), 'code')).not.toBe('');
    expect(await toldOf(addressOf({ scope: `${contoso()}/.default` }))).toMatchObject({ error: '' });
  });

  test('is asked about once it is listed', async () => {
    await register([wants(graph, userRead), asUser]);
    const address = addressOf({ scope: `${contoso()}/.default` });
    const page = await (await pickAccount(address, { account: people.bram })).text();
    expect(page).toContain('Permissions requested');
  });

  test('is asked about when nothing is listed at all', async () => {
    await register([]);
    const address = addressOf({ scope: `${contoso()}/.default` });
    const page = await (await pickAccount(address, { account: people.bram })).text();
    expect(page).toContain('Permissions requested');
  });

  test('is refused when tokens are renewed for it', async () => {
    const scope = 'https://graph.demo.test/.default offline_access';
    const { query, verifier } = authorizeRequest(client, { scope });
    const base = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0`;
    const address = `${base}/authorize?${query}`;
    const page = await (await pickAccount(address, { account: people.bram })).text();
    const done = await (await pressOn(page, address, { answer: 'accept' })).text();
    const redeemed = await post(`${base}/token`, {
      grant_type: 'authorization_code',
      client_id: client,
      code: fieldOf(done, 'code'),
      redirect_uri: 'http://localhost:43210',
      code_verifier: verifier,
      scope,
    });
    const renewed = await post(`${base}/token`, {
      grant_type: 'refresh_token',
      client_id: client,
      refresh_token: tokenBody.parse(await redeemed.json()).refresh_token ?? '',
      scope: `${contoso()}/.default`,
    });
    expect(renewed.status).toBe(400);
    expect(refusalBody.parse(await renewed.json())).toMatchObject({
      error: 'invalid_client',
      error_codes: [650_057],
    });
  });

  test('is no matter of apps that sign in as themselves', async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const answer = await post(
      `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
      {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
        scope: 'https://service.powerapps.demo.test/.default',
      },
    );
    expect(answer.status).toBe(200);
  });
});

describe('`.default` asks for what the registration lists', () => {
  test('and for nothing else that a person could consent to', async () => {
    const address = addressOf({ scope: 'https://graph.demo.test/.default' });
    const page = await (await pickAccount(address, { account: people.bram })).text();
    expect(page).toContain('Sign you in and read your profile');
  });

  test('also for what an administrator alone may consent to', async () => {
    await register([wants(graph, userRead, groupReadAll)]);
    const address = addressOf({ scope: 'https://graph.demo.test/.default' });
    const page = await (await pickAccount(address, { account: people.bram })).text();
    expect(page).toContain('AADSTS90094');
    const asked = await (await pickAccount(address, { account: people.adele })).text();
    expect(asked).toContain('Read all groups');
  });
});
