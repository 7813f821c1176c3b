import { randomUUID } from 'node:crypto';
import { importPKCS8, type JWTPayload, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
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
import { askScenario, chooseRule } from './choose-rule.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const choose = (rule: string, value: string): Promise<void> => chooseRule(cloud, rule, value);
afterEach(() => askScenario(cloud, 'POST', '/reset'));

const rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) });
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
  await askScenario(cloud, 'POST', '', { target: 'contoso', fault: 'firewall', times: 1 });
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
    await askScenario(cloud, 'PUT', '/clock', { advanceSeconds: days * 86_400 });
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
