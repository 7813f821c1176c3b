import { createHash, X509Certificate } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { importPKCS8 } from 'jose';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { signInDevice } from '../entra/device-page.ts';
import { appOf, consentToGraph, environmentOf, pickAccount, pressOn, tenantOf } from '../entra/sign-in.ts';
import { readUsers } from './read-users.ts';

const hub = 'Contoso Integration Hub';
const adele = 'adele.admin@contoso.demo.test';
/** With its slash, because the client takes it from the address that it was called back at. */
const redirectUri = 'http://localhost:5123/';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 } });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());

/** Reads the metadata as strictly as the specification has it: issuer, https everywhere. */
function discover(clientId: string, proof: oidc.ClientAuth, tenant = 'Contoso'): Promise<oidc.Configuration> {
  const issuer = new URL(`${cloud.description.login.https ?? ''}/${tenantOf(cloud, tenant)}/v2.0`);
  return oidc.discovery(issuer, clientId, undefined, proof);
}

async function certificateProof(algorithm: string): Promise<oidc.ClientAuth> {
  const { certificatePem = '', privateKeyPem = '' } = appOf(cloud, hub);
  const key = await importPKCS8(privateKeyPem, algorithm);
  const thumbprint = createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('base64url');
  return oidc.PrivateKeyJwt(key, {
    [oidc.modifyAssertion]: (header) => {
      header['x5t#S256'] = thumbprint;
    },
  });
}

const proofs: readonly [string, () => oidc.ClientAuth | Promise<oidc.ClientAuth>][] = [
  ['secret in the body', () => oidc.ClientSecretPost(appOf(cloud, hub).secret)],
  ['secret by HTTP Basic', () => oidc.ClientSecretBasic(appOf(cloud, hub).secret ?? '')],
  ['assertion, PS256', () => certificateProof('PS256')],
  ['assertion, RS256', () => certificateProof('RS256')],
];

test.each(proofs)('an app proves itself (%s) and reads systemusers', async (_how, proof) => {
  const config = await discover(appOf(cloud, hub).clientId, await proof(), 'Fabrikam');
  const environment = environmentOf(cloud, 'fabrikam');
  const answer = await oidc.clientCredentialsGrant(config, { scope: `${environment.url}/.default` });
  expect(await readUsers(environment.pathUrl, answer.access_token)).toContain('Felicia Monroe');
});

test('a refusal is one of RFC 6749', async () => {
  const config = await discover(appOf(cloud, hub).clientId, oidc.ClientSecretPost('wrong'));
  const asked = oidc.clientCredentialsGrant(config, {
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
  });
  await expect(asked).rejects.toMatchObject({ error: 'invalid_client', status: 401 });
});

test('a person signs in by code with PKCE, state and nonce; then refresh, user info and sign-out', async () => {
  await consentToGraph(cloud, adele);
  const config = await discover(cloud.description.adminClientId, oidc.None());
  const environment = environmentOf(cloud, 'contoso');
  const [verifier, state, nonce] = [
    oidc.randomPKCECodeVerifier(),
    oidc.randomState(),
    oidc.randomNonce(),
  ] as const;
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: `openid profile offline_access ${environment.url}/user_impersonation`,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  });
  expect(url.protocol).toBe('https:');
  const answer = await pickAccount(url.href, { account: adele });
  const tokens = await oidc.authorizationCodeGrant(config, new URL(answer.headers.get('location') ?? ''), {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  expect(claims).toMatchObject({ preferred_username: adele, ver: '2.0' });
  expect(await readUsers(environment.pathUrl, tokens.access_token)).toContain('Adele Hartog');

  const graph = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '', {
    scope: 'openid offline_access https://graph.demo.test/User.Read',
  });
  expect(graph.refresh_token).not.toBe(tokens.refresh_token);
  const person = await oidc.fetchUserInfo(config, graph.access_token, claims?.sub ?? '');
  expect(person).toMatchObject({ name: 'Adele Hartog', email: adele });

  const out = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: redirectUri, state: 'bye' });
  const back = await fetch(out, { redirect: 'manual' });
  expect(back.headers.get('location')).toBe(`${redirectUri}?state=bye`);
});

test('a sign-out that names no registered address ends on a page', async () => {
  const config = await discover(cloud.description.adminClientId, oidc.None());
  const out = oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: 'https://evil.example/' });
  const page = await fetch(out, { redirect: 'manual' });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('You signed out');
});

test('a person signs in by device code', async () => {
  const config = await discover(cloud.description.adminClientId, oidc.None());
  const device = await oidc.initiateDeviceAuthorization(config, {
    scope: `openid profile offline_access ${environmentOf(cloud, 'contoso').url}/.default`,
  });
  const ended = await signInDevice(device.verification_uri, device.user_code, adele);
  expect(ended).toContain('You have signed in');
  const tokens = await oidc.pollDeviceAuthorizationGrant(config, device);
  expect(tokens.claims()?.['preferred_username']).toBe(adele);
});

test('a silent sign-in without a session is refused as OpenID Connect has it', async () => {
  const config = await discover(cloud.description.adminClientId, oidc.None());
  const verifier = oidc.randomPKCECodeVerifier();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid',
    prompt: 'none',
    state: 'here',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const answer = await fetch(url, { redirect: 'manual' });
  const asked = oidc.authorizationCodeGrant(config, new URL(answer.headers.get('location') ?? ''), {
    pkceCodeVerifier: verifier,
    expectedState: 'here',
  });
  await expect(asked).rejects.toMatchObject({ error: 'login_required' });
});

test('consents for everybody by prompt=admin_consent of the older endpoint, and validates its id token', async () => {
  const metadata: unknown = await (
    await fetch(
      `${cloud.description.login.https ?? ''}/${tenantOf(cloud, 'Fabrikam')}/.well-known/openid-configuration`,
    )
  ).json();
  const { clientId, secret } = appOf(cloud, hub);
  const config = new oidc.Configuration(
    metadata as oidc.ServerMetadata,
    clientId,
    undefined,
    oidc.ClientSecretPost(secret),
  );
  const environment = environmentOf(cloud, 'fabrikam');
  const state = oidc.randomState();
  const nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    resource: environment.url,
    prompt: 'admin_consent',
    state,
    nonce,
  });
  const picked = await pickAccount(url.href, { account: 'felicia.admin@fabrikam.demo.test' });
  const back = await pressOn(await picked.text(), url.href, { answer: 'accept' });
  const called = new URL(back.headers.get('location') ?? '');
  expect(called.searchParams.get('admin_consent')).toBe('True');
  const tokens = await oidc.authorizationCodeGrant(config, called, {
    expectedState: state,
    expectedNonce: nonce,
  });
  expect(tokens.claims()).toMatchObject({ upn: 'felicia.admin@fabrikam.demo.test' });
  expect(await readUsers(environment.pathUrl, tokens.access_token)).toContain('Felicia Monroe');
});

test.each([
  ['resource', 901_002],
  ['scope', 9_000_411],
] as const)('is told of a parameter %s that does not belong there or comes twice', async (name, code) => {
  const config = await discover(
    appOf(cloud, hub).clientId,
    oidc.ClientSecretPost(appOf(cloud, hub).secret),
    'Fabrikam',
  );
  const { url } = environmentOf(cloud, 'fabrikam');
  const asked = oidc.clientCredentialsGrant(
    config,
    new URLSearchParams([
      ['scope', `${url}/.default`],
      [name, `${url}/.default`],
    ]),
  );
  await expect(asked).rejects.toMatchObject({
    error: 'invalid_request',
    error_description: expect.stringContaining(`AADSTS${code}`),
  });
});
