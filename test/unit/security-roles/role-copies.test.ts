import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldRoleCopies } from '../../../main/security-roles/fold-role-copies.ts';
import { resolveRoleCopy } from '../../../main/security-roles/resolve-role-copy.ts';
import { securityRoleRow } from '../../../main/security-roles/security-role-row.ts';
import { errorOf, valueOf } from '../dataverse/local-service.ts';
import { ADMINISTRATOR, role, roleRow, unit } from './role-rows.ts';

const units = [
  { id: unit(1), name: 'Contoso', parentId: null, disabled: false },
  { id: unit(2), name: 'Sales', parentId: unit(1), disabled: false },
];
const rows = [
  roleRow(11, 'Integration', 1),
  roleRow(12, 'Integration', 2, { _parentrootroleid_value: role(11), isinherited: 0 }),
  roleRow(21, 'System Administrator', 1, {
    _roletemplateid_value: ADMINISTRATOR.toUpperCase(),
    ismanaged: true,
    iscustomizable: { Value: false },
  }),
  roleRow(22, 'Systemadministrator', 2, { _parentrootroleid_value: role(21) }),
].map((row) => securityRoleRow.parse(row));

describe('copies of a role', () => {
  test('C5: are one role that speaks through its root', () => {
    expect(foldRoleCopies(rows.toReversed(), units)).toEqual([
      {
        rootRoleId: role(11),
        name: 'Integration',
        copies: [
          { roleId: role(11), businessUnitId: unit(1), businessUnitName: 'Contoso' },
          { roleId: role(12), businessUnitId: unit(2), businessUnitName: 'Sales' },
        ],
        managed: false,
        customizable: true,
        systemAdministrator: false,
        membersInherit: true,
      },
      {
        rootRoleId: role(21),
        name: 'System Administrator',
        copies: [
          { roleId: role(21), businessUnitId: unit(1), businessUnitName: 'Contoso' },
          { roleId: role(22), businessUnitId: unit(2), businessUnitName: 'Sales' },
        ],
        managed: true,
        customizable: false,
        systemAdministrator: true,
        membersInherit: true,
      },
    ]);
  });

  test('no copy is lost or told twice, whatever the order', () => {
    const some = fc.array(fc.record({ number: fc.nat(30), root: fc.nat(5), unit: fc.nat(4) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(some, (made) => {
        const unique = [...new Map(made.map((one) => [one.number, one])).values()];
        const parsed = unique.map((one) =>
          securityRoleRow.parse(
            roleRow(one.number, `Role ${one.root}`, one.unit, { _parentrootroleid_value: role(one.root) }),
          ),
        );
        const folded = foldRoleCopies(parsed, units);
        const told = folded.flatMap(({ copies }) => copies.map(({ roleId }) => roleId));
        expect(told.toSorted()).toEqual(parsed.map(({ roleId }) => roleId).toSorted());
        expect(new Set(folded.map(({ rootRoleId }) => rootRoleId)).size).toBe(folded.length);
      }),
    );
  });
});

describe('the copy of a business unit', () => {
  const roles = foldRoleCopies(rows, units);
  const wanted = { role: 'integration ', businessUnitId: unit(2), environment: 'Test' };

  test('C5: is found by name without case', () => {
    expect(valueOf(resolveRoleCopy(roles, wanted))).toEqual({
      roleId: role(12),
      rootRoleId: role(11),
      name: 'Integration',
      systemAdministrator: false,
    });
  });

  test('C5: none and several are failures that say so', () => {
    expect(errorOf(resolveRoleCopy(roles, { ...wanted, role: 'Unknown' }))).toMatchObject({
      code: 'role-not-found',
      params: { role: 'Unknown', environment: 'Test' },
    });
    expect(errorOf(resolveRoleCopy(roles, { ...wanted, businessUnitId: unit(3) }))).toMatchObject({
      code: 'role-not-found',
    });
    const twice = [
      ...roles,
      ...foldRoleCopies([securityRoleRow.parse(roleRow(31, 'INTEGRATION', 2))], units),
    ];
    expect(errorOf(resolveRoleCopy(twice, wanted))).toMatchObject({
      code: 'role-ambiguous',
      params: { count: 2 },
    });
  });
});
