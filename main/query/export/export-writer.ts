import type { Cell } from '../../../preload/contract/query.ts';

/** Where rows come from, as the first columns of a file say it. */
export type RowPlace = { readonly name: string; readonly url: string };

/** How it went in one environment; what failed there as a sentence. */
export type RowsFrom = RowPlace & { readonly rows: number; readonly problem: string | null };

/** Writes rows in one format. What it throws is a `Refusal` of the disk. */
export type ExportWriter = {
  /** Rows of one environment, each asked for when it is written, their cells in the order of the columns; resolves when the disk has taken them. */
  readonly rows: (
    place: RowPlace,
    columns: readonly string[],
    rows: Iterable<readonly Cell[]>,
  ) => Promise<void>;
  /** Ends the content; where an environment failed, it says so. */
  readonly end: (environments: readonly RowsFrom[]) => Promise<void>;
  /** Gives up; the file is somebody else's to take away. */
  readonly stop: () => Promise<void>;
  /** Texts that were cut to what a cell holds. */
  readonly cut: () => number;
  readonly sheets: () => number;
};
