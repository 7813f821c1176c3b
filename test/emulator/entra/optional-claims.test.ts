import { decodeJwt } from 'jose';
import type { JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import {
  appTokenFor,
  authorizeRequest,
  fieldOf,
  appOf,
  pickAccount,
  post,
  pressOn,
  tenantOf,
  tokenBody,
  userTokens,
} from './sign-in.ts';

const api = 'Contoso Portal Sync';
const client = 'Contoso Integration Hub';
const guest = 'greta.lind@litware.demo.test';
const redirectUri = 'https://localhost:5124/signin-oidc';
const roleId = '7c1d2c50-0000-4000-8000-000000000009';
let cloud: DemoCloud;
let adele = '';
let webApp = '';
const contoso = () => tenantOf(cloud, 'Contoso');
const uri = () => `api://${appOf(cloud, api).clientId}`;
const patch = async (appId: string, body: unknown): Promise<number> =>
  (await askGraph(cloud, adele, `PATCH applications(appId='${appId}')`, body)).status;
/** Sets what the API wants in access tokens for it. */
const want = async (accessToken: readonly unknown[], version: 1 | 2, more = {}): Promise<void> => {
  const status = await patch(appOf(cloud, api).clientId, {
    api: { requestedAccessTokenVersion: version },
    optionalClaims: { accessToken },
    groupMembershipClaims: null,
    ...more,
  });
  expect(status).toBe(204);
};

beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
  const scope = {
    id: '5f5d3a8e-0000-4000-8000-000000000003',
    value: 'access_as_user',
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Use the portal',
    adminConsentDescription: 'Use the portal as the person who is signed in',
  };
  await patch(appOf(cloud, api).clientId, {
    identifierUris: [uri()],
    api: { oauth2PermissionScopes: [scope] },
  });
  const made = await askGraph(cloud, adele, 'POST applications', {
    displayName: 'A web app',
    web: { redirectUris: [redirectUri], implicitGrantSettings: { enableIdTokenIssuance: true } },
    appRoles: [
      {
        id: roleId,
        value: 'Editor',
        displayName: 'Editor',
        description: 'Edits',
        allowedMemberTypes: ['User'],
        isEnabled: true,
      },
    ],
  });
  webApp = String(made.json['appId']);
  await askGraph(cloud, adele, 'POST servicePrincipals', { appId: webApp });
});
afterAll(() => cloud.close());

const appClaims = async (): Promise<JWTPayload> =>
  decodeJwt(await appTokenFor(cloud, client, contoso(), uri()));
const userClaims = async (): Promise<JWTPayload> =>
  decodeJwt((await userTokens(cloud, people.adele, `openid profile ${uri()}/access_as_user`)).access_token);

/** Claims of the id token of a sign-in with the web app. */
async function identity(
  account: string,
  changes: Record<string, string> = {},
  version = '/v2.0',
): Promise<JWTPayload> {
  const { query } = authorizeRequest(webApp, {
    redirect_uri: redirectUri,
    response_type: 'id_token',
    scope: 'openid profile',
    ...changes,
  });
  const address = `${cloud.description.login.http}/${contoso()}/oauth2${version}/authorize?${query}`;
  const first = await (await pickAccount(address, { account })).text();
  const page = first.includes('Permissions requested')
    ? await (await pressOn(first, address, { answer: 'accept' })).text()
    : first;
  return decodeJwt(fieldOf(page, 'id_token'));
}

describe('access tokens have what the API wants, not the client', () => {
  test('of its apps it is told that they are apps only when it wants to know', async () => {
    for (const version of [1, 2] as const) {
      await want([], version);
      expect(await appClaims()).not.toHaveProperty('idtyp');
      await want([{ name: 'idtyp' }], version);
      expect(await appClaims()).toHaveProperty('idtyp', 'app');
      expect(await userClaims()).not.toHaveProperty('idtyp');
      await want([{ name: 'idtyp', additionalProperties: ['include_user_token'] }], version);
      expect(await userClaims()).toHaveProperty('idtyp', 'user');
    }
  });

  test('version 2 has names, mail address, account status and country where they are wanted', async () => {
    const names = ['acct', 'email', 'family_name', 'given_name', 'ipaddr', 'tenant_ctry', 'upn'];
    await want([], 2);
    const bare = await userClaims();
    await want(
      [...names, 'ctry', 'no such claim'].map((name) => ({ name })),
      2,
    );
    const told = await userClaims();
    expect(Object.keys(told).filter((name) => !(name in bare))).toEqual(names);
    expect(told).toMatchObject({ acct: 0, email: people.adele, upn: people.adele });
  });

  test('version 1 has the client id as audience where that is wanted', async () => {
    await want([{ name: 'aud' }], 1);
    expect((await appClaims()).aud).toBe(uri());
    await want([{ name: 'aud', additionalProperties: ['use_guid'] }], 1);
    expect((await appClaims()).aud).toBe(appOf(cloud, api).clientId);
  });

  test('directory roles and capabilities of the client stand there only where they are wanted', async () => {
    const capable = async (): Promise<JWTPayload> => {
      const { adminClientId, login } = cloud.description;
      const { refresh_token: token = '' } = await userTokens(
        cloud,
        people.adele,
        `offline_access ${uri()}/access_as_user`,
      );
      const answer = await post(`${login.http}/${contoso()}/oauth2/v2.0/token`, {
        grant_type: 'refresh_token',
        client_id: adminClientId,
        refresh_token: token,
        scope: `${uri()}/access_as_user`,
        claims: JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } }),
      });
      return decodeJwt(tokenBody.parse(await answer.json()).access_token);
    };
    await want([], 1);
    for (const name of ['xms_cc', 'wids', 'acct', 'puid']) expect(await capable()).not.toHaveProperty(name);
    await want([{ name: 'xms_cc' }], 1, { groupMembershipClaims: 'SecurityGroup, DirectoryRole' });
    expect(await capable()).toMatchObject({
      xms_cc: ['cp1'],
      wids: ['62e90394-69f5-4237-9190-012177145e10', 'b79fbf4d-3ef9-4689-8143-76b194e85509'],
    });
  });
});

describe('id tokens', () => {
  test('have the roles that the person was assigned at the app', async () => {
    expect(await identity(people.bram)).not.toHaveProperty('roles');
    const scope = 'https://graph.demo.test/AppRoleAssignment.ReadWrite.All';
    const assigner = (await userTokens(cloud, people.adele, scope)).access_token;
    const idOf = async (path: string): Promise<unknown> =>
      (await askGraph(cloud, adele, `GET ${path}`)).json['id'];
    const resourceId = await idOf(`servicePrincipals(appId='${webApp}')`);
    const made = await askGraph(
      cloud,
      assigner,
      `POST servicePrincipals/${String(resourceId)}/appRoleAssignedTo`,
      { principalId: await idOf(`users/${people.bram}`), resourceId, appRoleId: roleId },
    );
    expect(made.status).toBe(201);
    expect(await identity(people.bram)).toHaveProperty('roles', ['Editor']);
    expect(await identity(people.bram, {}, '')).toHaveProperty('roles', ['Editor']);
    expect(await identity(people.adele)).not.toHaveProperty('roles');
  });

  // Learn: appRoleAssignment resource, "all direct members of the group".
  test('have the roles of a group that the person is in, and not of one around it', async () => {
    const scope = ['AppRoleAssignment.ReadWrite.All', 'Group.ReadWrite.All']
      .map((name) => `https://graph.demo.test/${name}`)
      .join(' ');
    const admin = (await userTokens(cloud, people.adele, scope)).access_token;
    const ask = async (request: string, body?: unknown) => (await askGraph(cloud, admin, request, body)).json;
    const resourceId = (await ask(`GET servicePrincipals(appId='${webApp}')`))['id'];
    const bound = (id: unknown) => [`https://graph.demo.test/v1.0/directoryObjects/${String(id)}`];
    const made = async (name: string, member: unknown) =>
      (
        await ask('POST groups', {
          displayName: name,
          mailEnabled: false,
          mailNickname: name,
          securityEnabled: true,
          'members@odata.bind': bound(member),
        })
      )['id'];
    const editors = await made('Editors', (await ask(`GET users/${people.adele}`))['id']);
    const around = await made('Around', editors);
    for (const [principalId, roles] of [
      [around, undefined],
      [editors, ['Editor']],
    ] as const) {
      const body = { principalId, resourceId, appRoleId: roleId };
      const assigned = await ask(`POST servicePrincipals/${String(resourceId)}/appRoleAssignedTo`, body);
      expect(assigned).toMatchObject({ principalType: 'Group' });
      expect((await identity(people.adele))['roles']).toEqual(roles);
    }
    await ask(`DELETE groups/${String(editors)}`);
    expect(await identity(people.adele)).not.toHaveProperty('roles');
  });

  test('have what the app wants, names only together with profile', async () => {
    const idToken = ['given_name', 'email', 'acct', 'upn'].map((name) => ({ name }));
    expect(await patch(webApp, { optionalClaims: { idToken } })).toBe(204);
    expect(await identity(people.adele)).toMatchObject({
      given_name: 'Adele',
      acct: 0,
      email: people.adele,
      upn: people.adele,
    });
    const little = await identity(people.adele, { scope: 'openid' });
    expect(little).toHaveProperty('email', people.adele);
    for (const name of ['given_name', 'upn', 'name']) expect(little).not.toHaveProperty(name);
  });

  test('have the time and the session of the sign-in', async () => {
    await patch(webApp, {
      optionalClaims: { idToken: [{ name: 'auth_time' }, { name: 'sid' }] },
    });
    const before = Math.floor(Date.now() / 1000);
    const { auth_time: time, sid } = await identity(people.adele);
    expect(Number(time)).toBeGreaterThanOrEqual(before - 1);
    expect(sid).toMatch(/^[0-9a-f-]{36}$/);
    expect((await identity(people.adele))['sid']).not.toBe(sid);
  });

  test('tell of one sign-in in all access tokens that go back to it', async () => {
    await want([{ name: 'auth_time' }, { name: 'sid' }], 2);
    const scope = `offline_access ${uri()}/access_as_user`;
    const { access_token: first, refresh_token: token = '' } = await userTokens(cloud, people.adele, scope);
    const answer = await post(`${cloud.description.login.http}/${contoso()}/oauth2/v2.0/token`, {
      grant_type: 'refresh_token',
      client_id: cloud.description.adminClientId,
      refresh_token: token,
      scope,
    });
    const later = decodeJwt(tokenBody.parse(await answer.json()).access_token);
    const { auth_time, sid } = decodeJwt(first);
    expect(sid).toMatch(/^[0-9a-f-]{36}$/);
    expect(later).toMatchObject({ auth_time, sid });
  });

  test.each([
    [[], undefined],
    [['include_externally_authenticated_upn'], 'greta.lind_litware.demo.test#EXT#@contoso.demo.test'],
    [
      ['include_externally_authenticated_upn_without_hash'],
      'greta.lind_litware.demo.test_EXT_@contoso.demo.test',
    ],
  ])('with %j have the name of a guest %s', async (additionalProperties, upn) => {
    expect(
      await patch(webApp, { optionalClaims: { idToken: [{ name: 'upn', additionalProperties }] } }),
    ).toBe(204);
    expect((await identity(guest))['upn']).toBe(upn);
  });

  test('have a hint that the next sign-in takes', async () => {
    await patch(webApp, { optionalClaims: { idToken: [{ name: 'login_hint' }] } });
    const hint = String((await identity(people.bram))['login_hint']);
    expect(hint).not.toContain('bram');
    const { query } = authorizeRequest(webApp, { redirect_uri: redirectUri });
    const ask = async (value: string): Promise<string> => {
      query.set('login_hint', value);
      const address = `${cloud.description.login.http}/${contoso()}/oauth2/v2.0/authorize?${query}`;
      return (await (await fetch(address)).text()).replaceAll(/name="ctx" value="[^"]*"|nonce="[^"]*"/g, '');
    };
    expect(await ask(hint)).toBe(await ask(people.bram));
    expect(await ask('O.%00')).toBe(await ask('nobody'));
  });
});

test('Graph shows what is wanted in the form of its documentation', async () => {
  await patch(webApp, { optionalClaims: { idToken: [{ name: 'email' }] }, groupMembershipClaims: 'All' });
  const path = `applications(appId='${webApp}')`;
  const shown = async () => (await askGraph(cloud, adele, `GET ${path}`)).json;
  expect(await shown()).toMatchObject({
    groupMembershipClaims: 'All',
    optionalClaims: {
      accessToken: [],
      idToken: [{ additionalProperties: [], essential: false, name: 'email', source: null }],
      saml2Token: [],
    },
  });
  expect(await patch(webApp, { optionalClaims: null, groupMembershipClaims: null })).toBe(204);
  expect(await shown()).toMatchObject({ groupMembershipClaims: null, optionalClaims: null });
});

test.each([
  { groupMembershipClaims: 'Everything' },
  { groupMembershipClaims: '' },
  { groupMembershipClaims: ['All'] },
  { optionalClaims: [] },
  { optionalClaims: { idToken: {} } },
  { optionalClaims: { idToken: [null] } },
  { optionalClaims: { idToken: [{}] } },
  { optionalClaims: { idToken: [{ name: 'upn', essential: 'yes' }] } },
  { optionalClaims: { idToken: [{ name: 'upn', source: 1 }] } },
  { optionalClaims: { idToken: [{ name: 'upn', additionalProperties: 'x' }] } },
  { optionalClaims: { idTokens: [] } },
])('Graph refuses %j', async (body) => {
  expect(await patch(webApp, body)).toBe(400);
});
