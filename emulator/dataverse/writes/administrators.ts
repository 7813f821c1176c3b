import { systemAdministratorTemplate } from '../base/role-catalogue.ts';
import { requireTable } from '../schema/schema.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Environment } from '../store/environment.ts';

/** Whether a role is a copy of System Administrator, told by the template of its root copy. */
export function isAdministratorRole(environment: Environment, role: Row): boolean {
  const root = environment.rows(requireTable('role')).get(textOf(role, 'parentrootroleid') ?? '');
  return textOf(root ?? role, 'roletemplateid') === systemAdministratorTemplate;
}

/** Ids of the enabled users that hold System Administrator themselves. */
export function administrators(environment: Environment): ReadonlySet<string> {
  const users = environment.rows(requireTable('systemuser'));
  const joins = environment.rows(requireTable('systemuserroles'));
  const found = new Set<string>();
  for (const role of environment
    .rows(requireTable('role'))
    .where('roletemplateid', systemAdministratorTemplate)) {
    for (const join of joins.where('roleid', textOf(role, 'roleid') ?? '')) {
      const user = users.get(textOf(join, 'systemuserid') ?? '');
      if (user === null || user['isdisabled'] === true || user['deletedstate'] === 1) continue;
      found.add(textOf(user, 'systemuserid') ?? '');
    }
  }
  return found;
}

/** Whether a user is the only enabled one that holds System Administrator. */
export function isLastAdministrator(environment: Environment, userId: string): boolean {
  const all = administrators(environment);
  return all.size === 1 && all.has(userId);
}
