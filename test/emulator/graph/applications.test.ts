import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, post, tenantOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  cloud = await startDemoCloud();
  for (const [name, username] of Object.entries(people)) tokens[name] = await graphToken(cloud, username);
});
afterAll(() => cloud.close());

const eventual = { ConsistencyLevel: 'eventual' };
const ask = (who: keyof typeof people, request: string, body?: unknown, headers = {}) =>
  askGraph(cloud, tokens[who] ?? '', request, body, headers);
const names = async (query: string, headers = {}): Promise<unknown> => {
  const { status, json } = await ask('adele', `GET applications?${query}`, undefined, headers);
  return status === 200 ? listShape.parse(json).value.map((app) => app['displayName']) : status;
};

describe('the list of applications', () => {
  test.each([
    ["$filter=displayName eq 'contoso data export'", {}, ['Contoso Data Export']],
    ["$filter=startswith(displayName,'Contoso P')", {}, ['Contoso Portal Sync']],
    ['$search="displayName:hub"', eventual, ['Contoso Integration Hub']],
    ['$search="displayName:conn ret"', eventual, ['Contoso Retired Connector']],
    [
      '$search="displayName:hub" OR "displayName:portal"',
      eventual,
      ['Contoso Integration Hub', 'Contoso Portal Sync'],
    ],
    ['$search="displayName:contoso" AND "displayName:loader"', eventual, ['Contoso Legacy Loader']],
    ['$search="displayName:tegration"', eventual, []],
    // Only with the header and the count, as advanced queries need them.
    ["$filter=endswith(displayName,'Sync')", {}, 400],
    ["$filter=endswith(displayName,'Sync')&$count=true", eventual, ['Contoso Portal Sync']],
    ["$filter=startswith(displayName,'Contoso L')&$orderby=displayName", {}, 400],
    ['$search="displayName:hub"', {}, 400],
    ['$search=hub', eventual, 400],
    ["$filter=contains(displayName,'Sync')", eventual, 400],
    ["$filter=secretText eq 'x'", eventual, 400],
    ['$filter=displayName eq', {}, 400],
    [
      "$filter=displayName in ('Contoso Data Export','contoso portal sync')",
      {},
      ['Contoso Data Export', 'Contoso Portal Sync'],
    ],
    ["$filter=displayName ge 'contoso r' and startsWith(displayName,'C')", {}, ['Contoso Retired Connector']],
    ["$filter=displayName le 'contoso e'", {}, ['Contoso Data Export']],
    ["$filter=displayName gt 'contoso r'", {}, 400],
    ['$filter=createdDateTime ge 2030-01-01T00:00:00Z', {}, []],
    ["$filter=createdDateTime ge '2020-01-01'", {}, 400],
    ['$filter=displayName eq 2020-01-01', {}, 400],
    ["$filter=not startsWith(displayName,'Contoso')&$count=true", eventual, ['S2S Console']],
    ["$filter=not startsWith(displayName,'Contoso')", {}, 400],
    [`$filter=appId in (${Array.from({ length: 16 }, (_, index) => `'${index}'`).join(',')})`, {}, 400],
    [`$filter=${Array.from({ length: 16 }, (_, index) => `appId eq '${index}'`).join(' or ')}`, {}, 400],
    ["$filter=tags/any(t:t eq 'x')", {}, []],
    ["$filter=tags/all(t:t eq 'x')", {}, 400],
    ["$filter=tags/any(t:displayName eq 'x')", {}, 400],
    ['$skip=1', {}, 400],
    ['$top=1000', {}, 400],
    ['$orderby=appId', {}, 400],
  ])('answers %s', async (query, headers, expected) => {
    expect(await names(query, headers)).toEqual(expected);
  });

  test('is that of the tenant, in pages, and counted', async () => {
    const first = await ask('adele', 'GET applications?$top=2&$orderby=displayName desc&$select=displayName');
    const next = String(first.json['@odata.nextLink']);
    expect(new URL(next).origin).toBe(new URL(cloud.description.graph).origin);
    const second = await ask('adele', `GET ${next}`);
    const third = await ask('adele', `GET ${String(second.json['@odata.nextLink'])}`);
    const all = [first, second, third].flatMap(({ json }) => listShape.parse(json).value);
    expect(all.map((app) => app['displayName'])).toEqual([
      'S2S Console',
      'Contoso Retired Connector',
      'Contoso Portal Sync',
      'Contoso Legacy Loader',
      'Contoso Integration Hub',
      'Contoso Data Export',
    ]);
    expect(third.json).not.toHaveProperty('@odata.nextLink');
    expect((await ask('adele', 'GET applications/$count', undefined, eventual)).text).toBe('6');
    expect((await ask('adele', 'GET applications/$count')).status).toBe(400);
  });

  test('shows the key of a certificate only where it is selected', async () => {
    const { clientId, certificatePem = '' } = appOf(cloud, 'Contoso Integration Hub');
    const plain = await ask('adele', `GET applications(appId='${clientId}')`);
    expect(plain.json['keyCredentials']).toMatchObject([{ key: null }]);
    const chosen = await ask('adele', `GET applications(appId='${clientId}')?$select=keyCredentials`);
    const key = certificatePem.replaceAll(/-----[^-]+-----|\n/g, '');
    expect(chosen.json['keyCredentials']).toMatchObject([{ key }]);
  });
});

describe('an application', () => {
  test('is registered, found by both of its ids, renamed and deleted', async () => {
    const made = await ask('adele', 'POST applications', {
      displayName: 'Order sync',
      signInAudience: 'AzureADMyOrg',
    });
    expect(made).toMatchObject({ status: 201, json: { displayName: 'Order sync', passwordCredentials: [] } });
    const { id, appId } = made.json;
    expect(id).not.toBe(appId);
    expect((await ask('bram', `GET applications/${String(id)}?$select=appId`)).json['appId']).toBe(appId);
    expect((await ask('adele', `GET applications/${String(appId)}`)).status).toBe(404);
    expect((await ask('adele', `PATCH applications/${String(id)}`, { displayName: 'Orders' })).status).toBe(
      204,
    );
    expect((await ask('adele', `GET applications(appId='${String(appId)}')`)).json['displayName']).toBe(
      'Orders',
    );
    expect((await ask('adele', `DELETE applications/${String(id)}`)).status).toBe(204);
    expect((await ask('adele', `GET applications/${String(id)}`)).status).toBe(404);
  });

  test.each([
    [{}, 'displayName'],
    [{ displayName: 'x', signInAudience: 'Everybody' }, 'signInAudience'],
    [
      { displayName: 'x', passwordCredentials: [{ secretText: 'mine' }] },
      'New password credentials must be generated using service actions.',
    ],
    [{ displayName: 'x', appId: 'mine' }, "Property 'appId' is read-only and cannot be set."],
    [{ displayName: 'x', isFallbackPublicClient: 'yes' }, 'isFallbackPublicClient'],
    [{ displayName: 'x', colour: 'red' }, 'colour'],
    [{ displayName: '' }, 'displayName'],
    [{ displayName: 'x', web: { redirectUris: ['not a uri'] } }, 'web'],
  ])('is not registered from %j', async (body, what) => {
    const { status, json } = await ask('adele', 'POST applications', body);
    expect(status).toBe(400);
    expect(errorShape.parse(json).error.message).toContain(what);
  });

  test('gets no tokens anywhere while its owner has deactivated it', async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const path = `applications(appId='${clientId}')`;
    const numbers = async () => {
      const answer = await post(`${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0/token`, {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
        scope: 'https://graph.demo.test/.default',
      });
      return z.looseObject({ error_codes: z.array(z.number()).optional() }).parse(await answer.json())
        .error_codes;
    };
    expect((await ask('adele', `PATCH ${path}`, { isDisabled: 'yes' })).status).toBe(400);
    expect((await ask('adele', `PATCH ${path}`, { isDisabled: true })).status).toBe(204);
    const listed = await ask('adele', 'GET applications?$filter=isDisabled eq true&$select=appId');
    expect(listed.json['value']).toEqual([expect.objectContaining({ appId: clientId })]);
    const principal = `servicePrincipals(appId='${clientId}')?$select=isDisabled,accountEnabled`;
    expect((await ask('adele', `GET ${principal}`)).json).toMatchObject({
      isDisabled: true,
      accountEnabled: true,
    });
    expect(await numbers()).toEqual([7000112]);
    await ask('adele', `PATCH ${path}`, { isDisabled: false });
    expect(await numbers()).toBeUndefined();
  });

  test('may be changed by administrators and by its owners only, and seen in its own tenant only', async () => {
    const idOf = async (name: string) => {
      const { json } = await ask(
        'adele',
        `GET applications(appId='${appOf(cloud, name).clientId}')?$select=id`,
      );
      return String(json['id']);
    };
    const [portal, hub] = [await idOf('Contoso Portal Sync'), await idOf('Contoso Integration Hub')];
    expect((await ask('bram', `POST applications/${portal}/addPassword`, {})).status).toBe(200);
    const denied = await ask('bram', `POST applications/${hub}/addPassword`, {});
    expect(denied.status).toBe(403);
    expect(errorShape.parse(denied.json).error.code).toBe('Authorization_RequestDenied');
    expect((await ask('bram', 'POST applications', { displayName: 'Mine' })).status).toBe(403);
    expect((await ask('felicia', `GET applications/${hub}`)).status).toBe(404);
    expect((await askGraph(cloud, null, `GET applications/${hub}`)).status).toBe(401);
  });

  test('has owners that can be listed, added once, and removed', async () => {
    const { clientId } = appOf(cloud, 'Contoso Legacy Loader');
    const path = `applications(appId='${clientId}')/owners`;
    expect((await ask('adele', `GET ${path}`)).json['value']).toEqual([]);
    const me = String((await ask('bram', 'GET me')).json['id']);
    const link = { '@odata.id': `${cloud.description.graph}/v1.0/directoryObjects/${me}` };
    expect((await ask('adele', `POST ${path}/$ref`, link)).status).toBe(204);
    const owners = await ask('adele', `GET ${path}?$select=id,mail`);
    expect(owners.json['value']).toEqual([
      { '@odata.type': '#microsoft.graph.user', id: me, mail: people.bram },
    ]);
    expect((await ask('adele', `POST ${path}/$ref`, link)).status).toBe(400);
    expect((await ask('adele', `DELETE ${path}/${me}/$ref`)).status).toBe(204);
    expect((await ask('adele', `DELETE ${path}/${me}/$ref`)).status).toBe(404);
  });
});

describe('a service principal', () => {
  test('is made once, of an app that this tenant may use, switched off and deleted', async () => {
    const foreign = appOf(cloud, 'Adventure Works Warehouse').clientId;
    const single = appOf(cloud, 'Fabrikam Invoice Bot').clientId;
    const made = await ask('adele', 'POST servicePrincipals', { appId: foreign });
    expect(made).toMatchObject({
      status: 201,
      json: { appId: foreign, appOwnerOrganizationId: tenantOf(cloud, 'Adventure Works') },
    });
    expect((await ask('adele', 'POST servicePrincipals', { appId: foreign })).status).toBe(409);
    expect((await ask('adele', 'POST servicePrincipals', { appId: single })).status).toBe(400);
    expect((await ask('bram', 'POST servicePrincipals', { appId: single })).status).toBe(403);
    const id = String(made.json['id']);
    expect((await ask('adele', `PATCH servicePrincipals/${id}`, { accountEnabled: false })).status).toBe(204);
    const found = await ask(
      'bram',
      `GET servicePrincipals?$filter=appId eq '${foreign}'&$select=id,accountEnabled`,
    );
    expect(found.json['value']).toEqual([{ id, accountEnabled: false }]);
    const named = `servicePrincipalNames/any(n:n eq '${foreign}') and accountEnabled eq false`;
    expect((await ask('bram', `GET servicePrincipals?$filter=${named}&$select=id`)).json['value']).toEqual([
      { id },
    ]);
    expect((await ask('adele', `DELETE servicePrincipals/${id}`)).status).toBe(204);
    expect((await ask('adele', `GET servicePrincipals(appId='${foreign}')`)).status).toBe(404);
  });
});

// Learn: application, servicePrincipal and informationalUrl resources; as `az ad app` and Terraform's provider set them.
test('what describes an app and its service principal is kept, shown and filtered by', async () => {
  const described = { description: 'd', notes: 'n', serviceManagementReference: '42', tags: ['one', 'two'] };
  const { json: app } = await ask('adele', 'POST applications', {
    displayName: 'Described',
    ...described,
    info: { supportUrl: 'https://contoso.demo.test/help' },
    web: { homePageUrl: 'https://contoso.demo.test', redirectUris: ['https://contoso.demo.test/back'] },
  });
  const at = `applications/${String(app['id'])}`;
  expect(app).toMatchObject({
    ...described,
    info: { supportUrl: 'https://contoso.demo.test/help', marketingUrl: null },
    web: { homePageUrl: 'https://contoso.demo.test', logoutUrl: null },
  });
  await ask('adele', `PATCH ${at}`, {
    notes: null,
    tags: [],
    web: { logoutUrl: 'https://contoso.demo.test/bye' },
  });
  expect((await ask('adele', `GET ${at}`)).json).toMatchObject({
    description: 'd',
    notes: null,
    tags: [],
    web: {
      homePageUrl: 'https://contoso.demo.test',
      logoutUrl: 'https://contoso.demo.test/bye',
      redirectUris: ['https://contoso.demo.test/back'],
    },
  });
  for (const wrong of [
    { notes: 1 },
    { tags: null },
    { tags: [''] },
    { description: 'x'.repeat(1025) },
    { info: 'x' },
  ]) {
    expect((await ask('adele', `PATCH ${at}`, wrong)).status).toBe(400);
  }
  const { json: principal } = await ask('adele', 'POST servicePrincipals', {
    appId: app['appId'],
    appRoleAssignmentRequired: true,
    tags: ['HideApp', 'WindowsAzureActiveDirectoryIntegratedApp'],
    notificationEmailAddresses: [people.adele],
  });
  expect(principal).toMatchObject({
    appDescription: 'd',
    appRoleAssignmentRequired: true,
    homepage: 'https://contoso.demo.test',
    info: { supportUrl: 'https://contoso.demo.test/help' },
    notificationEmailAddresses: [people.adele],
    tags: ['HideApp', 'WindowsAzureActiveDirectoryIntegratedApp'],
  });
  const hidden = await ask('adele', "GET servicePrincipals?$select=appId&$filter=tags/any(t:t eq 'HideApp')");
  expect(listShape.parse(hidden.json).value).toEqual([{ appId: app['appId'] }]);
});

describe('consent to a delegated permission', () => {
  test('is given to everybody once, widened and taken back', async () => {
    const idOf = async (appId: string) =>
      String((await ask('adele', `GET servicePrincipals(appId='${appId}')?$select=id`)).json['id']);
    const grant = {
      clientId: await idOf(appOf(cloud, 'Contoso Integration Hub').clientId),
      consentType: 'AllPrincipals',
      principalId: null,
      resourceId: await idOf('00000007-0000-0000-c000-000000000000'),
      scope: 'user_impersonation',
    };
    expect((await ask('bram', 'POST oauth2PermissionGrants', grant)).status).toBe(403);
    const made = await ask('adele', 'POST oauth2PermissionGrants', grant);
    expect(made).toMatchObject({ status: 201, json: grant });
    expect((await ask('adele', 'POST oauth2PermissionGrants', grant)).status).toBe(409);
    const path = `oauth2PermissionGrants/${String(made.json['id'])}`;
    expect((await ask('adele', `PATCH ${path}`, { scope: 'user_impersonation more' })).status).toBe(204);
    const listed = await ask('adele', `GET servicePrincipals/${grant.clientId}/oauth2PermissionGrants`);
    expect(listed.json['value']).toMatchObject([{ scope: 'user_impersonation more' }]);
    expect((await ask('felicia', `GET ${path}`)).status).toBe(404);
    expect((await ask('adele', `DELETE ${path}`)).status).toBe(204);
    const left = await ask('adele', `GET servicePrincipals/${grant.clientId}/oauth2PermissionGrants`);
    expect(left.json['value']).toEqual([]);
  });
});

test('the tenant says who it is', async () => {
  expect((await ask('felicia', 'GET organization?$select=id,displayName')).json['value']).toEqual([
    { id: tenantOf(cloud, 'Fabrikam'), displayName: 'Fabrikam' },
  ]);
  expect((await ask('felicia', `GET organization/${tenantOf(cloud, 'Fabrikam')}`)).json).toMatchObject({
    displayName: 'Fabrikam',
  });
  expect((await ask('felicia', `GET organization/${tenantOf(cloud, 'Contoso')}`)).status).toBe(404);
});
