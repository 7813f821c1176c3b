import { useRef, useState } from 'react';
import { appError } from '../../../preload/contract/words/errors.ts';
import { useUiPorts } from '../ports.tsx';
import { UI_TEXTS } from '../texts.ts';
import { useToasts } from '../toasts.tsx';
import type { Column } from './column.ts';
import type { RowParts } from './export-rows.ts';
import { exportName, fileParts, toTabText } from './export-rows.ts';

/** The ways out of a table. */
export type Exports<Row> = {
  readonly count: () => number;
  readonly save: (format: 'csv' | 'json') => void;
  readonly copy: () => void;
  readonly copyRows: (rows: readonly Row[]) => void;
  /** Rows of the file that is being made; null while none is. */
  readonly saving: number | null;
  readonly cancel: () => void;
};

/** The contract's limit of app.copyText. */
export const COPY_LIMIT = 512 * 1024;
const ROWS_AT_ONCE = 2000;

const partsOf = async function* <Row>(rows: readonly Row[]): RowParts<Row> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
};

/** Exports what a table shows: the chosen rows, or all that pass the filter, in the shown columns and order. */
export const useExport = <Row>(source: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: () => readonly Row[];
  /** The rows part by part, where they are not at hand. */
  readonly parts?: (signal: AbortSignal) => RowParts<Row>;
}): Exports<Row> => {
  const ports = useUiPorts();
  const toasts = useToasts();
  const [saving, setSaving] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const copyRows = (rows: readonly Row[]) => {
    const text = toTabText(source.columns, rows);
    if (text.length > COPY_LIMIT) {
      toasts.failure(appError('payload-too-large', { limitBytes: COPY_LIMIT }));
      return;
    }
    void ports.copyText(text).then((copied) => {
      if (copied) toasts.success(UI_TEXTS.copied, UI_TEXTS.exportScope(rows.length));
    });
  };
  const save = async (format: 'csv' | 'json') => {
    const stop = new AbortController();
    running.current?.abort();
    running.current = stop;
    let done = 0;
    const counted = async function* (): AsyncGenerator<readonly Row[]> {
      for await (const rows of source.parts?.(stop.signal) ?? partsOf(source.rows())) {
        // Half a table must not pass for a whole one; why it ended is said where the rows are shown.
        if (rows === null) stop.abort();
        if (rows === null || stop.signal.aborted) return;
        yield rows;
        done += rows.length;
        setSaving(done);
      }
    };
    setSaving(0);
    const text = fileParts(format, source.columns, counted());
    const saved = await ports.saveText(exportName(source.name, format, new Date()), text, stop.signal);
    if (running.current !== stop) return;
    setSaving(null);
    if (saved) toasts.success(UI_TEXTS.saved, UI_TEXTS.exportScope(done));
  };
  return {
    count: () => source.rows().length,
    copyRows,
    copy: () => copyRows(source.rows()),
    save: (format) => void save(format),
    saving,
    cancel: () => running.current?.abort(),
  };
};
