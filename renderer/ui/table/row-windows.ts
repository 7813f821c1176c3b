/** Rows that live in main and are read window by window. A new `key` means other rows: what was read is forgotten. */
export type RowSource<Row> = {
  readonly key: string;
  readonly count: number;
  readonly fetchWindow: (
    offset: number,
    limit: number,
    signal: AbortSignal,
  ) => Promise<readonly Row[] | null>;
};

/** Rows per window. */
export const WINDOW_ROWS = 200;
/** Windows kept; the ones used longest ago go first. */
export const KEPT_WINDOWS = 40;

/** The first row of each window that a range of rows needs. */
export const windowsFor = (first: number, last: number, count: number): readonly number[] => {
  if (count === 0 || last < first) return [];
  const offsets: number[] = [];
  const from = Math.floor(Math.max(0, first) / WINDOW_ROWS) * WINDOW_ROWS;
  for (let offset = from; offset <= Math.min(last, count - 1); offset += WINDOW_ROWS) offsets.push(offset);
  return offsets;
};
