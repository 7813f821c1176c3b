import {
  badRequest,
  emptyGuid,
  recordNotFound,
  recordNotFoundByKey,
  segmentNotFound,
  tableNotFound,
} from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Literal, PathSegment, SegmentArguments } from '../odata/syntax-tree.ts';
import type { Column } from '../schema/column.ts';
import { derivedTypesOf, requireTable, tableOfSet } from '../schema/schema.ts';
import { isPrincipal, type Navigation, type Table } from '../schema/table.ts';
import { type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { RowSource } from '../store/row-source.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { textKey } from './collation.ts';
import { columnValue } from './column-value.ts';
import { literalOf, literalOperand } from './operand.ts';
import { relatedRow, relatedRows } from './related-rows.ts';

/** What a resource path names. */
export type Resource =
  | {
      readonly kind: 'collection';
      readonly table: Table;
      readonly source: RowSource;
      readonly parent: ParentLink | null;
    }
  | { readonly kind: 'entity'; readonly table: Table; readonly row: Row; readonly parent: ParentLink | null }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'property'; readonly table: Table; readonly row: Row; readonly column: Column }
  | {
      readonly kind: 'count';
      readonly table: Table;
      readonly source: RowSource;
      readonly parent: ParentLink | null;
    }
  | { readonly kind: 'reference'; readonly of: Resource }
  | { readonly kind: 'value'; readonly table: Table; readonly row: Row; readonly column: Column };

/** The entity and navigation property over which a resource was reached. */
export type ParentLink = { readonly table: Table; readonly row: Row; readonly navigation: Navigation };

const zeroGuid = '00000000-0000-0000-0000-000000000000';

/** Reads one record for a caller; refuses where it is missing or out of reach. */
export function readRecord(session: Session, table: Table, id: string): Row {
  const mayRead = session.access.readable(table);
  const row = session.environment.rows(table).get(id);
  if (row === null) throw recordNotFound(table.logicalName, id);
  if (!mayRead(row)) session.access.requireRow(table, 'Read', row);
  return row;
}

const invalidKey = (table: Table) =>
  badRequest(
    `The key in the request URI is not valid for resource 'Microsoft.Dynamics.CRM.${table.logicalName}'. Ensure that the names and number of key properties match the declared or alternate key properties for the resource 'Microsoft.Dynamics.CRM.${table.logicalName}'.`,
  );

function byAlternateKey(
  session: Session,
  table: Table,
  values: ReadonlyMap<string, Literal>,
  rows: Iterable<Row>,
): Row {
  const names = [...values.keys()];
  const isKey = table.alternateKeys.some(
    (key) => key.length === names.length && key.every((it) => values.has(it)),
  );
  if (!isKey) throw invalidKey(table);
  const mayRead = session.access.readable(table);
  const fold = (value: unknown): unknown => (typeof value === 'string' ? textKey(value) : value);
  for (const row of rows) {
    const fits = names.every((name) => {
      const column = table.columns.get(name);
      const literal = values.get(name);
      if (column === undefined || literal === undefined) return false;
      return fold(columnValue(column, row)) === fold(literalOperand(literal).get({}));
    });
    if (!fits) continue;
    if (!mayRead(row)) session.access.requireRow(table, 'Read', row);
    return row;
  }
  // A person of the directory is added when they are read, too (Learn: "Work with Microsoft Entra ID group teams", retrieve a user).
  const objectId =
    table.logicalName === 'systemuser' ? values.get('azureactivedirectoryobjectid') : undefined;
  const arrived = objectId?.kind === 'guid' ? session.arrivals.person(objectId.value) : null;
  if (arrived !== null) return arrived;
  const name = values.get('LogicalName');
  if (table.logicalName === 'EntityMetadata' && name?.kind === 'string') throw tableNotFound(name.value);
  throw recordNotFoundByKey(table.logicalName);
}

/** What the key of a table is called: users and teams share that of what they have in common (Learn: "Use an alternate key to reference a record"). */
const keyName = ({ logicalName, primaryId }: Table): string =>
  isPrincipal(logicalName) ? 'ownerid' : primaryId;

/** The id in a key predicate, or null where the predicate names alternate keys. */
export function keyId(table: Table, args: SegmentArguments, options: QueryOptions): string | null {
  const value =
    args.kind === 'positional'
      ? args.value
      : args.values.length === 1 && args.values[0]?.name === keyName(table)
        ? args.values[0].value
        : null;
  if (value === null) return null;
  const literal = literalOf(value, options);
  if (literal.kind !== 'guid') throw invalidKey(table);
  if (literal.value === zeroGuid && !table.isMetadata) throw emptyGuid();
  return literal.value;
}

/**
 * Refuses values of alternate keys with characters with which reading and changing by them does not work (Learn: "Define alternate keys using
 * Power Apps"). The page does not say how they fail; the words are ours.
 */
export function requireKeyCharacters(session: Session, args: SegmentArguments, options: QueryOptions): void {
  const { ports, environment } = session;
  if (dataverseRule(ports.rules, environment.seed, 'alternateKeyCharacters') === 'accept') return;
  for (const { value } of args.kind === 'named' ? args.values : []) {
    const literal = literalOf(value, options);
    const [found] = literal.kind === 'string' ? (/[/#<>*%&:\\?+]/.exec(literal.value) ?? []) : [];
    if (found !== undefined)
      throw badRequest(`The value of an alternate key has a character that is not supported: '${found}'.`);
  }
}

function keyedRow(
  session: Session,
  table: Table,
  args: SegmentArguments,
  options: QueryOptions,
  rows: () => Iterable<Row>,
): Row {
  const id = keyId(table, args, options);
  if (id !== null) return readRecord(session, table, id);
  const named = args.kind === 'named' ? args.values : [];
  requireKeyCharacters(session, args, options);
  if (new Set(named.map((it) => it.name)).size < named.length) throw invalidKey(table);
  return byAlternateKey(
    session,
    table,
    new Map(named.map((it) => [it.name, literalOf(it.value, options)])),
    rows(),
  );
}

/** Rows reached over a collection-valued navigation property, as a source. */
function relatedSource(
  session: Session,
  table: Table,
  navigation: Exclude<Navigation, { kind: 'one' }>,
  row: Row,
): RowSource {
  const target = requireTable(navigation.target);
  const rows = () => relatedRows(session, table, navigation, row);
  const { place } = session.environment.rows(target);
  return {
    rows,
    // Rows of a join follow each other as its own rows do.
    ...(navigation.kind === 'many' && place !== undefined ? { place } : {}),
    get: (id) => [...rows()].find((it) => textOf(it, target.primaryId) === id) ?? null,
    *where(column, id) {
      for (const it of rows()) if (textOf(it, column) === id) yield it;
    },
  };
}

function collectionOrEntity(
  session: Session,
  table: Table,
  source: RowSource,
  parent: ParentLink | null,
  segment: PathSegment,
  options: QueryOptions,
): Resource {
  if (segment.args === null) return { kind: 'collection', table, source, parent };
  if (parent === null) {
    const row = keyedRow(session, table, segment.args, options, () => source.rows());
    return { kind: 'entity', table, row, parent };
  }
  const id = keyId(table, segment.args, options);
  if (id === null) {
    const row = keyedRow(session, table, segment.args, options, () => source.rows());
    return { kind: 'entity', table, row, parent };
  }
  if (source.get(id) === null) throw recordNotFound(table.logicalName, id);
  return { kind: 'entity', table, row: readRecord(session, table, id), parent };
}

const typePrefix = 'Microsoft.Dynamics.CRM.';

/**
 * A cast to a derived type, whose rows have more properties than those of the base (OData 4.0, addressing derived types; Learn: "Query
 * table definitions using the Web API"). A cast to the type itself changes nothing; other types are not found.
 */
function castTo(from: Resource, segment: PathSegment): Resource | null {
  if (!segment.name.startsWith(typePrefix) || segment.args !== null) return null;
  if (from.kind !== 'collection' && from.kind !== 'entity') return null;
  const name = segment.name.slice(typePrefix.length);
  if (name === from.table.logicalName) return from;
  const table = derivedTypesOf(from.table).find((it) => it.logicalName === name);
  if (table === undefined) return null;
  const names = new Set([table, ...derivedTypesOf(table)].map((it) => it.logicalName));
  const isOf = (row: Row): boolean => names.has(textOf(row, 'odataType') ?? '');
  if (from.kind === 'entity') return isOf(from.row) ? { ...from, table } : null;
  const { source } = from;
  const only: RowSource = {
    *rows() {
      for (const row of source.rows()) if (isOf(row)) yield row;
    },
    get: (id) => {
      const row = source.get(id);
      return row !== null && isOf(row) ? row : null;
    },
    *where(column, id) {
      for (const row of source.where(column, id)) if (isOf(row)) yield row;
    },
    ...(source.place === undefined ? {} : { place: source.place }),
  };
  return { ...from, table, source: only };
}

function step(session: Session, from: Resource, segment: PathSegment, options: QueryOptions): Resource {
  const cast = castTo(from, segment);
  if (cast !== null) return cast;
  if (segment.name === '$ref') {
    if (from.kind === 'collection' || from.kind === 'entity' || from.kind === 'nothing')
      return { kind: 'reference', of: from };
  } else if (segment.name === '$count') {
    if (from.kind === 'collection') return { ...from, kind: 'count' };
  } else if (segment.name === '$value') {
    if (from.kind === 'property') return { ...from, kind: 'value' };
  } else if (from.kind === 'entity') {
    const { table, row } = from;
    const column = table.properties.get(segment.name);
    if (column !== undefined) return { kind: 'property', table, row, column };
    const navigation = table.navigation.get(segment.name);
    if (navigation === undefined) throw segmentNotFound(segment.name);
    const parent = { table, row, navigation };
    if (navigation.kind !== 'one') {
      const source = relatedSource(session, table, navigation, row);
      return collectionOrEntity(session, requireTable(navigation.target), source, parent, segment, options);
    }
    const related = relatedRow(session, table, navigation, row);
    if (related === null) return { kind: 'nothing' };
    const id = textOf(related.row, related.table.primaryId) ?? '';
    return { kind: 'entity', table: related.table, row: readRecord(session, related.table, id), parent };
  }
  throw segmentNotFound(segment.name);
}

/** Walks a resource path from an entity set; every record on the way has to be within the caller's reach. */
export function resolveResource(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): Resource {
  const [first, ...rest] = segments;
  const table = first === undefined ? null : tableOfSet(first.name);
  if (first === undefined || table === null) throw segmentNotFound(first?.name ?? '');
  const source = session.environment.rows(table);
  let at = collectionOrEntity(session, table, source, null, first, options);
  for (const segment of rest) at = step(session, at, segment, options);
  return at;
}
