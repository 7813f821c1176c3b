import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { OnBehalfOfCredential } from '@azure/identity';
import { ConfidentialClientApplication } from '@azure/msal-node';
import fc from 'fast-check';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, errorShape, graphToken, people } from '../graph/graph-rig.ts';
import { readUsers } from '../clients/read-users.ts';
import {
  appOf,
  appTokenFor,
  environmentOf,
  post,
  refusalBody,
  tenantOf,
  tokenBody,
  userTokens,
} from './sign-in.ts';

const hub = 'Contoso Integration Hub';
const scopeId = '5f5d3a8e-0000-4000-8000-000000000001';
let cloud: DemoCloud;
let adele = '';
/** A token of the administrator for the hub's own API. */
let assertion = '';
const uri = () => `api://${appOf(cloud, hub).clientId}`;
const application = () => `applications(appId='${appOf(cloud, hub).clientId}')`;
const dataverse = () => `${environmentOf(cloud, 'contoso').url}/user_impersonation`;

beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, control: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  adele = await graphToken(cloud, people.adele);
  const made = await askGraph(cloud, adele, `PATCH ${application()}`, {
    identifierUris: [uri()],
    api: {
      oauth2PermissionScopes: [
        {
          id: scopeId,
          value: 'access_as_user',
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use the hub',
          adminConsentDescription: 'Use the hub as the person who is signed in',
        },
      ],
    },
  });
  if (made.status !== 204) throw new Error(made.text);
  assertion = (await userTokens(cloud, people.adele, `${uri()}/access_as_user`)).access_token;
});
afterAll(() => cloud.close());

/** Consent of everybody that the hub may act for them at Dataverse; given once, by the second half of the tests. */
async function consent(): Promise<void> {
  const idOf = async (appId: string): Promise<unknown> =>
    (await askGraph(cloud, adele, `GET servicePrincipals(appId='${appId}')?$select=id`)).json['id'];
  await askGraph(cloud, adele, 'POST oauth2PermissionGrants', {
    clientId: await idOf(appOf(cloud, hub).clientId),
    consentType: 'AllPrincipals',
    resourceId: await idOf('00000007-0000-0000-c000-000000000000'),
    scope: 'user_impersonation',
  });
}

function send(fields: Record<string, string>, app = hub): Promise<Response> {
  return post(`${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: appOf(cloud, app).clientId,
    client_secret: appOf(cloud, app).secret ?? '',
    assertion,
    scope: dataverse(),
    requested_token_use: 'on_behalf_of',
    ...fields,
  });
}
async function refusalOf(answer: Response): Promise<readonly [number, string, number, string]> {
  const body = refusalBody.parse(await answer.json());
  return [answer.status, body.error, body.error_codes[0], body.error_description];
}

test('a token for an API of one’s own names it and the permission', () => {
  expect(decodeJwt(assertion)).toMatchObject({
    aud: uri(),
    scp: 'access_as_user',
    appid: cloud.description.adminClientId,
    ver: '1.0',
  });
});

describe('on behalf of a person', () => {
  test('nothing is given that nobody has consented to', async () => {
    const [status, error, code] = await refusalOf(await send({}));
    expect([status, error, code]).toEqual([400, 'invalid_grant', 65001]);
  });

  test('an API gets a token of the person for Dataverse', async () => {
    await consent();
    const { access_token: token, refresh_token: refresh } = tokenBody.parse(await (await send({})).json());
    expect(decodeJwt(token)).toMatchObject({
      appid: appOf(cloud, hub).clientId,
      appidacr: '1',
      scp: 'user_impersonation',
      upn: people.adele,
    });
    expect(refresh).toBeUndefined();
    expect(await readUsers(environmentOf(cloud, 'contoso').pathUrl, token)).toContain('Adele Hartog');
    const more = await send({ scope: `${dataverse()} offline_access` });
    expect(tokenBody.parse(await more.json()).refresh_token).toBeDefined();
  });

  test('msal-node and @azure/identity do it, too', async () => {
    await consent();
    const { clientId, secret = '' } = appOf(cloud, hub);
    const { https = '' } = cloud.description.login;
    const tenantId = tenantOf(cloud, 'Contoso');
    const msal = new ConfidentialClientApplication({
      auth: {
        clientId,
        clientSecret: secret,
        authority: `${https}/${tenantId}`,
        knownAuthorities: [new URL(https).host],
      },
    });
    const result = await msal.acquireTokenOnBehalfOf({ oboAssertion: assertion, scopes: [dataverse()] });
    expect(decodeJwt(result?.accessToken ?? '')['upn']).toBe(people.adele);
    // Taken by the library although its types do not name the last of them.
    const options = {
      tenantId,
      clientId,
      clientSecret: secret,
      userAssertionToken: assertion,
      authorityHost: https,
      disableInstanceDiscovery: true,
    };
    const credential = new OnBehalfOfCredential(options);
    expect(decodeJwt((await credential.getToken(dataverse())).token)['upn']).toBe(people.adele);
  });

  test('at the older endpoint, with a resource', async () => {
    await consent();
    const answer = await post(`${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/token`, {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: appOf(cloud, hub).clientId,
      client_secret: appOf(cloud, hub).secret ?? '',
      assertion,
      resource: environmentOf(cloud, 'contoso').url,
      requested_token_use: 'on_behalf_of',
    });
    expect(tokenBody.parse(await answer.json()).scope).toBe('user_impersonation');
  });
});

describe('it is refused', () => {
  test.each<[string, () => Promise<Response>, number, string, number]>([
    ['garbage', () => send({ assertion: 'a.b.c' }), 400, 'invalid_request', 50027],
    [
      'a token that was changed',
      () => send({ assertion: `${assertion.slice(0, -8)}AAAAAAAA` }),
      400,
      'invalid_grant',
      50013,
    ],
    ['a token for Graph', () => send({ assertion: adele }), 400, 'invalid_grant', 50013],
    [
      'a token for another API',
      async () => send({ assertion: (await userTokens(cloud, people.adele, dataverse())).access_token }),
      400,
      'invalid_grant',
      500131,
    ],
    [
      'an app’s own token',
      async () => send({ assertion: await appTokenFor(cloud, hub, tenantOf(cloud, 'Contoso'), uri()) }),
      400,
      'unauthorized_client',
      7000114,
    ],
    [
      'an id token',
      async () =>
        send({ assertion: (await userTokens(cloud, people.adele, 'openid profile')).id_token ?? '' }),
      400,
      'invalid_grant',
      240002,
    ],
    ['no assertion', () => send({ assertion: '' }), 400, 'invalid_request', 900144],
    ['no use', () => send({ requested_token_use: '' }), 400, 'invalid_request', 900144],
    ['another use', () => send({ requested_token_use: 'delegation' }), 400, 'invalid_request', 90023],
    ['no scope', () => send({ scope: '' }), 400, 'invalid_request', 900144],
    ['a wrong secret', () => send({ client_secret: 'x' }), 401, 'invalid_client', 7000215],
    [
      'a public client',
      () => send({ client_id: cloud.description.adminClientId }),
      401,
      'invalid_client',
      7000215,
    ],
    ['an unknown resource', () => send({ scope: 'api://nobody/.default' }), 400, 'invalid_resource', 500011],
  ])('%s', async (_what, ask, ...expected) => {
    const [status, error, code] = await refusalOf(await ask());
    expect([status, error, code]).toEqual(expected);
  });

  test('when the token of the person has expired', async () => {
    const clock = `${cloud.description.control ?? ''}/clock`;
    await fetch(clock, { method: 'PUT', body: JSON.stringify({ advanceSeconds: 4000 }) });
    const [, , code, text] = await refusalOf(await send({}));
    expect(code).toBe(500133);
    expect(text).toMatch(/Current time: \S+Z, expiry time of assertion \S+Z\./);
    await fetch(clock, { method: 'DELETE' });
  });

  test('assertions of any kind, and nothing fails', async () => {
    const part = fc.oneof(
      fc.json({ maxDepth: 1 }).map((text) => Buffer.from(text).toString('base64url')),
      fc.constantFrom(...assertion.split('.')),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(part, part, part, async (...parts) => {
        fc.pre(parts.join('.') !== assertion);
        expect((await send({ assertion: parts.join('.') })).status).toBe(400);
      }),
      { numRuns: 60 },
    );
  });
});

test('for itself, an app gets a token of a person by its client id alone', async () => {
  const scope = { id: scopeId, value: 'access_as_user', type: 'User', isEnabled: true };
  const { adminClientId } = cloud.description;
  await askGraph(cloud, adele, `PATCH applications(appId='${adminClientId}')`, {
    identifierUris: [`api://${adminClientId}`],
    api: { oauth2PermissionScopes: [scope] },
  });
  const byId = await userTokens(cloud, people.adele, `${adminClientId}/access_as_user offline_access`);
  expect(decodeJwt(byId.access_token)).toMatchObject({ aud: adminClientId, scp: 'access_as_user' });
  const answer = await post(`${cloud.description.login.http}/organizations/oauth2/v2.0/token`, {
    grant_type: 'refresh_token',
    client_id: adminClientId,
    refresh_token: byId.refresh_token ?? '',
    scope: `api://${adminClientId}/access_as_user`,
  });
  const [status, error, code] = await refusalOf(answer);
  expect([status, error, code]).toEqual([400, 'invalid_request', 90009]);
});

describe('what an app offers as an API', () => {
  const scope = { id: '5f5d3a8e-0000-4000-8000-000000000002', value: 'read', type: 'User', isEnabled: true };
  const patch = (body: unknown, name = 'Contoso Portal Sync') =>
    askGraph(cloud, adele, `PATCH applications(appId='${appOf(cloud, name).clientId}')`, body);

  test('is shown by its application and its service principal', async () => {
    const app = (await askGraph(cloud, adele, `GET ${application()}`)).json;
    const principal = (
      await askGraph(cloud, adele, `GET servicePrincipals(appId='${appOf(cloud, hub).clientId}')`)
    ).json;
    expect(app).toMatchObject({
      identifierUris: [uri()],
      api: { oauth2PermissionScopes: [{ value: 'access_as_user' }] },
    });
    expect(principal).toMatchObject({
      servicePrincipalNames: [appOf(cloud, hub).clientId, uri()],
      oauth2PermissionScopes: [{ value: 'access_as_user' }],
    });
  });

  test('is disabled before it is taken back', async () => {
    expect((await patch({ api: { oauth2PermissionScopes: [scope] } })).status).toBe(204);
    const refused = await patch({ api: { oauth2PermissionScopes: [] } });
    expect(errorShape.parse(refused.json).error.code).toBe('CannotDeleteOrUpdateEnabledEntitlement');
    expect((await patch({ api: { oauth2PermissionScopes: [{ ...scope, isEnabled: false }] } })).status).toBe(
      204,
    );
    expect((await patch({ api: { oauth2PermissionScopes: [] } })).status).toBe(204);
  });

  test.each<[string, unknown, string]>([
    ['a name that is taken', { identifierUris: ['taken'] }, 'Request_MultipleObjectsWithSameKeyValue'],
    ['a foreign domain', { identifierUris: ['https://example.com/api'] }, 'HostNameNotOnVerifiedDomain'],
    ['a name that is none', { identifierUris: ['hub'] }, 'Request_BadRequest'],
    ['names that are none', { identifierUris: 'api://x' }, 'Request_BadRequest'],
    ['scopes that are none', { api: { oauth2PermissionScopes: [null] } }, 'Request_BadRequest'],
    ['an api that is none', { api: [] }, 'Request_BadRequest'],
    ['a scope without id', { api: { oauth2PermissionScopes: [{ value: 'read' }] } }, 'Request_BadRequest'],
    ['a scope twice', { api: { oauth2PermissionScopes: [scope, scope] } }, 'Request_BadRequest'],
  ])('is refused with %s', async (_what, body, code) => {
    const text = JSON.stringify(body).replace('"taken"', JSON.stringify(uri()));
    const refused = await patch(JSON.parse(text));
    expect([refused.status, errorShape.parse(refused.json).error.code]).toEqual([400, code]);
  });
});
