import type { Column } from '../schema/column.ts';
import { requireTable } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { lookupTarget } from '../query/column-value.ts';
import { type Json, lookupTableKey, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import type { AuditDetail } from '../store/audit-details.ts';

type Attributes = Extract<AuditDetail, { readonly kind: 'attributes' }>;

const textOfValue = (column: Column, row: Row): string | null => {
  const value = row[column.name] ?? null;
  if (value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return column.type === 'lookup' ? `${lookupTarget(column, row)},${text}` : text;
};

/** The columns that a client may set: those whose changes are of interest, as their defaults in Dataverse are. */
const settable = (table: Table): readonly Column[] =>
  [...table.columns.values()].filter((it) => it.writable !== 'never' && it.name !== table.primaryId);

function valuesOf(columns: readonly Column[], row: Row): Row {
  const values: Record<string, Json> = {};
  for (const { name, type } of columns) {
    const value = row[name] ?? null;
    if (value === null) continue;
    values[name] = value;
    const target = row[lookupTableKey(name)] ?? null;
    if (type === 'lookup' && target !== null) values[lookupTableKey(name)] = target;
  }
  return values;
}

/** The columns that changed, with both values. Columns under column security are left out, whoever asks. */
export function changedAttributes(session: Session, table: Table, before: Row, after: Row): Attributes {
  const changed = settable(table).filter(
    (it) =>
      !session.environment.isSecured(table, it.name) && textOfValue(it, before) !== textOfValue(it, after),
  );
  return {
    kind: 'attributes',
    table: table.logicalName,
    before: valuesOf(changed, before),
    after: valuesOf(changed, after),
  };
}

/** `audit.changedata` of a changed record (Learn: audit table reference; the form is the one that clients read). */
export function changeData(detail: AuditDetail): string | null {
  if (detail.kind !== 'attributes') return null;
  const { after, before } = detail;
  const changed = settable(requireTable(detail.table))
    .map((it) => ({
      logicalName: it.name,
      oldValue: textOfValue(it, before),
      newValue: textOfValue(it, after),
    }))
    .filter(({ newValue, oldValue }) => oldValue !== newValue);
  return JSON.stringify({ changedAttributes: changed });
}

/** `audit.attributemask`: the numbers of the columns that changed, as their definitions have them (Learn: audit table reference; recorded answers). */
export function attributeMask(detail: AuditDetail): string | null {
  if (detail.kind !== 'attributes') return null;
  const changed = new Set(Object.keys({ ...detail.before, ...detail.after }));
  return [...requireTable(detail.table).columns.keys()]
    .flatMap((name, index) => (changed.has(name) ? [String(index + 1)] : []))
    .join(',');
}
