import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ConfidentialClientApplication } from '@azure/msal-node';
import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, errorShape, graphToken, people } from '../graph/graph-rig.ts';
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

const api = 'Contoso Portal Sync';
const client = 'Contoso Integration Hub';
const scopeId = '5f5d3a8e-0000-4000-8000-000000000002';
let cloud: DemoCloud;
let adele = '';
const uri = () => `api://${appOf(cloud, api).clientId}`;
const application = () => `applications(appId='${appOf(cloud, api).clientId}')`;
const contoso = () => tenantOf(cloud, 'Contoso');
const patch = (body: unknown) => askGraph(cloud, adele, `PATCH ${application()}`, body);
const choose = async (requestedAccessTokenVersion: number | null): Promise<void> => {
  expect((await patch({ api: { requestedAccessTokenVersion } })).status).toBe(204);
};

beforeAll(async () => {
  cloud = await startDemoCloud({ https: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  adele = await graphToken(cloud, people.adele);
  const scope = {
    id: scopeId,
    value: 'access_as_user',
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Use the portal',
    adminConsentDescription: 'Use the portal as the person who is signed in',
  };
  const made = await patch({ identifierUris: [uri()], api: { oauth2PermissionScopes: [scope] } });
  if (made.status !== 204) throw new Error(made.text);
});
afterAll(() => cloud.close());

/** An app's token by one of the two endpoints. */
async function appToken(endpoint: 'v1' | 'v2'): Promise<string> {
  const { clientId, secret = '' } = appOf(cloud, client);
  const asked = endpoint === 'v1' ? { resource: uri() } : { scope: `${uri()}/.default` };
  const path = endpoint === 'v1' ? 'oauth2/token' : 'oauth2/v2.0/token';
  const answer = await post(`${cloud.description.login.http}/${contoso()}/${path}`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
    ...asked,
  });
  return tokenBody.parse(await answer.json()).access_token;
}

describe('the API decides the version of its access tokens, whichever endpoint was asked', () => {
  test.each<[number | null, 'v1' | 'v2', string]>([
    [null, 'v1', '1.0'],
    [null, 'v2', '1.0'],
    [1, 'v2', '1.0'],
    [2, 'v1', '2.0'],
    [2, 'v2', '2.0'],
  ])('requested %s, asked at %s: %s', async (requested, endpoint, version) => {
    await choose(requested);
    expect(decodeJwt(await appToken(endpoint))['ver']).toBe(version);
  });

  test('an app’s token of version 2 has the claims that were recorded of one', async () => {
    await choose(2);
    const token = await appToken('v2');
    expect(decodeProtectedHeader(token)).not.toHaveProperty('x5t');
    const claims = decodeJwt(token);
    expect(Object.keys(claims).toSorted()).toEqual([
      'aio',
      'aud',
      'azp',
      'azpacr',
      'exp',
      'iat',
      'iss',
      'nbf',
      'oid',
      'rh',
      'sub',
      'tid',
      'uti',
      'ver',
      'xms_ftd',
    ]);
    expect(claims).toMatchObject({
      aud: appOf(cloud, api).clientId,
      iss: `${cloud.description.login.http}/${contoso()}/v2.0`,
      azp: appOf(cloud, client).clientId,
      azpacr: '1',
    });
  });

  test('a person’s token of version 2 names the person without what belongs to version 1', async () => {
    await choose(2);
    const { access_token: token } = await userTokens(cloud, people.adele, `${uri()}/access_as_user`);
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({
      aud: appOf(cloud, api).clientId,
      azp: cloud.description.adminClientId,
      azpacr: '0',
      scp: 'access_as_user',
      preferred_username: people.adele,
      ver: '2.0',
    });
    for (const name of ['appid', 'appidacr', 'upn', 'unique_name', 'acr', 'amr', 'ipaddr', 'idtyp']) {
      expect(claims).not.toHaveProperty(name);
    }
  });
});

/** What an API does with a token: metadata of its version, keys, issuer, audience (Learn: access-tokens, "Validate tokens"). */
async function validate(token: string, version: '' | '/v2.0', audience: string): Promise<void> {
  const base = `${cloud.description.login.http}/${contoso()}${version}`;
  const document = z
    .looseObject({ issuer: z.string(), jwks_uri: z.string() })
    .parse(await (await fetch(`${base}/.well-known/openid-configuration`)).json());
  const keys = z
    .object({ keys: z.array(z.looseObject({ kty: z.string() })) })
    .parse(await (await fetch(document.jwks_uri)).json());
  await jwtVerify(token, createLocalJWKSet(keys), { issuer: document.issuer, audience });
}

test('each version is validated against the metadata of its own version, and of no other', async () => {
  await choose(2);
  const newer = await appToken('v1');
  await validate(newer, '/v2.0', appOf(cloud, api).clientId);
  await expect(validate(newer, '', appOf(cloud, api).clientId)).rejects.toThrow('"iss"');
  await choose(1);
  const older = await appToken('v2');
  await validate(older, '', uri());
  await expect(validate(older, '/v2.0', uri())).rejects.toThrow('"iss"');
});

test('msal-node gets version 2, and the API acts on behalf of the person with it', async () => {
  await choose(2);
  const { access_token: token } = await userTokens(cloud, people.adele, `${uri()}/access_as_user`);
  const { https = '' } = cloud.description.login;
  const { clientId, secret = '' } = appOf(cloud, api);
  const msal = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret: secret,
      authority: `${https}/${contoso()}`,
      knownAuthorities: [new URL(https).host],
    },
  });
  const idOf = async (appId: string): Promise<unknown> =>
    (await askGraph(cloud, adele, `GET servicePrincipals(appId='${appId}')?$select=id`)).json['id'];
  await askGraph(cloud, adele, 'POST oauth2PermissionGrants', {
    clientId: await idOf(clientId),
    consentType: 'AllPrincipals',
    resourceId: await idOf('00000007-0000-0000-c000-000000000000'),
    scope: 'user_impersonation',
  });
  const { url } = environmentOf(cloud, 'contoso');
  const result = await msal.acquireTokenOnBehalfOf({
    oboAssertion: token,
    scopes: [`${url}/user_impersonation`],
  });
  expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ aud: url, ver: '1.0', upn: people.adele });
});

test.each(['v1', 'v2'] as const)('an id token of %s is no access token to act with', async (version) => {
  const { login, adminClientId } = cloud.description;
  const first = await userTokens(cloud, people.adele, 'openid profile offline_access');
  const path = version === 'v1' ? 'oauth2/token' : 'oauth2/v2.0/token';
  const answer = await post(`${login.http}/${contoso()}/${path}`, {
    grant_type: 'refresh_token',
    client_id: adminClientId,
    refresh_token: first.refresh_token ?? '',
    scope: 'openid',
  });
  const { id_token: assertion = '' } = tokenBody.parse(await answer.json());
  expect(decodeJwt(assertion)['ver']).toBe(version === 'v1' ? '1.0' : '2.0');
  const { clientId, secret = '' } = appOf(cloud, api);
  const refused = await post(`${login.http}/${contoso()}/oauth2/v2.0/token`, {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: clientId,
    client_secret: secret,
    scope: 'https://graph.demo.test/.default',
    assertion,
  });
  expect(refusalBody.parse(await refused.json()).error_codes).toEqual([240002]);
});

describe('services of Microsoft', () => {
  test('are given version 1, whichever endpoint was asked', async () => {
    for (const resource of ['https://graph.demo.test', environmentOf(cloud, 'contoso').url]) {
      expect(decodeJwt(await appTokenFor(cloud, client, contoso(), resource))['ver']).toBe('1.0');
    }
  });

  test('refuse a token that was made for somebody’s own API, of either version', async () => {
    for (const version of [1, 2]) {
      await choose(version);
      const authorization = `Bearer ${await appToken('v2')}`;
      const environment = environmentOf(cloud, 'contoso');
      const asked = [
        `${environment.pathUrl}/api/data/v9.2/WhoAmI`,
        `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform/environments?api-version=2020-10-01`,
        `${cloud.description.discovery}/api/discovery/v2.0/Instances`,
      ].map(async (url) => (await fetch(url, { headers: { authorization } })).status);
      expect(await Promise.all(asked)).toEqual([401, 401, 401]);
      const refused = await askGraph(cloud, authorization.slice(7), 'GET me');
      expect(errorShape.parse(refused.json).error).toMatchObject({
        code: 'InvalidAuthenticationToken',
        message: 'Access token validation failure. Invalid audience.',
      });
    }
  });
});

describe('requestedAccessTokenVersion in Graph', () => {
  const detailed = z.looseObject({
    error: z.looseObject({ code: z.string(), message: z.string(), details: z.array(z.unknown()) }),
  });

  test('is shown, and 2 for an app that personal accounts may use', async () => {
    await choose(null);
    expect((await askGraph(cloud, adele, `GET ${application()}?$select=api`)).json['api']).toMatchObject({
      requestedAccessTokenVersion: null,
    });
    const made = await askGraph(cloud, adele, 'POST applications', { displayName: 'For everybody' });
    expect(made.json).toMatchObject({
      signInAudience: 'AzureADandPersonalMicrosoftAccount',
      api: { requestedAccessTokenVersion: 2 },
    });
  });

  test('has to be 2 before personal accounts may use the app', async () => {
    await choose(1);
    const widen = { signInAudience: 'AzureADandPersonalMicrosoftAccount' };
    const refused = await patch(widen);
    expect([refused.status, detailed.parse(refused.json).error]).toMatchObject([
      400,
      {
        code: 'InvalidValue',
        message: 'Property api.requestedAccessTokenVersion is invalid.',
        details: [{ target: 'api.requestedAccessTokenVersion', code: 'InvalidValue' }],
      },
    ]);
    expect((await patch({ ...widen, api: { requestedAccessTokenVersion: 2 } })).status).toBe(204);
    expect((await patch({ api: { requestedAccessTokenVersion: null } })).status).toBe(400);
    expect((await patch({ signInAudience: 'AzureADMyOrg' })).status).toBe(204);
  });

  test.each([3, '2', {}, [], true])('%j is refused', async (requestedAccessTokenVersion) => {
    expect((await patch({ api: { requestedAccessTokenVersion } })).status).toBe(400);
  });
});
