import { describe, expect, test } from 'vitest';
import { createApplicationUser } from '../../../main/application-users/create-application-user.ts';
import { readApplicationUsers } from '../../../main/application-users/read-application-users.ts';
import { setApplicationUserEnabled } from '../../../main/application-users/set-application-user-enabled.ts';
import { parseClientId } from '../../../preload/contract/words/ids.ts';
import { errorOf, localService, signal, valueOf } from '../dataverse/local-service.ts';
import type { Answer, Asked } from '../dataverse/local-service.ts';
import { ids, serviceRow } from './service-row.ts';

type Row = Record<string, unknown>;

/** A service that keeps rows, with a place to misbehave in. */
const keeping = async (rows: Row[], misbehave: (asked: Asked) => Answer | null = () => null) => {
  const service = await localService((asked): Answer => {
    const odd = misbehave(asked);
    if (odd !== null) return odd;
    if (asked.path.startsWith('roles?')) return { body: { value: [] } };
    if (asked.path.startsWith('businessunits?'))
      return { body: { value: [{ businessunitid: ids.unit, name: 'Root', isdisabled: false }] } };
    if (asked.method === 'POST') {
      const sent: Record<string, unknown> = JSON.parse(asked.body);
      rows.push({ ...serviceRow(), applicationid: String(sent['applicationid']) });
      return { status: 204, headers: { 'x-ms-service-request-id': 'create-1' } };
    }
    if (asked.method === 'PATCH') {
      const sent: Record<string, unknown> = JSON.parse(asked.body);
      rows.forEach((row) => Object.assign(row, sent));
      return { status: 204, headers: { 'x-ms-service-request-id': 'change-1' } };
    }
    return { body: { value: rows } };
  });
  return { service, client: service.clientFor() };
};
const writes = (asked: readonly Asked[]) => asked.filter(({ method }) => method !== 'GET');
const wanted = { clientId: ids.client, businessUnitId: null };

describe('creating an application user', () => {
  test('C4: sends what the service needs, in the root unit, and reads it back', async () => {
    const { service, client } = await keeping([]);
    const created = valueOf(await createApplicationUser(client, wanted, signal()));
    expect(created).toMatchObject({ adopted: false, requestId: 'create-1', user: { state: 'enabled' } });
    const [post] = writes(service.asked);
    expect(JSON.parse(post?.body ?? '')).toEqual({
      applicationid: ids.client,
      accessmode: 4,
      isdisabled: false,
      'businessunitid@odata.bind': `/businessunits(${ids.unit})`,
    });
  });

  test('C4: adopts what is there, and asks past the caches', async () => {
    const { service, client } = await keeping([serviceRow()]);
    expect(valueOf(await createApplicationUser(client, wanted, signal()))).toMatchObject({ adopted: true });
    expect(writes(service.asked)).toEqual([]);
    const read = service.asked.find(({ path }) => path.startsWith('systemusers?'));
    expect(read?.headers['consistency']).toBe('Strong');
  });

  test('C4: a row that somebody else made in between is adopted', async () => {
    const rows: Row[] = [];
    const { client } = await keeping(rows, ({ method }) => {
      if (method !== 'POST') return null;
      rows.push(serviceRow());
      return { status: 400, body: { error: { code: '0x8004F511', message: 'exists' } } };
    });
    expect(valueOf(await createApplicationUser(client, wanted, signal()))).toMatchObject({ adopted: true });
  });

  test('C4: a soft-deleted twin is told, not overwritten', async () => {
    const { service, client } = await keeping([serviceRow({ deletedstate: 1 })]);
    const error = errorOf(await createApplicationUser(client, wanted, signal()));
    expect(error).toMatchObject({ code: 'user-soft-deleted', params: { clientId: ids.client } });
    expect(writes(service.asked)).toEqual([]);
  });

  test('a refusal is passed on; a row that never appears is no success', async () => {
    const aad = { status: 403, body: { error: { code: '0x80072559', message: 'Error from AAD' } } };
    const refusing = await keeping([], ({ method }) => (method === 'POST' ? aad : null));
    expect(errorOf(await createApplicationUser(refusing.client, wanted, signal()))).toMatchObject({
      params: { name: 'AADError' },
    });
    const silent = await keeping([], ({ method }) => (method === 'POST' ? { status: 204 } : null));
    expect(errorOf(await createApplicationUser(silent.client, wanted, signal()))).toMatchObject({
      code: 'state-not-reached',
    });
  });
});

describe('enabling and disabling', () => {
  const disable = { clientId: ids.client, enabled: false };

  test('C19: changes only what is different, with the client id beside it, and reads it back', async () => {
    const { service, client } = await keeping([serviceRow()]);
    expect(valueOf(await setApplicationUserEnabled(client, disable, signal()))).toMatchObject({
      changed: true,
      requestId: 'change-1',
      user: { state: 'disabled' },
    });
    expect(valueOf(await setApplicationUserEnabled(client, disable, signal()))).toMatchObject({
      changed: false,
    });
    expect(writes(service.asked).map(({ path, body }) => [path, JSON.parse(body)])).toEqual([
      [`systemusers(${ids.user})`, { isdisabled: true, applicationid: ids.client }],
    ]);
  });

  test('C34: a platform user and a missing one are left alone', async () => {
    const platform = await keeping([serviceRow({ domainname: 'BAP@onmicrosoft.com' })]);
    expect(errorOf(await setApplicationUserEnabled(platform.client, disable, signal()))).toMatchObject({
      code: 'platform-user',
    });
    const missing = await keeping([]);
    expect(errorOf(await setApplicationUserEnabled(missing.client, disable, signal()))).toMatchObject({
      code: 'user-missing',
    });
    expect(writes([...platform.service.asked, ...missing.service.asked])).toEqual([]);
  });

  test('a change that does not stick is no success', async () => {
    const { client } = await keeping([serviceRow()], ({ method }) =>
      method === 'PATCH' ? { status: 204 } : null,
    );
    expect(errorOf(await setApplicationUserEnabled(client, disable, signal()))).toMatchObject({
      code: 'state-not-reached',
    });
  });
});

describe('reading named apps', () => {
  test('asks in bounded addresses, each id once, and nothing for nobody', async () => {
    const { service, client } = await keeping([]);
    expect(valueOf(await readApplicationUsers(client, [], signal()))).toEqual([]);
    expect(service.asked).toEqual([]);
    const many = Array.from({ length: 120 }, (_, index) =>
      parseClientId(`00000000-0000-0000-0000-${String(index).padStart(12, '0')}`),
    ).filter((id) => id !== null);
    valueOf(await readApplicationUsers(client, [...many, ...many], signal()));
    const reads = service.asked.filter(({ path }) => path.startsWith('systemusers?'));
    expect(reads).toHaveLength(3);
    const conditions = reads.flatMap(({ path }) => decodeURIComponent(path).match(/applicationid eq/g) ?? []);
    expect(conditions).toHaveLength(120);
  });
});
