import { csvHeader, csvLine } from './csv-lines.ts';
import type { Values } from './csv-lines.ts';
import type { ExportWriter, RowsFrom } from './export-writer.ts';
import { createJsonLines } from './json-lines.ts';
import { createLineBytes } from './line-bytes.ts';

/** Resolves when nobody needs the bytes any more: their memory is used again. */
type Write = (bytes: Uint8Array) => Promise<void>;

const FIRST = ['environment', 'environment_url'];
const BYTE_ORDER_MARK = '\uFEFF';

const PLAIN = { stop: async () => undefined, cut: () => 0, sheets: () => 0 };

/** Writes lines, all of one call at once. */
const lineWriter = (write: Write) => {
  const bytes = createLineBytes();
  return async <Row>(rows: Iterable<Row>, line: (row: Row) => string): Promise<void> => {
    for (const row of rows) bytes.add(line(row));
    await write(bytes.take());
  };
};

const failedIn = (environments: readonly RowsFrom[]): readonly RowsFrom[] =>
  environments.filter(({ problem }) => problem !== null);

/** Writes CSV: a line of names, one line per row, and at the end one per environment that failed, so that no part passes for the whole. */
export const createCsvWriter = async (
  write: Write,
  columns: readonly string[],
  values: Values,
  byteOrderMark: boolean,
): Promise<ExportWriter> => {
  const put = lineWriter(write);
  const head = `${byteOrderMark ? BYTE_ORDER_MARK : ''}${csvHeader(FIRST, columns, values)}`;
  await put([head], (line) => line);
  return {
    ...PLAIN,
    rows: ({ name, url }, _columns, rows) => put(rows, csvLine([name, url], values)),
    end: (environments) => {
      const empty = columns.map(() => null);
      return put(failedIn(environments), ({ name, problem, rows, url }) =>
        csvLine([`INCOMPLETE: ${name}, ${rows} rows: ${problem ?? ''}`, url], values)(empty),
      );
    },
  };
};

/** Writes JSON Lines: one object per row, and at the end one per environment that failed. */
export const createJsonLinesWriter = (write: Write, values: Values): ExportWriter => {
  const put = lineWriter(write);
  const lines = createJsonLines(values);
  return {
    ...PLAIN,
    rows: ({ name, url }, columns, rows) =>
      put(rows, lines({ '@environment': name, '@environment_url': url }, columns)),
    end: (environments) =>
      put(failedIn(environments), ({ name, problem, rows, url }) => {
        const line = { '@environment': name, '@environment_url': url, '@incomplete': { rows, problem } };
        return `${JSON.stringify(line)}\n`;
      }),
  };
};
