import type { Cell, RowDifference } from '../../preload/contract/query.ts';

type Cells = readonly Cell[];
type Place = 'from' | 'to';

/** Compares rows of two environments by a key. */
export type RowDiff = {
  readonly add: (place: Place, cells: Cells) => void;
  readonly result: () => {
    readonly counts: Readonly<Record<RowDifference['kind'] | 'same', number>>;
    /** What is different, in the order in which it came; of `from` first. */
    readonly differences: Iterable<RowDifference>;
  };
};

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const rawOf = (cell: Cell): string | number | boolean | null =>
  cell !== null && typeof cell === 'object' ? cell.raw : cell;

/**
 * What two values are compared by. An id with a name (a lookup) counts by its name, because the same record has another id in another
 * environment; one without a name says nothing there.
 */
const meaning = (cell: Cell): string | number | boolean | null | undefined => {
  const raw = rawOf(cell);
  if (typeof raw !== 'string' || !GUID.test(raw)) return raw;
  return cell !== null && typeof cell === 'object' ? cell.formatted : undefined;
};

const differ = (from: Cell, to: Cell): boolean => {
  const [a, b] = [meaning(from), meaning(to)];
  return a !== undefined && b !== undefined && a !== b;
};

/** Begins a comparison; `key` are places of columns, and text of a key counts without case, as the service compares it. */
export const createRowDiff = (columns: readonly string[], key: readonly number[]): RowDiff => {
  const rows = { from: new Map<string, Cells[]>(), to: new Map<string, Cells[]>() };
  const inKey = new Set(key);
  const keyOf = (cells: Cells): string =>
    JSON.stringify(
      key.map((at) => {
        const cell = cells[at] ?? null;
        // A lookup is the same where its name is: its id is another one everywhere.
        const value = meaning(cell) ?? rawOf(cell);
        return typeof value === 'string' ? value.toLowerCase() : value;
      }),
    );
  const shownKey = (cells: Cells): Cell[] => key.map((at) => cells[at] ?? null);

  const compare = (id: string): RowDifference | null => {
    const [from = [], to = []] = [rows.from.get(id), rows.to.get(id)];
    const [one = to[0], other] = [from[0], to[0]];
    if (one === undefined) return null;
    const shown = shownKey(one);
    if (from.length > 1 || to.length > 1) return { kind: 'several', key: shown, columns: [] };
    if (from.length === 0) return { kind: 'only-to', key: shown, columns: [] };
    if (other === undefined) return { kind: 'only-from', key: shown, columns: [] };
    const different = columns.flatMap((column, at) => {
      const [left, right] = [one[at] ?? null, other[at] ?? null];
      return !inKey.has(at) && differ(left, right) ? [{ column, from: left, to: right }] : [];
    });
    return different.length === 0 ? null : { kind: 'different', key: shown, columns: different };
  };

  return {
    add: (place, cells) => {
      const id = keyOf(cells);
      const there = rows[place].get(id);
      if (there === undefined) rows[place].set(id, [cells]);
      // More than two say no more than two do.
      else if (there.length < 2) there.push(cells);
    },
    result: () => {
      const counts = { 'only-from': 0, 'only-to': 0, different: 0, several: 0, same: 0 };
      const differences: RowDifference[] = [];
      for (const id of new Set([...rows.from.keys(), ...rows.to.keys()])) {
        const found = compare(id);
        counts[found?.kind ?? 'same'] += 1;
        if (found !== null) differences.push(found);
      }
      return { counts, differences };
    },
  };
};
