import type { Cell } from '../../../preload/contract/query.ts';

/** What a cell says to people: the service's formatted text where it gave one. Null has no text. */
export const shownText = (cell: Cell): string | null => {
  if (cell === null) return null;
  return typeof cell === 'object' ? cell.formatted : String(cell);
};

/** The value as the service stores it, for hover, copy and JSON. */
export const rawValue = (cell: Cell): string | number | boolean | null =>
  cell !== null && typeof cell === 'object' ? cell.raw : cell;

/** True for a cell that is aligned like a number; a choice is a number to the service and a word to people. */
export const isNumeric = (cell: Cell): boolean =>
  typeof rawValue(cell) === 'number' && /\d/.test(shownText(cell) ?? '');

/** One record as JSON, as the Web API would name its columns; formatted texts as annotations. */
export const recordJson = (columns: readonly string[], cells: readonly Cell[]): string => {
  const entries = columns.flatMap((column, index): [string, unknown][] => {
    const cell = cells[index] ?? null;
    const formatted: [string, unknown][] =
      cell !== null && typeof cell === 'object'
        ? [[`${column}@OData.Community.Display.V1.FormattedValue`, cell.formatted]]
        : [];
    return [[column, rawValue(cell)], ...formatted];
  });
  return JSON.stringify(Object.fromEntries(entries), null, 2);
};
