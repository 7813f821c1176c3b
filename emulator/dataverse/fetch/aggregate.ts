import { aggregateLimit, groupsNotSorted } from '../errors/fetch-aggregate-faults.ts';
import { aliasNotFound } from '../errors/fetch-faults.ts';
import { choicesNotSorted } from '../errors/query-faults.ts';
import { lookupName } from '../query/format-value.ts';
import { textKey } from '../query/collation.ts';
import { compareKeys, type SortKey } from '../query/sorted-by.ts';
import type { WireObject } from '../query/wire-object.ts';
import { column as makeColumn } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { dateGroup } from './date-group.ts';
import { annotate, type FetchColumn } from './fetch-columns.ts';
import type { FetchQuery } from './fetch-query.ts';
import type { FetchScope, Joined } from './fetch-scope.ts';
import { type Fold, startFold } from './fold.ts';
import { fetchOrders } from './order-fetch.ts';

/** Most rows that an aggregate goes through (Learn: "Aggregate data using FetchXml", limitations). */
const mostRows = 50_000;

type Group = {
  readonly into: WireObject;
  readonly keys: Map<string, SortKey>;
  readonly folds: readonly (readonly [FetchColumn, Fold])[];
};

/** A column that rows are grouped by: its value, and the column that says how the value is shown. */
type GroupColumn = {
  readonly it: FetchColumn;
  readonly read: (joined: Joined) => Json;
  readonly isPart: boolean;
};

const textless = (value: Json): SortKey => (typeof value === 'object' ? null : value);

/** What a group is sorted by: a choice by its label, a lookup by the name that it shows. */
function groupKey(
  scope: FetchScope,
  query: FetchQuery,
  { it, isPart }: GroupColumn,
  joined: Joined,
  value: Json,
): SortKey {
  const row = joined.get(it.alias) ?? null;
  if (isPart || row === null) return textless(value);
  if (it.column.type === 'lookup') return lookupName(scope.session, it.column, row);
  const isChoice = it.column.type === 'choice' && !query.rawOrder;
  return isChoice ? (it.column.labels[String(value)] ?? textless(value)) : textless(value);
}

function groupColumn(scope: FetchScope, it: FetchColumn): GroupColumn {
  if (it.column.type === 'choices') throw choicesNotSorted();
  const part = dateGroup(scope, it);
  const numbers = { ...it, column: makeColumn(it.column.name, 'integer') };
  return part === null
    ? { it, read: it.read, isPart: false }
    : { it: numbers, read: (joined) => part(it.read(joined)), isPart: true };
}

/** The groups of an aggregate query, each with its values under the aliases that the query gives. */
export function aggregateRows(
  scope: FetchScope,
  query: FetchQuery,
  columns: readonly FetchColumn[],
  rows: Iterable<Joined>,
): readonly WireObject[] {
  const groupBy = columns.filter((it) => it.attribute?.groupBy === true).map((it) => groupColumn(scope, it));
  if (query.entity.name === 'audit' && groupBy.length > 0 && fetchOrders(query).length > 0)
    throw groupsNotSorted();
  const folded = columns.filter(({ attribute }) => attribute?.aggregate != null);
  const { session } = scope;
  const ofNothing =
    dataverseRule(session.ports.rules, session.environment.seed, 'fetchSumOfNothing') === 'null' ? null : 0;
  const start = (): Group => ({
    into: {},
    keys: new Map(),
    folds: folded.map((it) => [it, startFold(it, ofNothing)]),
  });
  // Without a group an aggregate answers one row even when it went through none.
  const groups = new Map<string, Group>(groupBy.length === 0 ? [['[]', start()]] : []);
  const most = Math.min(query.aggregateLimit ?? mostRows, mostRows);
  let count = 0;
  for (const joined of rows) {
    count += 1;
    if (count > most) throw aggregateLimit();
    const values = groupBy.map((it) => it.read(joined));
    const key = JSON.stringify(values.map((it) => (typeof it === 'string' ? textKey(it) : it)));
    const known = groups.get(key);
    const group = known ?? start();
    if (known === undefined) {
      groups.set(key, group);
      for (const [index, of] of groupBy.entries()) {
        const value = values[index] ?? null;
        if (value === null) continue;
        annotate(scope, of.it, joined, group.into, of.isPart ? value : undefined);
        group.into[of.it.key] = value;
        group.keys.set(of.it.key, groupKey(scope, query, of, joined, value));
      }
    }
    for (const [column, fold] of group.folds) fold.take(column.read(joined));
  }
  for (const { into, keys, folds } of groups.values()) {
    for (const [column, fold] of folds) {
      const value = fold.result();
      if (value === null) continue;
      const counts = column.attribute?.aggregate?.startsWith('count') === true;
      const shown = counts ? { ...column, column: makeColumn(column.column.name, 'integer') } : column;
      annotate(scope, shown, new Map(), into, value);
      into[column.key] = value;
      keys.set(column.key, textless(value));
    }
  }
  return ordered(query, columns, [...groups.values()]).map(({ into }) => into);
}

function ordered(
  query: FetchQuery,
  columns: readonly FetchColumn[],
  groups: readonly Group[],
): readonly Group[] {
  const orders = fetchOrders(query).map(({ order }) => {
    if (!columns.some(({ key }) => key === order.alias)) throw aliasNotFound();
    return { key: order.alias ?? '', descending: order.descending };
  });
  return groups.toSorted((left, right) => {
    for (const { key, descending } of orders) {
      const found = compareKeys(left.keys.get(key) ?? null, right.keys.get(key) ?? null);
      if (found !== 0) return descending ? -found : found;
    }
    return 0;
  });
}
