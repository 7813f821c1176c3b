import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changesOf,
  differencesBetween,
  withDifferences,
} from '../../../main/application-users/user-differences.ts';
import type { InventoryUser } from '../../../main/application-users/to-application-user.ts';
import { withReading } from '../../../main/application-users/kept-environment.ts';
import { arbitraryUsers, inventoryUser, role, teamRole } from './inventory-users.ts';

const byId = (users: readonly InventoryUser[]): readonly InventoryUser[] =>
  users.toSorted((a, b) => a.systemUserId.localeCompare(b.systemUserId));
const KEPT = { environmentId: '00000000-0000-0000-0000-000000000001' as never, asOf: '2026-01-01T00:00:00Z' };

describe('C3: what became different between two readings', () => {
  test('nothing differs from itself', () => {
    fc.assert(
      fc.property(arbitraryUsers, (users) => {
        expect(differencesBetween(users, users)).toEqual([]);
      }),
    );
  });

  test('the differences lead from the one reading to the other, and back', () => {
    fc.assert(
      fc.property(arbitraryUsers, arbitraryUsers, (before, after) => {
        const differences = differencesBetween(before, after);
        expect(differencesBetween(withDifferences(before, differences, 'after'), after)).toEqual([]);
        expect(differencesBetween(withDifferences(after, differences, 'before'), before)).toEqual([]);
        for (const { systemUserId, after: user } of differences)
          expect(after.find((one) => one.systemUserId === systemUserId) ?? null).toBe(user);
      }),
    );
  });

  test('over any number of readings they are told from the one that was seen', () => {
    fc.assert(
      fc.property(fc.array(arbitraryUsers, { minLength: 1, maxLength: 4 }), (readings) => {
        const [first = []] = readings;
        let kept = withReading(undefined, { ...KEPT, users: first });
        for (const users of readings.slice(1)) kept = withReading(kept, { ...KEPT, users });
        const direct = differencesBetween(first, readings.at(-1) ?? []);
        const ofKept = kept.before.map(({ systemUserId }) => systemUserId);
        expect(byId(kept.users)).toEqual(byId(readings.at(-1) ?? []));
        expect([...ofKept].toSorted()).toEqual(direct.map(({ systemUserId }) => systemUserId).toSorted());
      }),
    );
  });

  test('tells each kind of change, and that one became System Administrator through a team', () => {
    const before = inventoryUser(1, { roles: [role(1), role(2)] });
    expect(changesOf(null, before)).toEqual([{ kind: 'new' }]);
    expect(changesOf(before, null)).toEqual([{ kind: 'gone' }]);
    expect(changesOf(before, { ...before, state: 'soft-deleted', entraState: 'not-found' })).toEqual([
      { kind: 'state', before: 'enabled', after: 'soft-deleted' },
      { kind: 'entra', before: 'exists', after: 'not-found' },
    ]);
    expect(changesOf(before, { ...before, businessUnit: null })).toEqual([
      { kind: 'business-unit', before: 'Contoso', after: null },
    ]);
    const after = { ...before, roles: [role(2)], teamRoles: [teamRole(0)] };
    expect(changesOf(before, after)).toEqual([
      { kind: 'role-gained', role: 'Role 0', systemAdministrator: true, team: 'Team 0' },
      { kind: 'role-lost', role: 'Role 1', systemAdministrator: false, team: null },
    ]);
  });

  test('another copy of a role, another name and a later date are no difference; nor are teams that could not be read', () => {
    const before = inventoryUser(1, { roles: [role(1)], teamRoles: [teamRole(2)] });
    const copied = { ...role(1), roleId: role(7).roleId, name: 'Renamed' };
    const after = { ...before, roles: [copied], name: 'Another', modifiedOn: '2026-05-05T00:00:00Z' };
    expect(changesOf(before, after)).toEqual([]);
    expect(changesOf(before, { ...before, teamRoles: null })).toEqual([]);
  });
});
