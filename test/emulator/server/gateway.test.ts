import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createRequestMeter, serviceLimits } from '../../../emulator/gateway/request-limit.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { multipart, operation } from '../dataverse/batch-text.ts';
import { appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

const hub = 'Contoso Integration Hub';
const dataverse = '00000007-0000-0000-c000-000000000000';
const start = Date.parse('2026-05-04T10:00:00Z');
let time = start;
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true, now: () => time });
});
beforeEach(() => {
  time = start;
});
afterAll(() => cloud.close());

const whoAmI = (urlName: string, token: string | null): Promise<Response> =>
  fetch(`${environmentOf(cloud, urlName).pathUrl}/api/data/v9.2/WhoAmI`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
const hubToken = (tenant: string, resource: string): Promise<string> =>
  appTokenFor(cloud, hub, tenantOf(cloud, tenant), resource);
const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

describe('the door of an environment', () => {
  test('tells a caller without a token where to sign in', async () => {
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    const host = new URL(url).host;
    const tenant = tenantOf(cloud, 'Contoso');
    const canonical = await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, {
      headers: { 'X-Forwarded-Host': host },
    });
    expect(canonical.status).toBe(401);
    expect(await canonical.text()).toBe('');
    expect(canonical.headers.get('www-authenticate')).toBe(
      `Bearer authorization_uri=https://login.demo.test/${tenant}/oauth2/authorize, resource_id=${url}/`,
    );
    const plain = await whoAmI('contoso', null);
    const { origin, key } = cloud.description;
    expect(plain.headers.get('www-authenticate')).toBe(
      `Bearer authorization_uri=${origin}/${key}/login.demo.test/${tenant}/oauth2/authorize, resource_id=${pathUrl}/`,
    );
  });

  test.each([
    ['another environment', () => hubToken('Contoso', 'https://contoso-dev.crm4.demo.test')],
    ['Graph', () => hubToken('Contoso', 'https://graph.demo.test')],
    ['nobody', () => Promise.resolve('a.b.c')],
    ['nobody, with signs that are none', () => Promise.resolve('é')],
  ])('refuses a token for %s with 401 and an empty body', async (_what, make) => {
    const token = encodeURIComponent(await make());
    const response = await whoAmI('contoso', token);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(response.headers.get('www-authenticate')).toContain('error=invalid_token');
  });

  test('refuses a token whose claims were changed', async () => {
    const [header, claims = '', signature] = (
      await hubToken('Contoso', 'https://contoso.crm4.demo.test')
    ).split('.');
    const text = Buffer.from(claims, 'base64url').toString().replace('"app"', '"ape"');
    const forged = [header, Buffer.from(text).toString('base64url'), signature].join('.');
    expect((await whoAmI('contoso', forged)).status).toBe(401);
  });

  test('refuses a token that has ended, and an id token', async () => {
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    const scope = 'openid https://contoso.crm4.demo.test/user_impersonation';
    const user = await userTokens(cloud, 'adele.admin@contoso.demo.test', scope);
    expect((await whoAmI('contoso', user.id_token ?? '')).status).toBe(401);
    expect((await whoAmI('contoso', user.access_token)).status).toBe(200);
    time = start + 2 * 3_600_000;
    expect((await whoAmI('contoso', token)).status).toBe(401);
  });

  test.each([
    'https://contoso.crm4.demo.test',
    'https://contoso.crm4.demo.test/',
    'https://contoso.api.crm4.demo.test',
    dataverse,
  ])('takes a token made for %s', async (resource) => {
    expect((await whoAmI('contoso', await hubToken('Contoso', resource))).status).toBe(200);
  });

  test('answers on both hosts and all versions, with ids and what is left of the limits', async () => {
    const { origin, key } = cloud.description;
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    for (const path of [
      'contoso.crm4.demo.test/api/data/v8.0',
      'contoso.crm4.demo.test/api/data/v9.0',
      'contoso.api.crm4.demo.test/api/data/v9.2',
    ]) {
      const response = await fetch(`${origin}/${key}/${path}/WhoAmI`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
      expect(response.headers.get('req_id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get('x-ms-service-request-id')).toMatch(/^[0-9a-f-]{36},[0-9a-f-]{36}$/);
      expect(Number(response.headers.get('x-ms-ratelimit-burst-remaining-xrm-requests'))).toBeLessThan(6000);
      expect(response.headers.get('x-ms-ratelimit-time-remaining-xrm-requests')).toMatch(/^1,\d{3}\.\d\d$/);
      expect(response.headers.get('x-ms-dop-hint')).toBe('4');
      expect(response.headers.get('odata-version')).toBe('4.0');
    }
    const missing = await fetch(`${origin}/${key}/contoso.crm4.demo.test/api/data/v9.3/WhoAmI`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(missing.status).toBe(404);
  });

  test.each([
    '/api/data/',
    '/api/data',
    '/api/data/v9.9/',
    '/XRMServices/2011/Organization.svc/web?SdkClientVersion=9.2',
  ])(
    'says where to sign in at %s, where clients of the SDK and of ADAL ask (Learn: authenticate-oauth)',
    async (path) => {
      const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}${path}`);
      expect([answer.status, await answer.text()]).toEqual([401, '']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri=/);
    },
  );

  test.each([
    ['/api/data', ''],
    ['/api/data/', ''],
    ['/api/data/accounts', 'accounts'],
    ['/api/data/9.2/accounts', '9.2'],
  ])('asks for a version at %s', async (path, version) => {
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(400);
    expect(errorBody.parse(await answer.json()).error).toEqual({
      code: '0x80060888',
      message: `Requested API Version '${version}' was not understood. Please provide in the format /api/data/v<Major>.<Minor>/ (example: /api/data/v7.2/)`,
    });
  });

  test('reads slashes before the address of the Web API as one', async () => {
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}//api/data/v9.2/WhoAmI`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });

  test('gives every answer, refusals among them, one set of ids that is the same in every run', async () => {
    const idsOf = async (of: DemoCloud): Promise<readonly (readonly (string | null)[])[]> => {
      const { pathUrl } = environmentOf(of, 'contoso');
      const authorization = `Bearer ${await appTokenFor(of, hub, tenantOf(of, 'Contoso'), 'https://contoso.crm4.demo.test')}`;
      const ids: (string | null)[][] = [];
      for (const [path, headers] of [
        ['v9.2/WhoAmI', {}],
        ['v9.2/WhoAmI', { authorization }],
        ['v9.2/nothing', { authorization }],
        ['v7.0/WhoAmI', { authorization }],
      ] as const) {
        const { headers: sent } = await fetch(`${pathUrl}/api/data/${path}`, { headers });
        ids.push([sent.get('req_id'), sent.get('x-ms-service-request-id')]);
      }
      return ids;
    };
    const runs = [];
    for (let run = 0; run < 2; run += 1) {
      const other = await startDemoCloud();
      runs.push(await idsOf(other));
      await other.close();
    }
    expect(runs[0]).toEqual(runs[1]);
    expect(new Set(runs[0]?.flat()).size).toBe(8);
    for (const [requestId, both] of runs[0] ?? []) expect(both?.split(',')[0]).toBe(requestId);
  });

  test('of an environment that is down shows a page, not JSON', async () => {
    const response = await whoAmI('adventureworks', null);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('text/html');
  });

  test('closes for a user who asks too often, and opens again', async () => {
    const token = await hubToken('Fabrikam', 'https://fabrikam-uat.crm.demo.test');
    const statuses = [];
    for (let index = 0; index < 8; index += 1) {
      const answer = await whoAmI('fabrikam-uat', token);
      expect(answer.headers.get('x-ms-dop-hint')).toBe('2');
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200]);
    const first = await whoAmI('fabrikam-uat', token);
    expect(first.status).toBe(429);
    expect(errorBody.parse(await first.json()).error).toEqual({
      code: '0x80072322',
      message: 'Number of requests exceeded the limit of 8 over time window of 12 seconds.',
    });
    expect(first.headers.get('retry-after')).toBe('12');
    expect((await whoAmI('fabrikam-uat', token)).headers.get('retry-after')).toBe('13');
    time = start + 12_000;
    expect((await whoAmI('fabrikam-uat', token)).status).toBe(200);
  });
});

describe('injected faults', () => {
  const control = (body: unknown): Promise<Response> =>
    fetch(cloud.description.control ?? '', { method: 'POST', body: JSON.stringify(body) });
  afterEach(() => fetch(cloud.description.control ?? '', { method: 'DELETE' }));

  test('strike as often as asked', async () => {
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    await control({ target: 'contoso', fault: 'throttle', retryAfterSeconds: 3, times: 1 });
    const struck = await whoAmI('contoso', token);
    expect([struck.status, struck.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await whoAmI('contoso', token)).status).toBe(200);
  });

  test('can be 503, HTML instead of JSON, a broken connection, or a delay', async () => {
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    await control({ target: '*', fault: 'unavailable', times: 1 });
    expect((await whoAmI('contoso', token)).status).toBe(503);
    await control({ target: 'contoso.crm4.demo.test', fault: 'html', times: 1 });
    expect(await (await whoAmI('contoso', token)).text()).toContain('<html>');
    await control({ target: 'contoso', fault: 'reset', times: 1 });
    await expect(whoAmI('contoso', token)).rejects.toThrow('fetch failed');
    await control({ target: 'contoso', fault: 'latency', milliseconds: 300, times: 1 });
    const slow = whoAmI('contoso', token);
    const quick = whoAmI('contoso-dev', null);
    expect((await Promise.race([slow, quick])).status).toBe(401);
    expect((await slow).status).toBe(200);
  });

  test('can be a policy, which looks at who asks and says where to sign in to whoever does not say so', async () => {
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    for (const [fault, code] of [
      ['firewall', '0x80095ffe'],
      ['location', '0x80072561'],
    ] as const) {
      await control({ target: 'contoso', fault });
      const refused = await whoAmI('contoso', token);
      expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code } }]);
      expect((await whoAmI('contoso', null)).status).toBe(401);
    }
    await control({ target: 'login.demo.test', fault: 'tenant-restriction' });
    const address = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`;
    const denied = await fetch(address, { method: 'POST', body: new URLSearchParams() });
    expect(await denied.json()).toMatchObject({ error_codes: [500021] });
  });

  test('are told by each host in its own words', async () => {
    const { bap, discovery, graph, login } = cloud.description;
    const bodyOf = async (target: string, fault: string, url: string, method = 'GET') => {
      await control({ target, fault, times: 1, retryAfterSeconds: 7 });
      const answer = await fetch(url, { method });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
      const body: unknown = isJson ? JSON.parse(text) : text;
      return [answer.status, answer.headers.get('retry-after'), body];
    };
    const tokens = `${login.http}/organizations/oauth2/v2.0/token`;
    expect(await bodyOf('login.demo.test', 'throttle', tokens, 'POST')).toEqual([
      429,
      '7',
      'Too Many Requests',
    ]);
    expect(await bodyOf('login.demo.test', 'unavailable', tokens, 'POST')).toMatchObject([
      503,
      null,
      { error: 'temporarily_unavailable', error_codes: [90033] },
    ]);
    expect(await bodyOf('login.demo.test', 'unavailable', tokens)).toMatchObject([
      503,
      null,
      expect.stringContaining('<html>'),
    ]);
    const me = `${graph}/v1.0/me`;
    const innerError = { 'request-id': expect.any(String), 'client-request-id': expect.any(String) };
    expect(await bodyOf('graph.demo.test', 'throttle', me)).toMatchObject([
      429,
      '7',
      { error: { code: 'TooManyRequests', innerError } },
    ]);
    expect(await bodyOf('graph.demo.test', 'unavailable', me)).toMatchObject([
      503,
      null,
      { error: { code: 'serviceNotAvailable', innerError } },
    ]);
    expect(await bodyOf('api.bap.demo.test', 'throttle', bap)).toMatchObject([
      429,
      '7',
      { error: { code: 'TooManyRequests' } },
    ]);
    expect(await bodyOf('api.bap.demo.test', 'unavailable', bap)).toMatchObject([
      503,
      null,
      { error: { code: 'ServiceUnavailable' } },
    ]);
    expect(await bodyOf('globaldisco.crm.demo.test', 'throttle', discovery)).toMatchObject([
      429,
      '7',
      { error: { code: '0x80072322' } },
    ]);
  });

  test('are not taken when they make no sense', async () => {
    for (const body of [{}, { target: 'contoso', fault: 'fire' }, { target: 1, fault: 'reset' }, [], null]) {
      expect((await control(body)).status).toBe(400);
    }
    expect((await fetch(cloud.description.control ?? '', { method: 'PUT' })).status).toBe(405);
  });

  test('cannot be injected unless that was asked for', async () => {
    const other = await startDemoCloud();
    const url = `${other.description.origin}/${other.description.key}/control`;
    const response = await fetch(url, { method: 'POST', body: '{"lagSeconds":1}' });
    await other.close();
    expect(other.description.control).toBeUndefined();
    expect(response.status).toBe(405);
  });
});

describe('the meter behind the limits', () => {
  test('counts per user over a sliding window', () => {
    let now = 0;
    const meter = createRequestMeter(
      () => ({ ...serviceLimits, requests: 2 }),
      () => now,
    );
    const ask = (user: string): string => {
      const { allowance, done } = meter.admit(user);
      done(1);
      return allowance.kind === 'allowed' ? String(allowance.remainingRequests) : allowance.code;
    };
    expect([ask('a'), ask('a'), ask('a'), ask('b')]).toEqual(['1', '0', '0x80072322', '1']);
    now = 300_000;
    expect(ask('a')).toBe('1');
  });

  test('counts a batch as often as it has requests, which slide out of the window together', () => {
    let now = 0;
    const meter = createRequestMeter(
      () => ({ ...serviceLimits, requests: 10 }),
      () => now,
    );
    const ask = (count: number): string => {
      const { allowance, done } = meter.admit('a', count);
      done(1000);
      return allowance.kind === 'allowed'
        ? `${String(allowance.remainingRequests)} ${String(allowance.remainingSeconds)}`
        : allowance.code;
    };
    expect(ask(7)).toBe('3 1200');
    now = 100_000;
    expect([ask(5), ask(1)]).toEqual(['0 1199', '0x80072322']);
    now = 300_000;
    expect(ask(1)).toBe('4 1199');
  });

  test.each([
    ['parts', 3],
    ['once', 1],
  ])('counts the requests of a batch: %s', async (value, count) => {
    const rule = `${cloud.description.control ?? ''}/rules/batchCounts`;
    const chosen = await fetch(rule, { method: 'PUT', body: JSON.stringify({ value }) });
    expect(chosen.status).toBe(204);
    const token = await hubToken('Contoso', 'https://contoso.crm4.demo.test');
    const left = (response: Response): number =>
      Number(response.headers.get('x-ms-ratelimit-burst-remaining-xrm-requests'));
    const before = left(await whoAmI('contoso', token));
    const part = operation('GET', 'WhoAmI');
    const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/$batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/mixed; boundary=b' },
      body: multipart('b', part, part, part),
    });
    expect(answer.status).toBe(200);
    expect(before - left(answer)).toBe(count);
    await fetch(rule, { method: 'DELETE' });
  });

  test('adds up the time of execution', () => {
    let now = 0;
    const meter = createRequestMeter(
      () => serviceLimits,
      () => now,
    );
    meter.admit('a').done(1_200_000);
    now = 1000;
    const { allowance } = meter.admit('a');
    expect(allowance).toMatchObject({ kind: 'refused', code: '0x80072321', retryAfterSeconds: 299 });
    expect(allowance).toHaveProperty(
      'message',
      'Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.',
    );
  });

  test('counts the requests that run at the same time', () => {
    const meter = createRequestMeter(
      () => ({ ...serviceLimits, concurrent: 2 }),
      () => 0,
    );
    const first = meter.admit('a');
    meter.admit('a');
    expect(meter.admit('a').allowance).toMatchObject({ kind: 'refused', code: '0x80072326' });
    first.done(5);
    expect(meter.admit('a').allowance.kind).toBe('allowed');
  });
});
