import { useRef } from 'react';
import { appError } from '../../../preload/contract/words/errors.ts';
import { useToasts } from '../toasts.tsx';
import type { Column } from './column.ts';
import type { RowParts } from './export-rows.ts';
import type { RowSource } from './row-windows.ts';
import type { Exports } from './use-export.ts';
import { COPY_LIMIT, useExport } from './use-export.ts';

const ROWS_PER_READ = 2000;
/** More rows than this are no text for the clipboard. */
const MOST_COPIED = 50_000;

const partsOf = async function* <Row>(source: RowSource<Row>, signal: AbortSignal): RowParts<Row> {
  for (let at = 0; at < source.count;) {
    const next = await source.fetchWindow(at, ROWS_PER_READ, signal);
    if (next !== null && next.length === 0) return;
    yield next;
    at += next?.length ?? source.count;
  }
};

/** Exports all rows of a RowSource, read from main when the person asks for it, in the order that is shown. */
export const useSourceExport = <Row>(table: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly source: RowSource<Row>;
}): Exports<Row> => {
  const toasts = useToasts();
  const gathered = useRef<readonly Row[]>([]);
  const { source } = table;
  const exports = useExport({
    name: table.name,
    columns: table.columns,
    rows: () => gathered.current,
    parts: (signal) => partsOf(source, signal),
  });
  const copy = async () => {
    if (source.count > MOST_COPIED) {
      toasts.failure(appError('payload-too-large', { limitBytes: COPY_LIMIT }));
      return;
    }
    const rows: Row[] = [];
    for await (const part of partsOf(source, new AbortController().signal)) {
      if (part === null) return;
      rows.push(...part);
    }
    gathered.current = rows;
    exports.copy();
    gathered.current = [];
  };
  return { ...exports, count: () => source.count, copy: () => void copy() };
};
