import { describe, expect, test } from 'vitest';
import { createApplicationUsers } from '../../../main/application-users/create-application-users.ts';
import { snapshotReference, snapshotText } from '../../../main/application-users/snapshot-text.ts';
import type { KeptEnvironment } from '../../../main/application-users/snapshot-text.ts';
import { allClients } from '../../../preload/contract/all-clients.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseWorkspaceId } from '../../../preload/contract/words/ids.ts';
import { environmentNamed, runMethod } from '../dataverse/local-environments.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { memoryVault } from '../fleet/support/memory-vault.ts';
import { inventoryUser, role, teamRole } from './inventory-users.ts';

const idOf = (number: number) => must(parseWorkspaceId(`00000000-0000-4000-8000-00000000000${number}`));
const [contoso, fabrikam, tailspin] = [idOf(1), idOf(2), idOf(3)];
const [north, south, east] = ['north', 'south', 'east'].map((name, at) => environmentNamed(name, at + 1));
const PLACES = new Map<string, readonly Environment[]>([
  [contoso, [must(north), must(south)]],
  [fabrikam, [must(east)]],
  [tailspin, []],
]);
const ASOF = '2026-06-01T00:00:00.000Z';

const kept = (environment: Environment, users: number): KeptEnvironment => ({
  environmentId: environment.id,
  asOf: ASOF,
  seenAt: ASOF,
  before: [],
  users: Array.from({ length: users }, (_, at) =>
    inventoryUser(at + 1, { roles: [role(1)], teamRoles: at === 0 ? [teamRole(0)] : null }),
  ),
});

/** A console with three clients, of two of which something is kept; to ask an environment fails the test. */
const start = async (users = 2) => {
  const entries = new Map([
    [snapshotReference(contoso), await snapshotText([kept(must(north), users)])],
    [snapshotReference(fabrikam), await snapshotText([kept(must(east), 1)])],
  ]);
  const vault = memoryVault('keychain', entries);
  const there = new Set([contoso, fabrikam, tailspin]);
  let shut = false;
  const read: string[] = [];
  const room = createApplicationUsers({
    environments: {
      choose: (id) => {
        const places = there.has(id) ? PLACES.get(id) : undefined;
        return places === undefined ? failed('not-found', { what: 'workspace', id }) : ok(places);
      },
      asAdmin: () => {
        throw new Error('the map of all clients asks no environment');
      },
      parallel: () => 4,
    },
    vault: {
      ...vault,
      get: async (reference) => {
        read.push(reference);
        return shut ? failed('vault-locked') : vault.get(reference);
      },
    },
    now: () => 0,
    workspaces: () => [...there].map((id) => ({ id })),
  });
  return {
    read,
    remove: (id: typeof contoso) => there.delete(id),
    shut: () => {
      shut = true;
    },
    look: async (signal?: AbortSignal) => {
      const run = await runMethod(
        room.handlers['applicationUsers.allClients'],
        {},
        signal === undefined ? {} : { signal },
      );
      return { ...run, events: run.events.map((event) => allClients.event.parse(event)) };
    },
  };
};

describe('C3: the access map of all clients', () => {
  test('tells of every workspace what is kept of it and what was never read, and asks no service', async () => {
    const { look } = await start();
    const { events, result } = await look();
    expect(result).toEqual(ok({ workspaces: 3 }));
    expect(events).toMatchObject([
      {
        workspaceId: contoso,
        error: null,
        environments: [
          { name: 'north', asOf: ASOF, users: [{ name: 'App 1' }, { name: 'App 2' }] },
          { name: 'south', asOf: null, users: [] },
        ],
      },
      { workspaceId: fabrikam, environments: [{ name: 'east', asOf: ASOF }] },
      { workspaceId: tailspin, environments: [], error: null },
    ]);
    expect(events[0]?.environments[0]?.users[0]).toMatchObject({
      roles: [{ name: 'Role 1', systemAdministrator: false }],
      teamRoles: [{ name: 'Role 0', systemAdministrator: true }],
    });
  });

  test('a workspace that was removed is not told of, and nothing is held of one between two looks', async () => {
    const { look, read, remove } = await start();
    await look();
    remove(contoso);
    read.length = 0;
    const { events } = await look();
    expect(events.map(({ workspaceId }) => workspaceId)).toEqual([fabrikam, tailspin]);
    expect(read).toEqual([snapshotReference(fabrikam), snapshotReference(tailspin)]);
  });

  test('while the vault is shut each workspace says why it tells nothing; cancelled it stops', async () => {
    const { look, shut } = await start();
    shut();
    const { events } = await look();
    expect(events.map(({ error }) => error?.code)).toEqual(['vault-locked', 'vault-locked', 'vault-locked']);
    expect(events.flatMap(({ environments }) => environments.map(({ asOf }) => asOf))).toEqual([
      null,
      null,
      null,
    ]);
    expect(await look(AbortSignal.abort())).toMatchObject({ events: [], result: { ok: false } });
  });

  test('an environment with more users than an event holds comes in several, each of which the wire takes', async () => {
    const { look } = await start(2500);
    const { events } = await look();
    expect(
      events
        .filter(({ workspaceId }) => workspaceId === contoso)
        .map(({ environments }) => environments.map(({ name, users }) => [name, users.length])),
    ).toEqual([
      [['north', 2000]],
      [
        ['north', 500],
        ['south', 0],
      ],
    ]);
  });
});
