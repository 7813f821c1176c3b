import { emptyAnswer, jsonAnswer } from '../answer.ts';
import {
  badRequest,
  duplicateRecord,
  methodNotAllowed,
  notImplemented,
  recordNotFound,
  segmentNotFound,
  versionMismatch,
} from '../errors/request-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { etagOf } from '../query/column-value.ts';
import { readQuerySpec } from '../query/query-spec.ts';
import { entityObject } from '../query/read-resource.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable, tableOfSet } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { type Payload, readPayload } from './payload.ts';
import {
  createPermission,
  deletePermission,
  deleteProfile,
  updatePermission,
  updateProfile,
} from './profile-writes.ts';
import { createRecord, deleteRecord, updateRecord } from './record-writes.ts';
import { writeReference } from './reference-writes.ts';
import { createRole, deleteRole, updateRole } from './role-writes.ts';
import { asChangeOf } from './single-property.ts';
import { createTeam, deleteTeam, updateTeam } from './team-writes.ts';
import { createUnit, deleteUnit, updateUnit } from './unit-writes.ts';
import { createUser, deleteUser, updateUser } from './user-writes.ts';

/** How rows of a table are written; those with rules of their own have their own. */
type Writer = {
  readonly create: (session: Session, payload: Payload) => Row;
  readonly update: (session: Session, before: Row, payload: Payload) => Row;
  readonly remove: (session: Session, row: Row) => void;
};

const writers: ReadonlyMap<string, Writer> = new Map([
  ['systemuser', { create: createUser, update: updateUser, remove: deleteUser }],
  ['role', { create: createRole, update: updateRole, remove: deleteRole }],
  ['businessunit', { create: createUnit, update: updateUnit, remove: deleteUnit }],
  ['fieldpermission', { create: createPermission, update: updatePermission, remove: deletePermission }],
  [
    'fieldsecurityprofile',
    {
      create: (session, payload) => createRecord(session, requireTable('fieldsecurityprofile'), payload),
      update: updateProfile,
      remove: deleteProfile,
    },
  ],
  ['team', { create: createTeam, update: updateTeam, remove: deleteTeam }],
]);

const later = new Set(['organization']);

const writerOf = (table: Table): Writer =>
  writers.get(table.logicalName) ?? {
    create: (session, payload) => createRecord(session, table, payload),
    update: (session, before, payload) => updateRecord(session, table, before, payload),
    remove: (session, row) => deleteRecord(session, table, row),
  };

/** Refuses changes of tables that are not written to through their rows. */
function requireWritable(table: Table, message: string): void {
  if (later.has(table.logicalName)) throw notImplemented(`Changing rows of '${table.logicalName}'`);
  const isWritable = writers.has(table.logicalName) || (table.ownership !== 'None' && !table.isMetadata);
  if (isWritable) return;
  throw new ServiceFault(
    400,
    '0x80040800',
    `The '${message}' method does not support entities of type '${table.logicalName}'. MessageProcessorCache returned MessageProcessor.Empty.`,
  );
}

function entityAnswer(session: Session, table: Table, row: Row, created: boolean, options: QueryOptions) {
  const { preferences, request } = session;
  const id = idOf(row, table.primaryId);
  const headers = { 'odata-entityid': `${request.serviceRoot}/${table.entitySet}(${id})` };
  if (!preferences.returnRepresentation) return emptyAnswer(204, headers);
  const body = entityObject(session, table, readRecord(session, table, id), readQuerySpec(options));
  return jsonAnswer(created ? 201 : 200, body, {
    ...headers,
    etag: etagOf(row),
    'preference-applied': preferences.applied ?? 'return=representation',
  });
}

function update(session: Session, table: Table, id: string, options: QueryOptions): DataverseResponse {
  requireWritable(table, 'Update');
  const { headers } = session.request;
  const before = session.environment.rows(table).get(id);
  const ifMatch = headers['if-match'];
  if (before === null) {
    if (ifMatch !== undefined) throw recordNotFound(table.logicalName, id);
    const payload = readPayload(session, table, 'create');
    const withId = { ...payload, values: { ...payload.values, [table.primaryId]: id } };
    return entityAnswer(session, table, writerOf(table).create(session, withId), true, options);
  }
  if (headers['if-none-match'] === '*') throw duplicateRecord();
  session.access.require(table, 'Write');
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(before)) throw versionMismatch();
  const payload = readPayload(session, table, 'update');
  return entityAnswer(session, table, writerOf(table).update(session, before, payload), false, options);
}

function remove(session: Session, table: Table, id: string): DataverseResponse {
  requireWritable(table, 'Delete');
  session.access.require(table, 'Delete');
  const row = session.environment.rows(table).get(id);
  if (row === null) throw recordNotFound(table.logicalName, id);
  const ifMatch = session.request.headers['if-match'];
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(row)) throw versionMismatch();
  writerOf(table).remove(session, row);
  return emptyAnswer();
}

/** Answers a request that changes something: records by POST, PATCH and DELETE, links by `$ref`. */
export function write(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const { method } = session.request;
  const [first, second] = segments;
  const table = first === undefined ? null : tableOfSet(first.name);
  if (first === undefined || table === null) throw segmentNotFound(first?.name ?? '');
  if (segments.at(-1)?.name === '$ref') return writeReference(session, segments.slice(0, -1), options);
  if (first.args === null) {
    if (second !== undefined) throw segmentNotFound(second.name);
    if (method !== 'POST') throw methodNotAllowed(method);
    requireWritable(table, 'Create');
    const row = writerOf(table).create(session, readPayload(session, table, 'create'));
    return entityAnswer(session, table, row, true, options);
  }
  const id = keyId(table, first.args, options);
  if (id === null)
    throw badRequest('Changing a record by an alternate key is not available in the demo cloud yet.');
  if (second !== undefined) {
    if (segments.length > 2) throw segmentNotFound(segments.at(-1)?.name ?? '');
    if (method !== 'PUT' && method !== 'DELETE') throw methodNotAllowed(method);
    return update(asChangeOf(session, table, second.name), table, id, options);
  }
  if (method === 'PATCH') return update(session, table, id, options);
  if (method === 'DELETE') return remove(session, table, id);
  throw methodNotAllowed(method);
}
