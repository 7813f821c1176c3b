import type { Cell } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import type { ServiceRow } from './answer-rows.ts';
import { createRowReader } from './fold-annotations.ts';
import { createRowColumn } from './row-column.ts';
import type { RowColumn } from './row-column.ts';
import { sortIndex } from './sort-index.ts';
import { breatheIn } from './time-slice.ts';

/** Columns beyond these are not kept; the widest table has about a thousand. */
const MAX_COLUMNS = 2000;
/** Rows of one run over all environments. */
const MAX_ROWS = 1_000_000;
const ROWS_BETWEEN_BREATHS = 1024;

type RowOrder = {
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** Case-insensitive text; empty for all rows. */
  readonly filter: string;
};
type RowWindow = {
  /** Rows that the filter lets through. */
  readonly count: number;
  readonly rows: readonly { readonly environmentId: EnvironmentId; readonly cells: readonly Cell[] }[];
};

/** The rows of one run, kept by column; sorting and filtering happen on row numbers. */
export type RowSource = {
  readonly count: () => number;
  readonly columns: () => readonly string[];
  /** Keeps rows of an environment until MAX_ROWS are held; returns how many were kept. */
  readonly append: (environmentId: EnvironmentId, rows: readonly ServiceRow[]) => number;
  /** A part of the rows in an order; `cancelled` when the signal ends it. */
  readonly window: (
    order: RowOrder,
    range: { readonly offset: number; readonly limit: number },
    signal: AbortSignal,
  ) => Promise<Result<RowWindow>>;
};

/** Null keys come last in both directions; numbers come before texts; equal keys keep the order of arrival. */
const compareKeys =
  (keys: readonly (number | string | null)[], descending: boolean) =>
  (a: number, b: number): number => {
    const left = keys[a] ?? null;
    const right = keys[b] ?? null;
    if (left === right) return a - b;
    if (left === null) return 1;
    if (right === null) return -1;
    const less = typeof left === typeof right ? left < right : typeof left === 'number';
    return less === descending ? 1 : -1;
  };

/** Makes an empty row source. */
export const createRowSource = (): RowSource => {
  const columns = new Map<string, RowColumn>();
  const environmentOf: EnvironmentId[] = [];
  let lastView: { readonly key: string; readonly index: Uint32Array } | null = null;

  const columnNamed = (name: string): RowColumn | null => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    if (columns.size >= MAX_COLUMNS) return null;
    const column = createRowColumn(name);
    columns.set(name, column);
    return column;
  };

  const read = createRowReader(columnNamed, (column, raw, formatted, table) =>
    column?.put(environmentOf.length, raw, formatted, table),
  );

  /** Row numbers that pass the filter, in order; null when cancelled. */
  const buildIndex = async (order: RowOrder, signal: AbortSignal): Promise<Uint32Array | null> => {
    const breathe = breatheIn(signal);
    const count = environmentOf.length;
    const all = [...columns.values()];
    const needle = order.filter.toLowerCase();
    const column = order.sort === null ? undefined : columns.get(order.sort.column);
    const index = new Uint32Array(count);
    const keys: (number | string | null)[] = [];
    let kept = 0;
    for (let row = 0; row < count; row += 1) {
      if (needle === '' || all.some((column) => column.contains(row, needle))) {
        index[kept] = row;
        kept += 1;
      }
      if (column !== undefined) keys.push(column.sortKey(row));
      if (row % ROWS_BETWEEN_BREATHS === 0 && !(await breathe())) return null;
    }
    const passing = index.subarray(0, kept);
    if (order.sort === null || column === undefined) return passing;
    return sortIndex(passing, compareKeys(keys, order.sort.descending), breathe);
  };

  const indexFor = async (order: RowOrder, signal: AbortSignal): Promise<Uint32Array | null> => {
    const key = JSON.stringify([environmentOf.length, order.sort, order.filter]);
    if (lastView?.key === key) return lastView.index;
    const index = await buildIndex(order, signal);
    if (index !== null) lastView = { key, index };
    return index;
  };

  const rowAt = (row: number) => {
    const environmentId = environmentOf[row];
    return environmentId === undefined
      ? []
      : [{ environmentId, cells: [...columns.values()].map((column) => column.cell(row)) }];
  };

  return {
    count: () => environmentOf.length,
    columns: () => [...columns.keys()],
    append: (environmentId, rows) => {
      const taken = rows.slice(0, Math.max(0, MAX_ROWS - environmentOf.length));
      for (const row of taken) {
        read(row);
        environmentOf.push(environmentId);
      }
      return taken.length;
    },
    window: async (order, { offset, limit }, signal) => {
      if (order.sort === null && order.filter === '') {
        const count = environmentOf.length;
        const length = Math.max(0, Math.min(limit, count - offset));
        return ok({
          count,
          rows: Array.from({ length }, (_, at) => offset + at).flatMap(rowAt),
        });
      }
      const index = await indexFor(order, signal);
      if (index === null) return failed('cancelled');
      return ok({ count: index.length, rows: [...index.subarray(offset, offset + limit)].flatMap(rowAt) });
    },
  };
};
