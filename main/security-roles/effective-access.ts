import type { EffectivePrivilege, RolePrivilege } from '../../preload/contract/security-roles.ts';
import { compareDepth } from '../../preload/contract/words/depth.ts';

/** How a role reaches a user, as far as the reach of its privileges depends on it. */
export type Holding = {
  /** True for a team's role whose members do not get it for their own rows (`isinherited` 0). */
  readonly teamRowsOnly: boolean;
  readonly privileges: readonly RolePrivilege[];
};

type Joined = Omit<EffectivePrivilege, 'grants' | 'depth' | 'teamRowsOnly'> & {
  grants: EffectivePrivilege['grants'];
  depth: EffectivePrivilege['depth'];
  teamRowsOnly: boolean;
};

const byName = (a: EffectivePrivilege, b: EffectivePrivilege): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/**
 * What a user may do when all roles that count are put together: for each privilege the furthest depth of any of them,
 * and which role grants it how far (Microsoft Learn: "Security concepts in Microsoft Dataverse"). `role` of a grant is
 * the place of its role in `holdings`. A privilege that only comes through teams whose members do not inherit it, and
 * at Basic depth, reaches rows of those teams alone. Sorted by name; linear in the number of grants.
 */
export const joinPrivileges = (holdings: readonly Holding[]): readonly EffectivePrivilege[] => {
  const joined = new Map<string, Joined>();
  for (const [role, { privileges, teamRowsOnly }] of holdings.entries()) {
    for (const { privilegeId, name, verb, table, depth } of privileges) {
      if (depth === 'None') continue;
      const onlyTeam = teamRowsOnly && depth === 'Basic';
      const before = joined.get(privilegeId);
      if (before === undefined) {
        const grants = [{ role, depth }];
        joined.set(privilegeId, { privilegeId, name, verb, table, depth, teamRowsOnly: onlyTeam, grants });
        continue;
      }
      before.grants.push({ role, depth });
      before.teamRowsOnly &&= onlyTeam;
      if (compareDepth(before.depth, depth) < 0) before.depth = depth;
    }
  }
  return [...joined.values()].toSorted(byName);
};
