import { guid } from '../base/guid.ts';
import { wireTime } from '../base/wire-time.ts';
import { duplicateRecord } from '../errors/request-faults.ts';
import { cascadesOf } from '../schema/cascades.ts';
import { type Currency, followingValues } from '../schema/following-values.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Json, lookupTableKey, numberOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { columnDenied } from '../errors/column-faults.ts';
import { duplicateKey } from '../errors/write-faults.ts';
import { namedOwner, ownedByCaller, ownerColumns, requireOwner, shareWithFormerOwner } from './ownership.ts';
import { recordMakesLoop } from '../errors/hierarchy-faults.ts';
import { linkColumns, type Payload } from './payload.ts';
import { rowWithValues } from './record-address.ts';
import { stateColumns } from './row-state.ts';
import { forgetSharesOf } from './share-record.ts';
import { standsBelow } from './stands-below.ts';

/** Lookups that need no Append/AppendTo: ownership and currency are checked in other ways or not at all. */
const freeLookups = new Set(['ownerid', 'transactioncurrencyid']);

/** Setting a lookup needs Append on the table and AppendTo on the record (Learn: "Security roles and privileges"). */
function requireLinks(session: Session, table: Table, links: Payload['links']): void {
  for (const [column, linked] of links) {
    if (linked === null || freeLookups.has(column)) continue;
    session.access.require(table, 'Append');
    session.access.requireRow(linked.table, 'AppendTo', linked.row);
  }
}

/** A value for a secured column needs the permission, whatever the value (Learn: "Use field security to control access to field values"). */
function requireColumns(session: Session, table: Table, payload: Payload, action: 'create' | 'update'): void {
  for (const name of [...Object.keys(payload.values), ...payload.links.keys()]) {
    const column = table.columns.get(name);
    if (column === undefined || session.access.mayColumn(table, name, action)) continue;
    throw columnDenied(session.access.userId, table, column, action);
  }
}

/** No two records have the same values of an alternate key; a key that lacks one of them counts for nothing (Learn: "Define alternate keys for an entity"). */
function requireFreeKeys(session: Session, table: Table, row: Row, set: Row): void {
  for (const key of table.alternateKeys) {
    if (!key.some((it) => set[it] !== undefined) || key.some((it) => row[it] == null)) continue;
    const values = Object.fromEntries(key.map((it) => [it, row[it] ?? null]));
    const names = key.map((it) => table.columns.get(it)?.displayName ?? it);
    if (rowWithValues(session, table, values, idOf(row, table.primaryId)) !== null)
      throw duplicateKey(names, `${names.join(', ')} Key`);
  }
}

/** Lookups by which accounts and contacts stand below others of their kind. */
const parents: Readonly<Record<string, string>> = { account: 'parentaccountid', contact: 'parentcustomerid' };

/** No account and no contact stands below itself. */
function requireNoLoop(session: Session, table: Table, before: Row, links: Payload['links']): void {
  const column = parents[table.logicalName] ?? '';
  const parent = links.get(column) ?? null;
  if (parent?.table === table && standsBelow(session, table, column, parent.row, before))
    throw recordMakesLoop(table.logicalName === 'account' ? 'Accounts' : 'Contacts');
}

/** Columns that follow from others: the full name, and which of account and contact a customer is. */
function derivedColumns(table: Table, row: Row): Row {
  const derived: Record<string, Json> = {};
  if (table.columns.has('fullname') && table.columns.has('firstname') && row['applicationid'] == null) {
    const parts = [textOf(row, 'firstname'), textOf(row, 'lastname')].filter(
      (it) => it !== null && it !== '',
    );
    derived['fullname'] = parts.length === 0 ? (row['fullname'] ?? null) : parts.join(' ');
  }
  if (table.logicalName === 'contact') {
    const isAccount = row[lookupTableKey('parentcustomerid')] === 'account';
    derived['accountid'] = isAccount ? (row['parentcustomerid'] ?? null) : null;
  }
  return derived;
}

const currencies = requireTable('transactioncurrency');
const organizations = requireTable('organization');

/** The currency of a record, or that of the organization. */
function currencyOf({ environment }: Session, id: string | null): Currency | null {
  const [organization] = environment.rows(organizations).rows();
  const base = organization === undefined ? null : textOf(organization, 'basecurrencyid');
  const row = environment.rows(currencies).get(id ?? base ?? '');
  return row === null
    ? null
    : { id: idOf(row, currencies.primaryId), rate: numberOf(row, 'exchangerate') ?? 1 };
}

/** A row with everything that follows from what it holds. */
function withFollowing(session: Session, table: Table, row: Row): Row {
  const complete = { ...row, ...derivedColumns(table, row) };
  return { ...complete, ...followingValues(table, complete, (id) => currencyOf(session, id)) };
}

/** The columns that record who made a row and when. */
export function createdColumns(session: Session): Row {
  const time = wireTime(session.ports.now());
  return {
    createdon: time,
    modifiedon: time,
    createdby: session.access.userId,
    modifiedby: session.access.userId,
    createdonbehalfby: session.actingUserId,
    modifiedonbehalfby: session.actingUserId,
    versionnumber: session.environment.nextVersion(),
  };
}

/** The columns that record who changed a row and when. */
export const modifiedColumns = (session: Session): Row => ({
  modifiedon: wireTime(session.ports.now()),
  modifiedby: session.access.userId,
  modifiedonbehalfby: session.actingUserId,
  versionnumber: session.environment.nextVersion(),
});

/** When a record was made that says so itself (`overriddencreatedon`), in its own column alone, or in both, by a rule. */
function overriddenCreation({ ports, environment }: Session, { values }: Payload): Row {
  const given = values['overriddencreatedon'] ?? null;
  return given !== null && dataverseRule(ports.rules, environment.seed, 'overriddenCreatedOn') === 'createdOn'
    ? { createdon: given }
    : {};
}

/** The id of a new row: the one that the client chose, or one of ours. */
export function newId(session: Session, table: Table, payload: Payload): string {
  const chosen = textOf(payload.values, table.primaryId);
  if (chosen === null) {
    return guid('created', session.environment.seed.organizationId, session.environment.nextVersion());
  }
  if (session.environment.rows(table).get(chosen) !== null) throw duplicateRecord();
  return chosen;
}

/** Creates a row of a business table with the checks that every such row needs. */
export function createRecord(session: Session, table: Table, payload: Payload): Row {
  session.access.require(table, 'Create');
  requireLinks(session, table, payload.links);
  const owner = table.ownership === 'UserOwned' ? namedOwner(payload.links) : null;
  const id = newId(session, table, payload);
  const row: Row = {
    ...payload.values,
    ...stateColumns(table, { [table.primaryId]: id }, payload.values),
    ...linkColumns(payload.links),
    ...(table.ownership !== 'UserOwned' ? {} : owner === null ? ownedByCaller(session) : ownerColumns(owner)),
    ...createdColumns(session),
    ...overriddenCreation(session, payload),
    [table.primaryId]: id,
  };
  session.access.requireCreate(table, row);
  if (owner !== null) requireOwner(session, table, owner);
  else if (table.ownership === 'UserOwned') session.access.require(table, 'Read');
  requireColumns(session, table, payload, 'create');
  requireFreeKeys(session, table, row, payload.values);
  const complete = withFollowing(session, table, row);
  session.environment.mutable(table).put(complete);
  return complete;
}

/** Changes a row of a business table; a new owner needs Assign and Read beside Write (Learn: "Data operations and access rights"). */
export function updateRecord(session: Session, table: Table, before: Row, payload: Payload): Row {
  const owner = table.ownership === 'UserOwned' ? namedOwner(payload.links) : null;
  for (const verb of owner === null ? (['Write'] as const) : (['Assign', 'Write', 'Read'] as const))
    session.access.requireRow(table, verb, before);
  if (owner !== null) requireOwner(session, table, owner);
  requireLinks(session, table, payload.links);
  requireNoLoop(session, table, before, payload.links);
  requireColumns(session, table, payload, 'update');
  const changed: Row = {
    ...before,
    ...payload.values,
    ...stateColumns(table, before, payload.values),
    ...linkColumns(payload.links),
    ...(owner === null ? {} : ownerColumns(owner)),
    ...modifiedColumns(session),
    [table.primaryId]: idOf(before, table.primaryId),
  };
  requireFreeKeys(session, table, changed, payload.values);
  const row = withFollowing(session, table, changed);
  session.environment.mutable(table).put(row);
  if (owner !== null && owner.id !== before['ownerid']) shareWithFormerOwner(session, table, before);
  return row;
}

/** Deletes a row of a business table, and clears the lookups that pointed to it within reach of the indexes. */
export function deleteRecord(session: Session, table: Table, row: Row): void {
  session.access.requireRow(table, 'Delete', row);
  const id = idOf(row, table.primaryId);
  session.environment.mutable(table).remove(id);
  forgetSharesOf(session, id);
  for (const navigation of table.navigation.values()) {
    if (navigation.kind === 'intersect') {
      const joins = requireTable(navigation.through);
      const links = session.environment.mutable(joins);
      for (const join of links.where(navigation.near, id)) links.remove(idOf(join, joins.primaryId));
    }
    if (navigation.kind !== 'many') continue;
    const other = requireTable(navigation.target);
    const { Delete } = cascadesOf(other.logicalName, navigation.column, table.logicalName);
    if (other.isComputed || Delete !== 'RemoveLink') continue;
    const store = session.environment.mutable(other);
    for (const related of store.where(navigation.column, id)) {
      store.put({ ...related, [navigation.column]: null, versionnumber: session.environment.nextVersion() });
    }
  }
}
