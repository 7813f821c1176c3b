import type { Table } from '../schema/table.ts';
import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** Whether a row is another one or stands below it, over a lookup of its table to itself. */
export function standsBelow(
  { environment }: Session,
  table: Table,
  lookup: string,
  row: Row,
  above: Row,
): boolean {
  const rows = environment.rows(table);
  const seen = new Set<string>();
  let at: Row | null = row;
  while (at !== null) {
    const id = idOf(at, table.primaryId);
    if (id === idOf(above, table.primaryId)) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    at = rows.get(textOf(at, lookup) ?? '');
  }
  return false;
}
