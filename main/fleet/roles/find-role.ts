import type { RoleChange } from '../../../preload/contract/fleet-roles.ts';
import type { SecurityRole } from '../../../preload/contract/security-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';

type Reference = Extract<RoleChange, { readonly role: unknown }>['role'];

/** The role that a change means: by the id of its original or of any copy, or by its name. */
export const findRole = (
  roles: readonly SecurityRole[],
  reference: Reference,
  environment: string,
): Result<SecurityRole> => {
  const found = roles.filter((role) =>
    reference.by === 'id'
      ? role.rootRoleId === reference.roleId || role.copies.some(({ roleId }) => roleId === reference.roleId)
      : sameName(role.name, reference.name),
  );
  const named = reference.by === 'id' ? reference.roleId : reference.name;
  const [role] = found;
  if (role === undefined) return failed('role-not-found', { role: named, environment });
  return found.length === 1
    ? ok(role)
    : failed('role-ambiguous', { role: named, environment, count: found.length });
};

/** Refuses roles that stay as they are, with the reason. */
export const requireChangeable = (role: SecurityRole, environment: string): Result<SecurityRole> => {
  const reason = role.systemAdministrator
    ? 'system'
    : role.managed
      ? 'managed'
      : role.customizable
        ? null
        : 'locked';
  return reason === null ? ok(role) : failed('role-not-changeable', { role: role.name, environment, reason });
};
