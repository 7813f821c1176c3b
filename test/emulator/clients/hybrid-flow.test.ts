import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { decodeJwt } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  authorizeRequest,
  environmentOf,
  fieldOf,
  pickAccount,
  pressOn,
  tenantOf,
} from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';

const redirectUri = 'https://localhost:5124/signin-oidc';
let cloud: DemoCloud;
let adele = '';
let clientId = '';
let secret = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  adele = await graphToken(cloud, people.adele);
  const { json } = await askGraph(cloud, adele, 'POST applications', {
    displayName: 'A web app',
    signInAudience: 'AzureADMyOrg',
    web: { redirectUris: [redirectUri] },
  });
  clientId = String(json['appId']);
  const added = await askGraph(cloud, adele, `POST ${application()}/addPassword`, {});
  secret = String(added.json['secretText']);
  await askGraph(cloud, adele, 'POST servicePrincipals', { appId: clientId });
});
afterAll(() => cloud.close());

const application = () => `applications(appId='${clientId}')`;
const turn = async (implicitGrantSettings: unknown): Promise<number> =>
  (await askGraph(cloud, adele, `PATCH ${application()}`, { web: { implicitGrantSettings } })).status;
const on = { enableIdTokenIssuance: true, enableAccessTokenIssuance: true };

const discover = (): Promise<oidc.Configuration> =>
  oidc.discovery(
    new URL(`${cloud.description.login.https ?? ''}/${tenantOf(cloud, 'Contoso')}/v2.0`),
    clientId,
    undefined,
    oidc.ClientSecretPost(secret),
  );

/** Signs a person in at an address of the client's; the answer as it is posted back to the app. */
async function signIn(address: URL): Promise<Request> {
  const picked = await pickAccount(address.href, { account: people.adele });
  const html = await picked.text();
  const page = html.includes('Permissions requested')
    ? await (await pressOn(html, address.href, { answer: 'accept' })).text()
    : html;
  const names = ['code', 'id_token', 'access_token', 'token_type', 'expires_in', 'scope', 'state', 'error'];
  const fields = names
    .map((name) => [name, fieldOf(page, name)] as const)
    .filter(([, value]) => value !== '');
  return new Request(redirectUri, { method: 'POST', body: new URLSearchParams(Object.fromEntries(fields)) });
}

describe('a web app that has turned id tokens on', () => {
  test('takes the person from the id token alone, as openid-client validates it', async () => {
    expect(await turn(on)).toBe(204);
    const config = await discover();
    oidc.useIdTokenResponseType(config);
    const [expectedNonce, expectedState] = [oidc.randomNonce(), oidc.randomState()];
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      response_mode: 'form_post',
      scope: 'openid profile',
      nonce: expectedNonce,
      state: expectedState,
    });
    const claims = await oidc.implicitAuthentication(config, await signIn(address), expectedNonce, {
      expectedState,
    });
    expect(claims).toMatchObject({ aud: clientId, preferred_username: people.adele });
  });

  test('takes a code beside it, which belongs to it', async () => {
    await turn(on);
    const config = await discover();
    oidc.useCodeIdTokenResponseType(config);
    const [expectedNonce, expectedState] = [oidc.randomNonce(), oidc.randomState()];
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      response_mode: 'form_post',
      scope: `openid profile offline_access ${environmentOf(cloud, 'contoso').url}/user_impersonation`,
      nonce: expectedNonce,
      state: expectedState,
      code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
    });
    const tokens = await oidc.authorizationCodeGrant(config, await signIn(address), {
      expectedNonce,
      expectedState,
      pkceCodeVerifier,
    });
    expect(decodeJwt(tokens.access_token)).toMatchObject({ scp: 'user_impersonation' });
  });

  test('and access tokens, gets one that its id token is bound to', async () => {
    await turn(on);
    const { query } = authorizeRequest(clientId, {
      redirect_uri: redirectUri,
      response_type: 'token id_token',
      scope: 'openid profile User.Read',
    });
    const address = new URL(
      `${cloud.description.login.https ?? ''}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/authorize?${query}`,
    );
    const given = new URLSearchParams(await (await signIn(address)).text());
    expect(given.get('code')).toBeNull();
    expect([given.get('token_type'), given.get('expires_in')]).toEqual(['Bearer', '3599']);
    expect(decodeJwt(given.get('access_token') ?? '')).toMatchObject({ scp: 'User.Read', appidacr: '0' });
    expect(decodeJwt(given.get('id_token') ?? '')).toHaveProperty('at_hash');
  });
});

describe('tokens in the answer of the sign-in are refused', () => {
  test.each<[string, object, Record<string, string>, number]>([
    [
      'id tokens that are off',
      { ...on, enableIdTokenIssuance: false },
      { response_type: 'id_token' },
      700054,
    ],
    [
      'access tokens that are off',
      { ...on, enableAccessTokenIssuance: false },
      { response_type: 'token' },
      700051,
    ],
    ['in the query', on, { response_type: 'id_token', response_mode: 'query' }, 70007],
    ['without a nonce', on, { response_type: 'code id_token', nonce: '' }, 900144],
    ['with a type that there is not', on, { response_type: 'code id_token none' }, 70005],
    ['with a type that is there twice', on, { response_type: 'id_token id_token' }, 70005],
  ])('%s', async (_what, settings, changes, code) => {
    expect(await turn(settings)).toBe(204);
    const { query } = authorizeRequest(clientId, {
      redirect_uri: redirectUri,
      response_mode: 'fragment',
      scope: 'openid',
      ...changes,
    });
    const answer = await fetch(
      `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/authorize?${query}`,
      { redirect: 'manual' },
    );
    const location = new URL(answer.headers.get('location') ?? '');
    expect(location.search).toBe('');
    expect(new URLSearchParams(location.hash.slice(1)).get('error_description')).toContain(`AADSTS${code}:`);
  });
});

test('Graph shows which are on, and keeps what a change does not name', async () => {
  await turn({ enableIdTokenIssuance: true });
  await turn({ enableAccessTokenIssuance: false });
  const { json } = await askGraph(cloud, adele, `GET ${application()}?$select=web`);
  expect(json['web']).toMatchObject({
    redirectUris: [redirectUri],
    implicitGrantSettings: { enableIdTokenIssuance: true, enableAccessTokenIssuance: false },
  });
  expect(await turn('yes')).toBe(400);
  expect(await turn({ enableIdTokenIssuance: 'yes' })).toBe(400);
});
