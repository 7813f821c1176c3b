import type { Cell } from '../../preload/contract/query.ts';
import { isLookup } from './fold-annotations.ts';
import type { RawValue } from './fold-annotations.ts';

/** Different texts of one column that are kept once instead of once per row. */
const MAX_INTERNED = 2000;

/** The values of one column, one per row; formatted texts are kept apart because most columns have none. */
export type RowColumn = {
  readonly name: string;
  readonly put: (row: number, raw: RawValue, formatted: string | null, table: string | null) => void;
  /** Makes the column as long as the rows; those that did not say anything are null. */
  readonly fill: (rows: number) => void;
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

/**
 * Keeps texts that come again and again once. A column in which most texts are new gains nothing from it: after the first few thousand of
 * those it is left alone.
 */
const createInterning = (): ((text: string) => string) => {
  const kept = new Map<string, string>();
  let again = 0;
  let worthIt = true;
  return (text) => {
    if (!worthIt) return text;
    const known = kept.get(text);
    if (known !== undefined) {
      again += 1;
      return known;
    }
    if (kept.size < MAX_INTERNED) kept.set(text, text);
    else if (again < MAX_INTERNED) {
      worthIt = false;
      kept.clear();
    }
    return text;
  };
};

/** Makes a column that begins with `rows` empty values. */
export const createRowColumn = (name: string, rows: number): RowColumn => {
  const raws: RawValue[] = Array.from({ length: rows }, () => null);
  // As long as the rows once the column has its first formatted text.
  let texts: (string | null)[] | null = null;
  // The same for the tables of lookups.
  let tables: (string | null)[] | null = null;
  const internRaw = createInterning();
  const internText = createInterning();
  const internTable = createInterning();
  // Of an id only its name means something to people.
  const lookup = isLookup(name);

  const fill = (count: number): void => {
    while (raws.length < count) raws.push(null);
    while (texts !== null && texts.length < count) texts.push(null);
    while (tables !== null && tables.length < count) tables.push(null);
  };

  return {
    name,
    put: (row, raw, text, table) => {
      fill(row);
      raws[row] = typeof raw === 'string' ? internRaw(raw) : raw;
      if (table !== null) tables ??= raws.map(() => null);
      if (tables !== null) tables[row] = table === null ? null : internTable(table);
      if (text === null && texts === null) return;
      texts ??= raws.map(() => null);
      texts[row] = text === null ? null : internText(text);
    },
    fill,
    cell: (row) => {
      const raw = raws[row] ?? null;
      const text = texts?.[row] ?? null;
      const table = tables?.[row] ?? null;
      return cellOf(raw, text, table);
    },
    contains: (row, needle) => {
      const raw = raws[row] ?? null;
      if (raw === null) return false;
      return (
        String(raw).toLowerCase().includes(needle) || (texts?.[row]?.toLowerCase().includes(needle) ?? false)
      );
    },
    sortKey: (row) => {
      const raw = lookup ? (texts?.[row] ?? raws[row] ?? null) : (raws[row] ?? null);
      if (typeof raw === 'boolean') return Number(raw);
      return typeof raw === 'string' ? raw.toLowerCase() : raw;
    },
  };
};
