import { recordHead, typeBeside } from '../control-information.ts';
import { noHierarchy } from '../errors/fetch-condition-faults.ts';
import { duplicateAlias } from '../errors/fetch-faults.ts';
import { lookupTarget } from '../query/column-value.ts';
import { formattedValue } from '../query/format-value.ts';
import type { WireObject } from '../query/wire-object.ts';
import { type Column, column, wireName } from '../schema/column.ts';
import { columnSchemaName } from '../schema/schema-name.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Json } from '../schema/value.ts';
import type { FetchAttribute, FetchEntity, FetchLink, FetchQuery } from './fetch-query.ts';
import {
  attributeName,
  formattedName,
  lookupName,
  fetchColumn,
  type FetchScope,
  type Joined,
  namedColumn,
  root,
  tableOf,
} from './fetch-scope.ts';
import { parentColumn } from './hierarchy-condition.ts';

/** A column of the answer: where it comes from and under which name it stands. */
export type FetchColumn = {
  readonly alias: string;
  readonly column: Column;
  readonly key: string;
  readonly attribute: FetchAttribute | null;
  readonly read: (joined: Joined) => Json;
};

const keyOf = (alias: string, of: Column, attribute: FetchAttribute | null): string =>
  attribute?.alias ?? (alias === root ? wireName(of) : `${alias}.${of.name}`);

/**
 * The name of a column of a link of which the first row is enough: its schema name without the alias (Learn: "Join tables using FetchXml",
 * property and attribute names are inconsistent).
 */
const firstRowKey = (table: Table, of: Column, attribute: FetchAttribute | null): string =>
  attribute?.alias ?? columnSchemaName(table, of.name);

/** The number of rows right below one, whether the caller may read them or not (Learn: "Query hierarchical data", row aggregate). */
function childCount(scope: FetchScope, alias: string, attribute: FetchAttribute): FetchColumn {
  const table = tableOf(scope, alias);
  fetchColumn(table, attribute.name);
  const parent = parentColumn(table);
  if (parent === null) throw noHierarchy(table.logicalName);
  const rows = scope.session.environment.rows(table);
  const counted = column(attribute.name, 'integer');
  return {
    alias,
    column: counted,
    key: keyOf(alias, counted, attribute),
    attribute,
    read: (joined) => {
      const row = joined.get(alias) ?? null;
      return row === null ? null : [...rows.where(parent, idOf(row, table.primaryId))].length;
    },
  };
}

function columnsIn(
  scope: FetchScope,
  alias: string,
  entity: FetchEntity | FetchLink,
): readonly FetchColumn[] {
  const table = tableOf(scope, alias);
  const isFirstRow = 'type' in entity && entity.type === 'matchfirstrowusingcrossapply';
  const plain = (name: string, attribute: FetchAttribute | null): FetchColumn => {
    const named = namedColumn(scope, alias, name);
    const key = isFirstRow
      ? firstRowKey(table, named.column, attribute)
      : keyOf(alias, named.column, attribute);
    return { alias, ...named, key, attribute };
  };
  const { attributes } = entity;
  // Without any column the main table gives all of its columns, a joined one none.
  const all = attributes === 'all' || (alias === root && attributes !== 'none' && attributes.length === 0);
  const asked = typeof attributes === 'string' ? [] : attributes;
  const own = all
    ? [...table.columns.keys()].map((name) => plain(name, null))
    : asked.map((it) => (it.countsChildren ? childCount(scope, alias, it) : plain(it.name, it)));
  return [...own, ...entity.links.flatMap((link) => columnsIn(scope, link.alias, link))];
}

/** The columns that a query asks for, over all of its tables; names and aliases are checked here. */
export function fetchColumns(scope: FetchScope, query: FetchQuery): readonly FetchColumn[] {
  const columns = columnsIn(scope, root, query.entity);
  const byKey = new Map<string, FetchColumn>();
  for (const it of columns) {
    const other = byKey.get(it.key);
    // A column that is asked for twice comes once; two different ones under one name cannot be told apart.
    const isSame = other?.attribute?.alias == null && it.attribute?.alias == null;
    if (other !== undefined && !isSame) throw duplicateAlias();
    byKey.set(it.key, it);
  }
  if (query.aggregate || query.distinct) return [...byKey.values()];
  const { primaryId } = tableOf(scope, root);
  if (!byKey.has(primaryId)) {
    const key = namedColumn(scope, root, primaryId);
    byKey.set(primaryId, { alias: root, ...key, key: primaryId, attribute: null });
  }
  return [...byKey.values()];
}

/** Adds what clients ask to be told beside a value; `value` is given where the row does not hold it, as with a sum. */
export function annotate(
  scope: FetchScope,
  { alias, column: of, key, attribute }: FetchColumn,
  joined: Joined,
  into: WireObject,
  value?: Json,
): void {
  const { notes } = scope;
  const row = value === undefined ? (joined.get(alias) ?? null) : { [of.name]: value };
  if (row === null) return;
  // Learn, "Select columns using FetchXml": columns under another name tell their own.
  if (notes.names && (alias !== root || attribute?.alias != null)) {
    into[`${key}@${attributeName}`] = of.name;
  }
  const shown = notes.formatted ? formattedValue(scope.session, of, row) : null;
  if (shown !== null) into[`${key}@${formattedName}`] = shown;
  if (notes.lookups && of.type === 'lookup') into[`${key}@${lookupName}`] = lookupTarget(of, row);
}

/** Shapes rows of a query without aggregates; what is null is left out (Learn: "Use FetchXml to retrieve data"). */
export function fetchShape(
  scope: FetchScope,
  columns: readonly FetchColumn[],
  query: FetchQuery,
): (joined: Joined) => WireObject {
  const head = recordHead(scope.session, tableOf(scope, root), true);
  const types = new Map(columns.map((it) => [it, typeBeside(scope.session, it.column)]));
  return (joined) => {
    const main = joined.get(root) ?? null;
    const into: WireObject = main === null || query.distinct ? {} : head(main);
    for (const it of columns) {
      const value = it.read(joined);
      if (value === null) continue;
      annotate(scope, it, joined, into, it.attribute?.countsChildren === true ? value : undefined);
      const type = types.get(it) ?? null;
      if (type !== null) into[`${it.key}@odata.type`] = type;
      into[it.key] = value;
    }
    return into;
  };
}

/** What `@odata.context` says about the columns of the main table: nothing where all of them are asked for. */
export function contextSuffix(query: FetchQuery, columns: readonly FetchColumn[]): string {
  const { attributes } = query.entity;
  if (attributes === 'all' || attributes.length === 0 || query.aggregate) return '';
  const names = columns.filter(({ alias }) => alias === root).map((it) => wireName(it.column));
  return `(${[...new Set(names)].join(',')})`;
}
