import { createHash, X509Certificate } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ConfidentialClientApplication, CryptoProvider, PublicClientApplication } from '@azure/msal-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  environmentOf,
  fieldOf,
  pickAccount,
  pressOn,
  tenantOf,
  userTokens,
} from '../entra/sign-in.ts';
import { signInDevice, typeCode } from '../entra/device-page.ts';
import { readUsers } from './read-users.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({
    https: true,
    control: true,
    deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 },
  });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());

const authorityOf = (tenant: string): string => `${cloud.description.login.https ?? ''}/${tenant}`;
const accountMissing = (): never => {
  throw new Error('no account');
};
const known = (): readonly string[] => [new URL(cloud.description.login.https ?? '').host];

describe('msal-node, which does not know the demo cloud', () => {
  const hub = 'Contoso Integration Hub';

  function client(
    credential: Record<string, unknown>,
    tenantName = 'Fabrikam',
  ): ConfidentialClientApplication {
    return new ConfidentialClientApplication({
      auth: {
        clientId: appOf(cloud, hub).clientId,
        authority: authorityOf(tenantOf(cloud, tenantName)),
        knownAuthorities: [...known()],
        ...credential,
      },
    });
  }

  function certificate(): { thumbprint: (algorithm: string) => string; privateKey: string } {
    const { certificatePem = '', privateKeyPem = '' } = appOf(cloud, hub);
    const { raw } = new X509Certificate(certificatePem);
    return {
      thumbprint: (algorithm) => createHash(algorithm).update(raw).digest('hex').toUpperCase(),
      privateKey: privateKeyPem,
    };
  }

  test('gets a token by secret and reads systemusers', async () => {
    const environment = environmentOf(cloud, 'fabrikam');
    const result = await client({ clientSecret: appOf(cloud, hub).secret }).acquireTokenByClientCredential({
      scopes: [`${environment.url}/.default`],
    });
    const users = await readUsers(environment.pathUrl, result?.accessToken ?? '');
    expect(users).toContain('Felicia Monroe');
  });

  test.each(['thumbprintSha256', 'thumbprint'])(
    'gets a token by certificate (%s) and reads systemusers',
    async (name) => {
      const { thumbprint, privateKey } = certificate();
      const environment = environmentOf(cloud, 'fabrikam');
      const clientCertificate = {
        privateKey,
        [name]: thumbprint(name === 'thumbprint' ? 'sha1' : 'sha256'),
      };
      const result = await client({ clientCertificate }).acquireTokenByClientCredential({
        scopes: [`${environment.pathUrl}/.default`],
      });
      expect(await readUsers(environment.pathUrl, result?.accessToken ?? '')).toContain('Felicia Monroe');
    },
  );

  test('gets a token by certificate with its chain', async () => {
    const { thumbprint, privateKey } = certificate();
    const x5c = appOf(cloud, hub).certificatePem;
    const clientCertificate = { privateKey, thumbprintSha256: thumbprint('sha256'), x5c };
    const result = await client({ clientCertificate }).acquireTokenByClientCredential({
      scopes: [`${environmentOf(cloud, 'fabrikam').url}/.default`],
    });
    expect(result?.tokenType).toBe('Bearer');
  });

  test('redeems a code as a web app, answers silently from its cache, and renews by refresh token', async () => {
    const web = client({ clientSecret: appOf(cloud, hub).secret }, 'Contoso');
    const scopes = [`${environmentOf(cloud, 'contoso').url}/user_impersonation`];
    const redirectUri = 'http://localhost:5124';
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const url = await web.getAuthCodeUrl({
      scopes,
      redirectUri,
      state: 'here',
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      loginHint: 'adele.admin@contoso.demo.test',
    });
    const picked = await pickAccount(url, { account: 'adele.admin@contoso.demo.test' });
    const accepted = picked.headers.has('location')
      ? picked
      : await pressOn(await picked.text(), url, { answer: 'accept' });
    const back = new URL(accepted.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('here');
    const result = await web.acquireTokenByCode({
      scopes,
      redirectUri,
      code: back.searchParams.get('code') ?? '',
      codeVerifier: verifier,
    });
    expect(result.account?.username).toBe('adele.admin@contoso.demo.test');
    const cached = await web.acquireTokenSilent({ scopes, account: result.account ?? accountMissing() });
    expect(cached.accessToken).toBe(result.accessToken);
    const forced = await web.acquireTokenSilent({
      scopes,
      account: result.account ?? accountMissing(),
      forceRefresh: true,
    });
    expect(forced.accessToken).not.toBe(result.accessToken);
  });

  test('reports the number of a refusal', async () => {
    const asked = client({ clientSecret: 'wrong' }).acquireTokenByClientCredential({
      scopes: [`${environmentOf(cloud, 'fabrikam').url}/.default`],
    });
    await expect(asked).rejects.toMatchObject({ errorCode: 'invalid_client', errorNo: 7000215 });
  });

  test('is told that an app’s own token stands for nobody on whose behalf to act', async () => {
    const secret = { clientSecret: appOf(cloud, hub).secret };
    const scopes = [`${environmentOf(cloud, 'fabrikam').url}/.default`];
    const own = await client(secret).acquireTokenByClientCredential({ scopes });
    const asked = client(secret).acquireTokenOnBehalfOf({ oboAssertion: own?.accessToken ?? '', scopes });
    await expect(asked).rejects.toMatchObject({ errorCode: 'unauthorized_client', errorNo: 7000114 });
  });

  test('fails where the service has too much to do, and works again afterwards', async () => {
    const fault = { target: 'login.demo.test', fault: 'throttle', retryAfterSeconds: 1 };
    const scopes = [`${environmentOf(cloud, 'fabrikam').url}/.default`];
    const app = client({ clientSecret: appOf(cloud, hub).secret });
    // Its metadata is known from now on, so that it is the token endpoint that has too much to do.
    await app.acquireTokenByClientCredential({ scopes: ['https://graph.demo.test/.default'] });
    await fetch(cloud.description.control ?? '', { method: 'POST', body: JSON.stringify(fault) });
    await expect(app.acquireTokenByClientCredential({ scopes })).rejects.toThrow('Too Many Requests');
    await fetch(cloud.description.control ?? '', { method: 'DELETE' });
    const later = client({ clientSecret: appOf(cloud, hub).secret });
    expect((await later.acquireTokenByClientCredential({ scopes }))?.tokenType).toBe('Bearer');
  });

  test('signs a person in through the browser, then silently for other resources', async () => {
    const app = new PublicClientApplication({
      auth: {
        clientId: cloud.description.adminClientId,
        authority: authorityOf('organizations'),
        knownAuthorities: [...known()],
      },
    });
    const environment = environmentOf(cloud, 'contoso');
    const result = await app.acquireTokenInteractive({
      scopes: [`${environment.url}/user_impersonation`],
      openBrowser: async (url) => {
        const page = await pickAccount(url, { account: 'adele.admin@contoso.demo.test' });
        const html = await page.text();
        const target = /action="([^"]*)"/.exec(html)?.[1] ?? '';
        const names = [...html.matchAll(/name="([^"]+)" value/g)].map((match) => match[1] ?? '');
        const body = new URLSearchParams(names.map((name): [string, string] => [name, fieldOf(html, name)]));
        await fetch(target, { method: 'POST', body });
      },
    });
    expect(result.account?.username).toBe('adele.admin@contoso.demo.test');
    expect(await readUsers(environment.pathUrl, result.accessToken)).toContain('Adele Hartog');

    const account = result.account ?? accountMissing();
    const silent = await app.acquireTokenSilent({
      account,
      scopes: ['https://globaldisco.crm.demo.test/.default'],
    });
    const instances = await fetch(
      `${cloud.description.discovery}/api/discovery/v2.0/Instances?$select=UrlName`,
      {
        headers: { authorization: `Bearer ${silent.accessToken}` },
      },
    );
    expect(await instances.json()).toMatchObject({
      value: [{ UrlName: 'contoso-dev' }, { UrlName: 'contoso-test' }, { UrlName: 'contoso' }],
    });
  });
});

test('signs in by device code, which the person types on the verification page', async () => {
  const client = new PublicClientApplication({
    auth: {
      clientId: cloud.description.adminClientId,
      authority: authorityOf(tenantOf(cloud, 'Contoso')),
      knownAuthorities: [new URL(cloud.description.login.https ?? '').host],
    },
  });
  let ended = Promise.resolve('');
  const answer = await client.acquireTokenByDeviceCode({
    scopes: [`${environmentOf(cloud, 'contoso').url}/.default`],
    deviceCodeCallback: ({ userCode, verificationUri }) => {
      ended = signInDevice(verificationUri, userCode, 'adele.admin@contoso.demo.test');
    },
  });
  expect(await ended).toContain('You have signed in');
  expect(answer?.account?.username).toBe('adele.admin@contoso.demo.test');
});

test('hears that the person declined on the other device', async () => {
  const client = new PublicClientApplication({
    auth: {
      clientId: cloud.description.adminClientId,
      authority: authorityOf(tenantOf(cloud, 'Contoso')),
      knownAuthorities: [...known()],
    },
  });
  let ended = Promise.resolve('');
  const asked = client.acquireTokenByDeviceCode({
    scopes: [`${environmentOf(cloud, 'contoso').url}/.default`],
    deviceCodeCallback: ({ userCode, verificationUri }) => {
      ended = typeCode(verificationUri, userCode)
        .then((page) => page.text())
        .then((html) => pressOn(html, verificationUri, { cancel: '1' }))
        .then((page) => page.text());
    },
  });
  await expect(asked).rejects.toThrow('authorization_declined');
  expect(await ended).toContain('You have not signed in');
});

test('renews with the newest refresh token and with the one before it', async () => {
  const app = new PublicClientApplication({
    auth: {
      clientId: cloud.description.adminClientId,
      authority: authorityOf(tenantOf(cloud, 'Contoso')),
      knownAuthorities: [...known()],
    },
  });
  const scopes = ['https://globaldisco.crm.demo.test/.default'];
  const { refresh_token: first = '' } = await userTokens(
    cloud,
    'adele.admin@contoso.demo.test',
    `${scopes[0]} offline_access`,
  );
  const renewed = await app.acquireTokenByRefreshToken({ refreshToken: first, scopes, forceCache: true });
  const account = renewed?.account ?? accountMissing();
  const next = await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
  const again = await app.acquireTokenByRefreshToken({ refreshToken: first, scopes });
  expect(new Set([renewed?.accessToken, next.accessToken, again?.accessToken]).size).toBe(3);
});
