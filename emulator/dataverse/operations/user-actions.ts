import { userWithoutManager } from '../errors/hierarchy-faults.ts';
import { requireTable, tableOfCode } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { reassignOwned } from '../writes/ownership.ts';
import type { LinkedRecord } from '../writes/record-link.ts';
import { modifiedColumns } from '../writes/record-writes.ts';
import { writerOf } from '../writes/writers.ts';
import { booleanAt, entityAt, wrongParameter } from './action-parameters.ts';
import type { ActionAnswer, WebApiAction } from './operation.ts';

const users = requireTable('systemuser');

/** A user or an owner team. */
function principalIn(session: Session, body: Row, name = 'ReassignPrincipal'): LinkedRecord {
  const principal = entityAt(session, body, name);
  const { logicalName } = principal.table;
  if (logicalName !== 'team' && logicalName !== 'systemuser') throw wrongParameter(name);
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

/**
 * A user gets another manager (Learn: SetParentSystemUser Action); its own reports stay its own, or get the manager that it had.
 */
const setParent: UserAction = (session, user, body) => {
  const parent = entityAt(session, body, 'Parent');
  if (parent.table !== users) throw wrongParameter('Parent');
  const keepsReports = booleanAt(body, 'KeepChildUsers');
  const { environment } = session;
  const id = idOf(user, 'systemuserid');
  const formerId = textOf(user, 'parentsystemuserid') ?? '';
  const former = environment.rows(users).get(formerId);
  const writer = writerOf(users);
  for (const report of keepsReports ? [] : environment.rows(users).where('parentsystemuserid', id))
    writer.update(session, report, {
      values: {},
      links: new Map([
        ['parentsystemuserid', former === null ? null : { table: users, id: formerId, row: former }],
      ]),
    });
  writer.update(session, user, { values: {}, links: new Map([['parentsystemuserid', parent]]) });
  return null;
};

/** A user has no manager any more (Learn: RemoveParent Action). */
const removeParent: WebApiAction = {
  name: 'RemoveParent',
  boundTo: null,
  run: (session, body) => {
    const { row, table } = entityAt(session, body, 'Target');
    if (table !== users) throw wrongParameter('Target');
    if (textOf(row, 'parentsystemuserid') === null) throw userWithoutManager();
    writerOf(users).update(session, row, { values: {}, links: new Map([['parentsystemuserid', null]]) });
    return null;
  },
};

/**
 * All records of a user or a team get another owner (Learn: ReassignObjectsOwner Action). The caller needs Write on whose they were, taken
 * over from ReassignObjectsSystemUser, and Assign on each of them.
 */
const reassignOwner: WebApiAction = {
  name: 'ReassignObjectsOwner',
  boundTo: null,
  run: (session, body) => {
    const from = principalIn(session, body, 'FromPrincipal');
    const to = principalIn(session, body, 'ToPrincipal');
    session.access.requireRow(from.table, 'Write', from.row);
    reassignOwned(session, from.id, to, modifiedColumns);
    return null;
  },
};

/** Actions on users and what they own. */
export const userActions: readonly WebApiAction[] = [
  removeParent,
  reassignOwner,
  { name: 'SetParentSystemUser', boundTo: 'systemuser', run: setParent },
  { name: 'ReassignObjectsSystemUser', boundTo: 'systemuser', run: reassignObjects },
  { name: 'SetBusinessSystemUser', boundTo: 'systemuser', run: setBusiness },
];
