import { sharingLookups } from '../schema/cascades.ts';
import { tableNamed } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { lookupTableKey, type Row, textOf } from '../schema/value.ts';
import type { RowSource } from './row-source.ts';

/** The record that a record stands under, from which it inherits access; null where there is none. */
export function recordAbove(
  environment: { rows(table: Table): Pick<RowSource, 'get'> },
  table: Table,
  row: Row,
): { readonly table: Table; readonly row: Row } | null {
  const column = sharingLookups.get(table.logicalName) ?? '';
  const above = tableNamed(textOf(row, lookupTableKey(column)) ?? '');
  const parent = above === null ? null : environment.rows(above).get(textOf(row, column) ?? '');
  return above === null || parent === null ? null : { table: above, row: parent };
}
