import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  authorizeRequest,
  fieldOf,
  pickAccount,
  post,
  pressOn,
  refusalBody,
  tenantOf,
  tokenBody,
  userTokens,
} from './sign-in.ts';

const adele = 'adele.admin@contoso.demo.test';
const bram = 'bram.visser@contoso.demo.test';
const DISCOVERY = 'https://globaldisco.crm.demo.test/.default';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
beforeEach(async () => {
  await control('/reset');
});
afterAll(() => cloud.close());

const control = (path: string, body: unknown = {}, method = 'POST'): Promise<Response> =>
  fetch(`${cloud.description.control ?? ''}${path}`, { method, body: JSON.stringify(body) });
const authorize = (
  changes: Record<string, string>,
  authority = 'organizations',
): { readonly url: string; readonly verifier: string } => {
  const { query, verifier } = authorizeRequest(cloud.description.adminClientId, {
    response_mode: 'query',
    scope: DISCOVERY,
    ...changes,
  });
  return { url: `${cloud.description.login.http}/${authority}/oauth2/v2.0/authorize?${query}`, verifier };
};
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

/** Signs somebody in with a browser that has these cookies; its cookie afterwards. */
async function signIn(account: string, cookie = ''): Promise<string> {
  const { url } = authorize({});
  const html = await (await fetch(url)).text();
  const action = new URL(/action="([^"]*)"/.exec(html)?.[1] ?? '', url).href;
  return cookieOf(await post(action, { ctx: fieldOf(html, 'ctx'), account }, { cookie }));
}

/** What the client is told when it asks without showing anything. */
async function ask(
  cookie: string,
  changes: Record<string, string> = {},
  authority = 'organizations',
): Promise<URLSearchParams> {
  const { url } = authorize({ prompt: 'none', ...changes }, authority);
  const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '').searchParams;
}
const refusalOf = (answer: URLSearchParams) => [
  answer.get('error'),
  /AADSTS(\d+)/.exec(answer.get('error_description') ?? '')?.[1],
];

describe('prompt=none', () => {
  test('is answered with a code for who is signed in, and with login_required where nobody is', async () => {
    expect(refusalOf(await ask(''))).toEqual(['login_required', '50058']);
    const cookie = await signIn(adele);
    const answer = await ask(cookie);
    expect(answer.get('state')).toBe('the state');
    expect(answer.get('code')).not.toBeNull();
    expect(refusalOf(await ask(cookie, { login_hint: bram }))).toEqual(['login_required', '50058']);
    expect(refusalOf(await ask('ESTSAUTH=made-up'))).toEqual(['login_required', '50058']);
  });

  test('is not for who signed in longer ago than max_age allows', async () => {
    const cookie = await signIn(adele);
    expect((await ask(cookie, { max_age: '60' })).get('code')).not.toBeNull();
    await control('/clock', { advanceSeconds: 90 }, 'PUT');
    expect(refusalOf(await ask(cookie, { max_age: '60' }))).toEqual(['login_required', '50058']);
    expect((await ask(cookie, { max_age: '600' })).get('code')).not.toBeNull();
  });

  test('brings tokens, in every response mode', async () => {
    const cookie = await signIn(adele);
    for (const mode of ['form_post', 'fragment']) {
      const { url, verifier } = authorize({ prompt: 'none', response_mode: mode });
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
      const code =
        mode === 'form_post'
          ? fieldOf(await answer.text(), 'code')
          : (new URLSearchParams(new URL(answer.headers.get('location') ?? '').hash.slice(1)).get('code') ??
            '');
      const tokens = await post(`${cloud.description.login.http}/organizations/oauth2/v2.0/token`, {
        grant_type: 'authorization_code',
        client_id: cloud.description.adminClientId,
        code,
        redirect_uri: 'http://localhost:43210',
        code_verifier: verifier,
      });
      expect(decodeJwt(tokenBody.parse(await tokens.json()).access_token)).toMatchObject({ upn: adele });
    }
  });

  test('wants a choice where two are signed in, which a login hint makes', async () => {
    const both = await signIn(bram, await signIn(adele));
    expect(refusalOf(await ask(both))).toEqual(['interaction_required', '16000']);
    expect((await ask(both, { login_hint: bram })).get('code')).not.toBeNull();
  });

  test('tells of the sign-in, whose name makes the choice as well', async () => {
    const first = await signIn(adele);
    const sid = (await ask(first)).get('session_state') ?? '';
    expect(sid).toMatch(/^[0-9a-f-]{36}$/);
    const both = await signIn(bram, first);
    expect((await ask(both, { sid })).get('session_state')).toBe(sid);
    expect(refusalOf(await ask(both, { sid: 'another' }))).toEqual(['login_required', '50058']);
    expect(refusalOf(await ask(both, { sid, login_hint: bram }))).toEqual(['login_required', '50058']);
    const again = await signIn(adele, both);
    expect(refusalOf(await ask(again, { sid }))).toEqual(['login_required', '50058']);
  });

  test('is refused in a tenant where the person is not', async () => {
    expect(refusalOf(await ask(await signIn(adele), {}, 'fabrikam.demo.test'))).toEqual([
      'interaction_required',
      '50020',
    ]);
  });

  test.each([
    ['mfa', 'interaction_required', '50076'],
    ['revoked', 'login_required', '50058'],
  ])('is refused after the demand %s with %s', async (demand, error, code) => {
    const cookie = await signIn(adele);
    expect((await control('', { account: adele, demand })).status).toBe(204);
    expect(refusalOf(await ask(cookie))).toEqual([error, code]);
  });

  test.each([null, 'interaction_required'])(
    'says that consent is missing as the rule has it (%s)',
    async (value) => {
      await control('/rules/silentConsentError', { value }, 'PUT');
      const cookie = await signIn(bram);
      const scope = 'https://graph.demo.test/Application.Read.All';
      expect(refusalOf(await ask(cookie, { scope }))).toEqual([value ?? 'consent_required', '65001']);
    },
  );

  test('is refused after signing out', async () => {
    const cookie = await signIn(adele);
    const out = await fetch(`${cloud.description.login.http}/common/oauth2/v2.0/logout`, {
      headers: { cookie },
    });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect(refusalOf(await ask(cookie))).toEqual(['login_required', '50058']);
  });
});

test('prompt=consent asks once more for what was consented to', async () => {
  const { url } = authorize({ prompt: 'consent' });
  const html = await (await pickAccount(url, { account: adele })).text();
  expect(html).toContain('Permissions requested');
  const done = await pressOn(html, url, { answer: 'accept' });
  expect(done.headers.get('location')).toContain('code=');
});

describe('service principals', () => {
  const base = (): string => `${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0`;

  test('a person who consents brings an app of another tenant in', async () => {
    const app = appOf(cloud, 'Adventure Works Warehouse');
    const appTokenStatus = async (): Promise<number> => {
      const answer = await post(`${base()}/token`, {
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.secret ?? '',
        scope: 'https://graph.demo.test/.default',
      });
      return answer.ok ? 0 : refusalBody.parse(await answer.json()).error_codes[0];
    };
    expect(await appTokenStatus()).toBe(7000229);
    const { query } = authorizeRequest(app.clientId, {
      response_mode: 'query',
      scope: 'https://graph.demo.test/User.Read',
    });
    const url = `${base()}/authorize?${query}`;
    const html = await (await pickAccount(url, { account: bram })).text();
    expect(html).toContain('Permissions requested');
    const done = await pressOn(html, url, { answer: 'accept' });
    expect(done.headers.get('location')).toContain('code=');
    expect(await appTokenStatus()).toBe(0);
  });

  test('an app that the tenant has disabled signs nobody in', async () => {
    const { query } = authorizeRequest(appOf(cloud, 'Contoso Retired Connector').clientId);
    const url = `${cloud.description.login.http}/${tenantOf(cloud, 'Fabrikam')}/oauth2/v2.0/authorize?${query}`;
    const html = await (await pickAccount(url, { account: 'felicia.admin@fabrikam.demo.test' })).text();
    expect(html).toContain('AADSTS7000112');
  });
});

describe('the older endpoint', () => {
  const tokens = `/contoso.demo.test/oauth2`;

  test('takes the resource of the authorization request where the token request names none', async () => {
    const { query, verifier } = authorizeRequest(cloud.description.adminClientId, {
      scope: '',
      resource: 'https://contoso.crm4.demo.test',
    });
    query.delete('scope');
    const url = `${cloud.description.login.http}${tokens}/authorize?${query}`;
    const html = await (await pickAccount(url, { account: adele })).text();
    const answer = await post(`${cloud.description.login.http}${tokens}/token`, {
      grant_type: 'authorization_code',
      client_id: cloud.description.adminClientId,
      code: fieldOf(html, 'code'),
      redirect_uri: 'http://localhost:43210',
      code_verifier: verifier,
    });
    const body = tokenBody.parse(await answer.json());
    expect(body).toMatchObject({
      resource: 'https://contoso.crm4.demo.test',
      expires_in: '3599',
      scope: 'user_impersonation',
    });
    expect(decodeJwt(body.access_token).aud).toBe('https://contoso.crm4.demo.test');
    expect(body.refresh_token).toBeDefined();
    expect(decodeJwt(body.id_token ?? '')).toMatchObject({ nonce: 'the nonce' });
  });

  test('takes an administrator’s consent for everybody by prompt=admin_consent, without address and resource', async () => {
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      prompt: 'admin_consent',
    });
    const url = `${cloud.description.login.http}/common/oauth2/authorize?${query}`;
    const refused = await (await pickAccount(url, { account: bram })).text();
    expect(refused).toContain('AADSTS90094');
    const html = await (await pickAccount(url, { account: 'felicia.admin@fabrikam.demo.test' })).text();
    expect(html).toContain('Access Common Data Service as organization users');
    expect(html).not.toContain('Consent on behalf of your organization');
    const back = new URL((await pressOn(html, url, { answer: 'accept' })).headers.get('location') ?? '');
    expect(back.origin).toBe('http://localhost');
    expect(back.searchParams.get('admin_consent')).toBe('True');
    expect(back.searchParams.get('code')).not.toBeNull();
    // Everybody in the tenant is spared the question now.
    const scope = 'https://fabrikam.crm.demo.test/user_impersonation';
    const { query: later } = authorizeRequest(clientId, { response_mode: 'query', scope });
    const next = `${cloud.description.login.http}/fabrikam.demo.test/oauth2/v2.0/authorize?${later}`;
    const dwayne = await pickAccount(next, { account: 'dwayne.okoro@fabrikam.demo.test' });
    expect(dwayne.headers.get('location')).toContain('code=');
  });

  test('is the only one that knows resources', async () => {
    for (const path of ['token', 'devicecode']) {
      const answer = await post(`${cloud.description.login.http}${tokens}/v2.0/${path}`, {
        grant_type: 'client_credentials',
        client_id: cloud.description.adminClientId,
        resource: 'https://contoso.crm4.demo.test',
      });
      expect(refusalBody.parse(await answer.json()).error_codes[0]).toBe(901002);
    }
  });
});

test('an environment administrator sees and administers single environments', async () => {
  const esther = 'esther.mulder@contoso.demo.test';
  const { url, verifier } = authorize({ scope: 'https://service.powerapps.demo.test/.default' });
  expect(await (await fetch(url)).text()).toContain('environment administrator');
  const picked = await pickAccount(url, { account: esther });
  const code = new URL(picked.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answer = await post(`${cloud.description.login.http}/organizations/oauth2/v2.0/token`, {
    grant_type: 'authorization_code',
    client_id: cloud.description.adminClientId,
    code,
    redirect_uri: 'http://localhost:43210',
    code_verifier: verifier,
  });
  const headers = { authorization: `Bearer ${tokenBody.parse(await answer.json()).access_token}` };
  const bap = `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform`;
  const listed = await fetch(`${bap}/scopes/admin/environments?api-version=2023-06-01`, { headers });
  expect(await listed.json()).toMatchObject({ value: [{ properties: { displayName: 'Contoso Test' } }] });
  const apps = await fetch(`${bap}/adminApplications?api-version=2020-10-01`, { headers });
  expect(apps.status).toBe(403);
});

describe('single sign-out', () => {
  const patch = async (web: unknown): Promise<number> => {
    const token = (await userTokens(cloud, adele, 'https://graph.demo.test/Application.ReadWrite.All'))
      .access_token;
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const answer = await fetch(`${cloud.description.graph}/v1.0/applications(appId='${clientId}')`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ web }),
    });
    return answer.status;
  };
  const leave = (cookie: string, query: Record<string, string> = {}): Promise<Response> =>
    fetch(
      `${cloud.description.login.http}/common/oauth2/v2.0/logout?${new URLSearchParams(query).toString()}`,
      {
        redirect: 'manual',
        headers: { cookie },
      },
    );

  test('tells the apps that the sign-in was used with, each in a hidden frame, before it goes on', async () => {
    const redirectUri = 'https://app.contoso.demo.test/signin';
    const logoutUrl = 'https://app.contoso.demo.test/signout?from=entra';
    expect(await patch({ redirectUris: [redirectUri], logoutUrl })).toBe(204);
    const { query } = authorizeRequest(appOf(cloud, 'Contoso Integration Hub').clientId, {
      redirect_uri: redirectUri,
      scope: 'openid',
    });
    const url = `${cloud.description.login.http}/organizations/oauth2/v2.0/authorize?${query}`;
    const html = await (await fetch(url)).text();
    const action = new URL(/action="([^"]*)"/.exec(html)?.[1] ?? '', url).href;
    let answer = await post(action, { ctx: fieldOf(html, 'ctx'), account: adele });
    if ((await answer.clone().text()).includes('Permissions requested')) {
      answer = await pressOn(await answer.text(), url, { answer: 'accept' });
    }
    const cookie = cookieOf(answer);
    const page = await leave(cookie, { post_logout_redirect_uri: redirectUri, state: 's' });
    const body = await page.text();
    const frame = /<iframe src="([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const told = new URL(frame);
    expect(`${told.origin}${told.pathname}`).toBe('https://app.contoso.demo.test/signout');
    expect([...told.searchParams.keys()]).toEqual(['from', 'iss', 'sid']);
    expect(body).toContain('href="https://app.contoso.demo.test/signin?state=s"');
    expect(page.headers.get('content-security-policy')).toContain('frame-src https://app.contoso.demo.test');
    // The session has ended: nobody is told twice.
    expect((await leave(cookie, { post_logout_redirect_uri: redirectUri })).status).toBe(302);
  });

  test.each([
    'http://app.example/out',
    'javascript:alert(1)',
    'x',
    7,
    `https://a.example/${'x'.repeat(300)}`,
  ])('%j is no address for it', async (logoutUrl) => {
    expect(await patch({ logoutUrl })).toBe(400);
  });
});
