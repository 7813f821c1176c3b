/** Any JSON value. Rows hold nothing else: guids, dates and big numbers are in their wire form. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * One record, by logical column name. A column that is missing has its column's fallback (null, mostly), so that
 * wide tables cost only what is set. A polymorphic lookup keeps its target table under `<column>:table`.
 */
export type Row = { readonly [column: string]: Json };

/** Key under which a row keeps the table that a polymorphic lookup points to. */
export const lookupTableKey = (column: string): string => `${column}:table`;

/** A string value of a row, or null where it is missing or of another type. */
export function textOf(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

/** A numeric value of a row, or null where it is missing or of another type. */
export function numberOf(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** The id of a row: by construction every stored row has its primary key as text. */
export const idOf = (row: Row, primaryId: string): string => textOf(row, primaryId) ?? '';
