import { choicesNotSorted } from '../errors/query-faults.ts';
import { lookupName } from '../query/format-value.ts';
import { keyKind, type SortedBy, type SortKey } from '../query/sorted-by.ts';
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

/** What the orders of a query sort rows by: choices by label unless asked otherwise, lookups by name. */
export const bindOrders = (scope: FetchScope, query: FetchQuery): readonly SortedBy<Joined>[] =>
  fetchOrders(query).map(({ alias: own, order }) => {
    const alias = aliasNamed(scope, order.entity, own);
    const { column, read } = namedColumn(scope, alias, order.attribute ?? '');
    if (column.type === 'choices') throw choicesNotSorted();
    const isLabel = column.type === 'choice' && !query.rawOrder;
    const isNamed = isLabel || column.type === 'lookup';
    const keyOf = (joined: Joined): SortKey => {
      const value = read(joined);
      if (value === null || typeof value === 'object') return null;
      const row = joined.get(alias) ?? null;
      if (column.type === 'lookup' && row !== null) return lookupName(scope.session, column, row);
      return isLabel ? (column.labels[String(value)] ?? String(value)) : value;
    };
    return {
      name: `${column.name}${isNamed ? 'name' : ''}`,
      kind: isNamed ? 'text' : keyKind(column),
      descending: order.descending,
      keyOf,
    };
  });
