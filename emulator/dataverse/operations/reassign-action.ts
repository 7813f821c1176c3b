import { emptyAnswer } from '../answer.ts';
import { methodNotAllowed, segmentNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { ownedTables, ownerColumns, requireOwner } from '../writes/ownership.ts';
import { readJsonObject } from '../writes/payload.ts';
import type { LinkedRecord } from '../writes/record-link.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { entityAt, wrongParameter } from './action-parameters.ts';

const users = requireTable('systemuser');
const NAME = 'Microsoft.Dynamics.CRM.ReassignObjectsSystemUser';

/** Whether a path calls the action. */
export const isReassignAction = (segments: readonly PathSegment[]): boolean =>
  segments.length === 2 && segments[1]?.name === NAME;

/** `ReassignPrincipal`: a user or an owner team. */
function principalIn(session: Session, body: Row): LinkedRecord {
  const principal = entityAt(session, body, 'ReassignPrincipal');
  const { logicalName } = principal.table;
  if (logicalName !== 'team' && logicalName !== 'systemuser') throw wrongParameter('ReassignPrincipal');
  return principal;
}

/**
 * Answers ReassignObjectsSystemUser, bound to a user: all records that it owns get another owner (Learn: its reference page). The caller
 * needs Write on the user and Assign on each of them (Learn: ReassignObjectsSystemUser message privileges), and the new owner has to be one that may read them, as for a single record (Learn: "Assign or share
 * rows"); all or none.
 */
export function callReassignAction(
  session: Session,
  [target]: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  if (target?.name !== users.entitySet) throw segmentNotFound(NAME);
  if (session.request.method !== 'POST') throw methodNotAllowed(session.request.method);
  const { access, environment } = session;
  const key = target.args === null ? null : keyId(users, target.args, options);
  const user = readRecord(session, users, key ?? '');
  access.requireRow(users, 'Write', user);
  const userId = idOf(user, 'systemuserid');
  const owner = principalIn(session, readJsonObject(session.request.body, users));
  const owned = ownedTables.map((table) => ({
    table,
    rows: [...environment.rows(table).where('ownerid', userId)],
  }));
  for (const { rows, table } of owned) {
    for (const row of rows) access.requireRow(table, 'Assign', row);
    if (rows.length > 0) requireOwner(session, table, owner);
  }
  for (const { rows, table } of owned) {
    const store = environment.mutable(table);
    for (const row of rows) store.put({ ...row, ...ownerColumns(owner), ...modifiedColumns(session) });
  }
  return emptyAnswer();
}
