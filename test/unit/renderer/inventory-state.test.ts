import { describe, expect, test } from 'vitest';
import {
  EMPTY_INVENTORY,
  inventoryOver,
  inventoryWith,
  knownWith,
  nextRun,
  oldestAnswer,
} from '../../../renderer/inventory/inventory-state.ts';
import { userKey } from '../../../renderer/inventory/use-differences.ts';
import { GROUPINGS } from '../../../renderer/screens/application-users/user-groups.ts';
import { userRows, viewedRows, DEFAULT_VIEW } from '../../../renderer/screens/application-users/user-rows.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { environments, usersOf } from '../../support/fake-door/fake-world.ts';
import { must } from '../fleet/support/journal-folder.ts';

const environment = must(environments[0]);
const environmentId = environment.id;
const users = [...usersOf(0)];
const OLD = '2026-01-01T00:00:00.000Z';
const NOW = '2026-06-01T00:00:00.000Z';
const known = knownWith(new Map(), [{ environmentId, asOf: OLD, users }]);
const usersShown = (inventory: typeof EMPTY_INVENTORY) => inventory.answers.get(environmentId)?.users.length;

describe('C3: what earlier sessions read', () => {
  test('is shown until the environment has answered fully, and stays when it fails', () => {
    const run = nextRun(EMPTY_INVENTORY, [environmentId]);
    const part = inventoryWith(run, { kind: 'users', environmentId, users: users.slice(0, 1) });
    expect(usersShown(part)).toBe(1);
    expect(usersShown(inventoryOver(known, part))).toBe(users.length);
    const error = appError('throttled');
    const failed = inventoryOver(
      known,
      inventoryWith(part, { kind: 'failed', environmentId, asOf: NOW, error }),
    );
    expect(failed.answers.get(environmentId)).toMatchObject({ state: 'failed', asOf: OLD, error });
    expect(usersShown(failed)).toBe(users.length);
    const done = inventoryOver(
      known,
      inventoryWith(part, { kind: 'done', environmentId, asOf: NOW, count: 1 }),
    );
    expect(usersShown(done)).toBe(1);
    expect([oldestAnswer(failed), oldestAnswer(done)]).toEqual([new Date(OLD), new Date(NOW)]);
    expect(oldestAnswer(EMPTY_INVENTORY)).toBeNull();
  });

  test('stays while the environment is read again in the same session', () => {
    const first = inventoryWith(nextRun(EMPTY_INVENTORY, null), { kind: 'users', environmentId, users });
    const done = inventoryWith(first, { kind: 'done', environmentId, asOf: NOW, count: users.length });
    const again = inventoryWith(nextRun(done, null), {
      kind: 'users',
      environmentId,
      users: users.slice(0, 2),
    });
    expect(usersShown(again)).toBe(users.length);
    expect(usersShown(inventoryWith(again, { kind: 'done', environmentId, asOf: NOW, count: 2 }))).toBe(2);
  });
});

describe('C3: rows of the inventory', () => {
  const [first, second] = [must(users[0]), must(users[1])];
  const gone = { ...first, systemUserId: must(usersOf(1)[0]).systemUserId };
  const difference = { environmentId, systemUserId: gone.systemUserId, since: OLD, gone, changes: [] };
  const inventory = inventoryOver(
    knownWith(new Map(), [{ environmentId, asOf: OLD, users: [first, second] }]),
    EMPTY_INVENTORY,
  );
  const rows = userRows(inventory, [environment], {
    differences: { of: new Map([[userKey(gone), difference]]) },
    credentials: new Map([[first.clientId, NOW]]),
  });

  test('those that are gone are only among what changed', () => {
    expect(viewedRows(rows, DEFAULT_VIEW)).toHaveLength(2);
    expect(viewedRows(rows, { ...DEFAULT_VIEW, concern: 'changed' })).toMatchObject([{ user: gone }]);
    expect(rows.find(({ user }) => user === first)).toMatchObject({ asOf: OLD, credentialEnds: NOW });
  });

  test('a user stands under each of its roles, those through teams too, and under none without one', () => {
    const row = must(rows.find(({ user }) => user === second));
    const [held] = must(usersOf(2)[1]?.teamRoles);
    const role = (name: string, systemAdministrator = false) => ({
      ...must(held),
      name,
      systemAdministrator,
    });
    const user = {
      ...second,
      roles: [role('Reader'), role('Administrateur', true)],
      teamRoles: [role('Export')],
    };
    const labels = (of: typeof user) => GROUPINGS.role({ ...row, user: of }).map(({ label }) => label);
    expect(labels(user)).toEqual(['System Administrator', 'Export', 'Reader']);
    expect(labels({ ...user, roles: [], teamRoles: [] })).toEqual(['No role']);
  });
});
