import { idOf, type Row, textOf } from '../schema/value.ts';
import type { Journal } from './journal.ts';
import type { MutableRows } from './row-source.ts';

type Index = Map<string, Set<string>>;

/**
 * Rows in memory, made by `generate` at first use and indexed by a column at the first look-up through it. While the journal is
 * open, every change is noted there.
 */
export function memoryRows(
  primaryId: string,
  generate: () => Iterable<Row>,
  journal: Pick<Journal, 'isOpen' | 'note'> | null = null,
): MutableRows {
  let loaded: Map<string, Row> | null = null;
  const indexes = new Map<string, Index>();

  const all = (): Map<string, Row> => {
    loaded ??= new Map([...generate()].map((row) => [idOf(row, primaryId), row]));
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
    const before = all().get(idOf(row, primaryId));
    if (before !== undefined) leave(before);
    all().set(idOf(row, primaryId), row);
    for (const [column, index] of indexes) enter(index, column, row);
  };

  const remove = (id: string): void => {
    const before = all().get(id);
    if (before === undefined) return;
    leave(before);
    all().delete(id);
  };

  return {
    rows: () => all().values(),
    get: (id) => all().get(id) ?? null,
    where(column, id) {
      const found: Row[] = [];
      for (const rowId of indexOf(column).get(id) ?? []) {
        const row = all().get(rowId);
        if (row !== undefined) found.push(row);
      }
      return found;
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
        // Rows keep their order, so that one that comes back needs its place too.
        const kept = new Map(all());
        journal.note(() => {
          loaded = kept;
          indexes.clear();
        });
      }
      remove(id);
    },
    snapshot() {
      // Rows themselves are never changed, so that their map is all there is to copy.
      const kept = loaded === null ? null : new Map(loaded);
      return () => {
        loaded = kept === null ? null : new Map(kept);
        indexes.clear();
      };
    },
  };
}
