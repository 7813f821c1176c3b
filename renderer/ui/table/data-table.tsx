import type { RowData, SortingState } from '@tanstack/react-table';
import {
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ReactElement, ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { UI_TEXTS } from '../texts.ts';
import type { CellValue, Column, Sort } from './column.ts';
import { compareCells } from './column.ts';
import { Grid } from './grid.tsx';
import type { Selection } from './selection.ts';
import { NO_SELECTION } from './selection.ts';
import { TableFrame } from './table-frame.tsx';
import { useExport } from './use-export.ts';

const features = tableFeatures({
  columnFilteringFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

/** A table over rows that live in the renderer: up to 10,000. */
export type DataTableProps<Row extends RowData> = {
  /** Names the table for screen readers and its exports. */
  readonly label: string;
  /** Keep stable: module scope or useMemo. */
  readonly columns: readonly Column<Row>[];
  /** Keep stable between changes. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly initialSort?: Sort;
  /** Enter or click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly openKey?: string | null;
  /** Chosen row keys; leave both out for a table without selection. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelected?: (keys: ReadonlySet<string>) => void;
  /** Buttons at the left of the toolbar; gets the chosen rows, so that it can change with them. */
  readonly toolbar?: (chosen: readonly Row[]) => ReactNode;
  /** More filters, beside the filter box. */
  readonly filters?: ReactNode;
  readonly loading?: boolean;
  /** What stands there when there are no rows at all: an EmptyState or ErrorPanel. */
  readonly empty: ReactNode;
};

export const DataTable = <Row extends RowData>(props: DataTableProps<Row>): ReactElement => {
  const { rows, rowKey, selected, onSelected } = props;
  const [sorting, setSorting] = useState<SortingState>(() =>
    props.initialSort === undefined
      ? []
      : [{ id: props.initialSort.column, desc: props.initialSort.descending }],
  );
  const [filter, setFilter] = useState('');
  const [anchor, setAnchor] = useState(0);
  const [visibility, setVisibility] = useState<Record<string, boolean>>(() =>
    Object.fromEntries(props.columns.map((column) => [column.id, column.hidden !== true])),
  );

  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return props.columns.map((column) =>
      helper.accessor((row: Row): unknown => column.value(row), {
        id: column.id,
        header: column.header,
        enableHiding: column.required !== true,
        sortFn: (a, b) => compareCells(column.value(a.original), column.value(b.original)),
      }),
    );
  }, [props.columns]);

  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowKey,
    state: { sorting, globalFilter: filter, columnVisibility: visibility },
    onSortingChange: setSorting,
    onGlobalFilterChange: setFilter,
    onColumnVisibilityChange: setVisibility,
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, columnId, wanted: string) => {
      const value = row.getValue<CellValue>(columnId);
      return value !== null && String(value).toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase());
    },
  });

  const shown = table.getRowModel().rows;
  const shownColumns = props.columns.filter((column) => visibility[column.id] !== false);
  const chosen = selected === undefined ? [] : rows.filter((row) => selected.has(rowKey(row)));
  const selection: Selection | undefined = selected === undefined ? undefined : { keys: selected, anchor };
  const exports = useExport({
    name: props.label,
    columns: shownColumns,
    rows: () => (chosen.length > 0 ? chosen : shown.map((row) => row.original)),
  });

  const select = (next: Selection) => {
    setAnchor(next.anchor);
    onSelected?.(next.keys);
  };
  const selectAll = () => {
    const all = shown.map((row) => row.id);
    const everyShown = all.length > 0 && all.every((key) => selected?.has(key) === true);
    select(everyShown ? NO_SELECTION : { keys: new Set(all), anchor: 0 });
  };
  const firstSort = sorting[0];

  if (rows.length === 0 && props.loading !== true) {
    return (
      <TableFrame toolbar={props.toolbar?.([])} filters={props.filters}>
        {props.empty}
      </TableFrame>
    );
  }
  return (
    <TableFrame
      toolbar={props.toolbar?.(chosen)}
      filters={props.filters}
      filter={{ value: filter, set: setFilter, label: props.label }}
      counts={{ shown: shown.length, all: rows.length, chosen: chosen.length }}
      {...(onSelected === undefined ? {} : { onClearSelection: () => select(NO_SELECTION) })}
      columns={{
        all: props.columns,
        shown: new Set(shownColumns.map((column) => column.id)),
        set: (id, visible) => setVisibility({ ...visibility, [id]: visible }),
      }}
      exports={exports}
    >
      <Grid
        label={props.label}
        columns={shownColumns}
        count={shown.length}
        rowAt={(index) => shown[index]?.original}
        keyAt={(index) => shown[index]?.id ?? String(index)}
        sort={firstSort === undefined ? null : { column: firstSort.id, descending: firstSort.desc }}
        onSort={(column) =>
          setSorting([{ id: column, desc: firstSort?.id === column ? !firstSort.desc : false }])
        }
        {...(selection === undefined ? {} : { selection, onSelect: select, onSelectAll: selectAll })}
        {...(props.onOpen === undefined
          ? {}
          : {
              onOpen: (index: number) => {
                const row = shown[index]?.original;
                if (row !== undefined) props.onOpen?.(row);
              },
            })}
        openKey={props.openKey ?? null}
        onCopy={(index) => {
          const row = shown[index]?.original;
          exports.copyRows(chosen.length > 0 ? chosen : row === undefined ? [] : [row]);
        }}
        loading={props.loading === true}
        message={
          <>
            <strong>{UI_TEXTS.noMatch}</strong>
            <div>{filter === '' ? null : UI_TEXTS.noMatchHint(filter)}</div>
          </>
        }
      />
    </TableFrame>
  );
};
