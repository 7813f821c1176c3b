import { columnValue, lookupTarget } from '../query/column-value.ts';
import { isAuditedColumn } from '../schema/audited.ts';
import type { Column } from '../schema/column.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { type Json, lookupTableKey, type Row } from '../schema/value.ts';
import type { AuditDetail } from '../store/audit-details.ts';
import type { Environment } from '../store/environment.ts';

type Attributes = Extract<AuditDetail, { readonly kind: 'attributes' }>;

/** Longer values end with three dots (Learn: "Retrieve the history of audited data changes", AuditDetail types). */
const longest = 5000;

const capped = (value: Json): Json =>
  typeof value === 'string' && value.length > longest ? `${value.slice(0, longest)}...` : value;

/** Values as change data has them: text, also of numbers; yes and no with a capital (seen in published change data). */
function textOfValue(column: Column, value: Json, row: Row): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return column.type === 'lookup' ? `${lookupTarget(column, row)},${text}` : text;
}

const columnsOf = new Map<Table, readonly Column[]>();

function auditedColumns(table: Table): readonly Column[] {
  const columns =
    columnsOf.get(table) ?? [...table.columns.values()].filter((it) => isAuditedColumn(table, it));
  columnsOf.set(table, columns);
  return columns;
}

/** What a row holds of some columns; nothing where there is none. */
function valuesOf(columns: readonly Column[], row: Row | null): Row {
  const values: Record<string, Json> = {};
  if (row === null) return values;
  for (const column of columns) {
    const { name, type } = column;
    const value = columnValue(column, row);
    if (value === null) continue;
    values[name] = capped(value);
    const target = row[lookupTableKey(name)] ?? null;
    if (type === 'lookup' && target !== null) values[lookupTableKey(name)] = target;
  }
  return values;
}

const textOfColumn = (column: Column, row: Row | null): string | null =>
  row === null ? null : textOfValue(column, columnValue(column, row), row);

/** Whether a column is as it was; most columns of most changes are, and hold the very same value. */
function isSame(column: Column, before: Row | null, after: Row | null): boolean {
  const isPlain = column.type !== 'lookup' && before !== null && after !== null;
  if (isPlain && before[column.name] === after[column.name]) return true;
  return textOfColumn(column, before) === textOfColumn(column, after);
}

/**
 * The audited columns that changed, with both values. Columns under column security are left out, whoever asks, and with them what is
 * reckoned from them in the currency of the organization.
 */
export function changedAttributes(
  environment: Pick<Environment, 'isSecured'>,
  table: Table,
  before: Row | null,
  after: Row | null,
): Attributes {
  const changed = auditedColumns(table).filter(
    (it) =>
      !isSame(it, before, after) &&
      !environment.isSecured(table, it.name) &&
      !environment.isSecured(table, it.name.replace(/_base$/, '')),
  );
  return {
    kind: 'attributes',
    table: table.logicalName,
    before: valuesOf(changed, before),
    after: valuesOf(changed, after),
  };
}

const changedNames = ({ after, before, table }: Attributes): readonly Column[] =>
  auditedColumns(requireTable(table)).filter(({ name }) => name in before || name in after);

/** `audit.changedata` of a changed record (Learn: audit table reference; the form is the one that clients read). */
export function changeData(detail: AuditDetail): string | null {
  if (detail.kind !== 'attributes') return null;
  const changedAttributes = changedNames(detail).map((it) => ({
    logicalName: it.name,
    oldValue: textOfValue(it, detail.before[it.name] ?? null, detail.before),
    newValue: textOfValue(it, detail.after[it.name] ?? null, detail.after),
  }));
  return JSON.stringify({ changedAttributes });
}

/** `audit.attributemask`: the numbers of the columns that changed, as their definitions have them (Learn: audit table reference; recorded answers). */
export function attributeMask(detail: AuditDetail): string | null {
  if (detail.kind !== 'attributes') return null;
  const changed = new Set(changedNames(detail).map(({ name }) => name));
  return [...requireTable(detail.table).columns.keys()]
    .flatMap((name, index) => (changed.has(name) ? [String(index + 1)] : []))
    .join(',');
}
