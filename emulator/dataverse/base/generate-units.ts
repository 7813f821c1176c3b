import type { EnvironmentSeed, RoleSeed } from '../environment-seed.ts';
import type { Row } from '../schema/value.ts';
import { guid } from './guid.ts';
import { type CatalogueRole, roleCatalogue, roleCopyId, rootRoleId } from './role-catalogue.ts';
import { resolveGrants } from './role-definition.ts';
import { generatedTime } from './wire-time.ts';

/** Id of the business unit with a key of the seed; without a key it is the root. */
export function businessUnitId(seed: EnvironmentSeed, key?: string): string {
  const unit =
    key === undefined
      ? seed.businessUnits.find((it) => it.parent === null)
      : seed.businessUnits.find((it) => it.key === key);
  if (unit === undefined)
    throw new Error(`${seed.urlName}: no business unit '${key ?? 'root'}' in the seed.`);
  return guid('businessunit', seed.organizationId, unit.key);
}

/** Id of the SYSTEM user, which made everything that came with the organization. */
export const systemUserId = (seed: EnvironmentSeed): string =>
  guid('systemuser', seed.organizationId, 'SYSTEM');

/** Columns that every row of the organization's first day shares. */
export const firstDayColumns = (seed: EnvironmentSeed): Row => ({
  createdon: generatedTime(0),
  modifiedon: generatedTime(0.001),
  createdby: systemUserId(seed),
  modifiedby: systemUserId(seed),
});

/** Rows of the business unit tree. */
export function generateBusinessUnits(seed: EnvironmentSeed): readonly Row[] {
  return seed.businessUnits.map((unit, index) => ({
    ...firstDayColumns(seed),
    businessunitid: businessUnitId(seed, unit.key),
    name: unit.name,
    parentbusinessunitid: unit.parent === null ? null : businessUnitId(seed, unit.parent),
    organizationid: seed.organizationId,
    versionnumber: 100_000 + index,
  }));
}

/** Environments with roles of their own, resolved once; an entry goes when its environment does. */
const withOwnRoles = new WeakMap<EnvironmentSeed, readonly CatalogueRole[]>();

const fromSeed = (role: RoleSeed): CatalogueRole => ({
  name: role.name,
  managed: false,
  inherited: 1,
  grants: resolveGrants(role.grants.map(({ privilege, depth }) => ({ privileges: privilege, depth }))),
});

/** The roles of one environment: the shared catalogue and what its seed adds. */
export function rolesOf(seed: EnvironmentSeed): readonly CatalogueRole[] {
  if (seed.roles === undefined) return roleCatalogue();
  const known = withOwnRoles.get(seed);
  if (known !== undefined) return known;
  const roles = [...roleCatalogue(), ...seed.roles.map(fromSeed)];
  withOwnRoles.set(seed, roles);
  return roles;
}

/** Id of the copy of a role in a business unit, both named as in the seed. */
export function roleIdIn(seed: EnvironmentSeed, roleName: string, unitKey?: string): string {
  const role = rolesOf(seed).find((it) => it.name === roleName);
  if (role === undefined) throw new Error(`${seed.urlName}: no role '${roleName}'.`);
  const unit = businessUnitId(seed, unitKey);
  return unit === businessUnitId(seed)
    ? rootRoleId(seed.organizationId, role)
    : roleCopyId(seed.organizationId, role.name, unit);
}

const managedProperty = (name: string, value: boolean): Row => ({
  Value: value,
  CanBeChanged: true,
  ManagedPropertyLogicalName: name,
});

/** One row per role and business unit: the root copy and its descendants (Learn: role table reference). */
export function generateRoles(seed: EnvironmentSeed): readonly Row[] {
  const rows: Row[] = [];
  for (const role of rolesOf(seed)) {
    const root = rootRoleId(seed.organizationId, role);
    for (const unit of seed.businessUnits) {
      rows.push({
        ...firstDayColumns(seed),
        roleid: roleIdIn(seed, role.name, unit.key),
        name: role.name,
        businessunitid: businessUnitId(seed, unit.key),
        parentrootroleid: root,
        parentroleid: unit.parent === null ? null : roleIdIn(seed, role.name, unit.parent),
        roletemplateid: role.templateId ?? null,
        isinherited: role.inherited,
        ismanaged: role.managed,
        organizationid: seed.organizationId,
        solutionid: guid('solution', role.managed ? 'System' : 'Active'),
        roleidunique: guid('roleidunique', seed.organizationId, role.name, unit.key),
        iscustomizable: managedProperty('iscustomizableanddeletable', role.templateId === undefined),
        canbedeleted: managedProperty('canbedeleted', role.templateId === undefined),
        versionnumber: 200_000 + rows.length,
      });
    }
  }
  return rows;
}
