import { aggregateLimit, invalidAggregate, plainInAggregate, wrongOrder } from '../errors/fetch-faults.ts';
import { compareKeys, type SortKey } from '../query/order-rows.ts';
import type { WireObject } from '../query/wire-object.ts';
import type { Column } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import { annotate, type FetchColumn } from './fetch-columns.ts';
import type { FetchQuery } from './fetch-query.ts';
import { type FetchScope, type Joined, joinedReader } from './fetch-scope.ts';
import { fetchOrders } from './order-fetch.ts';

/** Most rows that an aggregate goes through (Learn: "Aggregate data using FetchXml", limitations). */
const mostRows = 50_000;

const numeric = new Set<Column['type']>(['integer', 'bigint', 'decimal', 'money', 'double']);
const functions = ['count', 'countcolumn', 'sum', 'avg', 'min', 'max'];

type Value = string | number | boolean;
type Fold = { readonly take: (value: Json) => void; readonly result: () => Json };

function foldOf({ attribute, column }: FetchColumn): Fold {
  const name = attribute?.aggregate ?? '';
  if (!functions.includes(name)) throw invalidAggregate(name, column.type);
  if (['sum', 'avg', 'min', 'max'].includes(name) && !numeric.has(column.type) && column.type !== 'datetime')
    throw invalidAggregate(name, column.type);
  const seen = new Set<Value>();
  const values: Value[] = [];
  let rows = 0;
  const numbers = (): readonly number[] => values.filter((it) => typeof it === 'number');
  const least = (sign: number): Json => {
    const [best = null] = values.toSorted((a, b) => sign * compareKeys(a, b));
    return best;
  };
  return {
    take(value) {
      rows += 1;
      if (value === null || typeof value === 'object') return;
      if (attribute?.distinct === true && seen.has(value)) return;
      seen.add(value);
      values.push(value);
    },
    result() {
      if (name === 'count') return rows;
      if (name === 'countcolumn') return values.length;
      if (name === 'min') return least(1);
      if (name === 'max') return least(-1);
      const sum = numbers().reduce((total, it) => total + it, 0);
      if (values.length === 0) return null;
      return name === 'sum' ? sum : sum / values.length;
    },
  };
}

/** The groups of an aggregate query, each with its values under the aliases that the query gives. */
export function aggregateRows(
  scope: FetchScope,
  query: FetchQuery,
  columns: readonly FetchColumn[],
  rows: Iterable<Joined>,
): readonly WireObject[] {
  const groupBy = columns.filter(({ attribute }) => attribute?.groupBy === true);
  const folded = columns.filter(({ attribute }) => attribute?.aggregate != null);
  if (groupBy.length + folded.length !== columns.length || columns.some((it) => it.attribute?.alias == null))
    throw plainInAggregate();
  const read = new Map(columns.map((it) => [it, joinedReader(scope, it.alias, it.column)]));
  const valueOf = (column: FetchColumn, joined: Joined): Json => read.get(column)?.(joined) ?? null;
  const folds = () => folded.map((it) => [it, foldOf(it)] as const);
  const groups = new Map<string, { readonly into: WireObject; readonly folds: ReturnType<typeof folds> }>();
  let count = 0;
  for (const joined of rows) {
    count += 1;
    if (count > mostRows) throw aggregateLimit();
    const key = JSON.stringify(groupBy.map((it) => valueOf(it, joined)));
    const known = groups.get(key);
    const group = known ?? { into: {}, folds: folds() };
    if (known === undefined) {
      groups.set(key, group);
      for (const it of groupBy) {
        const value = valueOf(it, joined);
        if (value === null) continue;
        annotate(scope, it, joined, group.into);
        group.into[it.key] = value;
      }
    }
    for (const [column, fold] of group.folds) fold.take(valueOf(column, joined));
  }
  // Without a group an aggregate answers one row even when it went through none.
  if (groupBy.length === 0 && groups.size === 0) groups.set('', { into: {}, folds: folds() });
  const answers = [...groups.values()].map(({ into, folds: all }) => {
    for (const [column, fold] of all) {
      const value = fold.result();
      if (value !== null) into[column.key] = value;
    }
    return into;
  });
  return ordered(query, answers);
}

function ordered(query: FetchQuery, answers: readonly WireObject[]): readonly WireObject[] {
  const orders = fetchOrders(query).map(({ order }) => {
    if (order.alias === null) throw wrongOrder(true);
    return { key: order.alias, descending: order.descending };
  });
  const keyOf = (answer: WireObject, key: string): SortKey => {
    const value = answer[key] ?? null;
    return typeof value === 'object' ? null : value;
  };
  return answers.toSorted((left, right) => {
    for (const { key, descending } of orders) {
      const found = compareKeys(keyOf(left, key), keyOf(right, key));
      if (found !== 0) return descending ? -found : found;
    }
    return 0;
  });
}
