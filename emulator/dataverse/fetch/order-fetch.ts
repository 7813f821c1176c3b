import { choicesNotSorted } from '../errors/query-faults.ts';
import { lookupName } from '../query/format-value.ts';
import { compareKeys, type SortKey } from '../query/order-rows.ts';
import type { FetchEntity, FetchOrder, FetchQuery } from './fetch-query.ts';
import { aliasNamed, type FetchScope, type Joined, namedColumn, root } from './fetch-scope.ts';

/** An order and the alias of the table in which it stands. */
export type PlacedOrder = { readonly alias: string; readonly order: FetchOrder };

const ordersIn = (alias: string, entity: FetchEntity): readonly PlacedOrder[] => [
  ...entity.orders.map((order) => ({ alias, order })),
  ...entity.links.flatMap((link) => ordersIn(link.alias, link)),
];

/** The orders of a query: those of the main table first, then those of joined ones (Learn: "Order rows using FetchXml"). */
export const fetchOrders = (query: FetchQuery): readonly PlacedOrder[] => ordersIn(root, query.entity);

/** Whether a query is sorted by a column of a joined table. */
export const isOrderedByLink = (scope: FetchScope, query: FetchQuery): boolean =>
  fetchOrders(query).some(({ alias, order }) => aliasNamed(scope, order.entity, alias) !== root);

/** Compiles the orders; sorts as the service does: choices by label unless asked otherwise, lookups by name, nulls first. */
export function bindOrders(
  scope: FetchScope,
  query: FetchQuery,
): (rows: Iterable<Joined>) => Iterable<Joined> {
  const keys = fetchOrders(query).map(({ alias: own, order }) => {
    const alias = aliasNamed(scope, order.entity, own);
    const { column, read } = namedColumn(scope, alias, order.attribute ?? '');
    if (column.type === 'choices') throw choicesNotSorted();
    const keyOf = (joined: Joined): SortKey => {
      const value = read(joined);
      if (value === null || typeof value === 'object') return null;
      const row = joined.get(alias) ?? null;
      if (column.type === 'lookup' && row !== null) return lookupName(scope.session, column, row);
      const isLabel = column.type === 'choice' && !query.rawOrder;
      return isLabel ? (column.labels[String(value)] ?? value) : value;
    };
    return { keyOf, sign: order.descending ? -1 : 1 };
  });
  if (keys.length === 0) return (rows) => rows;
  return (rows) => {
    const decorated = [...rows].map((joined) => ({ joined, keys: keys.map((it) => it.keyOf(joined)) }));
    decorated.sort((left, right) => {
      for (const [index, { sign }] of keys.entries()) {
        const found = compareKeys(left.keys[index] ?? null, right.keys[index] ?? null);
        if (found !== 0) return sign * found;
      }
      return 0;
    });
    return decorated.map(({ joined }) => joined);
  };
}
