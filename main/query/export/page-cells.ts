import type { Cell } from '../../../preload/contract/query.ts';
import type { ServiceRow } from '../answer-rows.ts';
import { createRowReader } from '../fold-annotations.ts';

/** The columns of a file, and the cells of rows in their order. */
export type FileColumns = {
  readonly names: readonly string[];
  /** Columns that came and have no place in the file. */
  readonly left: ReadonlySet<string>;
  /** Reads rows of the service one after the other, so that no more than one is held; with open columns a new one gets the next place. */
  readonly cellsOf: (rows: readonly ServiceRow[]) => Iterable<readonly Cell[]>;
};

/** Columns of an open file that are given a place; the widest table has about a thousand. */
const MOST_COLUMNS = 2000;

/**
 * Makes the columns of a file. `open`: columns may still come, because the file has no first line that names them. `chosen`: the others are
 * not wanted, rather than left out.
 */
export const createFileColumns = (
  known: readonly string[],
  { chosen, open }: { readonly chosen: boolean; readonly open: boolean },
): FileColumns => {
  const names = [...known];
  const places = new Map(names.map((name, at) => [name, at]));
  const left = new Set<string>();
  // Copied for each row, which is quicker than filling one.
  const blank: Cell[] = names.map(() => null);
  let cells: Cell[] = [];

  const placeOf = (column: string): number => {
    const place = places.get(column);
    if (place !== undefined) return place;
    if (chosen) return -1;
    if (!open || names.length >= MOST_COLUMNS) {
      if (left.size < MOST_COLUMNS) left.add(column);
      return -1;
    }
    blank.push(null);
    places.set(column, names.length);
    return names.push(column) - 1;
  };
  const read = createRowReader(placeOf, (place, raw, formatted) => {
    if (place < 0) return;
    while (cells.length <= place) cells.push(null);
    cells[place] = raw === null || formatted === null ? raw : { raw, formatted };
  });
  return {
    names,
    left,
    *cellsOf(rows) {
      for (const row of rows) {
        cells = [...blank];
        read(row);
        yield cells;
      }
    },
  };
};
