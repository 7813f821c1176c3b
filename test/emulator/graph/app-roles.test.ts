import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  appTokenFor,
  authorizeRequest,
  fieldOf,
  pickAccount,
  post,
  pressOn,
  tenantOf,
  userTokens,
} from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

const GRAPH = 'https://graph.demo.test';
const hub = 'Contoso Integration Hub';
const readAll = '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const principalId = async (appId: string): Promise<string> =>
  String((await askGraph(cloud, adele, `GET servicePrincipals(appId='${appId}')?$select=id`)).json['id']);
const graphId = (): Promise<string> => principalId('00000003-0000-0000-c000-000000000000');
const appToken = (): Promise<string> => appTokenFor(cloud, hub, tenantOf(cloud, 'Contoso'), GRAPH);
/** A token of the administrator with the permission to assign roles, which she consents to. */
const assigner = async (): Promise<string> =>
  (await userTokens(cloud, people.adele, `${GRAPH}/AppRoleAssignment.ReadWrite.All`)).access_token;

describe('application permissions', () => {
  test('are roles of a resource, assigned once, seen from both ends, in the token, and taken back', async () => {
    const [graph, app] = [await graphId(), await principalId(appOf(cloud, hub).clientId)];
    const roles = await askGraph(cloud, adele, `GET servicePrincipals/${graph}?$select=appRoles`);
    expect(roles.json['appRoles']).toContainEqual(
      expect.objectContaining({
        id: readAll,
        value: 'Application.Read.All',
        allowedMemberTypes: ['Application'],
      }),
    );
    expect((await askGraph(cloud, await appToken(), 'GET applications')).status).toBe(403);

    const assignment = { principalId: app, resourceId: graph, appRoleId: readAll };
    const path = `servicePrincipals/${graph}/appRoleAssignedTo`;
    expect((await askGraph(cloud, adele, `POST ${path}`, assignment)).status).toBe(403);
    const admin = await assigner();
    const made = await askGraph(cloud, admin, `POST ${path}`, assignment);
    expect(made).toMatchObject({
      status: 201,
      json: {
        ...assignment,
        principalDisplayName: hub,
        principalType: 'ServicePrincipal',
        resourceDisplayName: 'Microsoft Graph',
      },
    });
    const again = await askGraph(cloud, admin, `POST ${path}`, assignment);
    expect(errorShape.parse(again.json).error.message).toBe(
      'Permission being assigned already exists on the object',
    );
    for (const end of [path, `servicePrincipals/${app}/appRoleAssignments`]) {
      const { json } = await askGraph(cloud, adele, `GET ${end}?$filter=principalId eq '${app}'`);
      expect(listShape.parse(json).value).toMatchObject([{ id: made.json['id'] }]);
    }

    const token = await appToken();
    expect(decodeJwt(token)['roles']).toEqual(['Application.Read.All']);
    expect((await askGraph(cloud, token, 'GET applications')).status).toBe(200);
    expect((await askGraph(cloud, token, 'POST applications', { displayName: 'x' })).status).toBe(403);

    expect((await askGraph(cloud, admin, `DELETE ${path}/${String(made.json['id'])}`)).status).toBe(204);
    expect(decodeJwt(await appToken())).not.toHaveProperty('roles');
  });

  test.each([
    [
      'a role of nobody',
      { appRoleId: '11111111-2222-4333-8444-555555555555' },
      'was not found on application',
    ],
    ['another resource than the path', { resourceId: 'other' }, 'Not a valid reference update.'],
    ['a principal of nobody', { principalId: '11111111-2222-4333-8444-555555555555' }, 'does not exist'],
    ['no role', { appRoleId: null }, 'appRoleId'],
  ])('with %s are refused', async (_what, changes, message) => {
    const [graph, app] = [await graphId(), await principalId(appOf(cloud, hub).clientId)];
    const body = { principalId: app, resourceId: graph, appRoleId: readAll, ...changes };
    const given = body.resourceId === 'other' ? { ...body, resourceId: app } : body;
    const { status, json } = await askGraph(
      cloud,
      await assigner(),
      `POST servicePrincipals/${graph}/appRoleAssignedTo`,
      given,
    );
    expect([400, 404]).toContain(status);
    expect(errorShape.parse(json).error.message).toContain(message);
  });

  test('that a registration asks for are assigned by admin consent', async () => {
    const { clientId } = appOf(cloud, hub);
    const app = await askGraph(cloud, adele, `GET applications(appId='${clientId}')?$select=id`);
    await askGraph(cloud, adele, `PATCH applications/${String(app.json['id'])}`, {
      requiredResourceAccess: [
        {
          resourceAppId: '00000003-0000-0000-c000-000000000000',
          resourceAccess: [{ id: readAll, type: 'Role' }],
        },
      ],
    });
    const url = `${cloud.description.login.http}/contoso.demo.test/adminconsent?client_id=${clientId}&redirect_uri=http%3A%2F%2Flocalhost%3A1`;
    const page = await (await pickAccount(url, { account: people.adele })).text();
    expect(page).toContain('Read all applications');
    expect((await pressOn(page, url, { answer: 'accept' })).headers.get('location')).toContain(
      'admin_consent=True',
    );
    expect(decodeJwt(await appToken())['roles']).toEqual(['Application.Read.All']);
  });
});

test('a person who is no administrator cannot consent to assigning roles', async () => {
  const { query } = authorizeRequest(cloud.description.adminClientId, {
    scope: `${GRAPH}/AppRoleAssignment.ReadWrite.All`,
    prompt: 'consent',
  });
  const url = `${cloud.description.login.http}/organizations/oauth2/v2.0/authorize?${query}`;
  const html = await (await fetch(url)).text();
  const action = new URL(/action="([^"]*)"/.exec(html)?.[1] ?? '', url).href;
  const answer = await post(action, { ctx: fieldOf(html, 'ctx'), account: people.bram });
  expect(await answer.text()).toContain('AADSTS90094');
});

test('an app for assigned people only lets nobody else in', async () => {
  const app = appOf(cloud, hub);
  const id = await principalId(app.clientId);
  const path = `servicePrincipals/${id}`;
  expect((await askGraph(cloud, adele, `PATCH ${path}`, { appRoleAssignmentRequired: true })).status).toBe(
    204,
  );
  const { query } = authorizeRequest(app.clientId, { scope: `${GRAPH}/User.Read` });
  const url = `${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0/authorize?${query}`;
  const seen = async (): Promise<string> => (await pickAccount(url, { account: people.bram })).text();
  expect(await seen()).toContain('AADSTS50105');
  const bram = String((await askGraph(cloud, await graphToken(cloud, people.bram), 'GET me')).json['id']);
  const made = await askGraph(cloud, await assigner(), `POST ${path}/appRoleAssignedTo`, {
    principalId: bram,
    resourceId: id,
    appRoleId: '00000000-0000-0000-0000-000000000000',
  });
  expect(made).toMatchObject({ status: 201, json: { principalType: 'User' } });
  expect(await seen()).not.toContain('AADSTS50105');
});

test('an app that may manage what it owns makes apps with secrets, and changes no other', async () => {
  const fresh = await startDemoCloud();
  try {
    const token = await graphToken(fresh, people.adele);
    const idOf = async (appId: string): Promise<string> =>
      String((await askGraph(fresh, token, `GET servicePrincipals(appId='${appId}')?$select=id`)).json['id']);
    const resourceId = await idOf('00000003-0000-0000-c000-000000000000');
    const admin = await userTokens(fresh, people.adele, `${GRAPH}/AppRoleAssignment.ReadWrite.All`);
    await askGraph(fresh, admin.access_token, `POST servicePrincipals/${resourceId}/appRoleAssignedTo`, {
      principalId: await idOf(appOf(fresh, hub).clientId),
      resourceId,
      appRoleId: '18a4783c-866b-4cc7-a460-3d5e5662c884',
    });
    const app = await appTokenFor(fresh, hub, tenantOf(fresh, 'Contoso'), GRAPH);
    expect(decodeJwt(app)['roles']).toEqual(['Application.ReadWrite.OwnedBy']);
    const made = (await askGraph(fresh, app, 'POST applications', { displayName: 'Of the hub' })).json;
    const own = `applications/${String(made['id'])}`;
    expect((await askGraph(fresh, app, `POST ${own}/addPassword`, {})).status).toBe(200);
    const principal = await askGraph(fresh, app, 'POST servicePrincipals', { appId: made['appId'] });
    expect(principal.status).toBe(201);
    const path = `servicePrincipals/${String(principal.json['id'])}`;
    expect((await askGraph(fresh, app, `POST ${path}/addPassword`, {})).status).toBe(200);
    const other = `applications(appId='${appOf(fresh, 'Contoso Data Export').clientId}')`;
    expect((await askGraph(fresh, app, `POST ${other}/addPassword`, {})).status).toBe(403);
    expect((await askGraph(fresh, app, `DELETE ${own}`)).status).toBe(204);
  } finally {
    await fresh.close();
  }
});
