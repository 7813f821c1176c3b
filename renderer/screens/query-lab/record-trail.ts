import type { Cell } from '../../../preload/contract/query.ts';

/** A row that a lookup names. */
export type Lookup = {
  /** Logical name of its table. */
  readonly table: string;
  readonly id: string;
  /** As the service calls it. */
  readonly name: string;
};

/** The row that a value names; null: it is no lookup, or the service did not say of which table. */
export const lookupIn = (cell: Cell): Lookup | null =>
  cell === null || typeof cell !== 'object' || cell.lookup === undefined
    ? null
    : { table: cell.lookup, id: String(cell.raw), name: cell.formatted };
