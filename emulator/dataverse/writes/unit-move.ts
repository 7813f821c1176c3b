import { moveMakesLoop, unitDisabled } from '../errors/unit-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { holdersOf, putRoleCopy } from './role-copies.ts';
import type { LinkedRecord } from './record-link.ts';

const roles = requireTable('role');
const units = requireTable('businessunit');

const rolesOf = ({ environment }: Session, unitId: string): readonly Row[] => [
  ...environment.rows(roles).where('businessunitid', unitId),
];

const rootOf = (role: Row): string => textOf(role, 'parentrootroleid') ?? idOf(role, 'roleid');

/** Takes the copy of a role away, and from everybody who holds it. */
export function removeCopy(session: Session, role: Row): void {
  const { environment } = session;
  const id = idOf(role, 'roleid');
  for (const joins of [requireTable('systemuserroles'), requireTable('teamroles')])
    for (const held of environment.rows(joins).where('roleid', id))
      environment.mutable(joins).remove(idOf(held, joins.primaryId));
  environment.mutable(roles).remove(id);
}

/** Gives a unit the copies of its parent's roles, and takes those away whose original is no longer above it; then the units below it. */
function inheritRoles(session: Session, unitId: string, parentId: string): void {
  const above = new Map(rolesOf(session, parentId).map((it) => [rootOf(it), it]));
  const own = rolesOf(session, unitId);
  const takesCopies =
    dataverseRule(session.ports.rules, session.environment.seed, 'rolesOfMovedUnits') === 'removed';
  for (const role of own) {
    const parent = above.get(rootOf(role));
    const isOriginal = textOf(role, 'parentroleid') === null;
    if (isOriginal) continue;
    if (parent === undefined) {
      if (takesCopies) removeCopy(session, role);
    } else
      session.environment.mutable(roles).put({
        ...role,
        parentroleid: idOf(parent, 'roleid'),
        versionnumber: session.environment.nextVersion(),
      });
  }
  const known = new Set(own.map(rootOf));
  for (const [root, role] of above) if (!known.has(root)) putRoleCopy(session, role, unitId);
  for (const below of session.environment.rows(units).where('parentbusinessunitid', unitId))
    inheritRoles(session, idOf(below, 'businessunitid'), unitId);
}

/** Refuses a move below the unit itself, below a disabled one, and by who may not (Learn: SetParentBusinessUnit message privileges). */
export function requireMayMove({ access, environment }: Session, unit: Row, parent: LinkedRecord): void {
  access.requirePrivilege('prvReparentBusinessUnit');
  if (environment.unitsBelow(idOf(unit, 'businessunitid')).has(parent.id)) throw moveMakesLoop();
  if (parent.row['isdisabled'] === true) throw unitDisabled();
}

/**
 * Has the roles of a unit follow that was moved with all that is below it (Learn: "Assign a business unit to a different parent business"); its row
 * names the new parent already. Users, teams and records stay in their units. What a unit inherits are the roles of the units above it: copies
 * of others go, with whoever held them.
 */
export function moveRoles(session: Session, unitId: string, parentId: string): void {
  const below = session.environment.unitsBelow(unitId);
  const roots = new Set([...below].flatMap((id) => rolesOf(session, id).map(rootOf)));
  for (const root of roots) for (const id of holdersOf(session, root)) session.permissions.beforeChange(id);
  inheritRoles(session, unitId, parentId);
}
