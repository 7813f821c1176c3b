import { randomUUID } from 'node:crypto';
import { importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { readRules } from '../../../emulator/scenario/rules.ts';
import { readOptions } from '../../../emulator/read-options.ts';
import { thumbprintsOf } from '../../../emulator/directory/certificate.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import {
  appOf,
  appTokenFor,
  authorizeRequest,
  environmentOf,
  fieldOf,
  post,
  refusalBody,
  tenantOf,
  tokenBody,
  userTokens,
} from '../entra/sign-in.ts';
import { signInDevice } from '../entra/device-page.ts';
import { asAdmin } from './as-admin.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const scenario = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(`${cloud.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const choose = async (rule: string, value: string): Promise<void> => {
  expect((await scenario('PUT', `/rules/${rule}`, { value })).status).toBe(204);
};
afterEach(() => scenario('POST', '/reset'));

const rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) });
const first = async (query: string): Promise<Record<string, unknown>> =>
  rows.parse(await (await asAdmin(cloud, `GET ${query}`)).json()).value[0] ?? {};
const appUser = (name: string): Promise<Record<string, unknown>> =>
  first(
    `systemusers?$select=fullname,domainname,isdisabled&$filter=applicationid eq ${appOf(cloud, name).clientId}`,
  );

test('every rule is listed with its default, what it may be, and what it is', async () => {
  await choose('linkMadeTwice', 'refuse');
  const { value } = rows.parse(await (await scenario('GET', '/rules')).json());
  expect(value).toContainEqual({ name: 'linkMadeTwice', value: 'refuse', values: ['accept', 'refuse'] });
  const changed = value.filter(({ value: now, values }) => now !== z.array(z.string()).parse(values)[0]);
  expect(changed.map(({ name }) => name)).toEqual(['linkMadeTwice']);
  expect((await scenario('DELETE', '/rules/linkMadeTwice')).status).toBe(204);
  expect(await (await scenario('GET', '')).json()).toMatchObject({ rules: { linkMadeTwice: 'accept' } });
});

test('a rule is chosen at the start, too', () => {
  expect(readRules({ linkMadeTwice: 'refuse' })).toEqual({ linkMadeTwice: 'refuse' });
  expect(readRules({ linkMadeTwice: 'x' })).toBeNull();
  expect(readOptions({ rules: { challengeValues: 'quoted' } }).rules).toEqual({ challengeValues: 'quoted' });
  expect(() => readOptions({ rules: { gravity: 'off' } })).toThrow('no such rule');
});

test.each([
  ['no', 403],
  ['yes', 200],
])('an app whose service principal is in the group of a team: %s', async (value, status) => {
  await choose('groupTeamsHaveApps', value);
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
  // By itself it reads contacts alone.
  const answer = await fetch(`${pathUrl}/api/data/v9.2/accounts?$top=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['accept', 204],
  ['refuse', 412],
])('a role that is assigned twice: %s', async (value, status) => {
  await choose('linkMadeTwice', value);
  const { systemuserid: user } = await appUser('Contoso Portal Sync');
  const { roleid: role } = await first(
    `systemusers(${String(user)})/systemuserroles_association?$select=roleid`,
  );
  const link = {
    '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(role)})`,
  };
  const answer = await asAdmin(
    cloud,
    `POST systemusers(${String(user)})/systemuserroles_association/$ref`,
    link,
  );
  expect(answer.status).toBe(status);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('a member of an enum written as text in a filter of definitions: %s', async (value, status) => {
  await choose('enumsAsText', value);
  const filter = "AttributeType ne 'Virtual'";
  const path = `EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName&$filter=${filter}`;
  expect((await asAdmin(cloud, `GET ${path}`)).status).toBe(status);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('an id in quotes in a filter: %s', async (value, status) => {
  await choose('idsAsText', value);
  const path = "accounts?$filter=_ownerid_value eq '20000000-0000-4000-8000-000000000001'";
  expect((await asAdmin(cloud, `GET ${path}`)).status).toBe(status);
});

test.each([
  ['allow', { '@odata.count': 1 }],
  ['refuse', { error: { message: 'The query parameter $count is not supported' } }],
])('definitions that are counted: %s', async (value, expected) => {
  await choose('countedDefinitions', value);
  const answer = await asAdmin(cloud, "GET EntityDefinitions?$count=true&$filter=LogicalName eq 'account'");
  expect(await answer.json()).toMatchObject(expected);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('rows sorted by a property of a lookup: %s', async (value, status) => {
  await choose('orderByRelated', value);
  const path = 'accounts?$select=name&$top=1&$orderby=primarycontactid/fullname';
  expect((await asAdmin(cloud, `GET ${path}`)).status).toBe(status);
});

test.each([
  ['twoSteps', [204, 204, 404]],
  ['oneStep', [204, 404, 404]],
])('a disabled user is deleted: %s', async (value, statuses) => {
  await choose('userDeletion', value);
  const { systemuserid: user } = await appUser('Contoso Legacy Loader');
  const answers = [];
  for (let step = 0; step < 3; step += 1) {
    answers.push((await asAdmin(cloud, `DELETE systemusers(${String(user)})`)).status);
  }
  expect(answers).toEqual(statuses);
});

test.each([
  ['displayName', '# Contoso Retired Connector'],
  ['domainName', expect.stringMatching(/@/)],
])('the full name of a new application user: %s', async (value, name: unknown) => {
  await choose('applicationUserName', value);
  const { clientId } = appOf(cloud, 'Contoso Retired Connector');
  const unit = await first('businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null');
  const made = await asAdmin(cloud, 'POST systemusers?$select=fullname', {
    applicationid: clientId,
    'businessunitid@odata.bind': `/businessunits(${String(unit['businessunitid'])})`,
  });
  expect(await made.json()).toMatchObject({ fullname: name });
});

test.each([
  ['allow', 200],
  ['refuse', 403],
])('WhoAmI of an app without roles: %s', async (value, status) => {
  await choose('whoAmIWithoutRoles', value);
  const { pathUrl, url } = environmentOf(cloud, 'fabrikam-sandbox');
  const token = await appTokenFor(cloud, 'Fabrikam Invoice Bot', tenantOf(cloud, 'Fabrikam'), url);
  const answer = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['bare', /^Bearer authorization_uri=[^",]+, resource_id=[^",]+$/],
  ['quoted', /^Bearer authorization_uri="[^",]+", resource_id="[^",]+"$/],
])('values of the challenge: %s', async (value, shape) => {
  await choose('challengeValues', value);
  const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`);
  expect(answer.headers.get('www-authenticate')).toMatch(shape);
});

test.each([
  ['spaced', /^Bearer authorization_uri=\S+, resource_id=\S+$/],
  ['tight', /^Bearer authorization_uri=[^ ,]+,resource_id=\S+$/],
  ['withoutResource', /^Bearer authorization_uri=[^ ,]+$/],
])('parts of the 401 challenge: %s', async (value, shape) => {
  await choose('challengeParts', value);
  const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`);
  expect(answer.headers.get('www-authenticate')).toMatch(shape);
});

const refused = z.looseObject({ error: z.looseObject({ code: z.string(), message: z.string() }) });

/** Signs an assertion of the hub; the answer sends it and tells the status. */
async function assertion(claims: JWTPayload): Promise<() => Promise<number>> {
  const { clientId, certificatePem = '', privateKeyPem = '' } = appOf(cloud, 'Contoso Integration Hub');
  const address = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`;
  const x5t = Buffer.from(thumbprintsOf(certificatePem).sha256, 'hex').toString('base64url');
  const signed = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': x5t })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(address)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importPKCS8(privateKeyPem, 'PS256'));
  return async () => {
    const answer = await post(address, {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: signed,
      scope: `${environmentOf(cloud, 'contoso').url}/.default`,
    });
    return answer.status;
  };
}

test.each([
  ['accept', [200, 200]],
  ['refuse', [200, 401]],
])('an assertion that is sent twice: %s', async (value, statuses) => {
  await choose('assertionReplay', value);
  const send = await assertion({ jti: randomUUID() });
  expect([await send(), await send()]).toEqual(statuses);
});

test.each([
  ['refuse', [400, 400]],
  ['accept', [200, 200]],
])('an assertion without an id, also sent twice: %s', async (value, statuses) => {
  await choose('assertionWithoutId', value);
  await choose('assertionReplay', 'refuse');
  const send = await assertion({});
  expect([await send(), await send()]).toEqual(statuses);
});

test.each([
  ['displayName', () => 'Contoso'],
  ['id', () => tenantOf(cloud, 'Contoso')],
])('how AADSTS500011 names the tenant: %s', async (value, name) => {
  await choose('resourceTenantName', value);
  const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
  const answer = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: 'api://not-a-registered-resource/.default',
    },
  );
  const { error_description: text } = z.object({ error_description: z.string() }).parse(await answer.json());
  expect(text).toContain(
    `principal named api://not-a-registered-resource was not found in the tenant named ${name()}.`,
  );
});

test.each([
  ['graph', 401],
  ['anyResource', 200],
])('whose tokens the user info of version 1 takes: %s', async (value, status) => {
  await choose('olderUserInfoTakes', value);
  const { access_token: token } = await userTokens(
    cloud,
    people.adele,
    `${environmentOf(cloud, 'contoso').url}/user_impersonation`,
  );
  const answer = await fetch(`${cloud.description.login.http}/common/openid/userinfo`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['invalid_client', 401],
  ['invalid_request', 400],
])('an assertion that is no JWT: %s', async (value, status) => {
  await choose('malformedAssertion', value);
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const answer = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: 'a.b.c',
      scope: `${environmentOf(cloud, 'contoso').url}/.default`,
    },
  );
  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ error: value, error_codes: [50027] });
});

test.each([
  ['notInAllowedList', /not in the allowed list/],
  ['blocked', /^Access to your IP is blocked\./],
])('the words of the IP firewall: %s', async (value, words) => {
  await choose('firewallText', value);
  await scenario('POST', '', { target: 'contoso', fault: 'firewall', times: 1 });
  const answer = refused.parse(await (await asAdmin(cloud, 'GET WhoAmI')).json());
  expect(answer.error.code).toBe('0x80095ffe');
  expect(answer.error.message).toMatch(words);
});

test.each([
  ['30', [200, 400]],
  ['7', [400, 400]],
])('a delta token of ten and of forty days with a life of %s', async (value, statuses) => {
  await choose('deltaTokenDays', value);
  const begun = await askGraph(
    cloud,
    await graphToken(cloud, people.adele),
    'GET applications/delta?$deltatoken=latest',
  );
  const link = z.string().parse(begun.json['@odata.deltaLink']);
  const asked = [];
  for (const days of [10, 30]) {
    await scenario('PUT', '/clock', { advanceSeconds: days * 86_400 });
    const token = await graphToken(cloud, people.adele);
    asked.push((await fetch(link, { headers: { authorization: `Bearer ${token}` } })).status);
  }
  expect(asked).toEqual(statuses);
});

test.each([
  ['ignore', 200],
  ['refuse', 400],
])('options that delta queries do not have: %s', async (value, status) => {
  await choose('deltaOtherOptions', value);
  const token = await graphToken(cloud, people.adele);
  for (const option of ['$top=5', '$orderby=displayName']) {
    expect((await askGraph(cloud, token, `GET applications/delta?${option}`)).status).toBe(status);
  }
});

test.each([
  ['tenantIdentifier', 400],
  ['none', 204],
])('an app is called by a name of nobody: %s', async (value, status) => {
  await choose('identifierUriPolicy', value);
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const token = await graphToken(cloud, people.adele, ['Application.ReadWrite.All']);
  const path = `PATCH applications(appId='${clientId}')`;
  const name = async (identifierUris: readonly string[], more = {}) =>
    (await askGraph(cloud, token, path, { identifierUris, ...more })).status;
  expect(await name(['api://hub'])).toBe(status);
  for (const uri of [
    `api://${clientId}`,
    `api://${tenantOf(cloud, 'Contoso')}/hub`,
    'api://contoso.demo.test/hub',
  ]) {
    expect(await name([uri])).toBe(204);
  }
  // Who takes tokens of version 2 is exempt.
  expect(await name(['api://hub'], { api: { requestedAccessTokenVersion: 2 } })).toBe(204);
  const other = ['api://hub', 'https://nobody.example/hub'];
  expect(await name(other)).toBe(400);
  expect(await name(other, { signInAudience: 'AzureADMyOrg' })).toBe(204);
});

test.each([
  ['refused', 400],
  ['taken', 204],
])('a redirect URI without TLS is %s', async (value, status) => {
  await choose('redirectWithoutTls', value);
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const token = await graphToken(cloud, people.adele, ['Application.ReadWrite.All']);
  const set = async (redirectUris: readonly string[], platform = 'web') =>
    (
      await askGraph(cloud, token, `PATCH applications(appId='${clientId}')`, {
        [platform]: { redirectUris },
      })
    ).status;
  expect(await set(['http://portal.contoso.demo.test/back'])).toBe(status);
  expect(await set(['http://localhost:8080/a', 'http://127.0.0.1', 'https://portal.contoso.demo.test'])).toBe(
    204,
  );
  expect(await set(['urn:ietf:wg:oauth:2.0:oob', 'msal1://auth'], 'publicClient')).toBe(204);
  for (const uri of [
    "https://contoso.demo.test/o'clock",
    `https://contoso.demo.test/${'a'.repeat(256)}`,
    'back',
  ]) {
    expect(await set([uri])).toBe(400);
  }
  const many = Array.from({ length: 255 }, (_, at) => `https://contoso.demo.test/${at}`);
  expect(await set(many, 'spa')).toBe(400);
  expect(await set(many.slice(4), 'spa')).toBe(204);
});

test.each([
  ['ignore', ['@odata.context', 'id']],
  ['refuse', ['error']],
])('$select of what Graph does not know: %s', async (value, names) => {
  await choose('graphUnknownSelect', value);
  const answer = await askGraph(cloud, await graphToken(cloud, people.adele), 'GET me?$select=id,shoeSize');
  expect(Object.keys(answer.json)).toEqual(names);
});

test.each([
  ['accept', 200],
  ['internalError', 500],
])('adding an app that the tenant does not know to an environment: %s', async (value, status) => {
  await choose('addAppUserUnknown', value);
  const scope = '475226c6-020e-4fb2-8a90-7a972cbfc1d4/.default';
  const { access_token: token } = await userTokens(cloud, people.adele, scope);
  const { environmentId } = environmentOf(cloud, 'contoso');
  const provider = `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform`;
  const address = `${provider}/scopes/admin/environments/${environmentId}/addAppUser?api-version=2020-10-01`;
  const answer = await fetch(address, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ servicePrincipalAppId: '11111111-2222-4333-8444-555555555555' }),
  });
  expect(answer.status).toBe(status);
});

/** What the admin API answers to somebody of Contoso. */
async function askBap(username: string, request: string, body?: unknown): Promise<Response> {
  const [method = 'GET', path = ''] = request.split(' ');
  const scope = '475226c6-020e-4fb2-8a90-7a972cbfc1d4/.default';
  const { access_token: token } = await userTokens(cloud, username, scope);
  const provider = `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform/scopes/admin`;
  return fetch(`${provider}/environments${path}${path.includes('?') ? '&' : '?'}api-version=2020-10-01`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test.each([
  ['object', (appId: string) => JSON.stringify({ servicePrincipalAppId: appId })],
  ['empty', () => ''],
])('what addAppUser answers: %s', async (value, expected) => {
  await choose('addAppUserAnswer', value);
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const path = `/${environmentOf(cloud, 'contoso').environmentId}/addAppUser`;
  const answer = await askBap(people.adele, `POST ${path}`, { servicePrincipalAppId: clientId });
  expect([answer.status, await answer.text()]).toEqual([200, expected(clientId)]);
});

test.each([
  ['sensitive', 0],
  ['insensitive', 1],
])('case in a filter of environments: %s', async (value, count) => {
  await choose('environmentFilterCase', value);
  const filter = encodeURIComponent("properties/displayName eq 'CONTOSO test'");
  const answer = await askBap(people.adele, `GET ?$filter=${filter}`);
  expect(rows.parse(await answer.json()).value).toHaveLength(count);
});

test.each([
  ['forbidden', 403],
  ['unauthorized', 401],
])('an app at global discovery: %s', async (value, status) => {
  await choose('discoveryForApps', value);
  const resource = 'https://globaldisco.crm.demo.test';
  const token = await appTokenFor(cloud, 'Contoso Integration Hub', 'contoso.demo.test', resource);
  const answer = await fetch(`${cloud.description.discovery}/api/discovery/v2.0/Instances`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['notFound', 404, /could not be found in the tenant/],
  ['forbidden', 403, /^The user with object id '[^']+' in tenant '[^']+' does not have access to permission/],
])('an environment that one does not administer: %s', async (value, status, text) => {
  await choose('environmentOfOthers', value);
  const { environmentId } = environmentOf(cloud, 'contoso-dev');
  const answer = await askBap(people.bram, `GET /${environmentId}`);
  expect(answer.status).toBe(status);
  expect(refused.parse(await answer.json()).error.message).toMatch(text);
  // Nobody is told of environments of other tenants.
  const elsewhere = await askBap(people.bram, `GET /${environmentOf(cloud, 'fabrikam').environmentId}`);
  expect(elsewhere.status).toBe(404);
});

test.each([
  ['named', { detailUrlType: 'NotSpecified' }],
  ['absent', {}],
])('what else errors of the admin API say: %s', async (value, more) => {
  await choose('adminErrorDetail', value);
  const answer = await askBap(people.adele, 'GET /11111111-2222-4333-8444-555555555555');
  expect(await answer.json()).toEqual({
    error: { code: 'EnvironmentNotFound', message: expect.any(String), ...more },
  });
});

test.each([
  ['forbidden', 403],
  ['empty', 200],
])('roles of an environment with a database: %s', async (value, status) => {
  await choose('rolesBesideDatabase', value);
  const { environmentId } = environmentOf(cloud, 'contoso');
  const answer = await askBap(people.adele, `GET /${environmentId}/roleAssignments`);
  expect(answer.status).toBe(status);
});

test.each([
  ['50059', 50059],
  ['9001023', 9001023],
])('an app that signs itself in without a tenant: %s', async (value, code) => {
  await choose('sharedClientCredentials', value);
  const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
  for (const segment of ['common', 'organizations']) {
    const answer = await post(`${cloud.description.login.http}/${segment}/oauth2/v2.0/token`, {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: 'https://graph.demo.test/.default',
    });
    expect(refusalBody.parse(await answer.json()).error_codes).toEqual([code]);
  }
});

test.each([
  ['azureAdGraph', 200, '00000002-0000-0000-c000-000000000000'],
  ['refuse', 400, undefined],
])('an app that names no resource at the older endpoint: %s', async (value, status, resource) => {
  await choose('olderTokenWithoutResource', value);
  const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
  const answer = await post(`${cloud.description.login.http}/contoso.demo.test/oauth2/token`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
  });
  const body = z.looseObject({ resource: z.string().optional() }).parse(await answer.json());
  expect([answer.status, body.resource]).toEqual([status, resource]);
});

async function declineConsent(path: string): Promise<Record<string, string>> {
  const query = new URLSearchParams({
    client_id: appOf(cloud, 'Adventure Works Warehouse').clientId,
    redirect_uri: 'http://localhost:43210',
    state: 'one',
    ...(path.startsWith('v2') ? { scope: 'https://graph.demo.test/.default' } : {}),
  });
  const url = `${cloud.description.login.http}/fabrikam.demo.test/${path}?${query}`;
  const html = await (await fetch(url)).text();
  const action = /action="([^"]*)"/.exec(html)?.[1] ?? '';
  const answer = await post(new URL(action, url).href, { ctx: fieldOf(html, 'ctx'), cancel: '1' });
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
}

test.each([
  ['consentRequired', { error: 'consent_required' }, /^AADSTS65004: The resource owner/],
  ['withTenant', { error: 'consent_required', tenant: expect.any(String) }, /^AADSTS65004: The resource/],
  [
    'accessDenied',
    { error: 'access_denied', error_uri: 'https://login.microsoftonline.com/error?code=65004' },
    /^AADSTS65004: User declined to consent to access the app\.\r\nTrace ID: /,
  ],
])('an administrator says no: %s', async (value, fields, text) => {
  await choose('consentRefusal', value);
  expect(await declineConsent('v2.0/adminconsent')).toEqual({
    admin_consent: 'True',
    state: 'one',
    error_description: expect.stringMatching(text),
    ...fields,
  });
});

test.each([
  ['permissionDenied', { error: 'permission_denied', error_description: 'The admin canceled the request' }],
  ['accessDenied', { error: 'access_denied', error_subcode: 'cancel' }],
])('an administrator says no at version 1: %s', async (value, fields) => {
  await choose('olderConsentRefusal', value);
  expect(await declineConsent('adminconsent')).toEqual({ state: 'one', ...fields });
});

test.each([
  ['204', 204],
  ['200', 200],
])('consent at the admin centre: %s', async (value, status) => {
  await choose('adminCentreStatus', value);
  const azureCli = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
  const endpoint = `${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0`;
  const begun = z
    .looseObject({ device_code: z.string(), user_code: z.string(), verification_uri: z.string() })
    .parse(
      await (
        await post(`${endpoint}/devicecode`, {
          client_id: azureCli,
          scope: '74658136-14ec-4630-ad9b-26e160ff0fc6/.default',
        })
      ).json(),
    );
  await signInDevice(begun.verification_uri, begun.user_code, people.adele);
  const redeemed = await post(`${endpoint}/token`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
    client_id: azureCli,
    device_code: begun.device_code,
  });
  const { access_token: token } = tokenBody.parse(await redeemed.json());
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const consent = `${cloud.description.graph.replace('graph.demo.test', 'main.iam.ad.ext.demo.test')}/api/RegisteredApplications/${clientId}/Consent?onBehalfOfAll=true`;
  const answer = await fetch(consent, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect([answer.status, await answer.text()]).toEqual([status, '']);
});

test.each(['0x80060888', '0x0', '0x80041103'])(
  'the code for a column that there is not: %s',
  async (value) => {
    await choose('unknownColumnCode', value);
    const answer = await asAdmin(cloud, 'GET accounts?$select=Name');
    expect(answer.status).toBe(400);
    expect(refused.parse(await answer.json()).error).toMatchObject({
      code: value,
      message: "Could not find a property named 'Name' on type 'Microsoft.Dynamics.CRM.account'.",
    });
  },
);

test.each([
  ['notFound', 400, '0x8004F510'],
  ['aadError', 403, '0x80072559'],
])('an application user whose app nobody knows: %s', async (value, status, code) => {
  await choose('unknownApplication', value);
  const answer = await asAdmin(cloud, 'POST systemusers', { applicationid: randomUUID() });
  expect(answer.status).toBe(status);
  expect(refused.parse(await answer.json()).error.code).toBe(code);
});

test.each([
  ['seen', 'The specified user(Id = {0}) is disabled. Consider enabling this user. Additional Details: {1}'],
  ['listed', 'The specified user is either disabled or is not a member of any business unit.'],
])('what a disabled user is told: %s', async (value, text) => {
  await choose('disabledUserText', value);
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  const { systemuserid: id } = await first(
    `systemusers?$select=systemuserid&$filter=applicationid eq ${clientId}`,
  );
  await asAdmin(cloud, `PATCH systemusers(${String(id)})`, { isdisabled: true });
  const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
  const answer = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(403);
  expect(refused.parse(await answer.json()).error).toMatchObject({ code: '0x80040225', message: text });
});

test.each([
  ['webApi', /^The request entity's media type 'text\/plain' is not supported/],
  ['odata', /^A supported MIME type could not be found .* 'text\/plain'\.$/],
])('a body that is said to be no JSON: %s', async (value, text) => {
  await choose('unsupportedTypeText', value);
  const answer = await asAdmin(cloud, 'POST accounts', {}, { 'content-type': 'text/plain' });
  expect(answer.status).toBe(415);
  expect(refused.parse(await answer.json()).error.message).toMatch(text);
});

const batchOf = (lines: readonly string[]) =>
  asAdmin(cloud, 'POST $batch', lines.join('\r\n'), { 'content-type': 'multipart/mixed; boundary=b' });
const part = (method: string, url: string) => [
  '--b',
  'Content-Type: application/http',
  'Content-Transfer-Encoding: binary',
  '',
  `${method} ${url} HTTP/1.1`,
  '',
  '',
];

test.each([
  ['refused', 400],
  ['notFound', 404],
])('a batch in a batch: %s', async (value, status) => {
  await choose('nestedBatch', value);
  const answer = await batchOf([...part('POST', '$batch'), '--b--']);
  expect(answer.status).toBe(status);
});

test.each([
  ['unexpectedEnd', 'unexpected end of input'],
  ['notReadable', 'Stream was not readable'],
])('a batch that is not closed: %s', async (value, text) => {
  await choose('unclosedBatch', value);
  const answer = await batchOf(part('GET', 'accounts?$top=1'));
  expect(answer.status).toBe(400);
  expect(refused.parse(await answer.json()).error.message).toContain(text);
});

test.each([
  ['crlf', 400],
  ['any', 200],
])('line ends of a batch: %s', async (value, status) => {
  await choose('batchLineEnds', value);
  // As dynamics-web-api 1.7 and @odata/client write them.
  const text = `\n${[...part('GET', 'accounts?$top=1'), '--b--'].join('\n')}`;
  const answer = await asAdmin(cloud, 'POST $batch', text, {
    'content-type': 'multipart/mixed;boundary=b',
  });
  expect(answer.status).toBe(status);
});

test.each(['0x80060888', '0x8006088a'])('the code for a segment that there is not: %s', async (value) => {
  await choose('unknownSegmentCode', value);
  const answer = await asAdmin(cloud, 'GET Account');
  expect(answer.status).toBe(404);
  expect(refused.parse(await answer.json()).error).toEqual({
    code: value,
    message: "Resource not found for the segment 'Account'.",
  });
});

const direct = 'ReadAccess, WriteAccess, AppendAccess, AppendToAccess';
test.each([
  ['managerUnits', 'above', [direct, 'ReadAccess']],
  ['managerUnits', 'parent', [direct, 'None']],
  ['hierarchyWrites', 'directReports', [direct, 'ReadAccess']],
  ['hierarchyWrites', 'threeLevels', [direct, direct]],
])('hierarchy security one and two levels and business units below: %s %s', async (rule, value, expected) => {
  await choose(rule, value);
  const organization = await first('organizations?$select=organizationid');
  await asAdmin(cloud, `PATCH organizations(${String(organization['organizationid'])})`, {
    ishierarchicalsecuritymodelenabled: true,
  });
  const made = async (set: string, id: string, body: object): Promise<string> => {
    const answer = await asAdmin(cloud, `POST ${set}?$select=${id}`, body, {
      prefer: 'return=representation',
    });
    return z.string().parse(z.record(z.string(), z.unknown()).parse(await answer.json())[id]);
  };
  const chain = rows.parse(
    await (
      await asAdmin(
        cloud,
        "GET systemusers?$select=systemuserid&$filter=applicationid eq null and isdisabled eq false and accessmode eq 0 and contains(domainname,'@') and not contains(domainname,'adele')&$top=3",
      )
    ).json(),
  ).value;
  const root = await first('businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null');
  let unit = String(root['businessunitid']);
  let manager: string | null = null;
  const accounts: string[] = [];
  for (const { systemuserid } of chain) {
    const user = String(systemuserid);
    unit = await made('businessunits', 'businessunitid', {
      name: `Unit of ${user}`,
      'parentbusinessunitid@odata.bind': `/businessunits(${unit})`,
    });
    await asAdmin(cloud, `PATCH systemusers(${user})`, {
      'businessunitid@odata.bind': `/businessunits(${unit})`,
      ...(manager === null ? {} : { 'parentsystemuserid@odata.bind': `/systemusers(${manager})` }),
    });
    const { roleid } = await first(
      `roles?$select=roleid&$filter=name eq 'Basic User' and _businessunitid_value eq ${unit}`,
    );
    await asAdmin(cloud, `POST systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(roleid)})`,
    });
    accounts.push(
      await made('accounts', 'accountid', { name: 'x', 'ownerid@odata.bind': `/systemusers(${user})` }),
    );
    manager = user;
  }
  const access = accounts.slice(1).map(async (id) => {
    const target = encodeURIComponent(JSON.stringify({ '@odata.id': `accounts(${id})` }));
    const path = `systemusers(${String(chain[0]?.['systemuserid'])})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`;
    return z.object({ AccessRights: z.string() }).parse(await (await asAdmin(cloud, `GET ${path}`)).json())
      .AccessRights;
  });
  expect(await Promise.all(access)).toEqual(expected);
});

test.each([
  ['refuse', 302, 'request_not_supported'],
  ['ignore', 200, null],
])('a request object at the authorize endpoint: %s', async (value, status, error) => {
  await choose('requestObjects', value);
  const { query } = authorizeRequest(cloud.description.adminClientId, {
    response_mode: 'query',
    request: 'a.b.c',
  });
  const answer = await fetch(`${cloud.description.login.http}/organizations/oauth2/v2.0/authorize?${query}`, {
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  expect([answer.status, location && new URL(location).searchParams.get('error')]).toEqual([status, error]);
});

test.each([
  ['rounded', [0.13, -0.13, 1.01, 12.34568]],
  ['kept', [0.125, -0.125, 1.005, 12.345678]],
])('more decimals than a column has: %s', async (value, stored) => {
  await choose('extraDecimals', value);
  const made = z.record(z.string(), z.unknown()).parse(
    await (
      await asAdmin(cloud, 'POST opportunities?$select=estimatedvalue,actualvalue,budgetamount', {
        name: 'x',
        estimatedvalue: 0.125,
        actualvalue: -0.125,
        budgetamount: 1.005,
      })
    ).json(),
  );
  const account = z.record(z.string(), z.unknown()).parse(
    await (
      await asAdmin(cloud, 'POST accounts?$select=address1_latitude', {
        name: 'x',
        address1_latitude: 12.345678,
      })
    ).json(),
  );
  expect([
    made['estimatedvalue'],
    made['actualvalue'],
    made['budgetamount'],
    account['address1_latitude'],
  ]).toEqual(stored);
});

test.each([
  ['user', 5],
  ['both', null],
])(
  'a secured column that the user reads, and the app that asks on its behalf does not: %s',
  async (value, expected) => {
    await choose('columnsOnBehalf', value);
    const { systemuserid: app, businessunitid: unit } = await first(
      `systemusers?$select=systemuserid&$expand=businessunitid($select=businessunitid)&$filter=applicationid eq ${appOf(cloud, 'Contoso Integration Hub').clientId}`,
    );
    const { businessunitid } = z.object({ businessunitid: z.string() }).parse(unit);
    const { roleid } = await first(
      `roles?$select=roleid&$filter=name eq 'Delegate' and _businessunitid_value eq ${businessunitid}`,
    );
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    await asAdmin(cloud, `POST systemusers(${String(app)})/systemuserroles_association/$ref`, {
      '@odata.id': `${pathUrl}/api/data/v9.2/roles(${String(roleid)})`,
    });
    const { UserId } = z
      .object({ UserId: z.string() })
      .parse(await (await asAdmin(cloud, 'GET WhoAmI')).json());
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
    const made = await asAdmin(cloud, 'POST contacts?$select=contactid', { lastname: 'x', annualincome: 5 });
    const { contactid } = z.object({ contactid: z.string() }).parse(await made.json());
    const shown = await fetch(`${pathUrl}/api/data/v9.2/contacts(${contactid})?$select=annualincome`, {
      headers: { authorization: `Bearer ${token}`, mscrmcallerid: UserId },
    });
    expect(await shown.json()).toMatchObject({ annualincome: expected });
  },
);

/** What was done, by its number, to the records of a table since a moment. */
const actionsSince = async (version: number, table: string): Promise<readonly unknown[]> => {
  const path = `audits?$select=action&$filter=versionnumber gt ${version} and objecttypecode eq '${table}'`;
  return rows.parse(await (await asAdmin(cloud, `GET ${path}`)).json()).value.map((it) => it['action']);
};
const lastVersion = async (): Promise<number> => {
  const made = await (await asAdmin(cloud, 'POST tasks', { subject: 'now' })).json();
  return Number(z.looseObject({ '@odata.etag': z.string() }).parse(made)['@odata.etag'].replace(/\D/g, ''));
};

test.each([
  ['all', { businessunit: [1], team: [1], hasCopies: true }],
  ['none', { businessunit: [1], team: [], hasCopies: false }],
])('what follows from a change in the log: %s', async (value, expected) => {
  await choose('auditedConsequences', value);
  const { businessunitid } = await first('businessunits?$filter=parentbusinessunitid eq null');
  const before = await lastVersion();
  await asAdmin(cloud, 'POST businessunits', {
    name: `Audited ${value}`,
    'parentbusinessunitid@odata.bind': `/businessunits(${String(businessunitid)})`,
  });
  expect({
    businessunit: await actionsSince(before, 'businessunit'),
    team: await actionsSince(before, 'team'),
    hasCopies: (await actionsSince(before, 'role')).length > 0,
  }).toEqual(expected);
});

test.each([
  ['named', { systemuser: [55], role: [] }],
  ['associate', { systemuser: [33], role: [33] }],
])('a role that is given in the log: %s', async (value, expected) => {
  await choose('auditedLinks', value);
  const { systemuserid, _businessunitid_value: unit } = await first(
    "systemusers?$filter=domainname eq 'bram.visser@contoso.demo.test'",
  );
  const { roleid } = await first(
    `roles?$filter=name eq 'Service Reader' and _businessunitid_value eq ${String(unit)}`,
  );
  const before = await lastVersion();
  const answer = await asAdmin(
    cloud,
    `POST systemusers(${String(systemuserid)})/systemuserroles_association/$ref`,
    { '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(roleid)})` },
  );
  expect(answer.status).toBe(204);
  expect({
    systemuser: await actionsSince(before, 'systemuser'),
    role: await actionsSince(before, 'role'),
  }).toEqual(expected);
});

test.each([
  ['setState', [41, 41]],
  ['activate', [5, 4]],
])('a new state in the log: %s', async (value, expected) => {
  await choose('auditedState', value);
  const { accountid } = z
    .looseObject({ accountid: z.string() })
    .parse(await (await asAdmin(cloud, 'POST accounts', { name: 'x' })).json());
  const before = await lastVersion();
  await asAdmin(cloud, `PATCH accounts(${accountid})`, { statecode: 1 });
  await asAdmin(cloud, `PATCH accounts(${accountid})`, { statecode: 0 });
  expect(await actionsSince(before, 'account')).toEqual(expected);
});
