import type { EnvironmentSeed, NarrowedRole, RoleSeed } from '../environment-seed.ts';
import { importRoles } from './exported-roles.ts';
import { guid } from './guid.ts';
import { privilegeNamed } from './privileges.ts';
import { type CatalogueRole, roleCatalogue, roleCopyId, rootRoleId } from './role-catalogue.ts';
import { resolveGrants } from './role-definition.ts';

/** A seed with the ids and roles that follow from it, worked out once per environment. */
export type Blueprint = {
  readonly seed: EnvironmentSeed;
  /** The roles of the shared catalogue, as the seed narrows them, and what it adds. */
  readonly roles: readonly CatalogueRole[];
  /** The SYSTEM user, which made everything that came with the organization. */
  readonly systemUserId: string;
  /** Id of the business unit with a key of the seed; without a key it is the root. */
  unitId(key?: string): string;
  /** Id of the copy of a role in a business unit. */
  roleId(name: string, unitKey?: string): string;
};

const fromSeed = (role: RoleSeed): CatalogueRole => ({
  name: role.name,
  managed: false,
  inherited: 1,
  grants: resolveGrants(role.grants.map(({ privilege, depth }) => ({ privileges: privilege, depth }))),
});

const catalogueOf = ({ exportedRoles }: EnvironmentSeed): readonly CatalogueRole[] =>
  exportedRoles === undefined ? roleCatalogue() : importRoles(exportedRoles).roles;

function narrow(role: CatalogueRole, narrowed: readonly NarrowedRole[]): CatalogueRole {
  const names = narrowed.find((it) => it.name === role.name)?.without;
  if (names === undefined) return role;
  const gone = new Set(names.map((name) => privilegeNamed(name)?.id));
  return { ...role, grants: new Map([...role.grants].filter(([id]) => !gone.has(id))) };
}

/** Works out a blueprint; a seed that refers to something it does not have is refused when the reference is used. */
export function createBlueprint(seed: EnvironmentSeed): Blueprint {
  const { organizationId } = seed;
  const { narrowedRoles = [] } = seed;
  const roles = [
    ...catalogueOf(seed).map((it) => narrow(it, narrowedRoles)),
    ...(seed.roles ?? []).map(fromSeed),
  ];
  const rolesByName = new Map(roles.map((it) => [it.name, it]));
  const root = seed.businessUnits.find((it) => it.parent === null)?.key;
  const units = new Map(
    seed.businessUnits.map((it) => [it.key, guid('businessunit', organizationId, it.key)]),
  );
  const copies = new Map<string, string>();

  const unitId = (key = root): string => {
    const id = key === undefined ? undefined : units.get(key);
    if (id === undefined)
      throw new Error(`${seed.urlName}: no business unit '${key ?? 'root'}' in the seed.`);
    return id;
  };

  return {
    seed,
    roles,
    systemUserId: guid('systemuser', organizationId, 'SYSTEM'),
    unitId,
    roleId(name, unitKey = root) {
      const role = rolesByName.get(name);
      if (role === undefined) throw new Error(`${seed.urlName}: no role '${name}'.`);
      if (unitKey === root) return rootRoleId(organizationId, role);
      const key = `${unitKey ?? ''}/${name}`;
      const id = copies.get(key) ?? roleCopyId(organizationId, name, unitId(unitKey));
      copies.set(key, id);
      return id;
    },
  };
}
