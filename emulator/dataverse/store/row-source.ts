import type { Row } from '../schema/value.ts';

/** Read access to the rows of one table. Order is stable: rows keep their place until they are removed. */
export type RowSource = {
  rows(): Iterable<Row>;
  get(id: string): Row | null;
  /** Rows whose column holds the id (ids are lower-case), as they are now: later changes do not disturb the walk. */
  where(column: string, id: string): Iterable<Row>;
};

/** A row source that can be written. */
export type MutableRows = RowSource & {
  /** Adds a row, or replaces the one with the same id in its place. */
  put(row: Row): void;
  remove(id: string): void;
  /** Remembers all rows; the answer takes them back. */
  snapshot(): () => void;
};
