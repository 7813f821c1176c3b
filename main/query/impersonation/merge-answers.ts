import type { Cell } from '../../../preload/contract/query.ts';
import { CALLERS } from '../../../preload/contract/words/status.ts';
import type { CallerKind } from '../../../preload/contract/words/status.ts';
import type { ServiceRow } from '../answer-rows.ts';
import { createRowReader } from '../fold-annotations.ts';

/** Rows of several callers, each once, and who has read it. */
export type MergedRows = {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly cells: Cell[]; readonly seenBy: CallerKind[] }[];
};

type Met = { readonly values: ReadonlyMap<string, Cell>; readonly seenBy: CallerKind[] };

const valuesOf = (row: ServiceRow): ReadonlyMap<string, Cell> => {
  const values = new Map<string, Cell>();
  const read = createRowReader(
    (column) => column,
    (column, raw, formatted) =>
      values.set(column, raw === null || formatted === null ? raw : { raw, formatted }),
  );
  read(row);
  return values;
};

/**
 * Puts rows of several callers together: one record is one row, by its id where the table has one in the answer, else by all its values. Those
 * that not every caller has read come first. Values are those of the first caller in the order of CALLERS.
 */
export const mergeAnswers = (
  answers: ReadonlyMap<CallerKind, readonly ServiceRow[]>,
  primaryId: string | null,
): MergedRows => {
  const columns = new Set<string>();
  const met = new Map<string, Met>();
  const callers = CALLERS.filter((who) => answers.has(who));
  for (const who of callers) {
    for (const row of answers.get(who) ?? []) {
      const values = valuesOf(row);
      for (const column of values.keys()) columns.add(column);
      const id = primaryId === null ? null : (values.get(primaryId) ?? null);
      const key = JSON.stringify(id ?? [...values]);
      const known = met.get(key);
      if (known === undefined) met.set(key, { values, seenBy: [who] });
      else if (!known.seenBy.includes(who)) known.seenBy.push(who);
    }
  }
  const names = [...columns];
  const rows = [...met.values()].map(({ seenBy, values }) => ({
    cells: names.map((name) => values.get(name) ?? null),
    seenBy,
  }));
  return { columns: names, rows: rows.toSorted((a, b) => a.seenBy.length - b.seenBy.length) };
};
