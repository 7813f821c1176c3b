import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud, DemoCloudOptions } from '../../../emulator/index.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { asAdmin } from './as-admin.ts';
import { appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

async function ask(of: DemoCloud, request: string, body?: unknown): Promise<Response> {
  const [method = 'GET', path = ''] = request.split(' ');
  return fetch(`${of.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const scenario = (request: string, body?: unknown): Promise<Response> => ask(cloud, request, body);
afterEach(() => scenario('POST /reset'));

const made = z.looseObject({ accountid: z.string() });
const makeAccount = async (of: DemoCloud, name: string): Promise<string> =>
  made.parse(await (await asAdmin(of, 'POST accounts', { name })).json()).accountid;
const statusOf = async (id: string): Promise<number> =>
  (await asAdmin(cloud, `GET accounts(${id})?$select=name`)).status;
const listed = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

describe('the clock', () => {
  test('is set, advanced and stopped, and goes back to the computer’s', async () => {
    const set = await scenario('PUT /clock', { now: '2031-02-03T04:05:06Z', stopped: true });
    expect(await set.json()).toEqual({ now: '2031-02-03T04:05:06.000Z' });
    const advanced = await scenario('PUT /clock', { advanceSeconds: 3600 });
    expect(await advanced.json()).toEqual({ now: '2031-02-03T05:05:06.000Z' });
    const refused = await fetch(`${cloud.description.login.http}/contoso.demo.test/oauth2/v2.0/token`);
    expect(await refused.json()).toMatchObject({ timestamp: '2031-02-03 05:05:06Z' });
    expect(refused.headers.get('date')).toBe('Mon, 03 Feb 2031 05:05:06 GMT');
    expect((await scenario('DELETE /clock')).status).toBe(204);
    const state = z.object({ now: z.string() }).parse(await (await scenario('GET')).json());
    expect(Math.abs(Date.parse(state.now) - Date.now())).toBeLessThan(5000);
  });

  test('ends tokens', async () => {
    const { url, pathUrl } = environmentOf(cloud, 'contoso');
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
    const whoAmI = async (): Promise<number> =>
      (await fetch(`${pathUrl}/api/data/v9.2/WhoAmI`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect(await whoAmI()).toBe(200);
    await scenario('PUT /clock', { advanceSeconds: 7200 });
    expect(await whoAmI()).toBe(401);
  });

  test.each([
    {},
    { now: 'tomorrow' },
    { advanceSeconds: '5' },
    { advanceSeconds: 1e300 },
    { advanceSeconds: -1e15 },
    { now: '1969-12-31T00:00:00Z' },
    { now: '9999-12-31T00:00:00Z', advanceSeconds: 1 },
  ])('takes no %j', async (body) => {
    expect((await scenario('PUT /clock', body)).status).toBe(400);
  });
});

describe('data', () => {
  test('goes back to a snapshot as often as asked, in Dataverse and in the directory', async () => {
    const token = await graphToken(cloud, people.adele);
    const apps = async (): Promise<number> =>
      listed.parse((await askGraph(cloud, token, 'GET applications')).json).value.length;
    const before = await makeAccount(cloud, 'Before');
    const count = await apps();
    expect((await scenario('PUT /snapshots/one')).status).toBe(204);
    for (let round = 0; round < 2; round += 1) {
      const after = await makeAccount(cloud, 'After');
      await asAdmin(cloud, `DELETE accounts(${before})`);
      await askGraph(cloud, token, 'POST applications', { displayName: 'New' });
      expect([await statusOf(before), await statusOf(after), await apps()]).toEqual([404, 200, count + 1]);
      expect((await scenario('POST /snapshots/one/restore')).status).toBe(204);
      expect([await statusOf(before), await statusOf(after), await apps()]).toEqual([200, 404, count]);
    }
    expect((await scenario('DELETE /snapshots/one')).status).toBe(204);
    expect((await scenario('POST /snapshots/one/restore')).status).toBe(404);
  });

  test('goes back to the seed; who is signed in stays so', async () => {
    const id = await makeAccount(cloud, 'Gone');
    const { url } = environmentOf(cloud, 'contoso');
    const { refresh_token: refresh = '' } = await userTokens(
      cloud,
      people.adele,
      `${url}/.default offline_access`,
    );
    await scenario('POST', { lagSeconds: 20 });
    expect((await scenario('POST /reset')).status).toBe(204);
    expect(await statusOf(id)).toBe(404);
    expect(await (await scenario('GET')).json()).toMatchObject({ lagSeconds: 0, faults: [] });
    const again = await fetch(`${cloud.description.login.http}/organizations/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: cloud.description.adminClientId,
        refresh_token: refresh,
        scope: `${url}/.default`,
      }),
    });
    expect(again.status).toBe(200);
  });

  test('has the same ids in every run of a seed, also those that are made while it runs', async () => {
    const idsOf = async (of: DemoCloud): Promise<unknown> => {
      const token = await graphToken(of, people.adele);
      const app = await askGraph(of, token, 'POST applications', { displayName: 'New' });
      const secret = await askGraph(of, token, `POST applications/${String(app.json['id'])}/addPassword`, {});
      const { accounts, apps, environments, tenants } = of.description;
      return {
        described: [
          accounts,
          tenants,
          apps.map(({ clientId, secret: value }) => [clientId, value]),
          environments.map(({ organizationId, environmentId }) => [organizationId, environmentId]),
        ],
        made: [app.json['id'], app.json['appId'], secret.json['keyId'], await makeAccount(of, 'New')],
      };
    };
    const other = await startDemoCloud();
    const theirs = await idsOf(other);
    await other.close();
    expect(await idsOf(cloud)).toEqual(theirs);
    await scenario('POST /reset');
    expect(await idsOf(cloud)).toEqual(theirs);
  });
});

describe('faults', () => {
  const contoso = (): Promise<Response> => asAdmin(cloud, 'GET accounts?$select=name&$top=2');

  test('cut JSON in the middle', async () => {
    await scenario('POST', { target: 'contoso', fault: 'truncated', times: 1 });
    const cut = await contoso();
    expect(cut.status).toBe(200);
    expect(cut.headers.get('content-type')).toContain('application/json');
    await expect(cut.json()).rejects.toThrow(SyntaxError);
    expect(listed.parse(await (await contoso()).json()).value).toHaveLength(2);
  });

  test('strike with a probability, at the same requests in every run', async () => {
    const strike = async (): Promise<readonly number[]> => {
      await scenario('POST', { target: 'contoso', fault: 'unavailable', probability: 0.4 });
      const statuses = [];
      for (let index = 0; index < 20; index += 1) {
        const answer = await fetch(`${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`);
        statuses.push(answer.status);
      }
      await scenario('DELETE');
      return statuses;
    };
    const first = await strike();
    expect(first.filter((status) => status === 503).length).toBeGreaterThan(3);
    expect(first.filter((status) => status === 401).length).toBeGreaterThan(3);
    expect(await strike()).toEqual(first);
  });

  test('are told with what is left of them', async () => {
    await scenario('POST', { target: 'contoso', fault: 'throttle', times: 3 });
    expect(await (await scenario('GET')).json()).toMatchObject({
      faults: [{ target: 'contoso', fault: { kind: 'throttle' }, left: 3 }],
    });
  });
});

test('the trace tells requests without what they carry', async () => {
  await scenario('DELETE /trace');
  await userTokens(cloud, people.adele, `${environmentOf(cloud, 'contoso').url}/.default`);
  await asAdmin(cloud, 'GET accounts?$top=1');
  const text = await (await scenario('GET /trace')).text();
  const entries = listed.parse(JSON.parse(text)).value;
  expect(entries.map(({ host }) => host)).toContain('login.demo.test');
  expect(entries.at(-1)).toMatchObject({
    method: 'GET',
    host: 'contoso.crm4.demo.test',
    path: '/api/data/v9.2/accounts',
    query: '$top=1',
    status: 200,
  });
  const authorize = entries.find(({ path }) => String(path).endsWith('/authorize'));
  expect(authorize?.['query']).toContain('code_challenge=…');
  expect(text).not.toMatch(/Bearer|eyJ|43210/);
  expect(text).not.toContain(cloud.description.key);
  const last = Number(entries.at(-1)?.['number']);
  const after = await (await scenario(`GET /trace?after=${last - 1}`)).json();
  expect(listed.parse(after).value).toHaveLength(1);
});

test.each<[string, string, unknown, number]>([
  ['an address that is none', 'GET /nothing', undefined, 404],
  ['a method that is none', 'PATCH /clock', undefined, 405],
  ['a body that is no object', 'PUT /clock', [], 400],
  ['a rule that is none', 'PUT /rules/gravity', { value: 'off' }, 400],
  ['a value that is none', 'PUT /rules/linkMadeTwice', { value: 'maybe' }, 400],
])('refuses %s', async (_what, request, body, status) => {
  expect((await scenario(request, body)).status).toBe(status);
});

test.each<DemoCloudOptions>([{}, { control: false }])(
  'is not there without being asked for: %j',
  async (options) => {
    const other = await startDemoCloud(options);
    const { origin, key } = other.description;
    const answers = await Promise.all(
      ['/reset', '/clock', '/trace', ''].map((path) => fetch(`${origin}/${key}/control${path}`)),
    );
    await other.close();
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  },
);

describe('limits of service protection', () => {
  const ask = () => asAdmin(cloud, 'GET WhoAmI');

  test('are made small, so that a test reaches them, and go back with the window', async () => {
    await scenario('PUT /clock', { stopped: true });
    expect((await scenario('POST', { limits: { requests: 3, windowSeconds: 10 } })).status).toBe(204);
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(
      answers.map((it) => it.headers.get('x-ms-ratelimit-burst-remaining-xrm-requests')).slice(0, 3),
    ).toEqual(['2', '1', '0']);
    const refused = z.object({ error: z.record(z.string(), z.string()) }).parse(await answers[3]?.json());
    expect(refused.error).toEqual({
      code: '0x80072322',
      message: 'Number of requests exceeded the limit of 3 over time window of 10 seconds.',
    });
    expect(answers[3]?.headers.get('retry-after')).toBe('10');
    await scenario('PUT /clock', { advanceSeconds: 10 });
    expect((await ask()).status).toBe(200);
    expect(await (await scenario('GET')).json()).toMatchObject({
      limits: { requests: 3, windowSeconds: 10 },
    });
    await scenario('POST', { limits: null });
    expect(Number((await ask()).headers.get('x-ms-ratelimit-burst-remaining-xrm-requests'))).toBeGreaterThan(
      5000,
    );
  });

  test('are those of the start again after a reset', async () => {
    await scenario('POST', { limits: { concurrent: 1, requests: 1 } });
    await scenario('POST /reset');
    expect(await (await scenario('GET')).json()).toMatchObject({ limits: {} });
  });

  test.each([{ requests: 0 }, { requests: '3' }, { sessions: 3 }, [], 'none', 5])(
    'take no %j',
    async (limits) => {
      expect((await scenario('POST', { limits })).status).toBe(400);
    },
  );
});
