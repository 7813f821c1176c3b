import type { EffectivePrivilege, RolePrivilege } from '../../preload/contract/security-roles.ts';
import { DEPTHS } from '../../preload/contract/words/depth.ts';
import type { Depth } from '../../preload/contract/words/depth.ts';
import type { PrivilegeId } from '../../preload/contract/words/ids.ts';

const RANK: Readonly<Record<Depth, number>> = { None: 0, Basic: 1, Local: 2, Deep: 3, Global: 4 };
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
  const places = new Map<PrivilegeId, number>();
  const found: RolePrivilege[] = [];
  const placesOf = roles.map((privileges) => {
    const its = new Uint32Array(privileges.length);
    // Roles list what they share in the same order: mostly the next one is the next one here too.
    let next = 0;
    privileges.forEach((privilege, index) => {
      const { privilegeId } = privilege;
      let place = found[next]?.privilegeId === privilegeId ? next : places.get(privilegeId);
      if (place === undefined) {
        place = found.length;
        places.set(privilegeId, place);
        found.push(privilege);
      }
      its[index] = place;
      next = place + 1;
    });
    return its;
  });

  const width = roles.length;
  const digits = Buffer.alloc(found.length * width, ZERO);
  const furthest = new Uint8Array(found.length);
  roles.forEach((privileges, role) => {
    const its = placesOf[role] ?? new Uint32Array();
    privileges.forEach(({ depth }, index) => {
      const place = its[index] ?? 0;
      const rank = RANK[depth];
      digits[place * width + role] = ZERO + rank;
      if (rank > (furthest[place] ?? 0)) furthest[place] = rank;
    });
  });
  return found
    .flatMap((privilege, place): EffectivePrivilege[] => {
      const depth = DEPTHS[furthest[place] ?? 0] ?? 'None';
      if (depth === 'None') return [];
      const grants = digits.toString('latin1', place * width, (place + 1) * width);
      return [{ ...privilege, depth, grants }];
    })
    .toSorted(byName);
};
