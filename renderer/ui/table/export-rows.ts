import type { CellValue, Column } from './column.ts';

/**
 * Makes a text harmless for spreadsheets, which run cells that begin with these characters as formulas
 * (OWASP: CSV injection). A leading apostrophe is shown by none of them.
 */
export const neutralise = (text: string): string =>
  /^[=+\-@\t\r\n|%＝＋－＠]/.test(text) ? `'${text}` : text;

const cellText = (value: CellValue): string =>
  value === null ? '' : typeof value === 'string' ? neutralise(value) : String(value);

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8. */
export const toCsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string => {
  const lines = [
    columns.map((column) => csvField(neutralise(column.header))),
    ...rows.map((row) => columns.map((column) => csvField(cellText(column.value(row))))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
};

/** Rows as tab-separated lines for the clipboard; tabs and line breaks inside a value become spaces. */
export const toTabText = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [
    columns.map((column) => column.header),
    ...rows.map((row) => columns.map((column) => cellText(column.value(row)).replaceAll(/[\t\r\n]+/g, ' '))),
  ]
    .map((line) => line.join('\t'))
    .join('\n');

/** Rows as a JSON array of objects keyed by column header. Values stay as they are: JSON runs nothing. */
export const toJson = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  `${JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column) => [column.header, column.value(row)]))),
    null,
    2,
  )}\n`;

/** A file name for an export: the table's name and the day, in characters that every system allows. */
export const exportName = (name: string, extension: 'csv' | 'json', now: Date): string =>
  `${name
    .replaceAll(/[^\w -]+/g, ' ')
    .trim()
    .slice(0, 60)} ${now.toISOString().slice(0, 10)}.${extension}`;
