import { isOn } from '../fetchxml/check-fetch.ts';
import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { AggregateItem, Expression, Name, QueryOption, Transformation } from '../odata/syntax.ts';
import { isChoice, propertyOf } from '../tables.ts';
import type { QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';
import { joined, make } from './fetch-condition.ts';
import { filtersOf, navigationOf } from './fetch-filter.ts';
import type { FetchContext, Linked } from './fetch-filter.ts';

const NOWHERE = { from: 0, to: 0 };
const METHODS: Readonly<Record<string, string>> = { sum: 'sum', avg: 'average', min: 'min', max: 'max' };

const aggregateItem = (
  column: XmlElement,
  path: readonly Name[],
  alias: string,
  ledger: Ledger,
): AggregateItem | null => {
  const method = attributeOf(column, 'aggregate') ?? '';
  if (method === 'count') return { path: null, method: null, alias };
  if (method === 'countcolumn' && isOn(attributeOf(column, 'distinct')))
    return { path, method: 'countdistinct', alias };
  const same = METHODS[method];
  return same === undefined ? ledger.refuse('aggregate', column, method) : { path, method: same, alias };
};

/** A table whose columns are grouped or summed up: the first one, or one behind a lookup of it. */
type Source = { readonly element: XmlElement; readonly at: Linked; readonly filter: readonly Expression[] };

/** The links to one row that an aggregate goes over; null after a refusal. */
const linkedSource = (link: XmlElement, table: QueryTableDetails, context: FetchContext): Source | null => {
  const name = attributeOf(link, 'name') ?? '';
  const type = attributeOf(link, 'link-type') ?? 'inner';
  const there = context.schema.details.get(name);
  const navigation = there === undefined ? null : navigationOf(link, table, there);
  const inner = type === 'inner' || type === 'natural';
  const plain = elementsOf(link).every((one) => one.name === 'attribute' || one.name === 'filter');
  if (there === undefined || navigation?.kind !== 'one' || !plain || (!inner && type !== 'outer'))
    return context.ledger.refuse('aggregate-link', link, name);
  const way = [navigation.name];
  const filter = filtersOf(link, there, way, context);
  if (!inner && filter.length > 0) return context.ledger.refuse('outer-filter', link, name);
  const exists = make.compare('ne', make.path(...way, there.primaryId), make.nothing);
  return { element: link, at: { table: there, way }, filter: inner ? [exists, ...filter] : [] };
};

/** Aggregated FetchXML as `$apply` (Microsoft Learn: "Aggregate data using OData"); null when it cannot be said. */
export const aggregateToOData = (
  entity: XmlElement,
  table: QueryTableDetails,
  context: FetchContext,
): readonly QueryOption[] | null => {
  const { ledger, limited, raw } = context;
  const sources: Source[] = [
    { element: entity, at: { table, way: [] }, filter: filtersOf(entity, table, [], context) },
  ];
  for (const link of elementsOf(entity, 'link-entity')) {
    const source = linkedSource(link, table, context);
    if (source === null) return null;
    sources.push(source);
  }
  const filter = joined(
    'and',
    sources.flatMap((source) => source.filter),
  );
  const paths: (readonly Name[])[] = [];
  const choices = new Set<string>();
  const items: AggregateItem[] = [];
  const renamed = new Map<string, string>();
  const linkedAliases = new Set<string>();
  const columns = sources.flatMap(({ at, element }) =>
    elementsOf(element, 'attribute').map((column) => ({ column, ...at })),
  );
  for (const { column, table: of, way } of columns) {
    const name = attributeOf(column, 'name') ?? '';
    const found = of.columns.find(({ logicalName }) => logicalName === name);
    if (found === undefined) return ledger.refuse('column-unknown', column, `${of.logicalName}.${name}`);
    const path = [...way, propertyOf(found)].map((one) => ({ name: one, ...NOWHERE }));
    if (way.length > 0) ledger.note('nested-rows', column, of.logicalName);
    const alias = attributeOf(column, 'alias') ?? name;
    const groups = isOn(attributeOf(column, 'groupby'));
    // Nor by a date as it is (Microsoft Learn: "Aggregate data using OData").
    if (attributeOf(column, 'dategrouping') !== null || (groups && found.type === 'DateTime'))
      return ledger.refuse('date-grouping', column, name);
    if (groups) {
      paths.push(path);
      if (isChoice(found)) choices.add(alias);
      // By what stands behind a lookup nothing is ordered.
      if (way.length === 0) renamed.set(alias, propertyOf(found));
      else linkedAliases.add(alias);
      continue;
    }
    const item = aggregateItem(column, path, alias, ledger);
    if (item === null) return null;
    items.push(item);
    renamed.set(alias, alias);
  }
  if (paths.length === 0 && items.length === 0) return ledger.refuse('has-faults', entity);
  const last: Transformation =
    paths.length === 0
      ? { kind: 'aggregate', items }
      : { kind: 'groupby', paths, steps: items.length === 0 ? [] : [{ kind: 'aggregate', items }] };
  const steps: readonly Transformation[] = filter === null ? [last] : [{ kind: 'filter', by: filter }, last];
  for (const order of elementsOf(entity, 'order')) {
    const alias = attributeOf(order, 'alias');
    if (!raw && choices.has(alias ?? '')) {
      if (limited) ledger.refuse('order-of-choices', order, alias ?? '');
      else ledger.note('order-by-number', order, alias ?? '');
    }
    if (linkedAliases.has(alias ?? '')) ledger.refuse('order-behind-lookup', order, alias ?? '');
    if (items.some((item) => item.alias === alias)) ledger.refuse('aggregate-order', order, alias ?? '');
  }
  const orders = elementsOf(entity, 'order').map((order) => ({
    by: make.path(renamed.get(attributeOf(order, 'alias') ?? attributeOf(order, 'attribute') ?? '') ?? ''),
    descending: isOn(attributeOf(order, 'descending')),
  }));
  return [
    { kind: 'apply', steps, ...NOWHERE },
    ...(orders.length === 0 ? [] : [{ kind: 'orderby' as const, items: orders, ...NOWHERE }]),
  ];
};
