import type { EffectivePrivilege, RolePrivilege } from '../../preload/contract/security-roles.ts';
import { DEPTHS } from '../../preload/contract/words/depth.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import type { PrivilegeId } from '../../preload/contract/words/ids.ts';

/** Comparisons take a third of the time of a look into an object, and there are a hundred thousand. */
const rankOf = (depth: Depth): number => {
  switch (depth) {
    case 'Global':
      return 4;
    case 'Basic':
      return 1;
    case 'Local':
      return 2;
    case 'Deep':
      return 3;
    case 'None':
      return 0;
  }
};
const ZERO = '0'.charCodeAt(0);

const byName = (a: EffectivePrivilege, b: EffectivePrivilege): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/**
 * What a user may do when all roles that count are put together: for each privilege the furthest depth of any of them,
 * and which role grants it how far (Microsoft Learn: "Security concepts in Microsoft Dataverse"). The digits of `grants`
 * stand in the order of `roles`. Sorted by name; linear in the number of grants.
 */
export const joinPrivileges = (
  roles: readonly (readonly RolePrivilege[])[],
): readonly EffectivePrivilege[] => {
  const width = roles.length;
  const places = new Map<PrivilegeId, number>();
  const found: RolePrivilege[] = [];
  let digits = Buffer.alloc(width * (roles[0]?.length ?? 0), ZERO);
  let furthest = new Uint8Array(roles[0]?.length ?? 0);
  for (const [role, privileges] of roles.entries()) {
    // Roles list what they share in the same order: mostly the next one is the next one here too.
    let next = 0;
    for (const privilege of privileges) {
      const { privilegeId } = privilege;
      let place = found[next]?.privilegeId === privilegeId ? next : places.get(privilegeId);
      if (place === undefined) {
        place = found.length;
        places.set(privilegeId, place);
        found.push(privilege);
        if (place === furthest.length) {
          const more = Math.max(64, place);
          digits = Buffer.concat([digits, Buffer.alloc(more * width, ZERO)]);
          furthest = new Uint8Array([...furthest, ...new Uint8Array(more)]);
        }
      }
      const rank = rankOf(privilege.depth);
      digits[place * width + role] = ZERO + rank;
      if (rank > (furthest[place] ?? 0)) furthest[place] = rank;
      next = place + 1;
    }
  }
  return found
    .flatMap((privilege, place): EffectivePrivilege[] => {
      const depth = DEPTHS[furthest[place] ?? 0] ?? 'None';
      if (depth === 'None') return [];
      const grants = digits.toString('latin1', place * width, (place + 1) * width);
      return [{ ...privilege, depth, grants }];
    })
    .toSorted(byName);
};
