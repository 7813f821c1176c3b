import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Journal } from './journal.ts';
import type { MutableRows } from './row-source.ts';

type Index = Map<string, Set<string>>;

/** What a table holds: its rows in their order, and the place of each, also of those that were removed. */
type Held = { readonly rows: Map<string, Row>; readonly places: Map<string, number> };

/**
 * Rows in memory, made by `generate` at first use and indexed by a column at the first look-up through it. While the journal is
 * open, every change is noted there.
 */
export function memoryRows(
  primaryId: string,
  generate: () => Iterable<Row>,
  journal: Pick<Journal, 'isOpen' | 'note'> | null = null,
): MutableRows {
  let loaded: Held | null = null;
  let lastPlace = 0;
  // A row that came back stands last in the map, whatever its place is.
  let isInOrder = true;
  const indexes = new Map<string, Index>();

  const held = (): Held => {
    if (loaded !== null) return loaded;
    const rows = new Map([...generate()].map((row) => [idOf(row, primaryId), row]));
    loaded = { rows, places: new Map([...rows.keys()].map((id) => [id, (lastPlace += 1)])) };
    return loaded;
  };
  const all = (): Map<string, Row> => held().rows;
  const placeOf = (id: string): number | null => held().places.get(id) ?? null;

  const ordered = (): Held => {
    if (isInOrder) return held();
    const { places, rows } = held();
    const place = (id: string): number => places.get(id) ?? 0;
    isInOrder = true;
    loaded = { rows: new Map([...rows].toSorted(([one], [other]) => place(one) - place(other))), places };
    return loaded;
  };

  const enter = (index: Index, column: string, row: Row): void => {
    const value = textOf(row, column);
    if (value === null) return;
    const ids = index.get(value);
    if (ids === undefined) index.set(value, new Set([idOf(row, primaryId)]));
    else ids.add(idOf(row, primaryId));
  };

  const indexOf = (column: string): Index => {
    const known = indexes.get(column);
    if (known !== undefined) return known;
    const index: Index = new Map();
    for (const row of all().values()) enter(index, column, row);
    indexes.set(column, index);
    return index;
  };

  const leave = (row: Row): void => {
    for (const [column, index] of indexes) index.get(textOf(row, column) ?? '')?.delete(idOf(row, primaryId));
  };

  const put = (row: Row): void => {
    const id = idOf(row, primaryId);
    const before = all().get(id);
    if (before === undefined) held().places.set(id, (lastPlace += 1));
    else leave(before);
    all().set(id, row);
    for (const [column, index] of indexes) enter(index, column, row);
  };

  const remove = (id: string): void => {
    const before = all().get(id);
    if (before === undefined) return;
    leave(before);
    all().delete(id);
  };

  const copy = ({ rows, places }: Held): Held => ({ rows: new Map(rows), places: new Map(places) });

  return {
    rows: () => ordered().rows.values(),
    get: (id) => all().get(id) ?? null,
    place: placeOf,
    where(column, id) {
      const found: Row[] = [];
      let latest = 0;
      let inOrder = true;
      for (const rowId of indexOf(column).get(id) ?? []) {
        const row = all().get(rowId);
        if (row === undefined) continue;
        found.push(row);
        const place = placeOf(rowId) ?? 0;
        inOrder &&= place > latest;
        latest = place;
      }
      if (inOrder) return found;
      // A row whose value was changed stands last in the index, but not in the table.
      const place = (row: Row): number => placeOf(idOf(row, primaryId)) ?? 0;
      return found.toSorted((left, right) => place(left) - place(right));
    },
    put(row) {
      if (journal?.isOpen === true) {
        const id = idOf(row, primaryId);
        const before = all().get(id);
        journal.note(() => (before === undefined ? remove(id) : put(before)));
      }
      put(row);
    },
    remove(id) {
      if (journal?.isOpen === true) {
        const before = all().get(id);
        const place = placeOf(id);
        journal.note(() => {
          if (before === undefined || place === null) return;
          put(before);
          held().places.set(id, place);
          isInOrder = false;
        });
      }
      remove(id);
    },
    snapshot() {
      // Rows themselves are never changed, so that their map is all there is to copy.
      const kept = loaded === null ? null : copy(ordered());
      return () => {
        loaded = kept === null ? null : copy(kept);
        isInOrder = true;
        indexes.clear();
      };
    },
  };
}
