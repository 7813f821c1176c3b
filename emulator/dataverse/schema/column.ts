import type { NumberLimits } from './number-limits.ts';
import type { Json } from './value.ts';

/**
 * How a column's value is stored, compared and shown. Numbers of money and decimals are plain JSON numbers; a column of
 * choices (several at once) is text, their values separated by commas (Learn: "Multi-select choices").
 */
export type ColumnType =
  | 'guid'
  | 'string'
  | 'memo'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'money'
  | 'double'
  | 'boolean'
  | 'datetime'
  | 'date'
  | 'choice'
  | 'choices'
  | 'lookup'
  | 'enum'
  | 'complex';

/** When a client may set a column. */
export type Writable = 'always' | 'create' | 'never';

/** One column of a table (Learn: "Column data types in Microsoft Dataverse"). */
export type Column = {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
  /** Label of the column; a table gives one to those that only have their logical name. */
  readonly displayName: string;
  readonly writable: Writable;
  /** Value of a row that does not hold the column. */
  readonly fallback: Json;
  /** Tables that a lookup may point to; the first one is meant where a row does not say. */
  readonly targets: readonly string[];
  /** Display labels of a choice or a boolean, by value (booleans: 0 and 1). */
  readonly labels: Readonly<Record<string, string>>;
  readonly maxLength: number | null;
  /** Of a column of numbers, where they are not those of its type (Learn: table references, MinValue, MaxValue, Precision). */
  readonly limits: Partial<NumberLimits>;
  /** Whether it says a table by its name; queries may give the number of the table instead (Learn: table references, type EntityName). */
  readonly namesTable: boolean;
  /** Name of the type in `$metadata` where `type` does not say it: those of enum and complex columns. */
  readonly edmType: string | null;
};

const plain = (name: string, type: ColumnType): Column => ({
  name,
  type,
  nullable: true,
  displayName: name,
  writable: 'always',
  fallback: null,
  targets: [],
  labels: {},
  maxLength: null,
  limits: {},
  namesTable: false,
  edmType: null,
});

/** A column of any type that needs no more than its name. */
export const column = (name: string, type: ColumnType, more: Partial<Column> = {}): Column => ({
  ...plain(name, type),
  ...more,
});

/** Several columns of one type, named in one string separated by spaces. */
export const columns = (type: ColumnType, names: string, more: Partial<Column> = {}): readonly Column[] =>
  names
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => column(name, type, more));

/** A single line of text with its maximum length in characters. */
export const text = (name: string, maxLength: number, more: Partial<Column> = {}): Column =>
  column(name, 'string', { maxLength, ...more });

/** A column that says a table by its logical name. */
export const tableName = (name: string, more: Partial<Column> = {}): Column =>
  column(name, 'string', { namesTable: true, ...more });

/** A yes/no column; it is never null. */
export const flag = (
  name: string,
  fallback = false,
  labels: readonly [string, string] = ['No', 'Yes'],
): Column =>
  column(name, 'boolean', { nullable: false, fallback, labels: { '0': labels[0], '1': labels[1] } });

/** A choice with its labels; `fallback` is the default value. */
export const choice = (
  name: string,
  labels: Readonly<Record<string, string>>,
  fallback: number | null = null,
): Column => column(name, 'choice', { labels, fallback });

/** A column that holds several choices at once. */
export const choices = (name: string, labels: Readonly<Record<string, string>>): Column =>
  column(name, 'choices', { labels });

/** A lookup to one or more tables. */
export const lookup = (name: string, ...targets: readonly string[]): Column =>
  column(name, 'lookup', { targets });

/** A column that only the service sets. */
export const readOnly = (it: Column): Column => ({ ...it, writable: 'never' });

/** A column that stays as it was when its row was made. */
export const onCreate = (it: Column): Column => ({ ...it, writable: 'create' });

/** Name of a column in requests and answers: lookups appear as `_<name>_value` (Learn: "Web API types and operations"). */
export const wireName = (it: Column): string => (it.type === 'lookup' ? `_${it.name}_value` : it.name);
