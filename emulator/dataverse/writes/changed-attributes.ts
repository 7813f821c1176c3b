import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import { lookupTarget } from '../query/column-value.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';

const textOfValue = (column: Column, row: Row): string | null => {
  const value = row[column.name] ?? null;
  if (value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return column.type === 'lookup' ? `${lookupTarget(column, row)},${text}` : text;
};

/**
 * `changedata` of an audit row: the columns that a client may set and that changed, with both values (Learn: audit table reference; the
 * form is the one that clients read). Columns under column security are left out, whoever asks.
 */
export function changedAttributes(session: Session, table: Table, before: Row, after: Row): string {
  const changed = [...table.columns.values()]
    .filter((it) => it.writable === 'always' && !session.environment.isSecured(table, it.name))
    .map((it) => ({
      logicalName: it.name,
      oldValue: textOfValue(it, before),
      newValue: textOfValue(it, after),
    }))
    .filter(({ oldValue, newValue }) => oldValue !== newValue);
  return JSON.stringify({ changedAttributes: changed });
}
