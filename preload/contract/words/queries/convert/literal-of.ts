import { kindOf } from '../column-kind.ts';
import type { LiteralType } from '../odata/syntax.ts';
import { isPlaceholder } from '../parameters/parameter.ts';
import type { Span } from '../query-fault.ts';
import type { QueryColumn } from '../tables.ts';
import type { Ledger } from './conversion.ts';

/** A value as OData writes it. */
export type LiteralValue = { readonly type: LiteralType; readonly text: string };

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/i;

const dateOf = (value: string): LiteralValue | null => {
  // A day compares with columns of both kinds, those with a time and those without.
  if (DAY.test(value)) return { type: 'date', text: value };
  const zone = MOMENT.exec(value);
  if (zone === null) return null;
  const text = value.replace(' ', 'T');
  return { type: 'date', text: zone[1] === undefined ? `${text}Z` : text };
};

/** The value of a FetchXML condition as a literal of the column's type, a placeholder as it is; null where it does not fit (Microsoft Learn: "Filter rows using OData"). */
export const literalOf = (column: QueryColumn, value: string): LiteralValue | null => {
  if (isPlaceholder(value)) return { type: 'typed', text: value.trim() };
  switch (column.type) {
    case 'String':
    case 'Memo':
    case 'EntityName':
      return { type: 'string', text: value };
    case 'Boolean':
      return /^(1|true)$/i.test(value)
        ? { type: 'boolean', text: 'true' }
        : /^(0|false)$/i.test(value)
          ? { type: 'boolean', text: 'false' }
          : null;
    case 'Uniqueidentifier':
    case 'Lookup':
    case 'Customer':
    case 'Owner': {
      const guid = GUID.exec(value.trim())?.[1];
      return guid === undefined ? null : { type: 'guid', text: guid };
    }
    case 'DateTime':
      return dateOf(value.trim());
    default:
      return NUMBER.test(value.trim())
        ? { type: 'number', text: value.trim() }
        : /\{\{/.test(value) || kindOf(column) === 'a number'
          ? null
          : { type: 'string', text: value };
  }
};

/** Whether a date of FetchXML leaves its time zone open: it is read in that of the caller, OData in UTC. */
export const zoneIsOpen = (column: QueryColumn, value: string): boolean =>
  column.type === 'DateTime' && !/(Z|[+-]\d{2}:\d{2})$/i.test(value.trim());

/** Between two days: both mean the beginning of the day, where whoever asks is (Microsoft Learn: "Date time condition operators"). */
export const noteDays = (
  operator: string,
  column: QueryColumn,
  values: readonly string[],
  span: Span,
  ledger: Ledger,
): void => {
  const day = values.find((value) => DAY.test(value.trim()));
  const between = operator === 'between' || operator === 'not-between';
  if (between && day !== undefined && column.type === 'DateTime') ledger.note('day-boundaries', span, day);
};
