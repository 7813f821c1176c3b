import type { RolePrivilege } from '../../../preload/contract/security-roles.ts';
import type { Depth, Verb } from '../../../preload/contract/words/depth.ts';

/** One privilege and how far each of the compared roles grants it, in their order. */
export type ComparedPrivilege = {
  readonly name: string;
  readonly verb: Verb;
  readonly table: string | null;
  readonly depths: readonly Depth[];
  /** True where not all roles grant it alike. */
  readonly differs: boolean;
};

/**
 * Puts roles beside each other, privilege by privilege. Compared by name: ids of custom tables' privileges are made
 * anew in each environment. A privilege that a role does not have is None. Sorted by name.
 */
export const compareRoles = (roles: readonly (readonly RolePrivilege[])[]): readonly ComparedPrivilege[] => {
  const found = new Map<string, { readonly privilege: RolePrivilege; readonly depths: Depth[] }>();
  for (const [place, privileges] of roles.entries()) {
    for (const privilege of privileges) {
      const { name, depth } = privilege;
      const entry = found.get(name) ?? { privilege, depths: roles.map((): Depth => 'None') };
      entry.depths[place] = depth;
      found.set(name, entry);
    }
  }
  return [...found.values()]
    .map(({ privilege: { name, verb, table }, depths }) => ({
      name,
      verb,
      table,
      depths,
      differs: depths.some((depth) => depth !== depths[0]),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};
