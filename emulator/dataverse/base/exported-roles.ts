import type { ExportedRole } from '../environment-seed.ts';
import { tableNamed } from '../schema/schema.ts';
import type { Verb } from '../schema/table.ts';
import {
  createPrivilegeCatalogue,
  importedPrivilege,
  type Privilege,
  type PrivilegeCatalogue,
  privilegeFor,
  privileges,
  sharedPrivileges,
} from './privileges.ts';
import { type CatalogueRole, roleCatalogue, systemAdministratorTemplate } from './role-catalogue.ts';
import { depthMask, everythingOf, type Grants } from './role-definition.ts';

/** Roles of another environment, and the privileges that there are with them. */
export type RoleImport = {
  readonly privileges: PrivilegeCatalogue;
  /** The shared catalogue with the imported roles in it. */
  readonly roles: readonly CatalogueRole[];
};

const noTemplate = '00000000-0000-0000-0000-000000000000';

/** What one of our roles grants without a table stays: exports tell of tables alone. */
function withoutTables(role: CatalogueRole): Grants {
  return new Map([...role.grants].filter(([id]) => sharedPrivileges.withId(id)?.verb === null));
}

function read(exported: readonly ExportedRole[]): RoleImport {
  const brought = new Map<string, Privilege>();
  const privilegeOn = (name: string, verb: Verb, depths: string): Privilege => {
    const table = tableNamed(name);
    const known = table === null ? null : privilegeFor(table, verb);
    if (known !== null) return known;
    const made = brought.get(`${verb} ${name}`) ?? importedPrivilege(name, verb, depths);
    brought.set(`${verb} ${name}`, made);
    return made;
  };
  const ours = new Map(roleCatalogue().map((it) => [it.name, it]));
  const read = new Map<string, CatalogueRole>();
  for (const { name, roleId, roleTemplateId, grants } of exported) {
    const known = ours.get(name);
    const before = read.get(name)?.grants ?? (known === undefined ? [] : withoutTables(known));
    const all = new Map(before);
    for (const [table, verb, depth, depths] of grants) {
      const { id } = privilegeOn(table, verb, depths);
      all.set(id, Math.max(depthMask[depth], all.get(id) ?? 0));
    }
    const identity =
      roleTemplateId === undefined || roleTemplateId === noTemplate
        ? roleId === undefined
          ? {}
          : { rootId: roleId }
        : { templateId: roleTemplateId };
    const plain: Omit<CatalogueRole, 'grants'> = known ?? { name, ...identity, managed: true, inherited: 0 };
    read.set(name, { ...plain, grants: all });
  }
  const catalogue = createPrivilegeCatalogue([...privileges, ...brought.values()]);
  const everything = everythingOf(catalogue.all);
  const roles = [...ours.values(), ...[...read.values()].filter(({ name }) => !ours.has(name))].map((it) =>
    it.templateId === systemAdministratorTemplate
      ? { ...it, grants: new Map([...everything, ...(read.get(it.name)?.grants ?? [])]) }
      : (read.get(it.name) ?? it),
  );
  return { privileges: catalogue, roles };
}

const imports = new WeakMap<readonly ExportedRole[], RoleImport>();

/**
 * Reads roles as they were exported from an environment. One of a name that is here grants what the export says, but for privileges
 * without a table; of two exports of one name both count. System Administrator holds every privilege that they do not name, too.
 */
export function importRoles(exported: readonly ExportedRole[]): RoleImport {
  const known = imports.get(exported) ?? read(exported);
  imports.set(exported, known);
  return known;
}
