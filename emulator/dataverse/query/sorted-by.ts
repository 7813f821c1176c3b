import type { Column } from '../schema/column.ts';
import { compareText } from './collation.ts';

/** What rows are sorted by. */
export type SortKey = string | number | boolean | null;

/** How a sort key is written in a paging cookie. */
export type KeyKind = 'text' | 'number' | 'boolean' | 'time' | 'id';

/** One order of a query: what rows are sorted by, and what paging cookies call it. */
export type SortedBy<Of> = {
  readonly name: string;
  readonly kind: KeyKind;
  readonly descending: boolean;
  readonly keyOf: (of: Of) => SortKey;
};

/** Nulls first, text without case and accents. */
export function compareKeys(left: SortKey, right: SortKey): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  return left < right ? -1 : 1;
}

/** How the values of a column are written in a cookie. */
export function keyKind({ type }: Column): KeyKind {
  switch (type) {
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'money':
    case 'double':
    case 'choice':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'datetime':
      return 'time';
    case 'guid':
      return 'id';
    case 'string':
    case 'memo':
    case 'date':
    case 'choices':
    case 'lookup':
    case 'enum':
    case 'complex':
      return 'text';
  }
}

/** Which of two rows comes first by their keys; 0 where the orders do not tell. */
export function compareByKeys(
  orders: readonly Pick<SortedBy<never>, 'descending'>[],
  left: readonly SortKey[],
  right: readonly SortKey[],
): number {
  for (const [index, { descending }] of orders.entries()) {
    const found = compareKeys(left[index] ?? null, right[index] ?? null);
    if (found !== 0) return descending ? -found : found;
  }
  return 0;
}

/** Sorts rows; those that compare equal keep their order. */
export function sortedRows<Of>(orders: readonly SortedBy<Of>[], rows: Iterable<Of>): readonly Of[] {
  const keyed = Array.from(rows, (row) => ({ row, keys: orders.map((it) => it.keyOf(row)) }));
  return keyed.toSorted((left, right) => compareByKeys(orders, left.keys, right.keys)).map(({ row }) => row);
}
