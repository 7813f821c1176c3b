import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  authorizeRequest,
  environmentOf,
  fieldOf,
  pickAccount,
  post,
  refusalBody,
  tenantOf,
  tokenBody,
} from './sign-in.ts';

const start = Date.parse('2026-05-04T10:00:00Z');
const adele = 'adele.admin@contoso.demo.test';
let time = start;
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ now: () => time });
});
beforeEach(() => {
  time = start;
});
afterAll(() => cloud.close());

const endpoint = (authority: string, name: string): string =>
  `${cloud.description.login.http}/${authority}/oauth2/v2.0/${name}`;

function authorizeUrl(query: URLSearchParams, authority = 'organizations'): string {
  return `${endpoint(authority, 'authorize')}?${query.toString()}`;
}

async function redeem(
  code: string,
  verifier: string,
  changes: Record<string, string> = {},
  authority = 'organizations',
) {
  return post(endpoint(authority, 'token'), {
    grant_type: 'authorization_code',
    client_id: cloud.description.adminClientId,
    code,
    redirect_uri: 'http://localhost:43210',
    code_verifier: verifier,
    client_info: '1',
    ...changes,
  });
}

async function signIn(changes: Record<string, string> = {}) {
  const { query, verifier } = authorizeRequest(cloud.description.adminClientId, changes);
  const answer = await pickAccount(authorizeUrl(query), { account: adele });
  return { code: fieldOf(await answer.text(), 'code'), verifier };
}

const codeIn = async (response: Response): Promise<number> =>
  refusalBody.parse(await response.json()).error_codes[0];

describe('the sign-in page', () => {
  test('lists the people of the tenant, the hinted one first, without any script', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId, {
      login_hint: 'dwayne.okoro@fabrikam.demo.test',
    });
    const response = await fetch(authorizeUrl(query, 'fabrikam.demo.test'));
    const html = await response.text();
    const listed = [...html.matchAll(/name="account" value="([^"]*)"/g)].map((match) => match[1]);
    expect(listed).toEqual(['dwayne.okoro@fabrikam.demo.test', 'felicia.admin@fabrikam.demo.test']);
    expect(html).not.toContain('<script');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:43210");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
  });

  test('is an error page without an address to answer to', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId);
    query.delete('redirect_uri');
    const response = await fetch(authorizeUrl(query), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('AADSTS900971: No reply address provided.');
  });

  test('is an error page, not a redirect, when the address to answer to is not registered', async () => {
    for (const redirectUri of [
      'http://evil.example',
      'https://localhost',
      'http://localhost.evil.example:80',
      'http://localhost:1/elsewhere',
      'http://user@localhost:1',
      'http://localhost:1#',
      'javascript:alert(1)',
    ]) {
      const { query } = authorizeRequest(cloud.description.adminClientId, { redirect_uri: redirectUri });
      const response = await fetch(authorizeUrl(query), { redirect: 'manual' });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('AADSTS50011');
    }
  });

  test('is an error page when a parameter came twice, because nobody can say which one is meant', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId);
    query.append('redirect_uri', 'http://localhost:1');
    const response = await fetch(authorizeUrl(query), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('AADSTS9000411');
  });

  test('shows what it was sent as text', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId, {
      redirect_uri: 'http://x/"><script>alert(1)</script>',
    });
    expect(await (await fetch(authorizeUrl(query))).text()).not.toContain('<script>alert');
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['prompt=none without a session', { prompt: 'none' }, 'login_required', 'AADSTS50058'],
    [
      'a resource, which is of the older endpoint',
      { resource: 'https://x' },
      'invalid_request',
      'AADSTS901002',
    ],
    [
      'an unknown prompt',
      { prompt: 'please' },
      'invalid_request',
      "AADSTS90023: Unsupported 'prompt' value. ",
    ],
    [
      'two prompts',
      { prompt: 'login consent' },
      'invalid_request',
      "AADSTS90023: Unsupported 'prompt' value. ",
    ],
    ['an implicit grant', { response_type: 'token' }, 'unsupported_response_type', 'AADSTS700051'],
    ['a hybrid grant', { response_type: 'code id_token' }, 'unsupported_response_type', 'AADSTS700054'],
    ['another response type', { response_type: 'cat' }, 'unsupported_response_type', 'AADSTS70005'],
    ['no scope', { scope: '' }, 'invalid_request', 'AADSTS900144'],
    [
      'a short challenge',
      { code_challenge: 'short' },
      'invalid_request',
      'AADSTS501491: Invalid size of Code_Challenge parameter. ',
    ],
    [
      'a challenge with a padding',
      { code_challenge: `${'a'.repeat(43)}=`, code_challenge_method: 'S256' },
      'invalid_request',
      'AADSTS501491',
    ],
    [
      'another challenge method',
      { code_challenge_method: 'S512' },
      'invalid_request',
      'AADSTS50149: Invalid Code_Challenge_method parameter. ',
    ],
    [
      'another response mode',
      { response_mode: 'carrier_pigeon' },
      'invalid_request',
      "AADSTS70007: 'carrier_pigeon' is not a supported value of 'response_mode' when requesting a token. ",
    ],
  ])('sends %s back to the client', async (_what, changes, error, code) => {
    const { query } = authorizeRequest(cloud.description.adminClientId, {
      response_mode: 'query',
      ...changes,
    });
    const response = await fetch(authorizeUrl(query), { redirect: 'manual' });
    const target = new URL(response.headers.get('location') ?? '');
    expect(response.status).toBe(302);
    expect(target.origin).toBe('http://localhost:43210');
    // Tokens never come in the query, nor does the refusal of them.
    const inFragment = query.get('response_type')?.includes('token') === true;
    const answer = new URLSearchParams(inFragment ? target.hash.slice(1) : target.search);
    expect(answer.get('error')).toBe(error);
    expect(answer.get('state')).toBe('the state');
    expect(answer.get('error_description')).toContain(code);
  });

  test('tells the client that the person cancelled', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId);
    const page = await (await pickAccount(authorizeUrl(query), { cancel: '1' })).text();
    expect(fieldOf(page, 'error')).toBe('access_denied');
    expect(fieldOf(page, 'error_subcode')).toBe('cancel');
    expect(fieldOf(page, 'error_description')).toBe('');
    expect(fieldOf(page, 'state')).toBe('the state');
  });

  test('refuses a person of another tenant, and an answer given twice', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId);
    const foreign = await pickAccount(authorizeUrl(query, 'fabrikam.demo.test'), { account: adele });
    expect(await foreign.text()).toContain('AADSTS50020');

    const page = await (await fetch(authorizeUrl(query))).text();
    const answer = { ctx: fieldOf(page, 'ctx'), account: adele };
    const url = `${cloud.description.login.http}/organizations/login`;
    expect((await post(url, answer)).status).toBe(200);
    const again = await post(url, answer);
    expect([again.status, await again.text()]).toEqual([400, expect.stringContaining('AADSTS90014')]);
  });
});

describe('the answer to the client', () => {
  test('is a form that posts itself, under a nonce', async () => {
    const { query } = authorizeRequest(cloud.description.adminClientId, { state: 'a"b' });
    const response = await pickAccount(authorizeUrl(query), { account: adele });
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(html).toContain('action="http://localhost:43210"');
    expect(fieldOf(html, 'state')).toBe('a&quot;b');
    expect(fieldOf(html, 'code')).not.toBe('');
  });

  test.each(['query', 'fragment'])('can be a redirect with the code in the %s', async (mode) => {
    const { query } = authorizeRequest(cloud.description.adminClientId, { response_mode: mode });
    const response = await pickAccount(authorizeUrl(query), { account: adele });
    const target = new URL(response.headers.get('location') ?? '');
    const answer = mode === 'query' ? target.searchParams : new URLSearchParams(target.hash.slice(1));
    expect(answer.get('code')).not.toBeNull();
    expect(answer.get('state')).toBe('the state');
  });
});

describe('an authorization code', () => {
  test('becomes tokens of the person', async () => {
    const scope = `${environmentOf(cloud, 'contoso').url}/user_impersonation openid profile offline_access`;
    const { code, verifier } = await signIn({ scope });
    const body = tokenBody.parse(await (await redeem(code, verifier)).json());
    const claims = decodeJwt(body.access_token);
    const tenant = tenantOf(cloud, 'Contoso');
    expect(claims).toMatchObject({
      aud: 'https://contoso.crm4.demo.test',
      appid: cloud.description.adminClientId,
      appidacr: '0',
      scp: 'user_impersonation',
      upn: adele,
      unique_name: adele,
      name: 'Adele Hartog',
      tid: tenant,
    });
    expect(body.scope).toBe('https://contoso.crm4.demo.test/user_impersonation');
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({
      aud: cloud.description.adminClientId,
      iss: `${cloud.description.login.http}/${tenant}/v2.0`,
      nonce: 'the nonce',
      preferred_username: adele,
      ver: '2.0',
    });
    const info: unknown = JSON.parse(Buffer.from(body.client_info ?? '', 'base64url').toString());
    expect(info).toEqual({ uid: claims['oid'], utid: tenant });
  });

  test('is good once', async () => {
    const { code, verifier } = await signIn();
    expect((await redeem(code, verifier)).status).toBe(200);
    expect(await codeIn(await redeem(code, verifier))).toBe(54005);
  });

  test('survives a refused attempt', async () => {
    const { code, verifier } = await signIn();
    expect(await codeIn(await redeem(code, 'x'.repeat(43)))).toBe(501481);
    expect((await redeem(code, verifier)).status).toBe(200);
  });

  test('ends after ten minutes', async () => {
    const { code, verifier } = await signIn();
    time = start + 10 * 60_000;
    expect(await codeIn(await redeem(code, verifier))).toBe(70008);
  });

  test.each<[string, Record<string, string>, number]>([
    ['an unknown code', { code: 'nothing' }, 9002313],
    ['no code', { code: '' }, 900144],
    ['another redirect URI', { redirect_uri: 'http://localhost:1' }, 500112],
    ['no verifier', { code_verifier: '' }, 501481],
    ['a secret on a public client', { client_secret: 'x' }, 700025],
    ['a scope of two resources', { scope: 'https://a.example/x https://b.example/y' }, 700022],
    ['an unknown permission', { scope: 'https://contoso.crm4.demo.test/everything' }, 650053],
    ['a resource of nobody', { scope: 'https://nobody.example/.default' }, 500011],
  ])('is refused with %s', async (_what, changes, expected) => {
    const { code, verifier } = await signIn();
    expect(await codeIn(await redeem(code, verifier, changes))).toBe(expected);
  });

  test('of one tenant is no use in another (AADSTS700005)', async () => {
    const { code, verifier } = await signIn();
    const { adminClientId } = cloud.description;
    const answer = await post(endpoint('fabrikam.demo.test', 'token'), {
      grant_type: 'authorization_code',
      client_id: adminClientId,
      code,
      redirect_uri: 'http://localhost:43210',
      code_verifier: verifier,
    });
    expect(await codeIn(answer)).toBe(700005);
    tokenBody.parse(await (await redeem(code, verifier)).json());
  });

  test('of one client is no use to another', async () => {
    const { code, verifier } = await signIn();
    const sample = '51f81489-12ee-4a9e-aaae-a2591f45987d';
    expect(await codeIn(await redeem(code, verifier, { client_id: sample }))).toBe(70000);
  });
});

describe('an id token', () => {
  const idTokenFor = async (scope: string): Promise<string> => {
    const { code, verifier } = await signIn({ scope });
    return tokenBody.parse(await (await redeem(code, verifier)).json()).id_token ?? '';
  };

  test.each([
    ['openid', []],
    ['openid email', ['email']],
    ['openid profile', ['name', 'oid', 'preferred_username']],
    ['openid profile email', ['email', 'name', 'oid', 'preferred_username']],
  ])('for %s tells who the person is by these claims: %j', async (scope, expected) => {
    const token = await idTokenFor(scope);
    const telling = ['email', 'name', 'oid', 'preferred_username', 'unique_name', 'upn'];
    expect(
      Object.keys(decodeJwt(token))
        .filter((it) => telling.includes(it))
        .toSorted(),
    ).toEqual(expected);
    expect(Object.keys(decodeProtectedHeader(token)).toSorted()).toEqual(['alg', 'kid', 'typ']);
  });

  test('of the older endpoint has the older issuer, its key by x5t, and tells all unasked', async () => {
    const { code, verifier } = await signIn({ scope: 'openid' });
    const answer = await post(`${cloud.description.login.http}/organizations/oauth2/token`, {
      grant_type: 'authorization_code',
      client_id: cloud.description.adminClientId,
      code,
      redirect_uri: 'http://localhost:43210',
      code_verifier: verifier,
    });
    const { access_token: access, id_token: token = '' } = tokenBody.parse(await answer.json());
    const { iss, tid, ...claims } = decodeJwt(token);
    expect(iss).toBe(`https://sts.demo.test/${String(tid)}/`);
    expect(claims).toMatchObject({ ver: '1.0', unique_name: adele, upn: adele, name: 'Adele Hartog' });
    expect(decodeProtectedHeader(token)).toHaveProperty('x5t');
    // passport-azure-ad compares the two.
    const info = await fetch(`${cloud.description.graph}/oidc/userinfo?schema=openid`, {
      headers: { authorization: `Bearer ${access}` },
    });
    expect(await info.json()).toMatchObject({ sub: claims.sub, email: adele });
  });
});

describe('a refresh token', () => {
  const refresh = (token: string, scope?: string, authority = 'contoso.demo.test'): Promise<Response> =>
    post(endpoint(authority, 'token'), {
      grant_type: 'refresh_token',
      client_id: cloud.description.adminClientId,
      refresh_token: token,
      ...(scope === undefined ? {} : { scope }),
    });

  async function redeemed() {
    const { code, verifier } = await signIn();
    return tokenBody.parse(await (await redeem(code, verifier)).json());
  }

  const first = async (): Promise<string> => (await redeemed()).refresh_token ?? '';

  test('gives tokens for every resource of the tenant, and a new refresh token', async () => {
    const token = await first();
    for (const [scope, audience] of [
      ['https://contoso-dev.crm4.demo.test/.default offline_access', 'https://contoso-dev.crm4.demo.test'],
      ['https://globaldisco.crm.demo.test/.default offline_access', 'https://globaldisco.crm.demo.test'],
      ['https://service.powerapps.demo.test/.default offline_access', 'https://service.powerapps.demo.test'],
      ['User.Read offline_access', '00000003-0000-0000-c000-000000000000'],
    ] as const) {
      const body = tokenBody.parse(await (await refresh(token, scope)).json());
      expect(decodeJwt(body.access_token).aud).toBe(audience);
      expect(body.refresh_token).not.toBe(token);
    }
  });

  // Answers that MSAL.js keeps for its tests (`aud` of the token among them), and others that were published with their requests.
  test.each([
    ['openid profile User.Read', 'openid profile email User.Read'],
    ['openid https://graph.demo.test/User.Read', 'openid profile email https://graph.demo.test/User.Read'],
    [
      'openid https://graph.demo.test/.default',
      'openid profile email https://graph.demo.test/User.Read https://graph.demo.test/.default',
    ],
    [
      'openid User.Read https://graph.demo.test/User.Read',
      'openid profile email https://graph.demo.test/User.Read',
    ],
    ['openid', 'openid profile email 00000003-0000-0000-c000-000000000000/User.Read'],
  ])('answers %s in the words of the request', async (asked, expected) => {
    const { scope = '' } = tokenBody.parse(await (await refresh(await first(), asked)).json());
    expect(scope.split(' ').toSorted()).toEqual(expected.split(' ').toSorted());
  });

  test('refuses permissions of Graph beside another resource', async () => {
    const asked = 'User.Read https://contoso.crm4.demo.test/user_impersonation';
    expect(await codeIn(await refresh(await first(), asked))).toBe(700022);
  });

  test('without a scope gives what it was given with, as clients other than MSAL expect', async () => {
    const given = await redeemed();
    const again = tokenBody.parse(await (await refresh(given.refresh_token ?? '')).json());
    const next = tokenBody.parse(await (await refresh(again.refresh_token ?? '')).json());
    for (const body of [again, next]) {
      expect(decodeJwt(body.access_token).aud).toBe(decodeJwt(given.access_token).aud);
      expect(body).toMatchObject({ scope: given.scope, id_token: expect.any(String) });
    }
    expect(next.refresh_token).not.toBe(again.refresh_token);
  });

  test('is refused when unknown, after ninety days, and in a tenant where the person is not', async () => {
    const token = await first();
    const scope = 'https://contoso.crm4.demo.test/.default';
    expect(await codeIn(await refresh('nothing', scope))).toBe(9002313);
    expect(await codeIn(await refresh(token, scope, 'fabrikam.demo.test'))).toBe(50020);
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const byOther = await post(endpoint('contoso.demo.test', 'token'), {
      grant_type: 'refresh_token',
      client_id: clientId,
      client_secret: secret,
      refresh_token: token,
      scope,
    });
    expect(await codeIn(byOther)).toBe(70000);
    time = start + 90 * 86_400_000;
    expect(await codeIn(await refresh(token, scope))).toBe(700082);
  });
});

test('a confidential client must prove itself when it redeems a code', async () => {
  const app = appOf(cloud, 'Contoso Integration Hub');
  const response = await post(endpoint('contoso.demo.test', 'token'), {
    grant_type: 'authorization_code',
    client_id: app.clientId,
    code: 'x',
    redirect_uri: 'http://localhost',
  });
  expect(await codeIn(response)).toBe(7000218);
});
