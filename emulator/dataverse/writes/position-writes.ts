import { parentPositionDisabled, positionHasUsers, positionMakesLoop } from '../errors/hierarchy-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { standsBelow } from './stands-below.ts';
import type { Payload } from './payload.ts';
import { createRecord, deleteRecord, updateRecord } from './record-writes.ts';

const positions = requireTable('position');
const users = requireTable('systemuser');

const isInactive = (row: Row): boolean => (row['statecode'] ?? 0) !== 0;

/** An active position has an active one above it. */
function requireActiveParent({ environment }: Session, row: Row): void {
  const parent = environment.rows(positions).get(textOf(row, 'parentpositionid') ?? '');
  if (parent !== null && isInactive(parent) && !isInactive(row)) throw parentPositionDisabled();
}

function requireNoUsers({ environment }: Session, row: Row): void {
  const [user] = environment.rows(users).where('positionid', idOf(row, positions.primaryId));
  if (user !== undefined) throw positionHasUsers();
}

/** Creates a position (Learn: "Hierarchy security"; Web service error codes). */
export function createPosition(session: Session, payload: Payload): Row {
  const row = createRecord(session, positions, payload);
  requireActiveParent(session, row);
  return row;
}

/** Changes a position: it stands below no other that stands below it, and is not disabled while somebody has it. */
export function updatePosition(session: Session, before: Row, payload: Payload): Row {
  const parent = payload.links.get('parentpositionid') ?? null;
  if (parent !== null && standsBelow(session, positions, 'parentpositionid', parent.row, before))
    throw positionMakesLoop();
  const row = updateRecord(session, positions, before, payload);
  if (isInactive(row) && !isInactive(before)) requireNoUsers(session, row);
  if (parent !== null || isInactive(before)) requireActiveParent(session, row);
  return row;
}

/** Deletes a position that nobody has. */
export function deletePosition(session: Session, row: Row): void {
  requireNoUsers(session, row);
  deleteRecord(session, positions, row);
}
