import type { Column } from '../schema/column.ts';
import type { Session } from '../session.ts';
import type { Table } from '../schema/table.ts';
import { type Json, lookupTableKey, numberOf, type Row, textOf } from '../schema/value.ts';

/** The value of a column in a row, or the column's fallback. */
export const columnValue = (column: Column, row: Row): Json => row[column.name] ?? column.fallback;

/**
 * Reads a column as the caller sees it. A secured one that it may not read is null everywhere: in the answer, in a
 * filter, in the order (Learn: "Use field security to control access to field values").
 */
export const columnReader = (session: Session, table: Table, column: Column): ((row: Row) => Json) =>
  session.access.mayColumn(table, column.name, 'read') ? (row) => columnValue(column, row) : () => null;

/** The table that a lookup of a row points to. */
export const lookupTarget = (column: Column, row: Row): string =>
  textOf(row, lookupTableKey(column.name)) ?? column.targets[0] ?? '';

/** The etag of a row: a weak tag of its version. */
export const etagOf = (row: Row): string => `W/"${numberOf(row, 'versionnumber') ?? 0}"`;

/** Whether rows of a table carry an etag; definitions of tables and audit rows do not (Learn: "Retrieve the history of audited data changes"). */
export const hasEtag = (table: Table): boolean => !table.isMetadata && table.logicalName !== 'audit';
