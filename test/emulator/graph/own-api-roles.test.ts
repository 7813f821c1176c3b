import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  appTokenFor,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tenantOf,
  userTokens,
} from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, people } from './graph-rig.ts';

const api = 'Contoso Portal Sync';
const client = 'Contoso Integration Hub';
const roleId = '7c1d2c50-0000-4000-8000-000000000001';
const role = {
  id: roleId,
  value: 'Orders.Read',
  displayName: 'Read orders',
  description: 'Reads all orders',
  allowedMemberTypes: ['Application'],
  isEnabled: true,
};
let cloud: DemoCloud;
let adele = '';
let assigner = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
  const scope = 'https://graph.demo.test/AppRoleAssignment.ReadWrite.All';
  assigner = (await userTokens(cloud, people.adele, scope)).access_token;
  const made = await askGraph(cloud, adele, `PATCH ${application()}`, {
    identifierUris: [uri()],
    appRoles: [role],
  });
  if (made.status !== 204) throw new Error(made.text);
});
afterAll(() => cloud.close());

const uri = () => `api://${appOf(cloud, api).clientId}`;
const application = () => `applications(appId='${appOf(cloud, api).clientId}')`;
const idOf = async (name: string): Promise<string> =>
  String(
    (await askGraph(cloud, adele, `GET servicePrincipals(appId='${appOf(cloud, name).clientId}')?$select=id`))
      .json['id'],
  );
const tokenOf = () => appTokenFor(cloud, client, tenantOf(cloud, 'Contoso'), uri());
const patchPrincipal = async (body: unknown) =>
  (await askGraph(cloud, adele, `PATCH servicePrincipals/${await idOf(api)}`, body)).status;

test('a resource that wants apps to be assigned gives no token to one that is not', async () => {
  expect(decodeJwt(await tokenOf())['roles']).toBeUndefined();
  expect(await patchPrincipal({ appRoleAssignmentRequired: true })).toBe(204);
  const { clientId, secret = '' } = appOf(cloud, client);
  const answer = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${uri()}/.default`,
    },
  );
  const refused = refusalBody.parse(await answer.json());
  expect([answer.status, refused.error, refused.error_codes[0]]).toEqual([400, 'invalid_grant', 501051]);
  expect(refused.error_description).toContain(
    `Application '${clientId}'(${client}) is not assigned to a role for the application '${uri()}'(${api}).`,
  );
});

test('an app that was assigned a role has it in its token', async () => {
  const resourceId = await idOf(api);
  const assignment = { principalId: await idOf(client), resourceId, appRoleId: roleId };
  const path = `servicePrincipals/${resourceId}/appRoleAssignedTo`;
  const made = await askGraph(cloud, assigner, `POST ${path}`, assignment);
  expect(made.status).toBe(201);
  expect(decodeJwt(await tokenOf())).toMatchObject({ aud: uri(), roles: ['Orders.Read'] });
  expect((await askGraph(cloud, adele, `GET servicePrincipals/${resourceId}`)).json['appRoles']).toEqual([
    { ...role, origin: 'Application' },
  ]);
  const person = (await askGraph(cloud, adele, `GET users/${people.bram}`)).json['id'];
  const refused = await askGraph(cloud, assigner, `POST ${path}`, { ...assignment, principalId: person });
  expect(errorShape.parse(refused.json).error.message).toBe(
    'Permission being assigned was not found on application',
  );
  expect((await askGraph(cloud, assigner, `DELETE ${path}/${String(made.json['id'])}`)).status).toBe(204);
  expect(await patchPrincipal({ appRoleAssignmentRequired: false })).toBe(204);
});

test('an administrator who consents to what the client’s registration asks for assigns the role', async () => {
  const { clientId } = appOf(cloud, client);
  await askGraph(cloud, adele, `PATCH applications(appId='${clientId}')`, {
    requiredResourceAccess: [
      { resourceAppId: appOf(cloud, api).clientId, resourceAccess: [{ id: roleId, type: 'Role' }] },
    ],
  });
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: 'http://localhost',
    scope: `${uri()}/.default`,
  }).toString();
  const url = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/v2.0/adminconsent?${query}`;
  const page = await (await pickAccount(url, { account: people.adele })).text();
  expect(page).toContain('Read orders');
  await pressOn(page, url, { answer: 'accept' });
  expect(decodeJwt(await tokenOf())['roles']).toEqual(['Orders.Read']);
});

test('a role is disabled before it is taken back, and is then told no more', async () => {
  const enabled = await askGraph(cloud, adele, `PATCH ${application()}`, { appRoles: [] });
  expect(errorShape.parse(enabled.json).error.code).toBe('CannotDeleteOrUpdateEnabledEntitlement');
  const disabled = { appRoles: [{ ...role, isEnabled: false }] };
  expect((await askGraph(cloud, adele, `PATCH ${application()}`, disabled)).status).toBe(204);
  expect(decodeJwt(await tokenOf())['roles']).toBeUndefined();
  expect((await askGraph(cloud, adele, `PATCH ${application()}`, { appRoles: [] })).status).toBe(204);
});

test.each<[string, unknown]>([
  ['no list', {}],
  ['nothing', [null]],
  ['no id', [{ ...role, id: 'x' }]],
  ['a name with a space', [{ ...role, value: 'a b' }]],
  ['nobody who may have it', [{ ...role, allowedMemberTypes: [] }]],
  ['somebody else who may have it', [{ ...role, allowedMemberTypes: ['Group'] }]],
  ['no words', [{ ...role, displayName: undefined }]],
  ['the same twice', [role, role]],
])('roles are refused: %s', async (_what, appRoles) => {
  const refused = await askGraph(cloud, adele, `PATCH ${application()}`, { appRoles });
  expect(refused.status).toBe(400);
  errorShape.parse(refused.json);
});
