import { decodeJwt } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, post, refusalBody, tenantOf, tokenBody } from './sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const hub = 'Contoso Integration Hub';

function form(name: string, changes: Record<string, string> = {}): Record<string, string> {
  const app = appOf(cloud, name);
  return {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.secret ?? '',
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
    ...changes,
  };
}

const ask = (tenant: string, body: Record<string, string>, headers = {}): Promise<Response> =>
  post(`${cloud.description.login.http}/${tenant}/oauth2/v2.0/token`, body, headers);

const bapList = (): string =>
  `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform/environments?api-version=2023-06-01`;

async function refused(response: Response) {
  return { status: response.status, ...refusalBody.parse(await response.json()) };
}

describe('client credentials with a secret', () => {
  test('give an app-only token with the claims of version 1', async () => {
    const tenant = tenantOf(cloud, 'Contoso');
    const response = await ask(tenant, form(hub));
    const { access_token: token, ...rest } = tokenBody.parse(await response.json());
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599 });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      aud: environmentOf(cloud, 'contoso').url,
      iss: `https://sts.demo.test/${tenant}/`,
      tid: tenant,
      appid: appOf(cloud, hub).clientId,
      appidacr: '1',
      app_displayname: hub,
      idtyp: 'app',
      ver: '1.0',
    });
    expect(claims['oid']).toBe(claims.sub);
    expect(claims).not.toHaveProperty('scp');
    expect(response.headers.get('cache-control')).toBe('no-store, no-cache');
  });

  test.each([
    ['https://graph.microsoft.com', (): string => `${cloud.description.graph}/v1.0/organization`, 403],
    ['https://service.powerapps.com/', bapList, 403],
    ['https://api.bap.microsoft.com', bapList, 403],
    [
      'https://globaldisco.crm.dynamics.com',
      (): string => `${cloud.description.discovery}/api/discovery/v2.0/Instances`,
      403,
    ],
  ])(
    'are given for %s, as programs name it, and known by the service, which has nothing for this app',
    async (resource, url, status) => {
      const response = await ask(tenantOf(cloud, 'Contoso'), form(hub, { scope: `${resource}/.default` }));
      const { access_token: token } = tokenBody.parse(await response.json());
      expect(decodeJwt(token).aud).toBe(resource);
      expect((await fetch(url(), { headers: { authorization: `Bearer ${token}` } })).status).toBe(status);
      const elsewhere = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(elsewhere.status).toBe(401);
    },
  );

  test('name another service principal in another tenant', async () => {
    const [home, foreign] = await Promise.all(
      [
        ['Contoso', 'contoso'],
        ['Fabrikam', 'fabrikam'],
      ].map(async ([tenant = '', environment = '']) => {
        const scope = `${environmentOf(cloud, environment).url}/.default`;
        const response = await ask(tenantOf(cloud, tenant), form(hub, { scope }));
        return decodeJwt(tokenBody.parse(await response.json()).access_token)['oid'];
      }),
    );
    expect(home).not.toBe(foreign);
  });

  test.each(['contoso.crm4.demo.test', 'contoso.api.crm4.demo.test'])(
    'take the resource %s in path form, and still name the canonical origin as audience',
    async (host) => {
      const { origin, key } = cloud.description;
      const response = await ask(
        'contoso.demo.test',
        form(hub, { scope: `${origin}/${key}/${host}/.default` }),
      );
      expect(decodeJwt(tokenBody.parse(await response.json()).access_token).aud).toBe(`https://${host}`);
    },
  );

  test('keep the slash of a resource that ends with one', async () => {
    const scope = 'https://contoso.crm4.demo.test//.default';
    const response = await ask('contoso.demo.test', form(hub, { scope }));
    expect(decodeJwt(tokenBody.parse(await response.json()).access_token).aud).toBe(
      'https://contoso.crm4.demo.test/',
    );
  });

  test('are taken by HTTP Basic, too', async () => {
    const { client_id: id = '', client_secret: secret = '', ...rest } = form(hub);
    const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
    const response = await ask('contoso.demo.test', rest, { authorization: `Basic ${basic}` });
    expect(response.status).toBe(200);
  });

  test('answer on the older endpoint with text instead of numbers', async () => {
    const { scope, ...rest } = form(hub);
    expect(scope).toBeDefined();
    const resource = environmentOf(cloud, 'contoso').url;
    const response = await post(`${cloud.description.login.http}/contoso.demo.test/oauth2/token`, {
      ...rest,
      resource,
    });
    expect(await response.json()).toMatchObject({
      token_type: 'Bearer',
      expires_in: '3599',
      resource,
      expires_on: expect.stringMatching(/^\d+$/),
    });
    const inAddress = new URLSearchParams({ resource }).toString();
    const token = `${cloud.description.login.http}/contoso.demo.test/oauth2/token?${inAddress}`;
    expect(await (await post(token, rest)).json()).toMatchObject({ resource });
  });

  const unknownGuid = '11111111-2222-4333-8444-555555555555';
  test.each<[string, string, string, Record<string, string>, number, number, string]>([
    ['a wrong secret', hub, 'contoso.demo.test', { client_secret: 'wrong' }, 401, 7000215, 'invalid_client'],
    ['an expired secret', 'Contoso Data Export', 'contoso.demo.test', {}, 401, 7000222, 'invalid_client'],
    ['no credential', hub, 'contoso.demo.test', { client_secret: '' }, 401, 7000218, 'invalid_client'],
    [
      'an unknown app',
      hub,
      'contoso.demo.test',
      { client_id: unknownGuid },
      400,
      700016,
      'unauthorized_client',
    ],
    [
      'a client id that is no id',
      hub,
      'contoso.demo.test',
      { client_id: 'hub' },
      400,
      700038,
      'unauthorized_client',
    ],
    [
      'an app of another tenant',
      'Fabrikam Invoice Bot',
      'contoso.demo.test',
      {},
      400,
      700016,
      'unauthorized_client',
    ],
    [
      'an app without consent',
      'Adventure Works Warehouse',
      'contoso.demo.test',
      {},
      401,
      7000229,
      'invalid_client',
    ],
    [
      'a disabled app',
      'Contoso Retired Connector',
      'fabrikam.demo.test',
      {},
      401,
      7000112,
      'unauthorized_client',
    ],
    [
      'an app blocked by policy',
      'Contoso Portal Sync',
      'adventureworks.demo.test',
      {},
      400,
      53003,
      'invalid_grant',
    ],
    ['an unknown tenant', hub, unknownGuid, {}, 400, 90002, 'invalid_request'],
    ['a malformed tenant', hub, 'contoso', {}, 400, 900023, 'invalid_request'],
    ['a shared authority', hub, 'organizations', {}, 400, 9001023, 'invalid_request'],
    ['no grant type', hub, 'contoso.demo.test', { grant_type: '' }, 400, 900144, 'invalid_request'],
    ['no scope', hub, 'contoso.demo.test', { scope: '' }, 400, 900144, 'invalid_request'],
    ['no client id', hub, 'contoso.demo.test', { client_id: '' }, 400, 900144, 'invalid_request'],
    [
      'an unknown grant type',
      hub,
      'contoso.demo.test',
      { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange' },
      400,
      70003,
      'unsupported_grant_type',
    ],
    [
      'a delegated scope',
      hub,
      'contoso.demo.test',
      { scope: 'https://contoso.crm4.demo.test/user_impersonation' },
      400,
      1002012,
      'invalid_scope',
    ],
    [
      'scopes of the sign-in alone',
      hub,
      'contoso.demo.test',
      { scope: 'openid profile offline_access' },
      400,
      1002012,
      'invalid_scope',
    ],
    [
      'two resources',
      hub,
      'contoso.demo.test',
      { scope: 'https://graph.demo.test/.default https://contoso.crm4.demo.test/.default' },
      400,
      700022,
      'invalid_scope',
    ],
    [
      'an unknown environment',
      hub,
      'contoso.demo.test',
      { scope: 'https://nothing.crm4.demo.test/.default' },
      400,
      500011,
      'invalid_resource',
    ],
    [
      "another tenant's environment",
      hub,
      'contoso.demo.test',
      { scope: 'https://fabrikam.crm.demo.test/.default' },
      400,
      500011,
      'invalid_resource',
    ],
  ])('are refused for %s', async (_what, app, tenant, changes, status, code, error) => {
    const result = await refused(await ask(tenant, form(app, changes)));
    expect(result).toMatchObject({ status, error, error_codes: [code] });
    expect(result.error_description).toMatch(
      new RegExp(
        `^AADSTS${code}: .+ Trace ID: ${result.trace_id} Correlation ID: ${result.correlation_id} Timestamp: ${result.timestamp}$`,
      ),
    );
  });

  test('are refused for a public client', async () => {
    const changes = { client_id: cloud.description.adminClientId };
    expect(await refused(await ask('contoso.demo.test', form(hub, changes)))).toMatchObject({
      error_codes: [7000215],
    });
  });

  test('are refused when a parameter comes twice, as JSON, or by GET', async () => {
    const url = `${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0/token`;
    const twice = `${new URLSearchParams(form(hub))}&client_id=x`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const repeated = await fetch(url, { method: 'POST', body: twice, headers });
    expect((await refused(repeated)).error_codes).toEqual([9000411]);
    const asJson = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(form(hub)),
      headers: { 'content-type': 'application/json' },
    });
    expect((await refused(asJson)).error_codes).toEqual([900144]);
    expect((await refused(await fetch(url))).error_codes).toEqual([900561]);
  });

  // As MSAL for Node up to 1.11 and MSAL for Java ask (AzureAD/microsoft-authentication-library-for-js, pull request 4999).
  test('pass over scopes of the sign-in', async () => {
    const { scope = '' } = form(hub);
    const response = await ask(
      'contoso.demo.test',
      form(hub, { scope: `${scope} openid profile offline_access` }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).not.toHaveProperty('refresh_token');
  });

  // As ms_rest_azure for Ruby asks, with the answer that its tests recorded (Azure/azure-sdk-for-ruby, vcr_cassettes).
  test('are given by the older endpoint for the form of a GET, and by the newer one not', async () => {
    const get = async (path: string, body: Record<string, string>) => {
      const answer = await request(`${cloud.description.login.http}/contoso.demo.test/${path}`, {
        method: 'GET',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(body).toString(),
      });
      return { status: answer.statusCode, body: await answer.body.json() };
    };
    const { clientId, secret = '' } = appOf(cloud, hub);
    const asked = { client_id: clientId, client_secret: secret, grant_type: 'client_credentials' };
    expect(
      await get('oauth2/token', { resource: environmentOf(cloud, 'contoso').url, ...asked }),
    ).toMatchObject({
      status: 200,
      body: {
        token_type: 'Bearer',
        expires_in: expect.any(String),
        expires_on: expect.any(String),
        not_before: expect.any(String),
        resource: environmentOf(cloud, 'contoso').url,
        access_token: expect.any(String),
      },
    });
    expect(await get('oauth2/v2.0/token', form(hub))).toMatchObject({
      status: 400,
      body: { error_codes: [900561] },
    });
  });

  test('repeat the correlation id that the client sent', async () => {
    const id = '0a1b2c3d-0000-4000-8000-000000000001';
    const response = await ask('contoso.demo.test', form(hub, { client_secret: 'wrong' }), {
      'client-request-id': id,
      'return-client-request-id': 'true',
    });
    expect(response.headers.get('client-request-id')).toBe(id);
    expect((await refused(response)).correlation_id).toBe(id);
  });
});
