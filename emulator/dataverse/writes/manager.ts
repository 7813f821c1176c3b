import { managerElsewhere, managerMakesLoop } from '../errors/hierarchy-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { Payload } from './payload.ts';
import { standsBelow } from './stands-below.ts';

const users = requireTable('systemuser');
const unitOf = (user: Row): string => textOf(user, 'businessunitid') ?? '';

/** Whether managers may be in any business unit (Learn: "Hierarchy security", record ownership across business units). */
const managesEverywhere = ({ environment }: Session): boolean =>
  environment.seed.settings?.enableOwnershipAcrossBusinessUnits === true ||
  environment.seed.settings?.managersMustBeInSameOrParentBusinessUnitAsReports === false;

const manages = (session: Session, manager: Row, unit: string): boolean =>
  managesEverywhere(session) || session.environment.unitsBelow(unitOf(manager)).has(unit);

/**
 * Refuses a manager or a position that the caller may not give to a user (`prvAssignManager`, `prvAssignPosition`; Learn: "Hierarchy security",
 * "Security roles and privileges"), and a manager who reports to the user or whose business unit does not reach the user's.
 */
export function requireManager(session: Session, user: Row, links: Payload['links']): void {
  const changes = (column: string): boolean =>
    links.has(column) && (links.get(column)?.id ?? null) !== (user[column] ?? null);
  if (changes('positionid')) session.access.requirePrivilege('prvAssignPosition', unitOf(user));
  if (!changes('parentsystemuserid')) return;
  session.access.requirePrivilege('prvAssignManager', unitOf(user));
  const manager = links.get('parentsystemuserid') ?? null;
  if (manager === null) return;
  if (standsBelow(session, users, 'parentsystemuserid', manager.row, user)) throw managerMakesLoop();
  if (!manages(session, manager.row, unitOf(user))) throw managerElsewhere();
}

/**
 * Who manages and reports to a user in its new business unit (Learn: SetBusinessSystemUserRequest, notes for callers): reports that its unit
 * does not reach any more get its manager, and a manager whose unit does not reach it is no longer one. The answer is the user's manager.
 */
export function managersAfterMove(session: Session, user: Row, unit: string): string | null {
  const store = session.environment.mutable(users);
  const managerId = textOf(user, 'parentsystemuserid');
  const moved = { ...user, businessunitid: unit };
  for (const report of store.where('parentsystemuserid', idOf(user, users.primaryId)))
    if (!manages(session, moved, unitOf(report)))
      store.put({
        ...report,
        parentsystemuserid: managerId,
        versionnumber: session.environment.nextVersion(),
      });
  const manager = store.get(managerId ?? '');
  return manager !== null && manages(session, manager, unit) ? managerId : null;
}
