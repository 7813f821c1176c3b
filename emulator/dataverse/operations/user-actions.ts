import { emptyAnswer } from '../answer.ts';
import { methodNotAllowed, segmentNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable } from '../schema/schema.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { reassignOwned } from '../writes/ownership.ts';
import { readJsonObject } from '../writes/payload.ts';
import type { LinkedRecord } from '../writes/record-link.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { writerOf } from '../writes/writers.ts';
import { entityAt, wrongParameter } from './action-parameters.ts';

const users = requireTable('systemuser');

/** `ReassignPrincipal`: a user or an owner team. */
function principalIn(session: Session, body: Row): LinkedRecord {
  const principal = entityAt(session, body, 'ReassignPrincipal');
  const { logicalName } = principal.table;
  if (logicalName !== 'team' && logicalName !== 'systemuser') throw wrongParameter('ReassignPrincipal');
  return principal;
}

type UserAction = (session: Session, user: Row, body: Row) => void;

/**
 * All records that a user owns get another owner (Learn: ReassignObjectsSystemUser Action). The caller needs Write on the user and Assign on
 * each of them (Learn: ReassignObjectsSystemUser message privileges).
 */
const reassignObjects: UserAction = (session, user, body) => {
  session.access.requireRow(users, 'Write', user);
  const owner = principalIn(session, body);
  reassignOwned(session, idOf(user, 'systemuserid'), owner, modifiedColumns);
};

/**
 * A user moves to another business unit, and what it owns goes to somebody, who may be itself (Learn: SetBusinessSystemUser Action;
 * SetBusinessSystemUserRequest). It loses what a move takes from it, and needs what a move and what giving records away need.
 */
const setBusiness: UserAction = (session, user, body) => {
  const unit = entityAt(session, body, 'BusinessUnit');
  if (unit.table.logicalName !== 'businessunit') throw wrongParameter('BusinessUnit');
  const owner = principalIn(session, body);
  const id = idOf(user, 'systemuserid');
  if (owner.id !== id) reassignOwned(session, id, owner, modifiedColumns);
  writerOf(users).update(session, user, { values: {}, links: new Map([['businessunitid', unit]]) });
};

const actions: ReadonlyMap<string, UserAction> = new Map([
  ['Microsoft.Dynamics.CRM.ReassignObjectsSystemUser', reassignObjects],
  ['Microsoft.Dynamics.CRM.SetBusinessSystemUser', setBusiness],
]);

/** Whether a path calls an action on a user. */
export const isUserAction = (segments: readonly PathSegment[]): boolean =>
  segments.length === 2 && actions.has(segments[1]?.name ?? '');

/** Answers an action that is bound to a user; all or nothing of it is done. */
export function callUserAction(
  session: Session,
  [target, called]: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const action = actions.get(called?.name ?? '');
  if (action === undefined || target?.name !== users.entitySet) throw segmentNotFound(called?.name ?? '');
  if (session.request.method !== 'POST') throw methodNotAllowed(session.request.method);
  const key = target.args === null ? null : keyId(users, target.args, options);
  const user = readRecord(session, users, key ?? '');
  action(session, user, readJsonObject(session.request.body, users));
  return emptyAnswer();
}
