import { csvHeader, csvLines } from './csv-lines.ts';
import type { Values } from './csv-lines.ts';
import type { ExportWriter, RowsFrom } from './export-writer.ts';
import { createJsonLines } from './json-lines.ts';

type Write = (bytes: Uint8Array) => Promise<void>;

const FIRST = ['environment', 'environment_url'];
const BYTE_ORDER_MARK = '\uFEFF';

const PLAIN = { stop: async () => undefined, cut: () => 0, sheets: () => 0 };

const failedIn = (environments: readonly RowsFrom[]): readonly RowsFrom[] =>
  environments.filter(({ problem }) => problem !== null);

/** Writes CSV: a line of names, one line per row, and at the end one per environment that failed, so that no part passes for the whole. */
export const createCsvWriter = async (
  write: Write,
  columns: readonly string[],
  values: Values,
  byteOrderMark: boolean,
): Promise<ExportWriter> => {
  const encoder = new TextEncoder();
  const say = (text: string): Promise<void> => write(encoder.encode(text));
  await say(`${byteOrderMark ? BYTE_ORDER_MARK : ''}${csvHeader(FIRST, columns, values)}`);
  return {
    ...PLAIN,
    rows: ({ name, url }, _columns, rows) => say(csvLines([name, url], rows, values)),
    end: async (environments) => {
      const empty = columns.map(() => null);
      for (const { name, problem, rows, url } of failedIn(environments)) {
        await say(csvLines([`INCOMPLETE: ${name}, ${rows} rows: ${problem ?? ''}`, url], [empty], values));
      }
    },
  };
};

/** Writes JSON Lines: one object per row, and at the end one per environment that failed. */
export const createJsonLinesWriter = (write: Write, values: Values): ExportWriter => {
  const encoder = new TextEncoder();
  const lines = createJsonLines(values);
  const say = (text: string): Promise<void> => write(encoder.encode(text));
  return {
    ...PLAIN,
    rows: ({ name, url }, columns, rows) =>
      say(lines({ '@environment': name, '@environment_url': url }, columns, rows)),
    end: async (environments) => {
      for (const { name, problem, rows, url } of failedIn(environments)) {
        const line = { '@environment': name, '@environment_url': url, '@incomplete': { rows, problem } };
        await say(`${JSON.stringify(line)}\n`);
      }
    },
  };
};
