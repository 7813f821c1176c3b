import type { Privilege } from '../base/privileges.ts';
import { depthMask, depthOfMask, type Grants } from '../base/role-definition.ts';
import type { Reach } from '../access/reach.ts';
import { cannotGrantMoreThanHeld } from '../errors/user-faults.ts';
import type { Session } from '../session.ts';

/** Whether what the caller reaches covers what a role of a business unit would reach at a depth. */
function covers({ environment }: Session, reach: Reach, mask: number, unitId: string): boolean {
  if (reach.everything || mask === depthMask.Basic) return true;
  if (mask === depthMask.Global) return false;
  if (mask === depthMask.Local) return reach.units.has(unitId);
  return [...environment.unitsBelow(unitId)].every((id) => reach.units.has(id));
}

/**
 * A caller may hand out only what it holds itself: every privilege, where the role's business unit lets it reach (the refusal names
 * both: `RoleService::VerifyCallerPrivileges failed … Depth: …, BusinessUnitId: …`). `roleUnitId` is the business unit of the role
 * that grants them.
 */
export function requireHeldPrivileges(session: Session, wanted: Grants, roleUnitId: string): void {
  const isHeld = (privilege: Privilege, mask: number): boolean => {
    const reach = session.access.reach(privilege);
    return reach !== null && covers(session, reach, mask, roleUnitId);
  };
  const missing = [...wanted].flatMap(([id, mask]) => {
    const privilege = session.environment.privileges.withId(id);
    return privilege === null || isHeld(privilege, mask) ? [] : [{ privilege, mask }];
  });
  const [first] = missing;
  if (first === undefined) return;
  throw cannotGrantMoreThanHeld(
    session.access,
    first.privilege,
    depthOfMask(first.mask),
    roleUnitId,
    missing.length,
  );
}
