import type { Cell } from '../../../preload/contract/query.ts';
import { neutralise } from '../../../preload/contract/words/neutral-text.ts';

/** Which of its two values a cell is written with. */
export type Values = 'formatted' | 'raw' | 'both';

/** A number as people write it, such as `-1,234.50 €`: nothing that could be run. */
const NUMBER_TEXT = /^-[\d.,'’\s\p{Sc}]+$/u;

const QUOTED = /[",\r\n]/;

const field = (text: string): string => {
  if (!QUOTED.test(text)) return text;
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
};

const textField = (text: string): string => field(neutralise(text));

const rawField = (cell: Cell): string => {
  const raw = cell !== null && typeof cell === 'object' ? cell.raw : cell;
  if (typeof raw === 'string') return textField(raw);
  return raw === null ? '' : String(raw);
};

const formattedField = (cell: Cell): string => {
  if (cell === null || typeof cell !== 'object') return rawField(cell);
  const { formatted, raw } = cell;
  return formatted.startsWith('-') && typeof raw === 'number' && NUMBER_TEXT.test(formatted)
    ? field(formatted)
    : textField(formatted);
};

/** A value as fields of a line, with a comma before each. */
const fields = (cell: Cell, values: Values): string => {
  switch (values) {
    case 'raw':
      return `,${rawField(cell)}`;
    case 'formatted':
      return `,${formattedField(cell)}`;
    case 'both':
      return `,${rawField(cell)},${formattedField(cell)}`;
  }
};

/**
 * Makes lines of CSV (RFC 4180). A text that a spreadsheet could run gets an apostrophe before it ({@link neutralise}); numbers and booleans,
 * which are none, stay as they are. Null is an empty field.
 */
export const csvLine = (first: readonly string[], values: Values): ((cells: readonly Cell[]) => string) => {
  const begin = first.map(textField).join(',');
  return (cells) => {
    let line = begin;
    for (const cell of cells) line += fields(cell, values);
    return `${line}\r\n`;
  };
};

/** The names of columns as the first line. */
export const csvHeader = (first: readonly string[], columns: readonly string[], values: Values): string => {
  const names = columns.flatMap((name) => (values === 'both' ? [name, `${name} (formatted)`] : [name]));
  return `${[...first, ...names].map(textField).join(',')}\r\n`;
};
