import { duplicateAlias } from '../errors/fetch-faults.ts';
import { columnValue, etagOf, lookupTarget } from '../query/column-value.ts';
import { formattedValue } from '../query/format-value.ts';
import type { WireObject } from '../query/wire-object.ts';
import { type Column, wireName } from '../schema/column.ts';
import type { FetchAttribute, FetchEntity, FetchQuery } from './fetch-query.ts';
import { fetchColumn, type FetchScope, type Joined, joinedReader, root, tableOf } from './fetch-scope.ts';

/** A column of the answer: where it comes from and under which name it stands. */
export type FetchColumn = {
  readonly alias: string;
  readonly column: Column;
  readonly key: string;
  readonly attribute: FetchAttribute | null;
};

const formattedName = 'OData.Community.Display.V1.FormattedValue';
const lookupName = 'Microsoft.Dynamics.CRM.lookuplogicalname';

const keyOf = (alias: string, column: Column, attribute: FetchAttribute | null): string =>
  attribute?.alias ?? (alias === root ? wireName(column) : `${alias}.${column.name}`);

function columnsIn(scope: FetchScope, alias: string, entity: FetchEntity): readonly FetchColumn[] {
  const table = tableOf(scope, alias);
  // Without any column the main table gives all of its columns, a joined one none.
  const asked = entity.attributes === 'all' ? null : entity.attributes;
  const all = asked === null || (alias === root && asked.length === 0);
  const own = all
    ? [...table.columns.values()].map((column) => ({ column, attribute: null }))
    : asked.map((attribute) => ({ column: fetchColumn(table, attribute.name), attribute }));
  return [
    ...own.map((it) => ({ alias, ...it, key: keyOf(alias, it.column, it.attribute) })),
    ...entity.links.flatMap((link) => columnsIn(scope, link.alias, link)),
  ];
}

/** The columns that a query asks for, over all of its tables; names and aliases are checked here. */
export function fetchColumns(scope: FetchScope, query: FetchQuery): readonly FetchColumn[] {
  const columns = columnsIn(scope, root, query.entity);
  const aliases = columns.flatMap(({ attribute }) => attribute?.alias ?? []);
  if (new Set(aliases).size !== aliases.length) throw duplicateAlias();
  if (query.aggregate || query.distinct) return columns;
  const table = tableOf(scope, root);
  const key = table.columns.get(table.primaryId);
  const has = columns.some((it) => it.alias === root && it.column === key && it.attribute?.alias == null);
  return key === undefined || has
    ? columns
    : [...columns, { alias: root, column: key, key: key.name, attribute: null }];
}

/** Adds what clients ask to be told beside a value. */
export function annotate(
  scope: FetchScope,
  { alias, column, key }: FetchColumn,
  joined: Joined,
  into: WireObject,
): void {
  const { includes } = scope.session.preferences;
  const row = joined.get(alias) ?? null;
  if (row === null) return;
  const shown = includes(formattedName) ? formattedValue(scope.session, column, row) : null;
  if (shown !== null) into[`${key}@${formattedName}`] = shown;
  if (column.type === 'lookup' && includes(lookupName)) {
    into[`${key}@${lookupName}`] = lookupTarget(column, row);
  }
}

/** Shapes rows of a query without aggregates; what is null is left out (Learn: "Query data using FetchXml"). */
export function fetchShape(
  scope: FetchScope,
  columns: readonly FetchColumn[],
  query: FetchQuery,
): (joined: Joined) => WireObject {
  const readers = columns.map((it) => ({ it, read: joinedReader(scope, it.alias, it.column) }));
  return (joined) => {
    const main = joined.get(root) ?? null;
    const into: WireObject = main === null || query.distinct ? {} : { '@odata.etag': etagOf(main) };
    for (const { it, read } of readers) {
      const value = read(joined);
      if (value === null) continue;
      annotate(scope, it, joined, into);
      into[it.key] = value;
    }
    return into;
  };
}

/** The value of a column whatever the caller may read of it; only for places of rows in cookies. */
export const idIn = (scope: FetchScope, alias: string, joined: Joined): string => {
  const table = tableOf(scope, alias);
  const key = table.columns.get(table.primaryId);
  const row = joined.get(alias) ?? null;
  return row === null || key === undefined ? '' : String(columnValue(key, row));
};
