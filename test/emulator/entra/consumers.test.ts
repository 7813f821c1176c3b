import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import {
  authorizeRequest,
  pickAccount,
  post,
  refusalBody,
  tenantOf,
  tokenBody,
  userTokens,
} from './sign-in.ts';

let cloud: DemoCloud;
/** Client ids by who may use the app. */
const apps = new Map<string, string>();
beforeAll(async () => {
  cloud = await startDemoCloud();
  const adele = await graphToken(cloud, people.adele);
  for (const signInAudience of [
    'AzureADMyOrg',
    'AzureADMultipleOrgs',
    'AzureADandPersonalMicrosoftAccount',
    'PersonalMicrosoftAccount',
  ]) {
    const { json } = await askGraph(cloud, adele, 'POST applications', {
      displayName: signInAudience,
      signInAudience,
      isFallbackPublicClient: true,
      publicClient: { redirectUris: ['http://localhost'] },
    });
    apps.set(signInAudience, String(json['appId']));
    await askGraph(cloud, adele, 'POST servicePrincipals', { appId: json['appId'] });
  }
});
afterAll(() => cloud.close());

const clientOf = (audience: string): string => apps.get(audience) ?? '';
const authorize = (segment: string, audience: string, changes: Record<string, string> = {}): string => {
  const { query } = authorizeRequest(clientOf(audience), changes);
  return `${cloud.description.login.http}/${segment}/oauth2/v2.0/authorize?${query}`;
};
const deviceCode = (segment: string, audience: string): Promise<Response> =>
  post(`${cloud.description.login.http}/${segment}/oauth2/v2.0/devicecode`, {
    client_id: clientOf(audience),
    scope: 'openid',
  });
const codeOf = async (answer: Response): Promise<number> =>
  refusalBody.parse(await answer.json()).error_codes[0];

describe('an app', () => {
  test.each([
    ['consumers', 'AzureADMyOrg', 90130],
    ['consumers', 'AzureADMultipleOrgs', 90130],
    ['9188040d-6c67-4c5b-b112-36a304b66dad', 'AzureADMultipleOrgs', 90130],
    ['common', 'PersonalMicrosoftAccount', 9002331],
    ['organizations', 'PersonalMicrosoftAccount', 9002346],
    ['contoso.demo.test', 'PersonalMicrosoftAccount', 9002346],
    ['common', 'AzureADMyOrg', 50194],
  ])(
    'at %s, for %s, is refused with AADSTS%d, on the page and to a device',
    async (segment, audience, code) => {
      const page = await (await fetch(authorize(segment, audience))).text();
      expect(page).toContain(`AADSTS${code}:`);
      expect(await codeOf(await deviceCode(segment, audience))).toBe(code);
    },
  );

  test.each([
    ['consumers', 'AzureADandPersonalMicrosoftAccount'],
    ['consumers', 'PersonalMicrosoftAccount'],
    ['common', 'AzureADandPersonalMicrosoftAccount'],
    ['contoso.demo.test', 'AzureADandPersonalMicrosoftAccount'],
  ])('at %s, for %s, is let in', async (segment, audience) => {
    expect(await (await fetch(authorize(segment, audience))).text()).toContain('Pick an account');
    expect((await deviceCode(segment, audience)).status).toBe(200);
  });
});

describe('the consumers’ authority', () => {
  const audience = 'AzureADandPersonalMicrosoftAccount';

  test('offers nobody, because nobody here has a personal account', async () => {
    const page = await (await fetch(authorize('consumers', audience))).text();
    expect(page).toContain('Nobody here has a personal Microsoft account.');
    expect(page).not.toContain('@contoso');
  });

  test('knows no work account, whoever sends its name, nor its session', async () => {
    const url = authorize('consumers', audience);
    expect(await (await pickAccount(url, { account: people.bram })).text()).toContain('AADSTS70000');
    const signedIn = await pickAccount(authorize('common', audience), { account: people.bram });
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const silent = await fetch(authorize('consumers', audience, { prompt: 'none', response_mode: 'query' }), {
      headers: { cookie },
      redirect: 'manual',
    });
    expect(silent.headers.get('location')).toContain('error=login_required');
  });

  test('renews no refresh token of a work account', async () => {
    const { refresh_token: token = '' } = await userTokens(cloud, people.bram, 'openid offline_access');
    const { adminClientId, login } = cloud.description;
    const refresh = (segment: string): Promise<Response> =>
      post(`${login.http}/${segment}/oauth2/v2.0/token`, {
        grant_type: 'refresh_token',
        client_id: adminClientId,
        refresh_token: token,
      });
    expect(await codeOf(await refresh('consumers'))).toBe(90130);
    tokenBody.parse(await (await refresh('common')).json());
  });

  test.each(['client_credentials', 'password'])('has no grant %s (AADSTS9001023)', async (grant) => {
    const answer = await post(`${cloud.description.login.http}/consumers/oauth2/v2.0/token`, {
      grant_type: grant,
      client_id: clientOf(audience),
      client_secret: 'x',
      username: people.bram,
      password: 'x',
      scope: 'https://graph.demo.test/.default',
    });
    expect(await codeOf(answer)).toBe(9001023);
  });
});

test('an app for everybody signs work accounts in at its tenant, too', async () => {
  const url = authorize(tenantOf(cloud, 'Contoso'), 'AzureADandPersonalMicrosoftAccount');
  expect(await (await pickAccount(url, { account: people.bram })).text()).toContain('name="code"');
});
