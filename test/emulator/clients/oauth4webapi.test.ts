import { createHash, X509Certificate } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createRemoteJWKSet, importPKCS8, jwtVerify } from 'jose';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { signInDevice } from '../entra/device-page.ts';
import { appOf, environmentOf, pickAccount, tenantOf } from '../entra/sign-in.ts';
import { readUsers } from './read-users.ts';

const hub = 'Contoso Integration Hub';
const adele = 'adele.admin@contoso.demo.test';
const redirectUri = 'http://localhost:5124/';

let cloud: DemoCloud;
/** The sign-in service as its metadata, read over https and checked for its issuer, describes it. */
let server: oauth.AuthorizationServer;
let scope = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 } });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
  const issuer = new URL(`${cloud.description.login.https ?? ''}/${tenantOf(cloud, 'Contoso')}/v2.0`);
  server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer));
  scope = `${environmentOf(cloud, 'contoso').url}/.default`;
});
afterAll(() => cloud.close());

const client = (): oauth.Client => ({ client_id: appOf(cloud, hub).clientId });
const person = (): oauth.Client => ({ client_id: cloud.description.adminClientId });

async function keyProof(algorithm: string): Promise<oauth.ClientAuth> {
  const { certificatePem = '', privateKeyPem = '' } = appOf(cloud, hub);
  const thumbprint = createHash('sha256').update(new X509Certificate(certificatePem).raw).digest('base64url');
  return oauth.PrivateKeyJwt(await importPKCS8(privateKeyPem, algorithm), {
    [oauth.modifyAssertion]: (header) => {
      header['x5t#S256'] = thumbprint;
    },
  });
}

const ask = (proof: oauth.ClientAuth, parameters: Record<string, string> = { scope }): Promise<Response> =>
  oauth.clientCredentialsGrantRequest(server, client(), proof, parameters);

const proofs: readonly [string, () => oauth.ClientAuth | Promise<oauth.ClientAuth>][] = [
  ['client_secret_post', () => oauth.ClientSecretPost(appOf(cloud, hub).secret ?? '')],
  ['client_secret_basic', () => oauth.ClientSecretBasic(appOf(cloud, hub).secret ?? '')],
  ['private_key_jwt, PS256', () => keyProof('PS256')],
  ['private_key_jwt, RS256', () => keyProof('RS256')],
];

describe('oauth4webapi', () => {
  test.each(proofs)('an app proves itself by %s; jose finds its token to be good', async (_how, proof) => {
    const answer = await ask(await proof());
    const { access_token: token } = await oauth.processClientCredentialsResponse(server, client(), answer);
    const keys = createRemoteJWKSet(new URL(server.jwks_uri ?? ''));
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      audience: environmentOf(cloud, 'contoso').url,
      issuer: `https://sts.demo.test/${tenantOf(cloud, 'Contoso')}/`,
      algorithms: ['RS256'],
      requiredClaims: ['appid', 'oid', 'tid', 'uti'],
    });
    expect(payload).toMatchObject({
      appid: client().client_id,
      appidacr: _how.startsWith('client') ? '1' : '2',
    });
    expect(protectedHeader).toMatchObject({ typ: 'JWT', kid: protectedHeader['x5t'] });
    const [head = '', body = '', signature = ''] = token.split('.');
    const other = Buffer.from(Buffer.from(body, 'base64url').toString().replace('"tid"', '"xtid"')).toString(
      'base64url',
    );
    await expect(jwtVerify([head, other, signature].join('.'), keys)).rejects.toThrow(
      'signature verification failed',
    );
  });

  test.each([
    ['a wrong secret', 'wrong', undefined, 'invalid_client', 401],
    ['no scope', undefined, {}, 'invalid_request', 400],
    ['a scope that is not .default', undefined, { scope: 'openid' }, 'invalid_scope', 400],
    ['an unknown resource', undefined, { scope: 'https://none.demo.test/.default' }, 'invalid_resource', 400],
  ] as const)('%s is refused as RFC 6749 says', async (_what, secret, parameters, error, status) => {
    const proof = oauth.ClientSecretPost(secret ?? appOf(cloud, hub).secret ?? '');
    const answer = await ask(proof, parameters);
    await expect(oauth.processClientCredentialsResponse(server, client(), answer)).rejects.toMatchObject({
      code: oauth.RESPONSE_BODY_ERROR,
      error,
      status,
      error_description: expect.stringMatching(/^AADSTS\d+: /),
      cause: { error_codes: [expect.any(Number)], trace_id: expect.any(String) },
    });
  });

  test('a person signs in by code with PKCE; id token, nonce and refresh are as expected', async () => {
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()] as const;
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: person().client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: `openid profile offline_access ${environmentOf(cloud, 'contoso').url}/user_impersonation`,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }).toString();
    const back = await pickAccount(url.href, { account: adele });
    const called = oauth.validateAuthResponse(
      server,
      person(),
      new URL(back.headers.get('location') ?? ''),
      state,
    );
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      person(),
      oauth.None(),
      called,
      redirectUri,
      verifier,
    );
    const result = await oauth.processAuthorizationCodeResponse(server, person(), answer, {
      expectedNonce: nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, answer);
    expect(oauth.getValidatedIdTokenClaims(result)).toMatchObject({ preferred_username: adele, ver: '2.0' });
    const environment = environmentOf(cloud, 'contoso');
    expect(await readUsers(environment.pathUrl, result.access_token)).toContain('Adele Hartog');

    const again = await oauth.processRefreshTokenResponse(
      server,
      person(),
      await oauth.refreshTokenGrantRequest(server, person(), oauth.None(), result.refresh_token ?? ''),
    );
    expect(again.refresh_token).not.toBe(result.refresh_token);
  });

  test('a code is not redeemed with another verifier', async () => {
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: person().client_id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid',
      code_challenge: await oauth.calculatePKCECodeChallenge(oauth.generateRandomCodeVerifier()),
      code_challenge_method: 'S256',
    }).toString();
    const back = await pickAccount(url.href, { account: adele });
    const called = oauth.validateAuthResponse(server, person(), new URL(back.headers.get('location') ?? ''));
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      person(),
      oauth.None(),
      called,
      redirectUri,
      oauth.generateRandomCodeVerifier(),
    );
    await expect(oauth.processAuthorizationCodeResponse(server, person(), answer)).rejects.toMatchObject({
      error: 'invalid_grant',
      cause: { error_codes: [501_481] },
    });
  });

  test('a person signs in by device code, which is pending before', async () => {
    const asked = await oauth.processDeviceAuthorizationResponse(
      server,
      person(),
      await oauth.deviceAuthorizationRequest(server, person(), oauth.None(), {
        scope: `${environmentOf(cloud, 'contoso').url}/user_impersonation openid`,
      }),
    );
    const poll = async (): Promise<oauth.TokenEndpointResponse> =>
      oauth.processDeviceCodeResponse(
        server,
        person(),
        await oauth.deviceCodeGrantRequest(server, person(), oauth.None(), asked.device_code),
      );
    await expect(poll()).rejects.toMatchObject({ error: 'authorization_pending', status: 400 });
    expect(await signInDevice(asked.verification_uri, asked.user_code, adele)).toContain(
      'You have signed in',
    );
    const { access_token: token } = await poll();
    expect(await readUsers(environmentOf(cloud, 'contoso').pathUrl, token)).toContain('Adele Hartog');
  });

  test('there is no introspection and no revocation, as at the service', async () => {
    expect(server).not.toHaveProperty('introspection_endpoint');
    expect(server).not.toHaveProperty('revocation_endpoint');
    await expect(
      oauth.introspectionRequest(server, client(), oauth.ClientSecretPost('x'), 'x'),
    ).rejects.toThrow('introspection_endpoint');
  });
});
