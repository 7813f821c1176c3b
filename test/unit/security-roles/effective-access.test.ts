import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { joinPrivileges } from '../../../main/security-roles/effective-access.ts';
import type { RolePrivilege } from '../../../preload/contract/security-roles.ts';
import { compareDepth, DEPTHS, readGrants } from '../../../preload/contract/words/depth.ts';
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
describe('C6: what the roles of a user grant together', () => {
  test('a privilege reaches as far as the furthest of its roles, and each role is named', () => {
    const [read] = joinPrivileges([
      [privilege('prvReadAccount', 'Basic')],
      [privilege('prvReadAccount', 'Deep')],
    ]);
    expect(read).toMatchObject({
      name: 'prvReadAccount',
      depth: 'Deep',
      grants: '13',
    });
  });

  test('a depth of None grants nothing', () => {
    expect(joinPrivileges([[privilege('prvReadAccount', 'None')]])).toEqual([]);
  });

  const roles = fc.array(
    fc
      .uniqueArray(fc.constantFrom(...NAMES), { maxLength: NAMES.length })
      .chain((names) =>
        fc
          .array(fc.constantFrom(...DEPTHS), { minLength: names.length, maxLength: names.length })
          .map((depths) => names.map((name, index) => privilege(name, depths[index] ?? 'None'))),
      ),
    { maxLength: 6 },
  );

  test('every grant stands in its role, none is missing, and none reaches further than the whole', () => {
    fc.assert(
      fc.property(roles, (all) => {
        const joined = joinPrivileges(all);
        const granted = all.flatMap((privileges, role) =>
          privileges.flatMap(({ name, depth }) => (depth === 'None' ? [] : [`${name} ${role} ${depth}`])),
        );
        const told = joined.flatMap(({ name, grants }) =>
          readGrants(grants).map(({ role, depth }) => `${name} ${role} ${depth}`),
        );
        expect(told.toSorted()).toEqual(granted.toSorted());
        for (const { depth, grants } of joined) {
          expect(readGrants(grants).every((grant) => compareDepth(grant.depth, depth) <= 0)).toBe(true);
          expect(readGrants(grants).some((grant) => grant.depth === depth)).toBe(true);
        }
      }),
    );
  });

  test('the order of the roles changes nothing but their places', () => {
    const reachOf = (each: readonly (readonly RolePrivilege[])[]) =>
      joinPrivileges(each).map(({ name, depth }) => ({ name, depth }));
    fc.assert(
      fc.property(roles, (all) => {
        expect(reachOf(all.toReversed())).toEqual(reachOf(all));
      }),
    );
  });
});
