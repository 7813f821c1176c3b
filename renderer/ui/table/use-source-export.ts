import { useRef } from 'react';
import type { Column } from './column.ts';
import type { RowSource } from './row-windows.ts';
import type { Exports } from './use-export.ts';
import { useExport } from './use-export.ts';

const ROWS_PER_READ = 2000;
/** More rows than this never fit into one exported text. */
const MOST_ROWS = 50_000;

/** Exports all rows of a RowSource, read from main when the person asks for it, in the order that is shown. */
export const useSourceExport = <Row>(table: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly source: RowSource<Row>;
}): Exports<Row> => {
  const gathered = useRef<readonly Row[]>([]);
  const { source } = table;
  const exports = useExport({ name: table.name, columns: table.columns, rows: () => gathered.current });
  const gather = async (then: () => void) => {
    const rows: Row[] = [];
    const { signal } = new AbortController();
    while (rows.length < Math.min(source.count, MOST_ROWS)) {
      const next = await source.fetchWindow(rows.length, ROWS_PER_READ, signal);
      if (next === null || next.length === 0) break;
      rows.push(...next);
    }
    gathered.current = rows;
    then();
    gathered.current = [];
  };
  return {
    count: () => source.count,
    save: (format) => void gather(() => exports.save(format)),
    copy: () => void gather(exports.copy),
    copyRows: exports.copyRows,
  };
};
