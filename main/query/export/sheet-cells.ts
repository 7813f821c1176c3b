import type { Cell } from '../../../preload/contract/query.ts';
import { neutralise } from '../../../preload/contract/words/neutral-text.ts';
import type { Values } from './csv-lines.ts';

/** Characters of one cell (Microsoft Support: Excel specifications and limits). */
const MOST_CHARACTERS = 32_767;

/** Styles by their place in the workbook's list. */
const STYLES = { plain: 0, moment: 1, day: 2, quoted: 3, head: 4 } as const;

const DAY_MILLISECONDS = 86_400_000;
/** Days from the first day of sheets to 1970-01-01, as they count it (ECMA-376 18.17.4.1, the 1900 system). */
const EPOCH = 25_569;
/** 1900-03-01: days before it count differently, because sheets know a 1900-02-29. */
const FIRST_DAY = 61;

const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,7})?Z)?$/;
// Control characters that XML cannot hold, a carriage return that it would lose, and texts that look like our own escape.
const UNWRITABLE = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const NEEDS_CARE = /[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]|_x/u;

const escape = (text: string): string =>
  NEEDS_CARE.test(text)
    ? text
        .toWellFormed()
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // ECMA-376 22.9.2.19: `_xHHHH_` stands for a character.
        .replaceAll(
          UNWRITABLE,
          (one) => `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
        )
    : text;

/** A date of the service as the number that sheets count; null for any other text, and for days that they cannot show. */
const serialOf = (text: string): number | null => {
  if (text.charCodeAt(4) !== 45 || !DATE.test(text)) return null;
  const at = Date.parse(text) / DAY_MILLISECONDS + EPOCH;
  return at >= FIRST_DAY ? at : null;
};

/** The letters of a column, counted from 0: A, B, … Z, AA. */
const lettersOf = (column: number): string =>
  (column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

type Raw = string | number | boolean | null;

const rawOf = (cell: Cell): Raw => (cell !== null && typeof cell === 'object' ? cell.raw : cell);

/** What people read; a sheet shows numbers and dates in its own way, so these stay what they are. */
const formattedOf = (cell: Cell): Raw => {
  if (cell === null || typeof cell !== 'object') return cell;
  const { formatted, raw } = cell;
  const countable =
    (typeof raw === 'number' && /\d/.test(formatted)) || (typeof raw === 'string' && serialOf(raw) !== null);
  return countable ? raw : formatted;
};

/** Writes cells of a sheet: numbers, booleans and dates as such, every text as text, which no program runs. Null is no cell. */
export const createSheetCells = (values: Values) => {
  const letters: string[] = [];
  let cuts = 0;

  const textCell = (at: string, text: string, style: number): string => {
    let kept = text;
    if (text.length > MOST_CHARACTERS) {
      cuts += 1;
      kept = text.slice(0, MOST_CHARACTERS);
    }
    return `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escape(kept)}</t></is></c>`;
  };

  const cellXml = (column: number, row: number, raw: Raw): string => {
    if (raw === null) return '';
    const at = `${(letters[column] ??= lettersOf(column))}${row}`;
    if (typeof raw === 'number') return `<c r="${at}"><v>${raw}</v></c>`;
    if (typeof raw === 'boolean') return `<c r="${at}" t="b"><v>${raw ? 1 : 0}</v></c>`;
    const serial = serialOf(raw);
    if (serial !== null) {
      return `<c r="${at}" s="${raw.length === 10 ? STYLES.day : STYLES.moment}"><v>${serial}</v></c>`;
    }
    // Marked as typed with an apostrophe, so that it stays a text when somebody edits the cell.
    return textCell(at, raw, neutralise(raw) === raw ? STYLES.plain : STYLES.quoted);
  };

  const rowXml = (row: number, first: readonly Raw[], cells: readonly Cell[]): string => {
    let text = `<row r="${row}">`;
    let column = 0;
    const add = (raw: Raw): void => {
      text += cellXml(column, row, raw);
      column += 1;
    };
    for (const one of first) add(one);
    for (const cell of cells) {
      if (values !== 'formatted') add(rawOf(cell));
      if (values !== 'raw') add(formattedOf(cell));
    }
    return `${text}</row>`;
  };

  return {
    cuts: () => cuts,
    head: (names: readonly string[]): string =>
      `<row r="1">${names.map((name, column) => textCell(`${lettersOf(column)}1`, name, STYLES.head)).join('')}</row>`,
    /** Rows from this one on, which are counted from 1. */
    rows: (from: number, first: readonly Raw[], rows: readonly (readonly Cell[])[]): string => {
      let text = '';
      for (const [at, cells] of rows.entries()) text += rowXml(from + at, first, cells);
      return text;
    },
  };
};
