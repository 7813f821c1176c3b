import type { BusinessUnit, SecurityRole } from '../../preload/contract/security-roles.ts';
import { SYSTEM_ADMINISTRATOR_TEMPLATE } from '../dataverse/system-administrator.ts';
import type { SecurityRoleRow } from './security-role-row.ts';

/**
 * Folds role copies into roles by `parentrootroleid` (a root copy points to itself), sorted by name. What a role is
 * called and whether it may be customised is what its root copy says; the first copy speaks where the root was not read.
 */
export const foldRoleCopies = (
  rows: readonly SecurityRoleRow[],
  businessUnits: readonly BusinessUnit[],
): readonly SecurityRole[] => {
  const unitNames = new Map(businessUnits.map((unit) => [unit.id, unit.name]));
  const groups = [...Map.groupBy(rows, (row) => row.rootRoleId)];
  return groups
    .flatMap(([rootRoleId, copies]): SecurityRole[] => {
      const root = copies.find((copy) => copy.roleId === rootRoleId) ?? copies[0];
      if (root === undefined) return [];
      return [
        {
          rootRoleId,
          name: root.name,
          copies: copies
            .map(({ roleId, businessUnitId }) => ({
              roleId,
              businessUnitId,
              businessUnitName: unitNames.get(businessUnitId) ?? businessUnitId,
            }))
            .toSorted((a, b) => a.businessUnitName.localeCompare(b.businessUnitName)),
          managed: root.managed,
          customizable: root.customizable,
          systemAdministrator: copies.some((copy) => copy.templateId === SYSTEM_ADMINISTRATOR_TEMPLATE),
          membersInherit: root.membersInherit,
        },
      ];
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
};
