import { X509Certificate } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, refusalBody, tenantOf, userTokens } from './sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const metadata = z.looseObject({
  issuer: z.string(),
  token_endpoint: z.string(),
  authorization_endpoint: z.string(),
  jwks_uri: z.string(),
  cloud_instance_name: z.string(),
  msgraph_host: z.string(),
});

const load = (base: string, tenant: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/${tenant}/v2.0/.well-known/openid-configuration`, { headers });

describe('OpenID Connect metadata', () => {
  test('answers by id and by domain name with the same issuer', async () => {
    const { http } = cloud.description.login;
    const id = tenantOf(cloud, 'Fabrikam');
    const [byId, byName] = await Promise.all([load(http, id), load(http, 'Fabrikam.demo.test')]);
    const document = metadata.parse(await byId.json());
    expect(document).toEqual(metadata.parse(await byName.json()));
    expect(document.issuer).toBe(`${http}/${id}/v2.0`);
    expect(document.token_endpoint).toBe(`${http}/${id}/oauth2/v2.0/token`);
  });

  test('speaks of the tenant as a placeholder on the shared authorities', async () => {
    const { http } = cloud.description.login;
    const document = metadata.parse(await (await load(http, 'organizations')).json());
    expect(document.issuer).toBe(`${http}/{tenantid}/v2.0`);
    expect(document.token_endpoint).toBe(`${http}/organizations/oauth2/v2.0/token`);
  });

  test('uses canonical addresses for a canonical request, but an authorize page that a browser reaches', async () => {
    const { origin, key, login } = cloud.description;
    const id = tenantOf(cloud, 'Contoso');
    const response = await load(`${origin}/${key}/login.demo.test`, id, {
      'X-Forwarded-Host': 'login.demo.test',
    });
    const document = metadata.parse(await response.json());
    expect(document.issuer).toBe(`https://login.demo.test/${id}/v2.0`);
    expect(document.token_endpoint).toBe(`https://login.demo.test/${id}/oauth2/v2.0/token`);
    expect(document.authorization_endpoint).toBe(`${login.http}/${id}/oauth2/v2.0/authorize`);
    expect(document.msgraph_host).toBe('graph.demo.test');
  });

  test.each([
    ['00000000-0000-4000-8000-000000000000', 90002, 'invalid_tenant'],
    ['nobody.example', 90002, 'invalid_tenant'],
    ['not_a_tenant', 900023, 'invalid_request'],
    ['%zz', 900023, 'invalid_request'],
  ])('refuses the tenant %s with AADSTS%d', async (tenant, code, error) => {
    const response = await load(cloud.description.login.http, tenant);
    expect(response.status).toBe(400);
    expect(refusalBody.parse(await response.json())).toMatchObject({ error, error_codes: [code] });
  });

  test.each([
    ['Contoso', 'v1'],
    ['Contoso', 'v2'],
    ['common', 'v1'],
    ['common', 'v2'],
    ['consumers', 'v2'],
  ])('of %s in %s has the properties that were recorded', async (authority, version) => {
    const { http } = cloud.description.login;
    const tenant = authority === 'Contoso' ? tenantOf(cloud, 'Contoso') : authority;
    const v2 = version === 'v2' ? '/v2.0' : '';
    const document = metadata.parse(
      await (await fetch(`${http}/${tenant}${v2}/.well-known/openid-configuration`)).json(),
    );
    const ofVersion =
      version === 'v1'
        ? ['check_session_iframe', 'microsoft_multi_refresh_token']
        : ['request_uri_parameter_supported'];
    expect(Object.keys(document).toSorted()).toEqual(
      [
        'authorization_endpoint',
        'claims_supported',
        'cloud_graph_host_name',
        'cloud_instance_name',
        'device_authorization_endpoint',
        'end_session_endpoint',
        'frontchannel_logout_supported',
        'http_logout_supported',
        'id_token_signing_alg_values_supported',
        'issuer',
        'jwks_uri',
        'kerberos_endpoint',
        'msgraph_host',
        'rbac_url',
        'response_modes_supported',
        'response_types_supported',
        'scopes_supported',
        'subject_types_supported',
        'tenant_region_scope',
        'token_endpoint',
        'token_endpoint_auth_methods_supported',
        'userinfo_endpoint',
        ...ofVersion,
      ].toSorted(),
    );
    const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
    const id = authority === 'common' ? '{tenantid}' : authority === 'consumers' ? personal : tenant;
    expect(document).toMatchObject({
      issuer: version === 'v1' ? `https://sts.demo.test/${id}/` : `${http}/${id}/v2.0`,
      jwks_uri: `${http}/${tenant}/discovery${v2}/keys`,
      userinfo_endpoint:
        version === 'v1'
          ? `${http}/${tenant}/openid/userinfo`
          : `${cloud.description.graph.replace('127.0.0.1', 'localhost')}/oidc/userinfo`,
      scopes_supported: version === 'v1' ? ['openid'] : ['openid', 'profile', 'email', 'offline_access'],
    });
  });

  test('the id of the personal accounts’ tenant is another name of the consumers’ authority', async () => {
    const { http } = cloud.description.login;
    const [byName, byId] = await Promise.all([
      load(http, 'consumers'),
      load(http, '9188040d-6c67-4c5b-b112-36a304b66dad'),
    ]);
    expect(await byId.json()).toEqual(await byName.json());
  });

  test('user info of the older endpoint is that of the person, and of nobody else', async () => {
    const { http } = cloud.description.login;
    const { access_token: token } = await userTokens(
      cloud,
      'adele.admin@contoso.demo.test',
      'https://graph.demo.test/User.Read openid profile',
    );
    const ask = (authorization?: string): Promise<Response> =>
      fetch(`${http}/common/openid/userinfo`, {
        headers: authorization === undefined ? {} : { authorization },
      });
    expect(await (await ask(`Bearer ${token}`)).json()).toMatchObject({ name: 'Adele Hartog' });
    expect((await ask()).headers.get('www-authenticate')).toBe('Bearer');
    const refused = await ask('Bearer a.b.c');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
  });

  test('says for each key of version 2 whose tokens it verifies, and shows its certificate', async () => {
    const { http } = cloud.description.login;
    const keySet = z.object({
      keys: z.tuple([
        z.looseObject({
          kid: z.string(),
          x5t: z.string(),
          x5c: z.tuple([z.string()]),
          issuer: z.string().optional(),
        }),
      ]),
    });
    const keys = async (path: string) =>
      keySet.parse(await (await fetch(`${http}/${path}/keys`)).json()).keys[0];
    const tenant = tenantOf(cloud, 'Contoso');
    const common = await keys('common/discovery/v2.0');
    expect(common.issuer).toBe(`${http}/{tenantid}/v2.0`);
    expect((await keys(`${tenant}/discovery/v2.0`)).issuer).toBe(`${http}/${tenant}/v2.0`);
    expect((await keys('common/discovery')).issuer).toBeUndefined();
    const certificate = new X509Certificate(Buffer.from(common.x5c[0], 'base64'));
    const thumbprint = Buffer.from(certificate.fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
    expect([common.kid, common.x5t]).toEqual([thumbprint, thumbprint]);
  });

  test('publishes the keys that tokens are signed with', async () => {
    const { http } = cloud.description.login;
    const tenant = tenantOf(cloud, 'Contoso');
    const environment = environmentOf(cloud, 'contoso');
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenant, environment.url);
    const keys: unknown = await (await fetch(`${http}/${tenant}/discovery/v2.0/keys`)).json();
    const set = z.object({ keys: z.array(z.looseObject({ kty: z.literal('RSA') })) }).parse(keys);
    const verified = await jwtVerify(token, createLocalJWKSet(set), {
      audience: environment.url,
      issuer: `https://sts.demo.test/${tenant}/`,
    });
    expect(verified.protectedHeader.alg).toBe('RS256');
  });

  // `/common//discovery/instance`, as @azure/msal 1.4 puts it together.
  test('is found where a client puts two slashes', async () => {
    const { http } = cloud.description.login;
    const endpoint = encodeURIComponent('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
    const url = `${http}/common//discovery/instance?api-version=1.1&authorization_endpoint=${endpoint}`;
    expect((await fetch(url)).status).toBe(200);
  });

  test('knows its own instances and refuses others', async () => {
    const { http } = cloud.description.login;
    const ask = (endpoint: string): Promise<Response> =>
      fetch(
        `${http}/common/discovery/instance?api-version=1.1&authorization_endpoint=${encodeURIComponent(endpoint)}`,
      );
    const known = await ask('https://login.demo.test/common/oauth2/v2.0/authorize');
    expect(await known.json()).toMatchObject({
      'api-version': '1.1',
      metadata: [{ preferred_network: 'login.demo.test' }],
    });
    const builtIn = await ask('https://login.microsoftonline.com/common/oauth2/v2.0/authorize');
    expect(await builtIn.json()).toMatchObject({
      tenant_discovery_endpoint: `${http}/common/v2.0/.well-known/openid-configuration`,
      metadata: expect.arrayContaining([
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: [
            'login.microsoftonline.com',
            'login.windows.net',
            'login.microsoft.com',
            'sts.windows.net',
          ],
        },
      ]) as unknown,
    });
    const unknown = await ask('https://login.example.com/common/oauth2/v2.0/authorize');
    expect(unknown.status).toBe(400);
    expect(refusalBody.parse(await unknown.json()).error).toBe('invalid_instance');
  });

  test.each([
    ['Adele.Admin@contoso.demo.test', { account_type: 'Managed', domain_name: 'contoso.demo.test' }],
    ['somebody@example.com', { account_type: 'Unknown' }],
  ])('where %s signs in is told to clients with a password', async (username, realm) => {
    const { http } = cloud.description.login;
    const answer = await fetch(`${http}/common/userrealm/${username}?api-version=1.0`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      ver: '1.0',
      ...realm,
      cloud_instance_name: 'microsoftonline.com',
      cloud_audience_urn: 'urn:federation:MicrosoftOnline',
    });
  });
});
