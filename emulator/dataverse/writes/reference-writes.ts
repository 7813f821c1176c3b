import { emptyAnswer } from '../answer.ts';
import {
  invalidPayload,
  methodNotAllowed,
  notImplemented,
  recordNotFound,
  segmentNotFound,
} from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord } from '../query/resource.ts';
import { requireTable, tableOfSet } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { associate, disassociate } from './associations.ts';
import { readJsonObject } from './payload.ts';
import { type LinkedRecord, linkedRecord } from './record-link.ts';
import { updateRecord } from './record-writes.ts';

/** The record that a `$ref` request names: in the body, in `$id`, or in the key of the navigation property. */
function namedRecord(
  session: Session,
  table: Table,
  segment: PathSegment,
  target: Table,
  options: QueryOptions,
): LinkedRecord {
  if (segment.args !== null) {
    const id = keyId(target, segment.args, options);
    const row = id === null ? null : session.environment.rows(target).get(id);
    if (id === null || row === null) throw recordNotFound(target.logicalName, id ?? '');
    return { table: target, id, row };
  }
  const link =
    session.request.method === 'DELETE'
      ? (options.get('$id') ?? options.get('@odata.id'))
      : textOf(readJsonObject(session.request.body, table), '@odata.id');
  if (link === undefined || link === null) {
    throw invalidPayload(table.logicalName, "The property '@odata.id' or the query option '$id' is missing.");
  }
  const linked = linkedRecord(session, link);
  if (linked.table.logicalName !== target.logicalName) throw recordNotFound(target.logicalName, linked.id);
  return linked;
}

function setLookup(
  session: Session,
  table: Table,
  row: Row,
  navigation: Extract<Navigation, { kind: 'one' }>,
  segment: PathSegment,
  options: QueryOptions,
): void {
  if (
    ['systemuser', 'role', 'businessunit', 'team'].includes(table.logicalName) ||
    table.ownership === 'None'
  ) {
    throw notImplemented(`Setting '${navigation.name}' through $ref`);
  }
  const linked =
    session.request.method === 'DELETE'
      ? null
      : namedRecord(session, table, segment, requireTable(navigation.targets[0] ?? ''), options);
  updateRecord(session, table, row, { values: {}, links: new Map([[navigation.column, linked]]) });
}

/** Answers POST, PUT and DELETE of `<set>(<id>)/<navigation>/$ref`: links records, or unlinks them. */
export function writeReference(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const [first, second, ...rest] = segments;
  const table = first === undefined ? null : tableOfSet(first.name);
  if (
    first === undefined ||
    first.args === null ||
    table === null ||
    second === undefined ||
    rest.length > 0
  ) {
    throw segmentNotFound(second?.name ?? '$ref');
  }
  const navigation = table.navigation.get(second.name);
  if (navigation === undefined) throw segmentNotFound(second.name);
  const row = readRecord(session, table, keyId(table, first.args, options) ?? '');
  const { method } = session.request;
  if (navigation.kind === 'one') {
    if (method === 'POST' || method === 'PATCH') throw methodNotAllowed(method);
    setLookup(session, table, row, navigation, second, options);
    return emptyAnswer();
  }
  if (navigation.kind === 'many') throw notImplemented(`Changing the collection '${navigation.name}'`);
  if (method !== 'POST' && method !== 'DELETE') throw methodNotAllowed(method);
  const { row: other } = namedRecord(session, table, second, requireTable(navigation.target), options);
  if (method === 'POST') associate(session, navigation, row, other);
  else disassociate(session, navigation, row, other);
  return emptyAnswer();
}
