import type { Column } from '../schema/column.ts';
import { requireTable, tableNamed } from '../schema/schema.ts';
import { type Json, type Row, textOf } from '../schema/value.ts';
import { zoneOf } from '../time/session-clock.ts';
import { localTime } from '../time/zone.ts';
import type { Session } from '../session.ts';
import { columnValue, lookupTarget } from './column-value.ts';

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const twoDigits = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A time as the clocks of the user's zone show it; a day by itself is the same everywhere. */
function formatDate(session: Session, text: string, withTime: boolean): string {
  const date = new Date(withTime ? localTime(Date.parse(text), zoneOf(session)) : text);
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  if (!withTime) return day;
  const hours = date.getUTCHours();
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${day} ${hours % 12 === 0 ? 12 : hours % 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`;
}

function formatNumber(column: Column, value: number, currency: string): string {
  switch (column.type) {
    case 'choice':
      return column.labels[String(value)] ?? whole.format(value);
    case 'money':
      return `${currency}${twoDigits.format(value)}`;
    case 'decimal':
    case 'double':
      return twoDigits.format(value);
    default:
      return whole.format(value);
  }
}

/** Symbol of an environment's base currency. */
export const currencySymbol = (session: Session): string =>
  session.environment.seed.geo === 'NA' ? '$' : '€';

/** Name of the row that a lookup points to, or null. */
export function lookupName(session: Session, column: Column, row: Row): string | null {
  const id = textOf(row, column.name);
  if (id === null) return null;
  const target = requireTable(lookupTarget(column, row));
  const found = session.environment.rows(target).get(id);
  return found === null || target.primaryName === null ? null : textOf(found, target.primaryName);
}

/**
 * A value as people read it (annotation `OData.Community.Display.V1.FormattedValue`), or null for the types that
 * have no form of their own, such as text.
 */
export function formattedValue(session: Session, column: Column, row: Row): string | null {
  const value: Json = columnValue(column, row);
  if (value === null) return null;
  if (column.type === 'lookup') return lookupName(session, column, row);
  if (typeof value === 'boolean') return column.labels[value ? '1' : '0'] ?? (value ? 'Yes' : 'No');
  if (typeof value === 'number') return formatNumber(column, value, currencySymbol(session));
  if (typeof value === 'string' && column.type === 'choices') {
    return value
      .split(',')
      .map((it) => column.labels[it] ?? it)
      .join('; ');
  }
  if (typeof value === 'string' && (column.type === 'datetime' || column.type === 'date')) {
    return formatDate(session, value, column.type === 'datetime');
  }
  if (typeof value === 'string' && column.namesTable) return tableNamed(value)?.displayName ?? null;
  return null;
}
