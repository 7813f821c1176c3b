import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import {
  ConfidentialClientApplication,
  CryptoProvider,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from '@azure/msal-node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';

const hub = 'Contoso Integration Hub';
let cloud: DemoCloud;
const scenario = async (body: object, path = ''): Promise<void> => {
  const sent = await fetch(`${cloud.description.control ?? ''}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(sent.status).toBe(204);
};
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true, control: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());
beforeEach(() => scenario({}, '/reset'));

const auth = (clientId: string, tenant: string) => ({
  clientId,
  authority: `${cloud.description.login.https ?? ''}/${tenant}`,
  knownAuthorities: [new URL(cloud.description.login.https ?? '').host],
});
const publicClient = (clientId: string, tenant = tenantOf(cloud, 'Contoso')): PublicClientApplication =>
  new PublicClientApplication({ auth: auth(clientId, tenant) });
const confidential = (tenant: string): ConfidentialClientApplication => {
  const { clientId, secret = '' } = appOf(cloud, hub);
  return new ConfidentialClientApplication({
    auth: { ...auth(clientId, tenantOf(cloud, tenant)), clientSecret: secret },
  });
};

const scopes = ['https://graph.demo.test/User.Read'];

describe('msal-node renews tokens of a person whom a policy stops', () => {
  async function renewal(code: number): Promise<unknown> {
    const { refresh_token: refreshToken = '' } = await userTokens(
      cloud,
      people.bram,
      `${scopes[0] ?? ''} offline_access`,
    );
    await scenario({ account: people.bram, aadsts: code });
    return publicClient(cloud.description.adminClientId)
      .acquireTokenByRefreshToken({ refreshToken, scopes })
      .catch((error: unknown) => error);
  }

  // The library's own list of what only the person can put right.
  test.each([50_074, 50_079, 53_000, 53_001, 530_032, 70_043])(
    'and takes AADSTS%d as what the person has to put right',
    async (code) => {
      const error = await renewal(code);
      expect(error).toBeInstanceOf(InteractionRequiredAuthError);
      expect(error).toMatchObject({ errorNo: code });
    },
  );
});

describe('msal-node is told of an app', () => {
  test.each([65_005, 650_052, 700_030, 1_000_031])('by decree: AADSTS%d', async (code) => {
    await scenario({ app: appOf(cloud, hub).clientId, aadsts: code });
    const { url } = environmentOf(cloud, 'contoso');
    await expect(
      confidential('Contoso').acquireTokenByClientCredential({ scopes: [`${url}/.default`] }),
    ).rejects.toMatchObject({ errorNo: code, message: expect.stringContaining(`AADSTS${code}`) });
  });
});

/** What the person's browser is sent back with, who says yes to what is asked. */
async function browse(url: string, account: string): Promise<Response> {
  const picked = await pickAccount(url, { account });
  return picked.headers.has('location') ? picked : pressOn(await picked.text(), url, { answer: 'accept' });
}

const web = 'http://localhost:8044/callback';
const desktop = 'http://localhost:8045';

describe('msal-node and an app of two platforms', () => {
  let client = '';
  let secret = '';
  beforeEach(async () => {
    const adele = await graphToken(cloud, people.adele);
    const made = await askGraph(cloud, adele, 'POST applications', {
      displayName: 'A tool that signs in people and itself',
      isFallbackPublicClient: true,
      publicClient: { redirectUris: [desktop, 'http://localhost'] },
      web: { redirectUris: [web] },
      requiredResourceAccess: [
        {
          resourceAppId: '00000003-0000-0000-c000-000000000000',
          resourceAccess: [{ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }],
        },
      ],
    });
    client = String(made.json['appId']);
    await askGraph(cloud, adele, 'POST servicePrincipals', { appId: client });
    const added = await askGraph(cloud, adele, `POST applications(appId='${client}')/addPassword`, {});
    secret = String(added.json['secretText']);
  });

  const asPublic = () => publicClient(client);
  const asConfidential = () =>
    new ConfidentialClientApplication({
      auth: { ...auth(client, tenantOf(cloud, 'Contoso')), clientSecret: secret },
    });

  async function redeem(
    app: ConfidentialClientApplication | PublicClientApplication,
    redirectUri: string,
  ): Promise<string | undefined> {
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const url = await app.getAuthCodeUrl({
      scopes,
      redirectUri,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      responseMode: 'query',
    });
    const back = new URL((await browse(url, people.adele)).headers.get('location') ?? '');
    const code = back.searchParams.get('code') ?? '';
    const result = await app.acquireTokenByCode({ scopes, redirectUri, code, codeVerifier: verifier });
    return result.account?.username;
  }

  test('has it proven at the redirect URI of the platform Web, and not at that of desktop applications', async () => {
    expect(await redeem(asConfidential(), web)).toBe(people.adele);
    expect(await redeem(asPublic(), desktop)).toBe(people.adele);
    await expect(redeem(asPublic(), web)).rejects.toMatchObject({ errorNo: 7_000_218 });
    await expect(redeem(asConfidential(), desktop)).rejects.toMatchObject({ errorNo: 700_025 });
  });

  test('is told where `.default` asks for what the registration does not list', async () => {
    const { url: resource } = environmentOf(cloud, 'contoso');
    const asked = asPublic().acquireTokenInteractive({
      scopes: [`${resource}/.default`],
      openBrowser: async (url) => {
        const html = await (await pickAccount(url, { account: people.bram })).text();
        const target = /action="([^"]*)"/.exec(html)?.[1] ?? '';
        const names = [...html.matchAll(/name="([^"]+)" value/g)].map((match) => match[1] ?? '');
        const body = new URLSearchParams(names.map((name): [string, string] => [name, fieldOf(html, name)]));
        await fetch(target, { method: 'POST', body });
      },
    });
    await expect(asked).rejects.toThrow('AADSTS650057');
  });
});

describe('msal-node and an app of another tenant', () => {
  test('has no service principal here until a person consents', async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Adventure Works Warehouse');
    const app = new ConfidentialClientApplication({
      auth: { ...auth(clientId, tenantOf(cloud, 'Contoso')), clientSecret: secret },
    });
    const own = () =>
      app.acquireTokenByClientCredential({ scopes: ['https://graph.demo.test/.default'], skipCache: true });
    await expect(own()).rejects.toMatchObject({ errorNo: 7_000_229 });
    const redirectUri = 'http://localhost:43210';
    const url = await app.getAuthCodeUrl({ scopes, redirectUri, responseMode: 'query' });
    const page = await pickAccount(url, { account: people.bram });
    const html = await page.text();
    expect(html).toContain('Permissions requested');
    const back = new URL((await pressOn(html, url, { answer: 'accept' })).headers.get('location') ?? '');
    const code = back.searchParams.get('code') ?? '';
    const result = await app.acquireTokenByCode({ scopes, redirectUri, code });
    expect(result.account?.username).toBe(people.bram);
    expect((await own())?.tokenType).toBe('Bearer');
  });

  test('is told that the tenant has disabled it', async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Retired Connector');
    const app = new ConfidentialClientApplication({
      auth: { ...auth(clientId, tenantOf(cloud, 'Fabrikam')), clientSecret: secret },
    });
    await expect(
      app.acquireTokenByClientCredential({ scopes: ['https://graph.demo.test/.default'] }),
    ).rejects.toMatchObject({ errorCode: 'unauthorized_client', errorNo: 7_000_112 });
  });
});
