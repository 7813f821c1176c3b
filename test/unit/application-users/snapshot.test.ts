import { describe, expect, test } from 'vitest';
import { createApplicationUsers } from '../../../main/application-users/create-application-users.ts';
import { snapshotEvents } from '../../../main/application-users/snapshot-events.ts';
import type { Vault } from '../../../main/vault/vault.ts';
import { applicationUserSchema, differences, snapshot } from '../../../preload/contract/application-users.ts';
import { failed } from '../../../preload/contract/words/errors.ts';
import { accessTo, environmentNamed, runMethod, workspaceId } from '../dataverse/local-environments.ts';
import { localService } from '../dataverse/local-service.ts';
import { memoryVault } from '../fleet/support/memory-vault.ts';
import { inventoryUser } from './inventory-users.ts';
import { ids, serviceRow } from './service-row.ts';

const north = environmentNamed('north', 1);
const south = environmentNamed('south', 2);
const FIRST = Date.parse('2026-06-01T00:00:00Z');
const HOUR = 3_600_000;

type World = { rows: unknown[]; teams: unknown[]; teamsDenied: boolean; down: readonly string[] };

/** A console's room over two environments that answer as the world is; `again` starts another one over the same vault. */
const start = async (vault: Vault = memoryVault()) => {
  const world: World = { rows: [serviceRow()], teams: [], teamsDenied: false, down: [] };
  const service = await localService(({ host, path }) => {
    if (world.down.some((name) => host.startsWith(name))) return { status: 403, body: { error: {} } };
    if (path.startsWith('roles?')) return { body: { value: [{ roleid: ids.administratorRoot }] } };
    if (path.startsWith('teams?') && world.teamsDenied)
      return {
        status: 403,
        body: { error: { code: '0x80040220', message: 'is missing prvReadTeam privilege' } },
      };
    return { body: { value: path.startsWith('teams?') ? world.teams : world.rows } };
  });
  const access = accessTo(service, [north, south]);
  let now = FIRST;
  const again = () => {
    const room = createApplicationUsers({
      environments: access,
      vault,
      now: () => now,
      workspaces: () => [{ id: workspaceId }],
    });
    return {
      read: async () => {
        now += HOUR;
        const run = await runMethod(room.handlers['applicationUsers.inventory'], {
          workspaceId,
          environmentIds: [],
        });
        await room.settled();
        return run;
      },
      known: async () => {
        const { events } = await runMethod(room.handlers['applicationUsers.snapshot'], { workspaceId });
        return events.flatMap((event) => snapshot.event.parse(event));
      },
      different: async () => {
        const { result } = await runMethod(room.handlers['applicationUsers.differences'], { workspaceId });
        return differences.output.parse(result.ok ? result.value : null);
      },
      markSeen: (asOf: string) =>
        runMethod(room.handlers['applicationUsers.markSeen'], { workspaceId, asOf }),
      forget: () => room.forget(workspaceId),
    };
  };
  return { world, again };
};

const ADMINISTRATOR = {
  roleid: ids.administratorCopy,
  name: 'Admin',
  _parentrootroleid_value: ids.administratorRoot,
};

describe('C3: what was read is kept', () => {
  test('the next session knows it at once, with its moment; an environment that fails keeps what it said', async () => {
    const { again, world } = await start();
    const first = again();
    expect(await first.known()).toEqual([]);
    await first.read();
    world.down = ['south'];
    await first.read();
    const known = await again().known();
    expect(known).toMatchObject([
      { environmentId: north.id, asOf: '2026-06-01T02:00:00.000Z', users: [{ clientId: ids.client }] },
      { environmentId: south.id, asOf: '2026-06-01T01:00:00.000Z', users: [{ clientId: ids.client }] },
    ]);
    expect(applicationUserSchema.safeParse(known[0]?.users[0]).success).toBe(true);
  });

  test('differences stay over sessions until they are marked as seen', async () => {
    const { again, world } = await start();
    await again().read();
    expect(await again().different()).toMatchObject({ since: null, total: 0 });
    world.rows = [serviceRow({ systemuserroles_association: [ADMINISTRATOR] })];
    const second = again();
    await second.read();
    expect(await again().different()).toMatchObject({
      since: '2026-06-01T01:00:00.000Z',
      total: 2,
      differences: [
        {
          environmentId: north.id,
          gone: null,
          changes: [
            { kind: 'role-gained', role: 'Admin', systemAdministrator: true, team: null },
            { kind: 'role-lost', role: 'Integration' },
          ],
        },
        { environmentId: south.id },
      ],
    });
    const third = again();
    await third.markSeen((await third.different()).asOf);
    expect(await again().different()).toMatchObject({ total: 0, differences: [] });
    world.rows = [];
    await third.read();
    expect(await third.different()).toMatchObject({
      since: '2026-06-01T02:00:00.000Z',
      differences: [
        { gone: { clientId: ids.client }, changes: [{ kind: 'gone' }] },
        { environmentId: south.id },
      ],
    });
  });

  test('what came after the shown answer is not marked as seen with it', async () => {
    const { again, world } = await start();
    const room = again();
    await room.read();
    const { asOf } = await room.different();
    world.rows = [];
    await room.read();
    await room.markSeen(asOf);
    expect(await room.different()).toMatchObject({ total: 2 });
  });

  test('System Administrator through a team counts, and the team is told', async () => {
    const { again, world } = await start();
    const room = again();
    world.teams = [
      {
        teamid: ids.unit,
        name: 'Break glass',
        teamtype: 0,
        teamroles_association: [ADMINISTRATOR],
        teammembership_association: [{ systemuserid: ids.user }],
      },
      {
        teamid: ids.role,
        name: 'No role',
        teamtype: 0,
        teammembership_association: [{ systemuserid: ids.user }],
      },
    ];
    await room.read();
    const [known] = await room.known();
    expect(known?.users).toMatchObject([
      {
        systemAdministrator: true,
        roles: [{ name: 'Integration', systemAdministrator: false }],
        teamRoles: [
          { name: 'Admin', systemAdministrator: true, team: { name: 'Break glass', type: 'Owner' } },
        ],
      },
    ]);
  });

  test('without the right to read teams the rest is read, and nothing is said of roles through them', async () => {
    const { again, world } = await start();
    world.teamsDenied = true;
    const room = again();
    expect((await room.read()).result).toMatchObject({ value: { succeeded: 2 } });
    const [known] = await room.known();
    expect(known?.users).toMatchObject([{ teamRoles: null, systemAdministrator: false }]);
  });

  test('while the vault is shut it works without, writes over nothing, and goes on from what was kept when it opens', async () => {
    const entries = new Map<string, string>();
    const open = memoryVault('keychain', entries);
    let shut = false;
    const { again, world } = await start({
      ...open,
      get: async (reference) => (shut ? failed('vault-locked') : open.get(reference)),
    });
    await again().read();
    const before = [...entries.values()];
    shut = true;
    world.rows = [];
    const room = again();
    expect(await room.known()).toEqual([]);
    expect((await room.read()).result).toMatchObject({ ok: true, value: { succeeded: 2 } });
    expect(await room.different()).toMatchObject({ total: 0 });
    expect(await room.known()).toMatchObject([{ users: [] }, { users: [] }]);
    expect([...entries.values()]).toEqual(before);
    shut = false;
    expect(await room.different()).toMatchObject({ total: 2, since: '2026-06-01T01:00:00.000Z' });
  });

  test('it goes with the workspace, and damaged text counts as nothing said yet', async () => {
    const entries = new Map<string, string>();
    const { again } = await start(memoryVault('keychain', entries));
    const room = again();
    await room.read();
    expect([...entries.keys()]).toEqual([`inventory-${workspaceId}`]);
    entries.set(`inventory-${workspaceId}`, '{"version":1,"environments":[{}]}');
    expect(await again().known()).toEqual([]);
    expect(await room.forget()).toMatchObject({ ok: true });
    expect([...entries.keys()]).toEqual([]);
  });

  test('no event has more than 2,000 rows, and small environments share one', () => {
    const kept = (environment: typeof north, count: number) => ({
      environmentId: environment.id,
      asOf: '2026-06-01T00:00:00Z',
      users: Array.from({ length: count }, (_, at) => inventoryUser(at)),
      seenAt: '2026-06-01T00:00:00Z',
      before: [],
    });
    const events = snapshotEvents([kept(north, 2500), kept(south, 0), kept(south, 1500), kept(north, 1)]);
    expect(events.map((event) => event.map(({ users }) => users.length))).toEqual([
      [2000],
      [500, 0, 1500],
      [1],
    ]);
    for (const event of events) expect(snapshot.event.safeParse(event).success).toBe(true);
  });
});
