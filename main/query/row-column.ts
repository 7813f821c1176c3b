import type { Cell } from '../../preload/contract/query.ts';
import type { RawValue } from './fold-annotations.ts';

/** Different texts of one column that are kept once instead of once per row. */
const MAX_INTERNED = 2000;

/** The values of one column, one per row; formatted texts are kept apart because most columns have none. */
export type RowColumn = {
  readonly name: string;
  readonly put: (row: number, raw: RawValue, formatted: string | null) => void;
  /** Makes the column as long as the rows; those that did not say anything are null. */
  readonly fill: (rows: number) => void;
  readonly cell: (row: number) => Cell;
  /** Whether the lower-case needle stands in what people see or in the raw value. */
  readonly contains: (row: number, needle: string) => boolean;
  /** What rows are sorted by: numbers as such, text without case, lookups by their name instead of their id. */
  readonly sortKey: (row: number) => number | string | null;
};

/** Makes a column that begins with `rows` empty values. */
export const createRowColumn = (name: string, rows: number): RowColumn => {
  const raws: RawValue[] = Array.from({ length: rows }, () => null);
  const formatted = new Map<number, string>();
  const interned = new Map<string, string>();
  // `_primarycontactid_value` holds an id: only its name means something to people.
  const lookup = /(^|\.)_\w+_value$/.test(name);

  const intern = (text: string): string => {
    const known = interned.get(text);
    if (known !== undefined) return known;
    if (interned.size < MAX_INTERNED) interned.set(text, text);
    return text;
  };

  return {
    name,
    put: (row, raw, text) => {
      raws[row] = typeof raw === 'string' ? intern(raw) : raw;
      if (text !== null) formatted.set(row, intern(text));
    },
    fill: (count) => {
      while (raws.length < count) raws.push(null);
    },
    cell: (row) => {
      const raw = raws[row] ?? null;
      const text = formatted.get(row);
      return raw === null || text === undefined ? raw : { raw, formatted: text };
    },
    contains: (row, needle) => {
      const raw = raws[row] ?? null;
      if (raw === null) return false;
      return (
        String(raw).toLowerCase().includes(needle) ||
        (formatted.get(row)?.toLowerCase().includes(needle) ?? false)
      );
    },
    sortKey: (row) => {
      const raw = lookup ? (formatted.get(row) ?? raws[row] ?? null) : (raws[row] ?? null);
      if (typeof raw === 'boolean') return Number(raw);
      return typeof raw === 'string' ? raw.toLowerCase() : raw;
    },
  };
};
