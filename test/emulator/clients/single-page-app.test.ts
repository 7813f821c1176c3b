import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  appTokenFor,
  authorizeRequest,
  environmentOf,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tenantOf,
  tokenBody,
} from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';

const origin = 'http://localhost:3456';
const redirectUri = `${origin}/`;
const hub = 'Contoso Integration Hub';
const start = Date.UTC(2026, 4, 1);

let cloud: DemoCloud;
let clientId = '';
let time = start;
beforeAll(async () => {
  cloud = await startDemoCloud({ now: () => time });
  const token = await graphToken(cloud, people.adele);
  const { json } = await askGraph(cloud, token, 'POST applications', {
    displayName: 'A page',
    signInAudience: 'AzureADMyOrg',
    spa: { redirectUris: [redirectUri] },
  });
  clientId = String(json['appId']);
  await askGraph(cloud, token, 'POST servicePrincipals', { appId: clientId });
});
afterAll(() => cloud.close());
beforeEach(() => {
  time = start;
});

const signInAddress = (path: string): string =>
  `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/${path}`;

/** As MSAL for browsers sends a person away. */
async function signIn(withChallenge = true): Promise<{ code: string; verifier: string }> {
  const scope = `${environmentOf(cloud, 'contoso').url}/user_impersonation openid profile offline_access`;
  const { query, verifier } = authorizeRequest(clientId, {
    redirect_uri: redirectUri,
    response_mode: 'fragment',
    scope,
  });
  if (!withChallenge) {
    query.delete('code_challenge');
    query.delete('code_challenge_method');
  }
  const url = signInAddress(`oauth2/v2.0/authorize?${query}`);
  const picked = await pickAccount(url, { account: people.adele });
  const answer =
    picked.status === 200 ? await pressOn(await picked.text(), url, { answer: 'accept' }) : picked;
  const back = new URL(answer.headers.get('location') ?? '');
  return { code: new URLSearchParams(back.hash.slice(1)).get('code') ?? '', verifier };
}

const fromPage = { origin };
const redeem = (
  form: Record<string, string>,
  headers: Record<string, string> = fromPage,
): Promise<Response> => post(signInAddress('oauth2/v2.0/token'), { client_id: clientId, ...form }, headers);
const redeemCode = (
  { code, verifier }: { code: string; verifier: string },
  headers = {},
): Promise<Response> =>
  redeem(
    { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri },
    headers,
  );
const codeOf = async (answer: Response): Promise<number> =>
  refusalBody.parse(await answer.json()).error_codes[0];

describe('a single-page app', () => {
  test('redeems its code without a credential, and may read the answer', async () => {
    const answer = await redeemCode(await signIn(), fromPage);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const tokens = tokenBody.parse(await answer.json());
    const next = await redeem({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' });
    expect(next.headers.get('access-control-allow-origin')).toBe('*');
    expect(tokenBody.parse(await next.json()).refresh_token).toBeDefined();
  });

  test('is refused without its origin (AADSTS9002327) and without PKCE (9002325)', async () => {
    const given = await signIn();
    expect(await codeOf(await redeemCode(given))).toBe(9002327);
    const tokens = tokenBody.parse(await (await redeemCode(given, fromPage)).json());
    const refresh = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? '' };
    expect(await codeOf(await redeem(refresh, {}))).toBe(9002327);
    const bare = await signIn(false);
    expect(await codeOf(await redeemCode(bare, fromPage))).toBe(9002325);
  });

  test('stays signed in for a day, however often it refreshes (AADSTS700084)', async () => {
    const refresh = async (token: string | undefined): Promise<Response> =>
      redeem({ grant_type: 'refresh_token', refresh_token: token ?? '' });
    const first = tokenBody.parse(await (await redeemCode(await signIn(), fromPage)).json());
    time += 23 * 3_600_000;
    const second = tokenBody.parse(await (await refresh(first.refresh_token)).json());
    time += 2 * 3_600_000;
    expect(await codeOf(await refresh(second.refresh_token))).toBe(700084);
  });
});

test.each([
  ['on a computer', () => cloud.description.adminClientId, {}, 90023, " or 'Native' client-type with origin"],
  [
    'on a server',
    () => appOf(cloud, hub).clientId,
    { client_secret: 'hub' },
    9002326,
    "'Single-Page Application' client-type.",
  ],
])(
  'a page that redeems what an app %s was given is refused, and may read why',
  async (_where, client, proof, code, words) => {
    const redirect = 'http://localhost:43210';
    const { query, verifier } = authorizeRequest(client(), { response_mode: 'query' });
    const answer = await pickAccount(signInAddress(`oauth2/v2.0/authorize?${query}`), {
      account: people.adele,
    });
    const given = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const refused = await post(
      signInAddress('oauth2/v2.0/token'),
      {
        client_id: client(),
        grant_type: 'authorization_code',
        code: given,
        code_verifier: verifier,
        redirect_uri: redirect,
        ...('client_secret' in proof ? { client_secret: appOf(cloud, hub).secret ?? '' } : {}),
      },
      fromPage,
    );
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    const body = refusalBody.parse(await refused.json());
    expect(body.error_codes).toEqual([code]);
    expect(body.error_description).toContain(words);
    expect(body.error_description).toContain(`Request origin: '${origin}'.`);
  },
);

describe('pages of other origins', () => {
  const preflight = (url: string): Promise<Response> =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,odata-version',
      },
    });

  test('may ask the Web API and Graph, which answer their questions without a token', async () => {
    for (const url of [
      `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/accounts`,
      `${cloud.description.graph}/v1.0/me`,
    ]) {
      const { status, headers } = await preflight(url);
      expect(status).toBe(200);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-methods')).toContain('PATCH');
      expect(headers.get('access-control-allow-headers')).toContain('odata-version');
    }
    expect(
      (await preflight(`${cloud.description.bap}/x`)).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });

  test('read the headers of an answer of the Web API that Microsoft’s clients need', async () => {
    const { pathUrl } = environmentOf(cloud, 'contoso');
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), pathUrl);
    const ask = (headers: Record<string, string>): Promise<Response> =>
      fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, { headers: { authorization: `Bearer ${token}`, ...headers } });
    const { headers } = await ask(fromPage);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toMatch(/OData-EntityId,Location,ETag.*Retry-After/);
    expect((await ask({})).headers.get('access-control-allow-origin')).toBeNull();
  });

  test('read the metadata of the sign-in service, and no token that an app proved itself for', async () => {
    const open = await fetch(signInAddress('v2.0/.well-known/openid-configuration'), { headers: fromPage });
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
    const closed = await redeem({ grant_type: 'client_credentials' });
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
  });
});
