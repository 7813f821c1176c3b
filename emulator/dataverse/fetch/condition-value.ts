import { timeOutOfRange, unreadableValue } from '../errors/fetch-condition-faults.ts';
import type { Column, ColumnType } from '../schema/column.ts';
import { textKey } from '../query/collation.ts';
import { nameOfTable } from '../query/table-value.ts';
import { dateOfDay, earliestTime } from '../time/civil.ts';
import { readTime } from '../time/read-time.ts';
import { dayAt } from '../time/zone.ts';

/** The type of the service's own reader, by which error texts call a column's values. */
export const systemTypes: Readonly<Record<ColumnType, string>> = {
  guid: 'System.Guid',
  lookup: 'System.Guid',
  string: 'System.String',
  memo: 'System.String',
  integer: 'System.Int32',
  choice: 'System.Int32',
  choices: 'System.Int32',
  bigint: 'System.Int64',
  decimal: 'System.Decimal',
  money: 'System.Decimal',
  double: 'System.Double',
  boolean: 'System.Boolean',
  datetime: 'System.DateTime',
  date: 'System.DateTime',
  enum: 'System.Int32',
  complex: 'System.Object',
};

const reasons: Readonly<Record<string, string>> = {
  'System.Guid': 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).',
  'System.Boolean': 'String was not recognized as a valid Boolean.',
};

/** The refusal of a value that cannot be one of a type. */
const unreadable = (value: string, attribute: string, type: string) =>
  unreadableValue(value, attribute, type, reasons[type] ?? 'Input string was not in a correct format.');

/** A whole number of a condition; refuses any other text. */
export function wholeNumber(value: string, attribute: string): number {
  const number = /^\s*[+-]?\d{1,10}\s*$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number) || Math.abs(number) > 2_147_483_647)
    throw unreadable(value, attribute, 'System.Int32');
  return number;
}

/** An id of a condition as rows hold it; braces and missing dashes are fine, as `new Guid(…)` takes them. */
export function idValue(value: string, attribute: string): string {
  const bare = value
    .trim()
    .replace(/^[{(](.*)[})]$/, '$1')
    .toLowerCase();
  const plain = /^[0-9a-f]{32}$/.test(bare)
    ? bare.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    : bare;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(plain))
    throw unreadable(value, attribute, 'System.Guid');
  return plain;
}

/** A time of a condition, in milliseconds. */
export function timeValue(value: string, zone: string): number {
  const time = readTime(value, zone);
  if (time === null || time < earliestTime) throw timeOutOfRange(value);
  return time;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** A value of a condition in the form in which conditions compare it. `attribute` is what error texts call it. */
export function storedValue(
  column: Column,
  value: string,
  attribute: string,
  zone: string,
): string | number | boolean {
  switch (column.type) {
    case 'guid':
    case 'lookup':
      return idValue(value, attribute);
    case 'integer':
    case 'choice':
    case 'choices':
      return wholeNumber(value, attribute);
    case 'bigint':
    case 'decimal':
    case 'money':
    case 'double': {
      const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i.test(value)
        ? Number(value)
        : Number.NaN;
      if (!Number.isFinite(number)) throw unreadable(value, attribute, systemTypes[column.type]);
      return number;
    }
    case 'boolean': {
      const text = value.trim().toLowerCase();
      if (!['0', '1', 'true', 'false'].includes(text)) throw unreadable(value, attribute, 'System.Boolean');
      return text === '1' || text === 'true';
    }
    case 'datetime':
      return `${new Date(timeValue(value, zone)).toISOString().slice(0, 19)}z`.toLowerCase();
    case 'date': {
      const { year, month, day } = dateOfDay(dayAt(timeValue(value, zone), zone));
      return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    }
    case 'string':
      return textKey(column.namesTable ? nameOfTable(value) : value);
    case 'memo':
    case 'enum':
    case 'complex':
      return textKey(value);
  }
}
