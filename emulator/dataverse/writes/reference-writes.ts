import { emptyAnswer } from '../answer.ts';
import { invalidPayload } from '../errors/payload-faults.ts';
import {
  badRequest,
  methodNotAllowed,
  recordNotFound,
  recordNotFoundByKey,
  segmentNotFound,
  linkOfOtherBase,
} from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { keyId, readRecord, requireKeyCharacters } from '../query/resource.ts';
import { requireTable, tableOfSet } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { associate, disassociate } from './associations.ts';
import { isSettable, readJsonObject } from './payload.ts';
import { addressed } from './record-address.ts';
import { type LinkedRecord, linkedRecord } from './record-link.ts';
import { requireWritable, writerOf } from './writers.ts';

/** A reference that names a version of the Web API names that of the request; of `@odata.bind` nobody tells. */
function requireOwnVersion({ request: { serviceRoot } }: Session, link: string): void {
  const version = /\/api\/data\/(v\d+\.\d+)/i;
  const named = version.exec(link)?.[1]?.toLowerCase();
  if (named !== undefined && named !== version.exec(serviceRoot)?.[1]?.toLowerCase())
    throw linkOfOtherBase(link, serviceRoot);
}

/** Whether a reference may be relative is a rule; a path from the root is none of the Web API's either. */
function requireWhole({ environment, ports, request: { serviceRoot } }: Session, link: string): void {
  const isWhole = /^https?:/i.test(link);
  if (!isWhole && dataverseRule(ports.rules, environment.seed, 'relativeReferences') === 'refuse')
    throw linkOfOtherBase(link, serviceRoot);
}

/** The record that a `$ref` request names: in the body, in `$id`, or in the key of the navigation property. */
function namedRecord(
  session: Session,
  segment: PathSegment,
  targets: readonly Table[],
  options: QueryOptions,
): LinkedRecord {
  const [target] = targets;
  if (segment.args !== null && target !== undefined) {
    const id = keyId(target, segment.args, options);
    const row = id === null ? null : session.environment.rows(target).get(id);
    if (id === null || row === null) throw recordNotFound(target.logicalName, id ?? '');
    return { table: target, id, row };
  }
  const isDelete = session.request.method === 'DELETE';
  const link = isDelete
    ? (options.get('$id') ?? options.get('@odata.id'))
    : textOf(readJsonObject(session.request.body), '@odata.id');
  if (link === undefined || link === null) {
    throw invalidPayload("The property '@odata.id' or the query option '$id' is missing.");
  }
  if (!isDelete) {
    requireOwnVersion(session, link);
    requireWhole(session, link);
  }
  const linked = linkedRecord(session, link);
  if (!targets.includes(linked.table)) throw recordNotFound(target?.logicalName ?? '', linked.id);
  return linked;
}

/** A lookup that the service sets itself, such as `createdby`, is changed by nobody. */
function requireSettable(table: Table, column: string): void {
  if (isSettable(table.columns.get(column), 'update')) return;
  throw badRequest(`The property '${column}' of '${table.logicalName}' is read-only and cannot be changed.`);
}

function setLookup(
  session: Session,
  table: Table,
  row: Row,
  navigation: Extract<Navigation, { kind: 'one' }>,
  segment: PathSegment,
  options: QueryOptions,
): void {
  requireWritable(table, 'Update');
  requireSettable(table, navigation.column);
  const linked =
    session.request.method === 'DELETE'
      ? null
      : namedRecord(session, segment, navigation.targets.map(requireTable), options);
  writerOf(table).update(session, row, { values: {}, links: new Map([[navigation.column, linked]]) });
}

/** Takes a record out of those that point to a row, by clearing the lookup on its side. */
function unlinkFromCollection(
  session: Session,
  parent: LinkedRecord,
  navigation: Exclude<Navigation, { kind: 'one' }>,
  other: LinkedRecord,
): void {
  if (navigation.kind === 'intersect') return disassociate(session, navigation, parent.row, other.row);
  requireWritable(other.table, 'Update');
  requireSettable(other.table, navigation.column);
  if (textOf(other.row, navigation.column) !== parent.id)
    throw recordNotFound(other.table.logicalName, other.id);
  writerOf(other.table).update(session, other.row, {
    values: {},
    links: new Map([[navigation.column, null]]),
  });
}

/** Adds an existing record to a collection of another one. */
export function linkToCollection(
  session: Session,
  parent: LinkedRecord,
  navigation: Exclude<Navigation, { kind: 'one' }>,
  other: LinkedRecord,
): void {
  if (navigation.kind === 'intersect') return associate(session, navigation, parent.row, other.row);
  requireWritable(other.table, 'Update');
  requireSettable(other.table, navigation.column);
  writerOf(other.table).update(session, other.row, {
    values: {},
    links: new Map([[navigation.column, parent]]),
  });
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
  requireKeyCharacters(session, first.args, options);
  const address = addressed(session, table, first.args, options);
  if (address.row === null && address.id === null) throw recordNotFoundByKey(table.logicalName);
  const row = readRecord(session, table, address.id ?? idOf(address.row ?? {}, table.primaryId));
  const { method } = session.request;
  if (navigation.kind === 'one') {
    if (method === 'POST' || method === 'PATCH') throw methodNotAllowed(method);
    setLookup(session, table, row, navigation, second, options);
    return emptyAnswer();
  }
  if (method !== 'POST' && method !== 'DELETE') throw methodNotAllowed(method);
  const other = namedRecord(session, second, [requireTable(navigation.target)], options);
  const change = method === 'POST' ? linkToCollection : unlinkFromCollection;
  change(session, { table, id: idOf(row, table.primaryId), row }, navigation, other);
  return emptyAnswer();
}
