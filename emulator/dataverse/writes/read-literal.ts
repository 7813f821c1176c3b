import { invalidPayload, unexpectedNode } from '../errors/payload-faults.ts';
import { edmTypeOf } from '../metadata/edm-type.ts';
import type { Column, ColumnType } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import { readTime } from '../time/read-time.ts';

const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** A moment in the form of Edm.DateTimeOffset, or a day alone; null for one that no calendar has, or after the year 9999. */
export function momentOf(value: Json): number | null {
  const time =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(value) ? readTime(value, 'UTC') : null;
  return time === null || time > latest ? null : time;
}

/** Largest values of .NET's Decimal, Double and Int64; the column's own limits are narrower. */
const largest = { decimal: 2 ** 96, double: Number.MAX_VALUE, bigint: 2 ** 63 } as const;

const isNumberUpTo = (most: number, value: Json): boolean =>
  typeof value === 'number' && Math.abs(value) <= most;

const guidText = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

const isInt32 = (value: Json): boolean => Number.isInteger(value) && isNumberUpTo(2_147_483_647, value);

const fits = (column: Column, value: Json): boolean => {
  switch (column.type) {
    case 'string':
    case 'memo':
      return typeof value === 'string';
    case 'choices':
      return typeof value === 'string' && /^\d+(?:,\d+)*$/.test(value);
    case 'guid':
      return typeof value === 'string' && guidText.test(value);
    case 'integer':
    case 'choice':
      return isInt32(value);
    case 'bigint':
      return Number.isInteger(value) && isNumberUpTo(largest.bigint, value);
    case 'decimal':
    case 'money':
      return isNumberUpTo(largest.decimal, value);
    case 'double':
      return isNumberUpTo(largest.double, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'datetime':
    case 'date':
      return momentOf(value) !== null;
    case 'enum':
    case 'complex':
    case 'lookup':
      return false;
  }
};

const whole = /^\s*[+-]?\d+\s*$/;
const withDecimals = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** How numbers are written in texts. */
const numbers: Readonly<Partial<Record<ColumnType, RegExp>>> = {
  integer: whole,
  choice: whole,
  bigint: whole,
  decimal: withDecimals,
  money: withDecimals,
  double: withDecimals,
};

/** Numbers and yes or no may come as texts, which the reader converts (Microsoft's OData library; its stack in reports of what it cannot convert). */
function converted(column: Column, value: Json): Json {
  if (typeof value !== 'string') return value;
  if (numbers[column.type]?.test(value) === true) return Number(value);
  const word = value.trim().toLowerCase();
  return column.type === 'boolean' && (word === 'true' || word === 'false') ? word === 'true' : value;
}

/** What .NET says of a text that it cannot convert, by the type that was wanted; of the others nobody shows it. */
function reasonOfText(column: Column, value: string): string | null {
  if (numbers[column.type] !== undefined) return 'Input string was not in a correct format.';
  switch (column.type) {
    case 'boolean':
      return 'String was not recognized as a valid Boolean.';
    case 'guid':
      return 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).';
    case 'datetime':
      return `The DateTimeOffset text '${value}' should be in format 'yyyy-mm-ddThh:mm:ss('.'s+)?(zzzzzz)?' and each field value is within valid range.`;
    default:
      return null;
  }
}

const typeOf = (value: number | boolean): string => {
  if (typeof value === 'boolean') return 'Edm.Boolean';
  return isInt32(value) ? 'Edm.Int32' : 'Edm.Decimal';
};

function reasonOf(column: Column, value: Json): string {
  if (typeof value === 'number' || typeof value === 'boolean')
    return ` ---> Microsoft.OData.ODataException: Cannot convert a value of type '${typeOf(value)}' to the expected target type '${edmTypeOf(column)}'.`;
  const reason = typeof value === 'string' ? reasonOfText(column, value) : null;
  return reason === null ? '' : ` ---> System.FormatException: ${reason}`;
}

/** A value as .NET writes it. */
const written = (value: Json): string => {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return String(value);
};

/** A value of a body that a column takes by its type; all else is refused in the words of Microsoft's OData library. */
export function readLiteral(column: Column, given: Json): Json {
  const value = converted(column, given);
  if (value === null || fits(column, value)) return value;
  if (typeof value === 'object')
    throw unexpectedNode(Array.isArray(value) ? 'StartArray' : 'StartObject', 'PrimitiveValue');
  throw invalidPayload(
    `Cannot convert the literal '${written(given)}' to the expected type '${edmTypeOf(column)}'.${reasonOf(column, given)}`,
  );
}
