import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, errorShape, graphToken, people } from '../graph/graph-rig.ts';
import { appOf, authorizeRequest, fieldOf, pickAccount, post, refusalBody, tokenBody } from './sign-in.ts';

const api = 'Contoso Portal Sync';
const read = '5f5d3a8e-0000-4000-8000-000000000003';
const write = '5f5d3a8e-0000-4000-8000-000000000004';
const scopeOf = (id: string, value: string, type: 'User' | 'Admin') => ({
  id,
  value,
  type,
  isEnabled: true,
  adminConsentDisplayName: value,
  adminConsentDescription: value,
});
let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
  const oauth2PermissionScopes = [
    scopeOf(read, 'Orders.Read', 'Admin'),
    scopeOf(write, 'Orders.Write', 'User'),
  ];
  const made = await patch({ identifierUris: [uri()], api: { oauth2PermissionScopes } });
  if (made.status !== 204) throw new Error(made.text);
});
afterAll(() => cloud.close());

const uri = () => `api://${appOf(cloud, api).clientId}`;
const patch = (body: unknown) =>
  askGraph(cloud, adele, `PATCH applications(appId='${appOf(cloud, api).clientId}')`, body);
const preAuthorize = (delegatedPermissionIds: readonly unknown[]) =>
  patch({
    api: {
      preAuthorizedApplications: [{ appId: cloud.description.adminClientId, delegatedPermissionIds }],
    },
  });

/** Signs in a person who never consented to anything, and says what comes of it. */
async function signIn(scope: string): Promise<{ page: string; token: string | null; code: number | null }> {
  const { login, adminClientId } = cloud.description;
  const { query, verifier } = authorizeRequest(adminClientId, { scope });
  const base = `${login.http}/organizations/oauth2/v2.0`;
  const page = await (await pickAccount(`${base}/authorize?${query}`, { account: people.bram })).text();
  const answer = await post(`${base}/token`, {
    grant_type: 'authorization_code',
    client_id: adminClientId,
    code: fieldOf(page, 'code'),
    redirect_uri: 'http://localhost:43210',
    code_verifier: verifier,
    scope,
  });
  const body: unknown = await answer.json();
  return answer.ok
    ? { page, token: tokenBody.parse(body).access_token, code: null }
    : { page, token: null, code: refusalBody.parse(body).error_codes[0] };
}

test('a pre-authorized app is given its permissions without a question, those of administrators too', async () => {
  expect((await signIn(`${uri()}/Orders.Read`)).page).toContain('Need admin approval');
  expect((await preAuthorize([read])).status).toBe(204);
  const { page, token } = await signIn(`${uri()}/Orders.Read`);
  expect(page).not.toContain('Permissions requested');
  expect(decodeJwt(token ?? '')['scp']).toBe('Orders.Read');
  expect(decodeJwt((await signIn(`${uri()}/.default`)).token ?? '')['scp']).toBe('Orders.Read');
});

test('what it is not pre-authorized for is asked as ever', async () => {
  await preAuthorize([read]);
  expect((await signIn(`${uri()}/Orders.Write`)).page).toContain('Permissions requested');
});

test('nobody needs to consent means nobody is written down as having consented', async () => {
  await preAuthorize([read, write]);
  await signIn(`${uri()}/Orders.Write`);
  const grants = await askGraph(cloud, adele, 'GET oauth2PermissionGrants');
  expect(grants.text).not.toContain('Orders.');
  await preAuthorize([]);
  expect((await signIn(`${uri()}/Orders.Write`)).page).toContain('Permissions requested');
});

test('Graph shows who is pre-authorized', async () => {
  await preAuthorize([read]);
  const { json } = await askGraph(
    cloud,
    adele,
    `GET applications(appId='${appOf(cloud, api).clientId}')?$select=api`,
  );
  expect(json['api']).toMatchObject({
    preAuthorizedApplications: [{ appId: cloud.description.adminClientId, delegatedPermissionIds: [read] }],
  });
});

test('a permission that there is not, or that the same request makes, is refused', async () => {
  const made = '5f5d3a8e-0000-4000-8000-000000000005';
  const refused = await preAuthorize([made]);
  const target = 'api.preAuthorizedApplications.delegatedPermissionIds';
  expect([refused.status, z.looseObject({ error: z.unknown() }).parse(refused.json).error]).toMatchObject([
    400,
    {
      code: 'InvalidValue',
      message: `Property ${target} has a Permission Id that cannot be found in the AppPermissions sets.`,
      details: [{ target, code: 'InvalidValue' }],
    },
  ]);
  const both = await patch({
    api: {
      oauth2PermissionScopes: [
        scopeOf(read, 'Orders.Read', 'Admin'),
        scopeOf(write, 'Orders.Write', 'User'),
        scopeOf(made, 'Orders.Make', 'User'),
      ],
      preAuthorizedApplications: [{ appId: cloud.description.adminClientId, delegatedPermissionIds: [made] }],
    },
  });
  expect(both.status).toBe(400);
});

test('the name of beta is unexpected in v1.0', async () => {
  const refused = await patch({
    api: {
      preAuthorizedApplications: [{ appId: cloud.description.adminClientId, permissionIds: [read] }],
    },
  });
  expect(errorShape.parse(refused.json).error).toMatchObject({
    code: 'Request_BadRequest',
    message: 'Unexpected contents in request body.',
  });
});

test.each<[string, unknown]>([
  ['no list', {}],
  ['nothing', [null]],
  ['no id of an app', [{ appId: 'x', delegatedPermissionIds: [] }]],
  ['no list of permissions', [{ appId: read, delegatedPermissionIds: read }]],
  ['a permission that is a number', [{ appId: read, delegatedPermissionIds: [1] }]],
])('it is refused: %s', async (_what, preAuthorizedApplications) => {
  expect((await patch({ api: { preAuthorizedApplications } })).status).toBe(400);
});
