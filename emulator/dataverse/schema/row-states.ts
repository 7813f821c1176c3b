import type { Table } from './table.ts';

/** Status reasons of each state of a table, the one that a state begins with first. */
export type RowStates = ReadonlyMap<number, readonly number[]>;

const states = (...reasons: readonly (readonly number[])[]): RowStates =>
  new Map(reasons.map((it, state) => [state, it]));

const own: ReadonlyMap<string, RowStates> = new Map([
  ['task', states([2, 3, 4, 7], [5], [6])],
  ['appointment', states([1, 2], [3], [4], [5, 6])],
  ['email', states([1, 8], [2, 3, 4, 6, 7], [5])],
  ['fax', states([1], [2, 3, 4], [5])],
  ['letter', states([1, 2], [3, 4], [5])],
  ['asyncoperation', states([0], [10], [20, 21, 22], [30, 31, 32])],
  ['phonecall', states([1], [2, 4], [3])],
  ['lead', states([1, 2], [3], [4, 5, 6, 7])],
  ['opportunity', states([1, 2], [3], [4, 5])],
  ['incident', states([1, 2, 3, 4], [5, 1000], [6, 2000])],
]);

const activeInactive = states([1], [2]);

/**
 * Which status reasons go with which state (Learn: table references, statuscode); null for a table without states. Most tables are
 * active with 1 and inactive with 2.
 */
export function rowStatesOf(table: Table): RowStates | null {
  const known = own.get(table.logicalName);
  if (known !== undefined) return known;
  const labels = (name: string): string => Object.keys(table.columns.get(name)?.labels ?? {}).join();
  return labels('statecode') === '0,1' && labels('statuscode') === '1,2' ? activeInactive : null;
}
