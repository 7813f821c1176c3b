import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { RolePrivilege } from '../../../preload/contract/security-roles.ts';
import { DEPTHS } from '../../../preload/contract/words/depth.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import { compareRoles } from '../../../renderer/screens/security-roles/compare-roles.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';

const NAMES = ['prvReadAccount', 'prvWriteAccount', 'prvBulkDelete'] as const;

/** The ids differ from role to role, as those of custom tables do from environment to environment. */
const role = (place: number, depths: readonly (Depth | null)[]): readonly RolePrivilege[] =>
  NAMES.flatMap((name, index): RolePrivilege[] => {
    const depth = depths[index] ?? null;
    return depth === null
      ? []
      : [{ privilegeId: fakeId.privilege(place * 10 + index), name, verb: 'Other', table: null, depth }];
  });

describe('C15: roles beside each other', () => {
  test('one that a role does not have is None there, and differs', () => {
    const compared = compareRoles([role(1, ['Local', 'Basic', null]), role(2, ['Local', null, 'Global'])]);
    expect(compared).toMatchObject([
      { name: 'prvBulkDelete', depths: ['None', 'Global'], differs: true },
      { name: 'prvReadAccount', depths: ['Local', 'Local'], differs: false },
      { name: 'prvWriteAccount', depths: ['Basic', 'None'], differs: true },
    ]);
  });

  const depths = fc.array(fc.option(fc.constantFrom(...DEPTHS)), {
    minLength: NAMES.length,
    maxLength: NAMES.length,
  });

  test('a role differs from itself in nothing, and from another exactly where their depths do', () => {
    fc.assert(
      fc.property(depths, depths, (one, other) => {
        expect(compareRoles([role(1, one), role(2, one)]).every(({ differs }) => !differs)).toBe(true);
        const differing = compareRoles([role(1, one), role(2, other)])
          .filter(({ differs }) => differs)
          .map(({ name }) => name);
        const expected = NAMES.filter((_name, index) => (one[index] ?? 'None') !== (other[index] ?? 'None'));
        expect(differing).toEqual(expected.toSorted());
      }),
    );
  });
});
