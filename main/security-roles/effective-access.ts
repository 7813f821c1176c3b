import type { EffectivePrivilege, RolePrivilege } from '../../preload/contract/security-roles.ts';
import { compareDepth } from '../../preload/contract/words/depth.ts';

const byName = (a: EffectivePrivilege, b: EffectivePrivilege): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/**
 * What a user may do when all roles that count are put together: for each privilege the furthest depth of any of them,
 * and which role grants it how far (Microsoft Learn: "Security concepts in Microsoft Dataverse"). `role` of a grant is
 * the place of its role in `roles`. Sorted by name; linear in the number of grants.
 */
export const joinPrivileges = (
  roles: readonly (readonly RolePrivilege[])[],
): readonly EffectivePrivilege[] => {
  const joined = new Map<string, EffectivePrivilege>();
  for (const [role, privileges] of roles.entries()) {
    for (const privilege of privileges) {
      const { depth, privilegeId } = privilege;
      if (depth === 'None') continue;
      const before = joined.get(privilegeId);
      if (before === undefined) {
        joined.set(privilegeId, { ...privilege, grants: [{ role, depth }] });
        continue;
      }
      before.grants.push({ role, depth });
      if (compareDepth(before.depth, depth) < 0) before.depth = depth;
    }
  }
  return [...joined.values()].toSorted(byName);
};
