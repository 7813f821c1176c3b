import type { Cell } from '../../../preload/contract/query.ts';
import { neutralise } from '../../../preload/contract/words/neutral-text.ts';
import type { Values } from './csv-lines.ts';

/** Characters of one cell (Microsoft Support: Excel specifications and limits). */
export const MOST_CHARACTERS = 32_767;

/** Styles by their place in the workbook's list. */
export const STYLES = { plain: 0, moment: 1, day: 2, quoted: 3, head: 4 } as const;

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

/** Writes cells of a sheet: numbers, booleans and dates as such, every text as text, which no program runs. */
export const createSheetCells = (values: Values) => {
  let cuts = 0;

  const textCell = (text: string): string => {
    let kept = text;
    if (text.length > MOST_CHARACTERS) {
      cuts += 1;
      kept = text.slice(0, MOST_CHARACTERS);
    }
    // Marked as typed with an apostrophe, so that it stays a text when somebody edits the cell.
    const style = neutralise(kept) === kept ? '' : ` s="${STYLES.quoted}"`;
    return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escape(kept)}</t></is></c>`;
  };

  const rawCell = (raw: string | number | boolean | null): string => {
    if (raw === null) return '<c/>';
    if (typeof raw === 'number') return `<c><v>${raw}</v></c>`;
    if (typeof raw === 'boolean') return `<c t="b"><v>${raw ? 1 : 0}</v></c>`;
    const serial = serialOf(raw);
    if (serial === null) return textCell(raw);
    return `<c s="${raw.length === 10 ? STYLES.day : STYLES.moment}"><v>${serial}</v></c>`;
  };

  const rawOf = (cell: Cell) => (cell !== null && typeof cell === 'object' ? cell.raw : cell);

  /** What people read; a sheet shows numbers and dates in their own way, so these stay what they are. */
  const formattedCell = (cell: Cell): string => {
    const raw = rawOf(cell);
    if (cell === null || typeof cell !== 'object') return rawCell(raw);
    if (typeof raw === 'number' && /\d/.test(cell.formatted)) return rawCell(raw);
    if (typeof raw === 'string' && serialOf(raw) !== null) return rawCell(raw);
    return textCell(cell.formatted);
  };

  const cellXml = (cell: Cell): string => {
    switch (values) {
      case 'raw':
        return rawCell(rawOf(cell));
      case 'formatted':
        return formattedCell(cell);
      case 'both':
        return rawCell(rawOf(cell)) + formattedCell(cell);
    }
  };

  return {
    cuts: () => cuts,
    head: (names: readonly string[]): string =>
      `<row>${names.map((name) => `<c t="inlineStr" s="${STYLES.head}"><is><t xml:space="preserve">${escape(name)}</t></is></c>`).join('')}</row>`,
    rows: (first: readonly (string | number)[], rows: readonly (readonly Cell[])[]): string => {
      const begin = `<row>${first.map(rawCell).join('')}`;
      let text = '';
      for (const cells of rows) {
        text += begin;
        for (const cell of cells) text += cellXml(cell);
        text += '</row>';
      }
      return text;
    },
  };
};
