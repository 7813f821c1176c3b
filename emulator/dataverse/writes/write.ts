import { emptyAnswer, jsonAnswer } from '../answer.ts';
import {
  duplicateRecord,
  methodNotAllowed,
  recordNotFound,
  recordNotFoundByKey,
  segmentNotFound,
  versionMismatch,
} from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { etagOf } from '../query/column-value.ts';
import { readQuerySpec } from '../query/query-spec.ts';
import { entityObject } from '../query/read-resource.ts';
import { readRecord, requireKeyCharacters } from '../query/resource.ts';
import { requireTable, tableOfSet } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { createBelow, createWithRelated } from './deep-insert.ts';
import { requireJson } from './json-body.ts';
import { readJsonObject, readPayload } from './payload.ts';
import { writeProperty } from './property-writes.ts';
import { addressed, type RecordAddress } from './record-address.ts';
import { writeReference } from './reference-writes.ts';
import { requireWritable, writerOf } from './writers.ts';

function entityAnswer(session: Session, table: Table, row: Row, created: boolean, options: QueryOptions) {
  const { preferences, request } = session;
  const id = idOf(row, table.primaryId);
  const url = `${request.serviceRoot}/${table.entitySet}(${id})`;
  if (!preferences.returnRepresentation) return emptyAnswer(204, { location: url, 'odata-entityid': url });
  const query = readQuerySpec(options);
  // Of an update nothing is expanded (Learn: "Update and delete table rows using the Web API", update with data returned).
  const shown = request.method === 'PATCH' ? { ...query, expand: [] } : { ...query, ofNew: true };
  const body = entityObject(session, table, readRecord(session, table, id), shown);
  // Neither its address nor its etag (recorded: microsoft/Employee-Self-Service-Agent-Developer-Kit, flightcheck_infra003_flow.yaml).
  return jsonAnswer(created ? 201 : 200, body, {
    'preference-applied': preferences.applied ?? 'return=representation',
  });
}

const missing = (table: Table, { id }: RecordAddress) =>
  id === null ? recordNotFoundByKey(table.logicalName) : recordNotFound(table.logicalName, id);

/** `If-Match` names the version that may be changed (Learn: "Perform conditional operations using the Web API"). */
function requireVersion(session: Session, row: Row): void {
  const ifMatch = session.request.headers['if-match'];
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etagOf(row)) throw versionMismatch();
}

function update(
  session: Session,
  table: Table,
  address: RecordAddress,
  options: QueryOptions,
): DataverseResponse {
  requireWritable(table, 'Update');
  const { headers, body } = session.request;
  const { row: before } = address;
  if (before === null) {
    if (headers['if-match'] !== undefined) throw missing(table, address);
    const row = createWithRelated(session, table, { ...readJsonObject(body), ...address.values });
    return entityAnswer(session, table, row, true, options);
  }
  if (headers['if-none-match'] === '*') throw duplicateRecord();
  session.access.require(table, 'Write');
  requireVersion(session, before);
  const payload = readPayload(session, table, 'update');
  return entityAnswer(session, table, writerOf(table).update(session, before, payload), false, options);
}

function remove(session: Session, table: Table, address: RecordAddress): DataverseResponse {
  requireWritable(table, 'Delete');
  session.access.require(table, 'Delete');
  if (address.row === null) throw missing(table, address);
  requireVersion(session, address.row);
  writerOf(table).remove(session, address.row);
  return emptyAnswer();
}

/** Answers what goes to a part of a record: one of its values, or the records that point to it, among which one is created. */
function writeBelow(
  session: Session,
  table: Table,
  address: RecordAddress,
  [second, third]: readonly (PathSegment | undefined)[],
  options: QueryOptions,
): DataverseResponse {
  const { method, body } = session.request;
  const name = second?.name ?? '';
  if (address.row === null) throw missing(table, address);
  const row = readRecord(session, table, idOf(address.row, table.primaryId));
  const navigation = table.navigation.get(name);
  if (third !== undefined || second?.args != null) throw methodNotAllowed(method);
  if (navigation === undefined) {
    requireWritable(table, 'Update');
    return writeProperty(session, table, row, name);
  }
  if (navigation.kind === 'one' || method !== 'POST') throw methodNotAllowed(method);
  const target = requireTable(navigation.target);
  const parent = { table, id: idOf(row, table.primaryId), row };
  const made = createBelow(session, parent, navigation, target, readJsonObject(body));
  return entityAnswer(session, target, made, true, options);
}

/** Answers a request that changes something: records by POST, PATCH and DELETE, single values by PUT, links by `$ref`. */
export function write(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const { method, body } = session.request;
  const [first, ...below] = segments;
  const table = first === undefined ? null : tableOfSet(first.name);
  if (first === undefined || table === null) throw segmentNotFound(first?.name ?? '');
  requireJson(session);
  if (segments.at(-1)?.name === '$ref') return writeReference(session, segments.slice(0, -1), options);
  if (first.args === null) {
    const unknown = below[0]?.name;
    if (unknown !== undefined && unknown !== '$count') throw segmentNotFound(unknown);
    if (method !== 'POST' || unknown !== undefined) throw methodNotAllowed(method);
    const row = createWithRelated(session, table, readJsonObject(body));
    return entityAnswer(session, table, row, true, options);
  }
  requireKeyCharacters(session, first.args, options);
  const address = addressed(session, table, first.args, options);
  if (below.length > 0) return writeBelow(session, table, address, below, options);
  if (method === 'PATCH') return update(session, table, address, options);
  if (method === 'DELETE') return remove(session, table, address);
  throw methodNotAllowed(method);
}
