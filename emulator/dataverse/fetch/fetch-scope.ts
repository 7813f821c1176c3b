import { attributeNotFound, aliasNotFound, entityNotFound } from '../errors/fetch-faults.ts';
import { columnReader } from '../query/column-value.ts';
import type { Column } from '../schema/column.ts';
import { tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** One row of a join: a row per table of the query by its alias (the main one: empty), null where an outer join found none. */
export type Joined = ReadonlyMap<string, Row | null>;

/** Alias of the query's main table. */
export const root = '';

/** The tables of a query by their alias, and what the caller may read of them. */
export type FetchScope = { readonly session: Session; readonly tables: ReadonlyMap<string, Table> };

/** The table with a logical name, or the service's refusal. */
export function fetchTable(name: string): Table {
  const table = tableNamed(name);
  if (table === null || table.isMetadata) throw entityNotFound(name);
  return table;
}

/** The column with a logical name; `_x_value` is a name of the Web API that FetchXML does not know. */
export function fetchColumn(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) throw attributeNotFound(table.logicalName, name);
  return column;
}

/** The table behind an alias. */
export function tableOf(scope: FetchScope, alias: string): Table {
  const table = scope.tables.get(alias);
  if (table === undefined) throw aliasNotFound();
  return table;
}

/** Reads a column of one table of a join as the caller sees it. */
export function joinedReader(scope: FetchScope, alias: string, column: Column): (joined: Joined) => Json {
  const read = columnReader(scope.session, tableOf(scope, alias), column);
  return (joined) => {
    const row = joined.get(alias) ?? null;
    return row === null ? null : read(row);
  };
}
