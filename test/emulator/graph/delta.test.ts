import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { userTokens } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

// Learn: delta-query-overview, group-delta, directoryobject-delta.
let cloud: DemoCloud;
let token = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  token = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
});
afterAll(() => cloud.close());

const scenario = (method: string, path: string, body?: unknown) =>
  fetch(`${cloud.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
afterEach(() => scenario('POST', '/reset'));

const ask = (request: string, body?: unknown, headers?: Record<string, string>) =>
  askGraph(cloud, token, request, body, headers);
const page = z.looseObject({
  value: z.array(z.record(z.string(), z.unknown())),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
/** All pages of a round, and where the next one begins. */
async function round(request: string, headers?: Record<string, string>) {
  const values: Record<string, unknown>[] = [];
  let next: string | undefined = request;
  for (;;) {
    const { json, status } = await ask(`GET ${next}`, undefined, headers);
    expect(status, next).toBe(200);
    const { value, '@odata.nextLink': more, '@odata.deltaLink': link } = page.parse(json);
    values.push(...value);
    if (link !== undefined) return { values, link };
    next = more ?? '';
  }
}
const security = (name: string) => ({
  displayName: name,
  mailEnabled: false,
  mailNickname: name.replaceAll(' ', ''),
  securityEnabled: true,
});
const made = async (path: string, body: unknown): Promise<string> => {
  const { json, status } = await ask(`POST ${path}`, body);
  expect(status).toBe(201);
  return String(json['id']);
};

describe('applications', () => {
  test('are told once, then only what became of them, until they are gone for good', async () => {
    const { values, link } = await round('applications/delta');
    expect(values).toHaveLength(listShape.parse((await ask('GET applications')).json).value.length);
    expect(values[0]).not.toHaveProperty('deletedDateTime');
    expect((await round(link)).values).toEqual([]);

    const id = await made('applications', { displayName: 'Night train' });
    const born = await round(link);
    expect(born.values).toEqual([expect.objectContaining({ id, displayName: 'Night train' })]);
    await ask(`PATCH applications/${id}`, { displayName: 'Day train' });
    const renamed = await round(born.link);
    expect(renamed.values).toEqual([expect.objectContaining({ id, displayName: 'Day train', tags: [] })]);
    const minimal = await round(born.link, { prefer: 'return=minimal' });
    expect(minimal.values).toEqual([{ id, displayName: 'Day train' }]);

    await ask(`DELETE applications/${id}`);
    const deleted = await round(renamed.link);
    expect(deleted.values).toEqual([{ id, '@removed': { reason: 'changed' } }]);
    await ask(`DELETE directory/deletedItems/${id}`);
    expect((await round(renamed.link)).values).toEqual([{ id, '@removed': { reason: 'deleted' } }]);
    // What was made and deleted in between is not told of at all.
    expect((await round(link)).values).toEqual([]);
  });

  test('are followed from now on, and by what is selected and named alone', async () => {
    const latest = await round('applications/microsoft.graph.delta()?$deltaToken=latest&$select=displayName');
    expect(latest.values).toEqual([]);
    const id = await made('applications', { displayName: 'Night train' });
    const { values, link } = await round(latest.link);
    expect(values).toEqual([{ id, displayName: 'Night train' }]);
    await ask(`PATCH applications/${id}`, { isFallbackPublicClient: true });
    expect((await round(link)).values).toEqual([]);
    const one = await round(`applications/delta?$filter=id eq '${id}'&$select=displayName`);
    expect(one.values).toEqual([{ id, displayName: 'Night train' }]);
  });
});

describe('groups', () => {
  test('tell of members that come and go', async () => {
    const { values, link } = await round('groups/delta?$select=displayName,members,owners');
    const sales = values.find(({ displayName }) => displayName === 'Sales Netherlands');
    expect(sales).toMatchObject({
      'members@delta': [
        { '@odata.type': '#microsoft.graph.user' },
        { '@odata.type': '#microsoft.graph.user' },
      ],
      'owners@delta': [{ '@odata.type': '#microsoft.graph.user' }],
    });
    const id = String(sales?.['id']);
    const { id: adele } = (await ask('GET me?$select=id')).json;
    const { id: bram } = (await ask(`GET users/${people.bram}?$select=id`)).json;
    await ask(`DELETE groups/${id}/members/${String(bram)}/$ref`);
    await ask(`POST groups/${id}/members/$ref`, {
      '@odata.id': `https://graph.microsoft.com/v1.0/users/${String(adele)}`,
    });
    expect((await round(link, { prefer: 'return=minimal' })).values).toEqual([
      {
        id,
        'members@delta': [
          { '@odata.type': '#microsoft.graph.user', id: bram, '@removed': { reason: 'deleted' } },
          { '@odata.type': '#microsoft.graph.user', id: adele },
        ],
      },
    ]);
    expect((await round('groups/delta')).values[0]).toHaveProperty('members@delta');
    expect((await round('groups/delta')).values[0]).not.toHaveProperty('owners@delta');
  });

  test('come in pages, in which what changes meanwhile is told afterwards', async () => {
    for (let index = 0; index < 101; index += 1) await made('groups', security(`Group ${index}`));
    const first = page.parse((await ask('GET groups/delta?$select=displayName')).json);
    expect(first.value).toHaveLength(100);
    const id = await made('groups', security('Late'));
    await scenario('PUT', '/clock', { advanceSeconds: 31 * 86_400 });
    token = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
    const old = await ask(`GET ${first['@odata.nextLink'] ?? ''}`);
    expect([old.status, errorShape.parse(old.json).error.message]).toEqual([
      400,
      'Sync must reach steady state within 30 days.',
    ]);
    await scenario('DELETE', '/clock');
    token = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
    const rest = await round(first['@odata.nextLink'] ?? '');
    expect(rest.values).toHaveLength(5);
    expect((await round(rest.link)).values).toEqual([{ id, displayName: 'Late' }]);
  });
});

describe('objects of any type', () => {
  test('say their type, and are chosen by it or by id', async () => {
    const types = `$filter=isof('microsoft.graph.user') or isof('microsoft.graph.group')`;
    const chosen = `directoryObjects/delta?${types}&$select=microsoft.graph.user/surname,microsoft.graph.group/displayName`;
    const { values, link } = await round(chosen);
    expect(values).toContainEqual({
      '@odata.type': '#microsoft.graph.user',
      id: expect.any(String),
      surname: 'Hartog',
    });
    expect(values).toContainEqual({
      '@odata.type': '#microsoft.graph.group',
      id: expect.any(String),
      displayName: 'Integration Operators',
    });
    await made('applications', { displayName: 'Night train' });
    const id = await made('groups', security('Night shift'));
    expect((await round(link)).values).toEqual([
      { '@odata.type': '#microsoft.graph.group', id, displayName: 'Night shift' },
    ]);
    const both = await round(`directoryObjects/delta?$filter=isof('microsoft.graph.user') or id eq '${id}'`);
    expect(both.values).toEqual([]);
    expect((await round(`directoryObjects/delta?$filter=isof('microsoft.graph.device')`)).values).toEqual([]);
  });

  test.each(['servicePrincipals', 'users', 'oauth2PermissionGrants'])('%s are followed too', async (set) => {
    const { values, link } = await round(`${set}/delta`);
    expect(values.length).toBeGreaterThan(1);
    expect((await round(link)).values).toEqual([]);
  });
});

describe('a token', () => {
  test('of data that was put back still tells the difference', async () => {
    const { link } = await round('groups/delta?$select=displayName');
    const id = await made('groups', security('Night shift'));
    const after = await round(link);
    await scenario('POST', '/reset');
    expect((await round(after.link)).values).toEqual([{ id, '@removed': { reason: 'deleted' } }]);
  });

  test('is good for thirty days, and in the run that made it', async () => {
    const { link } = await round('groups/delta');
    const other = await startDemoCloud();
    try {
      const there = await graphToken(other, people.adele, ['Group.ReadWrite.All']);
      const path = link.slice(link.indexOf('groups/delta'));
      const gone = await askGraph(other, there, `GET ${path}`);
      expect([gone.status, errorShape.parse(gone.json).error.code]).toEqual([410, 'syncStateNotFound']);
    } finally {
      await other.close();
    }
    await scenario('PUT', '/clock', { advanceSeconds: 31 * 86_400 });
    token = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
    const old = await ask(`GET ${link}`);
    expect([old.status, errorShape.parse(old.json).error]).toEqual([
      400,
      expect.objectContaining({
        code: 'Request_UnsupportedQuery',
        message: 'DeltaLink older than 30 days is not supported.',
      }),
    ]);
    await scenario('DELETE', '/clock');
    token = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
  });

  test.each([
    ['GET groups/delta?$deltatoken=nonsense', 400],
    [`GET groups/delta?$filter=displayName eq 'x'`, 400],
    [`GET groups/delta?$filter=isof('microsoft.graph.user')`, 400],
    [`GET directoryObjects/delta?$filter=isof('microsoft.graph.appRoleAssignment')`, 400],
    ['POST groups/delta', 405],
    ['GET organization/delta', 400],
  ])('%s is refused with %d', async (request, status) => {
    const refused = await ask(request, request.startsWith('POST') ? {} : undefined);
    expect(refused.status).toBe(status);
    errorShape.parse(refused.json);
  });

  test('does not show what its holder may not read', async () => {
    const fresh = await startDemoCloud();
    try {
      const reader = (await userTokens(fresh, people.bram, 'https://graph.demo.test/User.Read')).access_token;
      for (const set of ['users', 'groups', 'applications', 'directoryObjects']) {
        expect((await askGraph(fresh, reader, `GET ${set}/delta`)).status).toBe(403);
      }
    } finally {
      await fresh.close();
    }
  });
});
