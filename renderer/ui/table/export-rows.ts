import { localDay } from '../../../preload/contract/words/local-day.ts';
import { neutralise } from '../../../preload/contract/words/neutral-text.ts';
import type { CellValue, Column } from './column.ts';

const cellText = (value: CellValue): string =>
  value === null ? '' : typeof value === 'string' ? neutralise(value) : String(value);

const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as they are read, some at a time; null when they can be read no longer. */
export type RowParts<Row> = AsyncIterable<readonly Row[] | null>;

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read it as UTF-8; in parts, as the rows come. */
const csvParts = async function* <Row>(
  columns: readonly Column<Row>[],
  parts: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  const lines = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
  yield `\uFEFF${lines([columns.map((column) => neutralise(column.header))])}`;
  for await (const rows of parts)
    yield lines(rows.map((row) => columns.map((column) => cellText(column.value(row)))));
};

/** Rows as a JSON array of objects keyed by column header. Values stay as they are: JSON runs nothing. */
const jsonParts = async function* <Row>(
  columns: readonly Column<Row>[],
  parts: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  let before = '[';
  for await (const rows of parts) {
    const objects = rows.map((row) =>
      JSON.stringify(
        Object.fromEntries(columns.map((column) => [column.header, column.value(row)])),
        null,
        2,
      ).replaceAll(/^/gm, '  '),
    );
    if (objects.length === 0) continue;
    yield `${before}\n${objects.join(',\n')}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
};

/** Rows as the text of a file, made while they are read. */
export const fileParts = <Row>(
  format: 'csv' | 'json',
  columns: readonly Column<Row>[],
  parts: AsyncIterable<readonly Row[]>,
): AsyncIterable<string> => (format === 'csv' ? csvParts(columns, parts) : jsonParts(columns, parts));

/**
 * A value that begins with a quotation mark stands in quotation marks, as in CSV: spreadsheets take pasted ones away, and what came out
 * could be a formula.
 */
const tabField = (text: string): string => {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ');
  return line.startsWith('"') ? csvField(line) : line;
};

/** Rows as tab-separated lines for the clipboard; tabs and line breaks inside a value become spaces. */
export const toTabText = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  [
    columns.map((column) => column.header),
    ...rows.map((row) => columns.map((column) => tabField(cellText(column.value(row))))),
  ]
    .map((line) => line.join('\t'))
    .join('\n');

/** A file name for an export: the table's name and the day, in characters that every system allows. */
export const exportName = (name: string, extension: 'csv' | 'json', now: Date): string =>
  `${name
    .replaceAll(/[^\w -]+/g, ' ')
    .trim()
    .slice(0, 60)} ${localDay(now)}.${extension}`;
