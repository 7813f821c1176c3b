import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  inventoryOver,
  inventoryWith,
  EMPTY_INVENTORY,
} from '../../../renderer/inventory/inventory-state.ts';
import { accessMap, isProblem, mapCounts } from '../../../renderer/screens/application-users/access-map.ts';
import { cellText, cellWord } from '../../../renderer/screens/application-users/map-words.ts';
import { DEFAULT_MAP_VIEW, shownMap } from '../../../renderer/screens/application-users/map-view.ts';
import { userRows } from '../../../renderer/screens/application-users/user-rows.ts';
import { readMatrixKey } from '../../../renderer/ui/table/matrix-keys.ts';
import type { ApplicationUser } from '../../../preload/contract/application-users.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import { environments, usersOf } from '../../support/fake-door/fake-world.ts';
import { must } from '../fleet/support/journal-folder.ts';

const [sales, service, field, finance] = environments;
const places = [sales, service, field, finance].map((one) => must(one));
const ASOF = '2026-06-01T00:00:00.000Z';
const app = must(usersOf(0)[0]);

const userIn = (place: number, change: Partial<ApplicationUser> = {}): ApplicationUser => ({
  ...must(usersOf(place)[0]),
  state: 'enabled',
  entraState: 'exists',
  roles: must(usersOf(0)[0]).roles.map((role) => ({ ...role, name: 'Reader', systemAdministrator: false })),
  teamRoles: [],
  systemAdministrator: false,
  platform: false,
  ...change,
});

/** A map of four environments: the first three answered, the last one did not. */
const mapOf = (users: readonly ApplicationUser[], running = false) => {
  const answered = new Map(
    places
      .slice(0, 3)
      .map(({ id }) => [
        id,
        { asOf: ASOF, users: users.filter(({ environmentId }) => environmentId === id) },
      ]),
  );
  const failed = inventoryWith(EMPTY_INVENTORY, {
    kind: 'failed',
    environmentId: must(places[3]).id,
    asOf: ASOF,
    error: appError('network-timeout', { host: 'x', seconds: 30 }),
  });
  const inventory = inventoryOver(answered, failed);
  const none = { differences: { of: new Map() }, credentials: new Map() };
  return accessMap(userRows(inventory, places, none), places, inventory, running);
};
const kindAt = (map: ReturnType<typeof mapOf>, place: number) =>
  map.cellOf(must(places[place]).id, app.clientId).kind;

describe('C3: the access map', () => {
  test('a cell says how the app stands, that it is not there, or that nobody knows', () => {
    const map = mapOf([userIn(0), userIn(1, { state: 'disabled' })]);
    expect([0, 1, 2, 3].map((place) => kindAt(map, place))).toEqual([
      'healthy',
      'attention',
      'none',
      'unreachable',
    ]);
    expect(mapCounts(map)).toEqual({
      apps: 1,
      environments: 4,
      attention: 1,
      administrators: 0,
      unanswered: 1,
    });
    const { cellOf } = map;
    expect(cellText(cellOf(must(places[0]).id, app.clientId))).toBe('Enabled: Reader');
    expect(cellWord(cellOf(must(places[3]).id, app.clientId))).toBe('No answer');
  });

  test('of a live row and a soft-deleted one the live one counts; an administrator stands out', () => {
    const old = userIn(0, { state: 'soft-deleted' });
    const live = {
      ...userIn(0, { systemAdministrator: true }),
      systemUserId: must(usersOf(9)[0]).systemUserId,
    };
    expect(kindAt(mapOf([old, live]), 0)).toBe('administrator');
    expect(kindAt(mapOf([live, old]), 0)).toBe('administrator');
    expect(kindAt(mapOf([old]), 0)).toBe('soft-deleted');
  });

  test('only problems: environments and apps with one, and those that did not answer', () => {
    const other = { clientId: must(usersOf(0)[1]).clientId, systemUserId: must(usersOf(0)[1]).systemUserId };
    const map = mapOf([userIn(0), userIn(1, { state: 'disabled' }), userIn(2, other)]);
    const shown = shownMap(map, { ...DEFAULT_MAP_VIEW, show: 'problems' });
    expect(shown.apps.map(({ clientId }) => clientId)).toEqual([app.clientId]);
    expect(shown.environments.map(({ id }) => id).toSorted()).toEqual(
      [must(places[1]).id, must(places[3]).id].toSorted(),
    );
  });

  test('platform apps are hidden until asked for; the filter names apps or environments; groups hold every environment once', () => {
    const map = mapOf([userIn(0), userIn(1, { platform: true, clientId: must(usersOf(0)[1]).clientId })]);
    expect(shownMap(map, DEFAULT_MAP_VIEW).apps).toHaveLength(1);
    expect(shownMap(map, { ...DEFAULT_MAP_VIEW, platform: true }).apps).toHaveLength(2);
    const byPlace = shownMap(map, { ...DEFAULT_MAP_VIEW, filter: must(places[1]).name.toUpperCase() });
    expect(byPlace.environments.map(({ name }) => name)).toContain(must(places[1]).name);
    expect(byPlace.apps).toHaveLength(1);
    expect(shownMap(map, { ...DEFAULT_MAP_VIEW, filter: 'nowhere' })).toMatchObject({
      apps: [],
      environments: [],
    });
    const { groups } = shownMap(map, { ...DEFAULT_MAP_VIEW, group: 'type' });
    expect(groups.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted()).toEqual(
      places.map(({ id }) => id).toSorted(),
    );
  });

  test('a cell is a problem exactly when it is counted as one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('enabled', 'disabled', 'soft-deleted'),
        fc.boolean(),
        fc.constantFrom('exists', 'not-found'),
        (state, systemAdministrator, entraState) => {
          const map = mapOf([userIn(0, { state, systemAdministrator, entraState })]);
          const { administrators, attention } = mapCounts(map);
          const cell = map.cellOf(must(places[0]).id, app.clientId);
          expect(administrators + attention).toBe(Number(isProblem(cell)));
        },
      ),
    );
  });
});

describe('keys of a matrix', () => {
  const size = { rows: 10, columns: 4, page: 5 };
  const press = (key: string, command = false) => ({ key, shift: false, command });

  test('no key leads out of it', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 }),
        (pressed) => {
          let at = { row: 0, column: 0 };
          for (const [key, command] of pressed) {
            const move = readMatrixKey(press(key, command), at, size);
            if (move?.kind === 'move') at = move.to;
            expect(at.row >= 0 && at.row < size.rows && at.column >= 0 && at.column < size.columns).toBe(
              true,
            );
          }
        },
      ),
    );
  });

  test('arrows go one cell, Home and End along the row, with Ctrl to the corners', () => {
    const at = { row: 4, column: 2 };
    const to = (key: string, command?: boolean) => readMatrixKey(press(key, command), at, size);
    expect(to('ArrowLeft')).toEqual({ kind: 'move', to: { row: 4, column: 1 } });
    expect(to('PageDown')).toEqual({ kind: 'move', to: { row: 8, column: 2 } });
    expect(to('End')).toEqual({ kind: 'move', to: { row: 4, column: 3 } });
    expect(to('Home', true)).toEqual({ kind: 'move', to: { row: 0, column: 0 } });
    expect([
      to('Enter'),
      to('c', true),
      to('x'),
      readMatrixKey(press('End'), at, { ...size, rows: 0 }),
    ]).toEqual([{ kind: 'open' }, { kind: 'copy' }, null, null]);
  });
});
