import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { joinPrivileges } from '../../../main/security-roles/effective-access.ts';
import type { Holding } from '../../../main/security-roles/effective-access.ts';
import type { RolePrivilege } from '../../../preload/contract/security-roles.ts';
import { compareDepth, DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';

const NAMES = ['prvReadAccount', 'prvWriteAccount', 'prvReadContact', 'prvBulkDelete'] as const;

const privilege = (name: (typeof NAMES)[number], depth: Depth): RolePrivilege => ({
  privilegeId: fakeId.privilege(NAMES.indexOf(name)),
  name,
  verb: 'Other',
  table: null,
  depth,
});
const direct = (...privileges: readonly RolePrivilege[]): Holding => ({ teamRowsOnly: false, privileges });
const teamOnly = (...privileges: readonly RolePrivilege[]): Holding => ({ teamRowsOnly: true, privileges });

describe('C6: what the roles of a user grant together', () => {
  test('a privilege reaches as far as the furthest of its roles, and each role is named', () => {
    const [read] = joinPrivileges([
      direct(privilege('prvReadAccount', 'Basic')),
      teamOnly(privilege('prvReadAccount', 'Deep')),
    ]);
    expect(read).toMatchObject({
      name: 'prvReadAccount',
      depth: 'Deep',
      teamRowsOnly: false,
      grants: [
        { role: 0, depth: 'Basic' },
        { role: 1, depth: 'Deep' },
      ],
    });
  });

  test('what only a team has at Basic reaches the rows of the team and none of the user', () => {
    const team = teamOnly(privilege('prvReadAccount', 'Basic'));
    expect(joinPrivileges([team])).toMatchObject([{ depth: 'Basic', teamRowsOnly: true }]);
    expect(joinPrivileges([team, direct(privilege('prvReadAccount', 'Basic'))])).toMatchObject([
      { depth: 'Basic', teamRowsOnly: false },
    ]);
  });

  test('a depth of None grants nothing', () => {
    expect(joinPrivileges([direct(privilege('prvReadAccount', 'None'))])).toEqual([]);
  });

  const holdings = fc.array(
    fc.record({
      teamRowsOnly: fc.boolean(),
      privileges: fc
        .uniqueArray(fc.constantFrom(...NAMES), { maxLength: NAMES.length })
        .chain((names) =>
          fc
            .array(fc.constantFrom(...DEPTHS), { minLength: names.length, maxLength: names.length })
            .map((depths) => names.map((name, index) => privilege(name, depths[index] ?? 'None'))),
        ),
    }),
    { maxLength: 6 },
  );

  test('every grant stands in its role, none is missing, and none reaches further than the whole', () => {
    fc.assert(
      fc.property(holdings, (all) => {
        const joined = joinPrivileges(all);
        const granted = all.flatMap(({ privileges }, role) =>
          privileges.flatMap(({ name, depth }) => (depth === 'None' ? [] : [`${name} ${role} ${depth}`])),
        );
        const told = joined.flatMap(({ name, grants }) =>
          grants.map(({ role, depth }) => `${name} ${role} ${depth}`),
        );
        expect(told.toSorted()).toEqual(granted.toSorted());
        for (const { depth, grants } of joined) {
          expect(grants.every((grant) => compareDepth(grant.depth, depth) <= 0)).toBe(true);
          expect(grants.some((grant) => grant.depth === depth)).toBe(true);
        }
      }),
    );
  });

  test('the order of the roles changes nothing but their places', () => {
    const reachOf = (each: readonly Holding[]) =>
      joinPrivileges(each).map(({ name, depth, teamRowsOnly }) => ({ name, depth, teamRowsOnly }));
    fc.assert(
      fc.property(holdings, (all) => {
        expect(reachOf(all.toReversed())).toEqual(reachOf(all));
      }),
    );
  });
});
