import { ZipWriter } from '@zip.js/zip.js';
import type { Values } from './csv-lines.ts';
import type { ExportWriter } from './export-writer.ts';
import { createSheetCells } from './sheet-cells.ts';
import { FIRST_PARTS, lastParts, SHEET_BEGIN, SHEET_END, sheetPart } from './workbook-parts.ts';

/** Rows of a sheet (Microsoft Support: Excel specifications and limits). */
const MOST_ROWS = 1_048_576;
/** A part of a workbook stays well below the 4 GB over which archives need another form, which not every reader knows. */
const MOST_BYTES = 3_000_000_000;

const FIRST = ['environment', 'environment_url'];

type Sheet = {
  readonly writer: WritableStreamDefaultWriter<Uint8Array>;
  /** Rejects when the archive cannot be written. */
  readonly written: Promise<unknown>;
  rows: number;
  bytes: number;
};

/**
 * Writes a workbook (ECMA-376) while rows come: each sheet goes through the archive's compression to the disk, none is held. After a sheet's
 * last possible row a new one begins; the last sheet tells how it went in each environment.
 */
export const createWorkbookWriter = async (
  write: (bytes: Uint8Array) => Promise<void>,
  columns: readonly string[],
  values: Values,
  limits: { readonly rows: number; readonly bytes: number } = { rows: MOST_ROWS, bytes: MOST_BYTES },
): Promise<ExportWriter> => {
  const encoder = new TextEncoder();
  const cells = createSheetCells(values);
  const zip = new ZipWriter(new WritableStream({ write }), {
    useWebWorkers: false,
    zip64: false,
    extendedTimestamp: false,
  });
  const names = columns.flatMap((name) => (values === 'both' ? [name, `${name} (formatted)`] : [name]));
  const titles: string[] = [];
  let rowSheets = 0;
  let sheet: Sheet | null = null;

  const addPart = async (name: string, xml: string): Promise<void> => {
    await zip.add(name, new Blob([xml]).stream());
  };
  const put = async (to: Sheet, xml: string): Promise<void> => {
    const bytes = encoder.encode(xml);
    to.bytes += bytes.length;
    await Promise.race([to.writer.write(bytes), to.written]);
  };
  const begin = async (title: string, head: readonly string[]): Promise<Sheet> => {
    titles.push(title);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const written = zip.add(sheetPart(titles.length), readable);
    // Whoever writes next hears of it.
    written.catch(() => undefined);
    const begun: Sheet = { writer: writable.getWriter(), written, rows: 1, bytes: 0 };
    begun.writer.closed.catch(() => undefined);
    await put(begun, SHEET_BEGIN + cells.head(head));
    return begun;
  };
  const close = async (ending: Sheet): Promise<void> => {
    await put(ending, SHEET_END);
    await ending.writer.close();
    await ending.written;
  };
  const beginRows = (): Promise<Sheet> => {
    rowSheets += 1;
    return begin(rowSheets === 1 ? 'Rows' : `Rows ${rowSheets}`, [...FIRST, ...names]);
  };

  for (const [name, xml] of FIRST_PARTS) await addPart(name, xml);
  sheet = await beginRows();

  return {
    rows: async ({ name, url }, _columns, asked) => {
      const rows = [...asked];
      for (let at = 0; at < rows.length;) {
        if (sheet === null || sheet.rows >= limits.rows || sheet.bytes >= limits.bytes) {
          if (sheet !== null) await close(sheet);
          sheet = await beginRows();
        }
        const part = rows.slice(at, at + limits.rows - sheet.rows);
        const from = sheet.rows + 1;
        sheet.rows += part.length;
        at += part.length;
        await put(sheet, cells.rows(from, [name, url], part));
      }
    },
    end: async (environments) => {
      if (sheet !== null) await close(sheet);
      sheet = null;
      const about = await begin('About', ['environment', 'environment_url', 'rows', 'incomplete because']);
      for (const { name, problem, rows, url } of environments) {
        about.rows += 1;
        await put(about, cells.rows(about.rows, [name, url, rows], [[problem]]));
      }
      await close(about);
      for (const [name, xml] of lastParts(titles)) await addPart(name, xml);
      await zip.close();
    },
    stop: async () => {
      await sheet?.writer.abort().catch(() => undefined);
    },
    cut: cells.cuts,
    sheets: () => rowSheets,
  };
};
