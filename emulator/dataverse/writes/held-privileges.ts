import { privilegeWithId } from '../base/privileges.ts';
import { depthOfMask, type Grants } from '../base/role-definition.ts';
import { cannotGrantMoreThanHeld } from '../errors/user-faults.ts';
import type { Session } from '../session.ts';

/**
 * A caller may hand out only what it holds itself: every privilege at its depth or wider (known from the refusal
 * `RoleService::VerifyCallerPrivileges failed`). `roleUnitId` is the business unit of the role that grants them.
 */
export function requireHeldPrivileges(session: Session, wanted: Grants, roleUnitId: string): void {
  const held = new Map<string, number>();
  for (const role of session.access.permissions.roles) {
    for (const [privilege, mask] of role.grants)
      held.set(privilege, Math.max(mask, held.get(privilege) ?? 0));
  }
  const missing = [...wanted].filter(([privilege, mask]) => (held.get(privilege) ?? 0) < mask);
  const [first] = missing;
  const privilege = first === undefined ? null : privilegeWithId(first[0]);
  if (first === undefined || privilege === null) return;
  throw cannotGrantMoreThanHeld(session.access, privilege, depthOfMask(first[1]), roleUnitId, missing.length);
}
