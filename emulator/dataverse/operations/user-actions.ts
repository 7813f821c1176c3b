import { requireTable, tableOfCode } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { reassignOwned } from '../writes/ownership.ts';
import type { LinkedRecord } from '../writes/record-link.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { writerOf } from '../writes/writers.ts';
import { entityAt, wrongParameter } from './action-parameters.ts';
import type { ActionAnswer, WebApiAction } from './operation.ts';

const users = requireTable('systemuser');

/** `ReassignPrincipal`: a user or an owner team. */
function principalIn(session: Session, body: Row): LinkedRecord {
  const principal = entityAt(session, body, 'ReassignPrincipal');
  const { logicalName } = principal.table;
  if (logicalName !== 'team' && logicalName !== 'systemuser') throw wrongParameter('ReassignPrincipal');
  return principal;
}

/** `objectType`: the number of the table whose records are meant; all tables where it is missing. */
function objectTypeIn(body: Row): Table | null {
  const code = body['objectType'] ?? null;
  if (code === null) return null;
  const table = typeof code === 'number' ? tableOfCode(code) : null;
  if (table === null) throw wrongParameter('objectType');
  return table;
}

type UserAction = (session: Session, user: Row, body: Row) => ActionAnswer;

/**
 * All records that a user owns get another owner (Learn: ReassignObjectsSystemUser Action). The caller needs Write on the user and Assign on
 * each of them (Learn: ReassignObjectsSystemUser message privileges).
 */
const reassignObjects: UserAction = (session, user, body) => {
  session.access.requireRow(users, 'Write', user);
  const owner = principalIn(session, body);
  reassignOwned(session, idOf(user, 'systemuserid'), owner, modifiedColumns, objectTypeIn(body));
  return null;
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
  return null;
};

/** Actions on a user. */
export const userActions: readonly WebApiAction[] = [
  { name: 'ReassignObjectsSystemUser', boundTo: 'systemuser', run: reassignObjects },
  { name: 'SetBusinessSystemUser', boundTo: 'systemuser', run: setBusiness },
];
