import { idOf, type Row } from '../schema/value.ts';

/** Read access to the rows of one table. Order is stable: rows keep their place until they are removed. */
export type RowSource = {
  rows(): Iterable<Row>;
  get(id: string): Row | null;
  /** Rows whose column holds the id (ids are lower-case), as they are now: later changes do not disturb the walk. */
  where(column: string, id: string): Iterable<Row>;
  /** Where a row stands among the others, also one that has been removed since; null for one that never was here. Absent where the source cannot tell. */
  readonly place?: (id: string) => number | null;
};

/** Tells where the rows of a source stand; of a source that does not remember it, only of those that are there now. */
export function placesOf(source: RowSource, primaryId: string): (id: string) => number | null {
  if (source.place !== undefined) return source.place;
  const places = new Map([...source.rows()].map((row, index) => [idOf(row, primaryId), index]));
  return (id) => places.get(id) ?? null;
}

/** A row source that can be written. */
export type MutableRows = RowSource & {
  /** Adds a row, or replaces the one with the same id in its place. */
  put(row: Row): void;
  remove(id: string): void;
  /** Remembers all rows; the answer takes them back. */
  snapshot(): () => void;
};
