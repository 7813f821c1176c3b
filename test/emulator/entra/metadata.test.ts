import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, refusalBody, tenantOf } from './sign-in.ts';

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
    const unknown = await ask('https://login.example.com/common/oauth2/v2.0/authorize');
    expect(unknown.status).toBe(400);
    expect(refusalBody.parse(await unknown.json()).error).toBe('invalid_instance');
  });
});
