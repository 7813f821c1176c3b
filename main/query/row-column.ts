import type { Cell } from '../../preload/contract/query.ts';
import { isLookup } from './fold-annotations.ts';
import type { RawValue } from './fold-annotations.ts';
import { createPackedValues } from './packed-values.ts';
import type { PackedValues } from './packed-values.ts';

/** The values of one column, one per row; formatted texts are kept apart because most columns have none. */
export type RowColumn = {
  readonly name: string;
  readonly put: (row: number, raw: RawValue, formatted: string | null, table: string | null) => void;
  readonly cell: (row: number) => Cell;
  /** Whether the lower-case needle stands in what people see or in the raw value. */
  readonly contains: (row: number, needle: string) => boolean;
  /** What rows are sorted by: numbers as such, text without case, lookups by their name instead of their id. */
  readonly sortKey: (row: number) => number | string | null;
};

/** A value as it crosses the border: with its text and the table of a lookup's row, where it has them. */
export const cellOf = (raw: RawValue, formatted: string | null, table: string | null): Cell => {
  if (raw === null || (formatted === null && table === null)) return raw;
  return { raw, formatted: formatted ?? String(raw), ...(table === null ? {} : { lookup: table }) };
};

/** Makes a column without values. */
export const createRowColumn = (name: string): RowColumn => {
  const raws = createPackedValues();
  // Most columns have none of these.
  const texts = createPackedValues();
  const tables = createPackedValues();
  // Of an id only its name means something to people.
  const lookup = isLookup(name);
  const textAt = (from: PackedValues, row: number): string | null => {
    const value = from.get(row);
    return typeof value === 'string' ? value : null;
  };

  return {
    name,
    put: (row, raw, text, table) => {
      if (raw !== null) raws.put(row, raw);
      if (text !== null) texts.put(row, text);
      if (table !== null) tables.put(row, table);
    },
    cell: (row) => cellOf(raws.get(row), textAt(texts, row), textAt(tables, row)),
    contains: (row, needle) => raws.contains(row, needle) || texts.contains(row, needle),
    sortKey: (row) => {
      const raw = (lookup ? textAt(texts, row) : null) ?? raws.get(row);
      if (typeof raw === 'boolean') return Number(raw);
      return typeof raw === 'string' ? raw.toLowerCase() : raw;
    },
  };
};
