import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { Column, Sort } from './column.ts';
import { Grid } from './grid.tsx';
import type { RowSource } from './row-windows.ts';
import { TableFrame } from './table-frame.tsx';
import type { Exports } from './use-export.ts';
import { useExport } from './use-export.ts';
import { useRowWindows } from './use-row-windows.ts';

/** A table over rows that stay in main, of any number: sorting and filtering are the owner's to pass on. */
export type WindowTableProps<Row> = {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly source: RowSource<Row>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort) => void;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** Rows before filtering, when known. */
  readonly all: number;
  readonly toolbar?: ReactNode;
  readonly onOpen?: (row: Row, index: number) => void;
  readonly openIndex?: number | null;
  readonly loading?: boolean;
  readonly message: ReactNode;
  /** Replaces the export of rows at hand by one of the whole source. */
  readonly exports?: Exports<Row>;
};

export const WindowTable = <Row,>(props: WindowTableProps<Row>): ReactElement => {
  const { source, sort } = props;
  const { rowAt, need } = useRowWindows(source);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(props.columns.filter((column) => column.hidden === true).map((column) => column.id)),
  );
  const shownColumns = props.columns.filter((column) => !hidden.has(column.id));
  const atHand = useExport<Row>({
    name: props.label,
    columns: shownColumns,
    rows: () =>
      Array.from({ length: Math.min(source.count, 2000) }, (_, index) => rowAt(index)).filter(
        (row) => row !== undefined,
      ),
  });
  return (
    <TableFrame
      toolbar={props.toolbar}
      filter={{ value: props.filter, set: props.onFilter, label: props.label }}
      counts={{ shown: source.count, all: Math.max(props.all, source.count), chosen: 0 }}
      columns={{
        all: props.columns,
        shown: new Set(shownColumns.map((column) => column.id)),
        set: (id, visible) => {
          const next = new Set(hidden);
          if (visible) next.delete(id);
          else next.add(id);
          setHidden(next);
        },
      }}
      exports={props.exports ?? atHand}
    >
      <Grid
        label={props.label}
        columns={shownColumns}
        count={source.count}
        rowAt={rowAt}
        keyAt={String}
        sort={sort}
        onSort={(column) =>
          props.onSort({ column, descending: sort?.column === column ? !sort.descending : false })
        }
        onRange={need}
        {...(props.onOpen === undefined
          ? {}
          : {
              onOpen: (index: number) => {
                const row = rowAt(index);
                if (row !== undefined) props.onOpen?.(row, index);
              },
            })}
        openKey={props.openIndex == null ? null : String(props.openIndex)}
        onCopy={(index) => {
          const row = rowAt(index);
          if (row !== undefined) atHand.copyRows([row]);
        }}
        loading={props.loading === true}
        message={props.message}
      />
    </TableFrame>
  );
};
