import { appError } from '../../../preload/contract/words/errors.ts';
import { useUiPorts } from '../ports.tsx';
import { UI_TEXTS } from '../texts.ts';
import { useToasts } from '../toasts.tsx';
import type { Column } from './column.ts';
import { exportName, toCsv, toJson, toTabText } from './export-rows.ts';

/** The ways out of a table. */
export type Exports<Row> = {
  readonly count: () => number;
  readonly save: (format: 'csv' | 'json') => void;
  readonly copy: () => void;
  readonly copyRows: (rows: readonly Row[]) => void;
};

/** The contract's limit of app.saveText and app.copyText, in bytes. */
const SAVE_LIMIT = 900 * 1024;
const COPY_LIMIT = 512 * 1024;

/** Exports what a table shows: the chosen rows, or all that pass the filter, in the shown columns and order. */
export const useExport = <Row>(source: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: () => readonly Row[];
}): Exports<Row> => {
  const ports = useUiPorts();
  const toasts = useToasts();
  const within = (text: string, limitBytes: number): boolean => {
    if (text.length <= limitBytes) return true;
    toasts.failure(appError('payload-too-large', { limitBytes }));
    return false;
  };
  const copyRows = (rows: readonly Row[]) => {
    const text = toTabText(source.columns, rows);
    if (!within(text, COPY_LIMIT)) return;
    void ports.copyText(text).then((copied) => {
      if (copied) toasts.success(UI_TEXTS.copied, UI_TEXTS.exportScope(rows.length));
    });
  };
  return {
    count: () => source.rows().length,
    copyRows,
    copy: () => copyRows(source.rows()),
    save: (format) => {
      const rows = source.rows();
      const text = format === 'csv' ? toCsv(source.columns, rows) : toJson(source.columns, rows);
      if (!within(text, SAVE_LIMIT)) return;
      void ports.saveText(exportName(source.name, format, new Date()), text).then((saved) => {
        if (saved) toasts.success(UI_TEXTS.saved, UI_TEXTS.exportScope(rows.length));
      });
    },
  };
};
