import { describe, expect, test } from 'vitest';
import { createApplicationUsers } from '../../../main/application-users/create-application-users.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { accessTo, environmentNamed, runMethod, workspaceId } from '../dataverse/local-environments.ts';
import { localService } from '../dataverse/local-service.ts';
import type { Answer, Asked } from '../dataverse/local-service.ts';
import { memoryVault } from '../fleet/support/memory-vault.ts';
import { ids, serviceRow } from './service-row.ts';

const north = environmentNamed('north', 1);
const south = environmentNamed('south', 2);
const now = Date.parse('2026-06-01T00:00:00Z');

const inventoryOf = async (answer: (asked: Asked) => Answer, signal?: AbortSignal) => {
  const service = await localService((asked) => {
    if (asked.path.startsWith('roles?')) return { body: { value: [{ roleid: ids.administratorRoot }] } };
    return asked.path.startsWith('teams?') ? { body: { value: [] } } : answer(asked);
  });
  const environments = accessTo(service, [north, south]);
  const { handlers } = createApplicationUsers({
    environments,
    vault: memoryVault(),
    now: () => now,
    workspaces: () => [],
  });
  const run = await runMethod(
    handlers['applicationUsers.inventory'],
    { workspaceId, environmentIds: [] },
    signal === undefined ? {} : { signal },
  );
  return { ...run, service };
};

const link = (host: string, path: string) => `https://${host}/api/data/v9.2/${path}`;

describe('the inventory', () => {
  test('C3: streams the users of every environment page by page, with all their roles', async () => {
    const roles = [
      { roleid: ids.administratorCopy, name: 'Admin', _parentrootroleid_value: ids.administratorRoot },
    ];
    const { result, events, service } = await inventoryOf(({ host, path }) => {
      if (path.includes('rolespage')) return { body: { value: roles } };
      if (path.includes('skiptoken')) return { body: { value: [serviceRow({ isdisabled: true })] } };
      const nested = {
        'systemuserroles_association@odata.nextLink': link(
          host,
          `systemusers(${ids.user})/roles?$skiptoken=rolespage`,
        ),
      };
      return {
        body: {
          value: [serviceRow(nested)],
          '@odata.nextLink': link(host, 'systemusers?$skiptoken=2'),
        },
      };
    });
    expect(result).toEqual(ok({ environments: 2, succeeded: 2, failed: 0, cancelled: 0 }));
    const ofNorth = events.filter((event) => JSON.stringify(event).includes(north.id));
    expect(ofNorth).toMatchObject([
      {
        kind: 'users',
        users: [
          {
            environmentId: north.id,
            systemAdministrator: true,
            roles: [{ name: 'Admin' }, { name: 'Integration' }],
          },
        ],
      },
      { kind: 'users', users: [{ state: 'disabled', systemAdministrator: false }] },
      { kind: 'done', count: 2, asOf: '2026-06-01T00:00:00.000Z' },
    ]);
    const asked = service.asked.find(({ path }) => path.startsWith('systemusers?'));
    expect(decodeURIComponent(asked?.path ?? '')).toContain('$filter=applicationid ne null');
  });

  test('an environment that refuses is told with its reason, the other is read', async () => {
    const { result, events } = await inventoryOf(({ host }) =>
      host.startsWith('south')
        ? {
            status: 403,
            body: { error: { code: '0x80072560', message: 'The user is not a member of the organization.' } },
          }
        : { body: { value: [] } },
    );
    expect(result).toMatchObject({ value: { succeeded: 1, failed: 1 } });
    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'failed',
        environmentId: south.id,
        error: expect.objectContaining({ code: 'dataverse' }),
      }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'done', environmentId: north.id, count: 0 }),
    );
  });

  test('a row that cannot be read is not left out silently', async () => {
    const { events } = await inventoryOf(() => ({
      body: { value: [serviceRow(), { systemuserid: 'no id' }] },
    }));
    expect(events.filter((event) => JSON.stringify(event).includes(north.id))).toMatchObject([
      { kind: 'users', users: [{ clientId: ids.client }] },
      { kind: 'failed', error: { code: 'unexpected-answer', params: { what: '1 unreadable rows' } } },
    ]);
  });

  test('a cancel ends it', async () => {
    const abort = new AbortController();
    const { result } = await inventoryOf(() => {
      abort.abort();
      return { body: { value: [] } };
    }, abort.signal);
    expect(result).toMatchObject({ value: { succeeded: 0, failed: 0, cancelled: 2 } });
  });
});
