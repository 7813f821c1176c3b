import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generateCodeVerifier, OAuth2Client, OAuth2Fetch } from '@badgateway/oauth2-client';
import type { OAuth2Token } from '@badgateway/oauth2-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, pickAccount, tenantOf } from '../entra/sign-in.ts';
import { readUsers } from './read-users.ts';

const hub = 'Contoso Integration Hub';
const redirectUri = 'http://localhost:5125/';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ https: true });
  setDefaultCACertificates([...getCACertificates('default'), cloud.description.login.ca ?? '']);
});
afterAll(() => cloud.close());

/** The client finds the endpoints, and how it may prove itself, in the metadata. */
function clientOf(settings: { readonly clientId: string; readonly clientSecret?: string }): OAuth2Client {
  const authority = `${cloud.description.login.https ?? ''}/${tenantOf(cloud, 'Contoso')}`;
  return new OAuth2Client({
    server: authority,
    discoveryEndpoint: `${authority}/v2.0/.well-known/openid-configuration`,
    ...settings,
  });
}

describe('@badgateway/oauth2-client', () => {
  test('gets tokens for an app, and puts them into its requests', async () => {
    const { clientId, secret = '' } = appOf(cloud, hub);
    const client = clientOf({ clientId, clientSecret: secret });
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    const asked: OAuth2Token[] = [];
    const wrapper = new OAuth2Fetch({
      client,
      getNewToken: async () => {
        const token = await client.clientCredentials({ scope: [`${url}/.default`] });
        asked.push(token);
        return token;
      },
    });
    const who = (): Promise<Response> => wrapper.fetch(`${pathUrl}/api/data/v9.2/WhoAmI`);
    expect(await (await who()).json()).toHaveProperty('UserId');
    expect((await who()).status).toBe(200);
    expect(asked).toMatchObject([{ refreshToken: null, expiresAt: expect.any(Number) }]);
  });

  test('is told why it was refused', async () => {
    const { clientId } = appOf(cloud, hub);
    const client = clientOf({ clientId, clientSecret: 'wrong' });
    await expect(
      client.clientCredentials({ scope: [`${environmentOf(cloud, 'contoso').url}/.default`] }),
    ).rejects.toMatchObject({
      oauth2Code: 'invalid_client',
      httpCode: 401,
      parsedBody: { error_codes: [7_000_215] },
    });
  });

  test('signs a person in by code with PKCE, refreshes, and finds no introspection', async () => {
    const client = clientOf({ clientId: cloud.description.adminClientId });
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    const codeVerifier = await generateCodeVerifier();
    const address = await client.authorizationCode.getAuthorizeUri({
      redirectUri,
      state: 'a state',
      codeVerifier,
      scope: ['openid', 'offline_access', `${url}/user_impersonation`],
    });
    const back = await pickAccount(address, { account: 'adele.admin@contoso.demo.test' });
    const token = await client.authorizationCode.getTokenFromCodeRedirect(
      back.headers.get('location') ?? '',
      {
        redirectUri,
        state: 'a state',
        codeVerifier,
      },
    );
    expect(token.idToken).toMatch(/^ey/);
    const fresh = await client.refreshToken(token);
    expect(fresh.refreshToken).not.toBe(token.refreshToken);
    expect(await readUsers(pathUrl, fresh.accessToken)).toContain('Adele Hartog');
    await expect(client.introspect(fresh)).rejects.toThrow('404 Not Found');
  });
});
