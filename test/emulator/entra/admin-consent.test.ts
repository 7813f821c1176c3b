import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, fieldOf, post, refusalBody, tenantOf } from './sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const felicia = 'felicia.admin@fabrikam.demo.test';
const dwayne = 'dwayne.okoro@fabrikam.demo.test';
const warehouse = () => appOf(cloud, 'Adventure Works Warehouse');
const redirect = 'http://localhost:43210';

function link(version: 'v1' | 'v2', authority: string, changes: Record<string, string | null> = {}): string {
  const query = new URLSearchParams();
  const values = {
    client_id: warehouse().clientId,
    redirect_uri: redirect,
    state: 'a state',
    scope: version === 'v2' ? 'https://graph.demo.test/.default' : null,
    ...changes,
  };
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) query.set(name, value);
  }
  const path = version === 'v2' ? 'v2.0/adminconsent' : 'adminconsent';
  return `${cloud.description.login.http}/${authority}/${path}?${query}`;
}

/** Answers the pages one after another, each with one button; the last answer is returned as it is. */
async function walk(url: string, ...answers: readonly Record<string, string>[]): Promise<Response> {
  let response = await fetch(url, { redirect: 'manual' });
  for (const answer of answers) {
    const html = await response.text();
    const action = /action="([^"]*)"/.exec(html)?.[1] ?? '';
    response = await post(new URL(action, url).href, { ctx: fieldOf(html, 'ctx'), ...answer });
  }
  return response;
}

const calledBack = (response: Response): Record<string, string> =>
  Object.fromEntries(new URL(response.headers.get('location') ?? '').searchParams);

const tokenStatus = async (tenant: string): Promise<number> => {
  const response = await post(`${cloud.description.login.http}/${tenant}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: warehouse().clientId,
    client_secret: warehouse().secret ?? '',
    scope: 'https://graph.demo.test/.default',
  });
  return response.ok ? 0 : refusalBody.parse(await response.json()).error_codes[0];
};

describe('accepting', () => {
  test('shows app, publisher, permissions and tenant, makes the service principal, and calls back as v1 does', async () => {
    const tenant = tenantOf(cloud, 'Fabrikam');
    expect(await tokenStatus(tenant)).toBe(7000229);
    const page = await (await walk(link('v1', 'common'), { account: felicia })).text();
    for (const shown of [
      'Adventure Works Warehouse',
      'adventureworks.demo.test',
      'Access Common Data Service as organization users',
      'Fabrikam',
    ]) {
      expect(page).toContain(shown);
    }
    const answer = await walk(link('v1', tenant), { account: felicia }, { answer: 'accept' });
    expect(answer.status).toBe(302);
    expect(calledBack(answer)).toEqual({ admin_consent: 'True', tenant, state: 'a state' });
    expect(await tokenStatus(tenant)).toBe(0);
  });

  test('calls back with the scope at v2, over organizations and by domain', async () => {
    for (const authority of ['organizations', 'fabrikam.demo.test']) {
      const answer = await walk(link('v2', authority), { account: felicia }, { answer: 'accept' });
      expect(calledBack(answer)).toEqual({
        admin_consent: 'True',
        tenant: tenantOf(cloud, 'Fabrikam'),
        scope: 'https://graph.demo.test/.default',
        state: 'a state',
      });
    }
  });

  test('a link without a redirect URI ends at the first registered one; without any, on a page that complains', async () => {
    const first = await walk(
      link('v1', 'common', { redirect_uri: null, state: null }),
      { account: felicia },
      { answer: 'accept' },
    );
    expect(first.headers.get('location')).toMatch(/^http:\/\/localhost\/\?admin_consent=True&tenant=/);
    const bare = { client_id: appOf(cloud, 'Contoso Data Export').clientId, redirect_uri: null };
    const none = await walk(link('v1', 'common', bare), { account: felicia }, { answer: 'accept' });
    expect(none.status).toBe(200);
    expect(await none.text()).toContain('AADSTS500113');
  });

  test('lists what the app really asks for: all of its registration, the scopes of v2, or nothing', async () => {
    const listed = async (version: 'v1' | 'v2', app: string, scope: string | null) => {
      const changes = { client_id: appOf(cloud, app).clientId, redirect_uri: redirect, scope };
      const page = await (await walk(link(version, 'organizations', changes), { account: felicia })).text();
      return [...page.matchAll(/<li>([^<]*)<\/li>/g)].map(([, text]) => text);
    };
    const hub = 'Contoso Integration Hub';
    const all = ['Access Common Data Service as organization users', 'Sign in and read user profile'];
    expect(await listed('v1', hub, null)).toEqual(all);
    expect(await listed('v2', hub, 'https://graph.demo.test/.default')).toEqual(all);
    expect(await listed('v2', hub, 'openid https://graph.demo.test/Application.Read.All')).toEqual([
      'Sign users in',
      'Read applications',
    ]);
    expect(await listed('v1', 'Contoso Retired Connector', null)).toEqual([]);
  });

  test('a page is answered once', async () => {
    const opened = await (await fetch(link('v1', 'common'))).text();
    const action = new URL(/action="([^"]*)"/.exec(opened)?.[1] ?? '', cloud.description.login.http).href;
    const form = { ctx: fieldOf(opened, 'ctx'), account: felicia };
    expect((await post(action, form)).status).toBe(200);
    expect((await post(action, form)).status).toBe(400);
    expect((await post(action, { ctx: 'made up', answer: 'accept' })).status).toBe(400);
  });

  test('a disabled service principal stays disabled', async () => {
    const retired = appOf(cloud, 'Contoso Retired Connector');
    await walk(
      link('v1', 'common', { client_id: retired.clientId }),
      { account: felicia },
      { answer: 'accept' },
    );
    const response = await post(`${cloud.description.login.http}/fabrikam.demo.test/oauth2/v2.0/token`, {
      grant_type: 'client_credentials',
      client_id: retired.clientId,
      client_secret: retired.secret ?? '',
      scope: 'https://graph.demo.test/.default',
    });
    expect(refusalBody.parse(await response.json()).error_codes).toEqual([7000112]);
  });
});

describe('saying no', () => {
  test('v1: permission_denied, without a code', async () => {
    for (const answers of [[{ cancel: '1' }], [{ account: felicia }, { answer: 'cancel' }]]) {
      expect(calledBack(await walk(link('v1', 'fabrikam.demo.test'), ...answers))).toEqual({
        error: 'permission_denied',
        error_description: 'The admin canceled the request',
        state: 'a state',
      });
    }
  });

  test('v2: consent_required with AADSTS65004 and, all the same, admin_consent=True', async () => {
    const answer = calledBack(
      await walk(link('v2', 'organizations'), { account: felicia }, { answer: 'cancel' }),
    );
    expect(answer).toMatchObject({ admin_consent: 'True', error: 'consent_required', state: 'a state' });
    expect(answer['error_description']).toMatch(
      /^AADSTS65004: The resource owner or authorization server denied the request\.\r\nTrace ID: \S+\r\nCorrelation ID: \S+\r\nTimestamp: /,
    );
  });

  test('somebody who is no administrator is told to ask one, and may go back or sign in as another', async () => {
    const page = await walk(link('v2', 'organizations'), { account: dwayne });
    expect(await page.text()).toContain('AADSTS90094');
    const back = calledBack(
      await walk(link('v2', 'organizations'), { account: dwayne }, { answer: 'return' }),
    );
    expect(back['error']).toBe('consent_required');
    expect(back['error_description']).toContain('AADSTS90094');
    const other = await walk(
      link('v1', 'fabrikam.demo.test'),
      { account: dwayne },
      { answer: 'other' },
      { account: felicia },
      { answer: 'accept' },
    );
    expect(calledBack(other)['admin_consent']).toBe('True');
  });

  test('somebody who is no administrator cannot accept by a made-up button', async () => {
    const answer = await walk(link('v1', 'common'), { account: dwayne }, { answer: 'accept' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toContain('Permissions requested');
  });
});

test.each([
  ['an address that is not registered', 'v1', 'common', { redirect_uri: 'https://evil.example/' }, 50011],
  ['another path of the loopback', 'v2', 'organizations', { redirect_uri: 'http://localhost:1/x' }, 50011],
  [
    'an unknown app',
    'v1',
    'fabrikam.demo.test',
    { client_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
    700016,
  ],
  ['a client id that is none', 'v1', 'common', { client_id: 'warehouse' }, 700038],
  ['common at v2', 'v2', 'common', {}, 90124],
  ['consumers', 'v1', 'consumers', {}, 90124],
  ['a tenant that does not exist', 'v1', 'nowhere.example', {}, 90002],
  ['no scope at v2', 'v2', 'organizations', { scope: null }, 900144],
] as const)(
  '%s is told on the page, and nobody is called back',
  async (_name, version, authority, changes, code) => {
    const response = await fetch(link(version, authority, changes), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(`AADSTS${code}:`);
  },
);

test('a single-tenant app is told on the page: 50194 where the tenant is open, 700016 in another tenant', async () => {
  const bot = { client_id: appOf(cloud, 'Fabrikam Invoice Bot').clientId, redirect_uri: null };
  expect(await (await fetch(link('v1', 'common', bot))).text()).toContain('AADSTS50194:');
  expect(await (await fetch(link('v1', 'contoso.demo.test', bot))).text()).toContain('AADSTS700016:');
});
