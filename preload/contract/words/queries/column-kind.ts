import type { QueryColumn } from './tables.ts';

/** What a column holds, in the words in which faults call it. */
export type ColumnKind = 'a text' | 'a number' | 'yes or no' | 'a date' | 'an ID';

/** What a column holds, by its type; null for types of which nothing is said. */
export const kindOf = ({ type }: QueryColumn): ColumnKind | null => {
  switch (type) {
    case 'String':
    case 'Memo':
      return 'a text';
    case 'Integer':
    case 'BigInt':
    case 'Decimal':
    case 'Double':
    case 'Money':
    case 'Picklist':
    case 'State':
    case 'Status':
      return 'a number';
    case 'Boolean':
      return 'yes or no';
    case 'DateTime':
      return 'a date';
    case 'Lookup':
    case 'Customer':
    case 'Owner':
    case 'Uniqueidentifier':
      return 'an ID';
    default:
      return null;
  }
};

const SUMMABLE: ReadonlySet<string> = new Set(['Integer', 'BigInt', 'Decimal', 'Double', 'Money']);

/**
 * Whether a sum or an average of a column can be had: of numbers alone (Microsoft Learn: "Web service error codes",
 * QueryBuilderInvalidAggregateAttribute). Of types of which nothing is known it is not denied.
 */
export const isSummable = (column: QueryColumn): boolean =>
  SUMMABLE.has(column.type) || kindOf(column) === null;

const WHOLE: ReadonlySet<string> = new Set(['Integer', 'BigInt', 'Picklist', 'State', 'Status']);
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const GUID = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Whether a text is an ID; braces around it and missing dashes are fine (.NET: `Guid.Parse`). */
export const isId = (text: string): boolean => GUID.test(text.trim().replace(/^[{(](.*)[})]$/, '$1'));

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;

/** Whether a text that begins with a day as OData writes it names one that the calendar has. */
const isDay = (text: string): boolean => {
  const [, year, month, day] = DAY.exec(text) ?? [];
  if (year === undefined) return true;
  const [of, at] = [Number(month), Number(day)];
  return of >= 1 && of <= 12 && at >= 1 && at <= new Date(Date.UTC(Number(year), of, 0)).getUTCDate();
};

/** Whether a text can be read as a value of a column. Dates are read in many ways: only what has no numbers, or is no day, is none. */
export const isValueOf = (column: QueryColumn, text: string): boolean => {
  const value = text.trim();
  switch (kindOf(column)) {
    case 'a number':
      return WHOLE.has(column.type) ? /^[+-]?\d{1,19}$/.test(value) : NUMBER.test(value);
    case 'yes or no':
      return /^(?:0|1|true|false)$/i.test(value);
    case 'a date':
      return /\d+\D+\d+/.test(value) && isDay(value);
    case 'an ID':
      return isId(value);
    case 'a text':
    case null:
      return true;
  }
};
