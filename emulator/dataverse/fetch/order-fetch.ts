import { wrongOrder } from '../errors/fetch-faults.ts';
import { lookupName } from '../query/format-value.ts';
import { compareKeys, type SortKey } from '../query/order-rows.ts';
import type { FetchEntity, FetchOrder, FetchQuery } from './fetch-query.ts';
import { fetchColumn, type FetchScope, type Joined, joinedReader, root, tableOf } from './fetch-scope.ts';

type Placed = { readonly alias: string; readonly order: FetchOrder };

const ordersIn = (alias: string, entity: FetchEntity): readonly Placed[] => [
  ...entity.orders.map((order) => ({ alias: order.entity ?? alias, order })),
  ...entity.links.flatMap((link) => ordersIn(link.alias, link)),
];

/** The orders of a query: those of the main table first, then those of joined ones. */
export const fetchOrders = (query: FetchQuery): readonly Placed[] => ordersIn(root, query.entity);

/** Sorts rows as the service does: choices by label, lookups by name, nulls first. */
export function orderJoined(scope: FetchScope, query: FetchQuery, rows: Iterable<Joined>): Iterable<Joined> {
  const orders = fetchOrders(query);
  if (orders.length === 0) return rows;
  const keys = orders.map(({ alias, order }) => {
    if (order.attribute === null) throw wrongOrder(false);
    const column = fetchColumn(tableOf(scope, alias), order.attribute);
    const read = joinedReader(scope, alias, column);
    return (joined: Joined): SortKey => {
      const value = read(joined);
      if (value === null || typeof value === 'object') return null;
      const row = joined.get(alias) ?? null;
      if (column.type === 'lookup' && row !== null) return lookupName(scope.session, column, row);
      return column.type === 'choice' ? (column.labels[String(value)] ?? value) : value;
    };
  });
  const decorated = [...rows].map((joined) => ({ joined, keys: keys.map((key) => key(joined)) }));
  decorated.sort((left, right) => {
    for (const [index, { order }] of orders.entries()) {
      const found = compareKeys(left.keys[index] ?? null, right.keys[index] ?? null);
      if (found !== 0) return order.descending ? -found : found;
    }
    return 0;
  });
  return decorated.map(({ joined }) => joined);
}
