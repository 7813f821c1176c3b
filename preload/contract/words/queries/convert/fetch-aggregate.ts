import { isOn } from '../fetchxml/check-fetch.ts';
import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { AggregateItem, Expression, Name, QueryOption, Transformation } from '../odata/syntax.ts';
import { isChoice, propertyOf } from '../tables.ts';
import type { QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';
import { make } from './fetch-condition.ts';

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

/** Aggregated FetchXML as `$apply` (Microsoft Learn: "Aggregate data using OData"); null when it cannot be said. */
export const aggregateToOData = (
  entity: XmlElement,
  table: QueryTableDetails,
  filter: Expression | null,
  { limited, raw }: { readonly raw: boolean; readonly limited: boolean },
  ledger: Ledger,
): readonly QueryOption[] | null => {
  const paths: (readonly Name[])[] = [];
  const choices = new Set<string>();
  const items: AggregateItem[] = [];
  const renamed = new Map<string, string>();
  for (const link of elementsOf(entity, 'link-entity'))
    ledger.refuse('aggregate-link', link, attributeOf(link, 'name') ?? '');
  for (const column of elementsOf(entity, 'attribute')) {
    const name = attributeOf(column, 'name') ?? '';
    const found = table.columns.find(({ logicalName }) => logicalName === name);
    if (found === undefined) return ledger.refuse('column-unknown', column, `${table.logicalName}.${name}`);
    const path = [{ name: propertyOf(found), ...NOWHERE }];
    const alias = attributeOf(column, 'alias') ?? name;
    const groups = isOn(attributeOf(column, 'groupby'));
    // Nor by a date as it is (Microsoft Learn: "Aggregate data using OData").
    if (attributeOf(column, 'dategrouping') !== null || (groups && found.type === 'DateTime'))
      return ledger.refuse('date-grouping', column, name);
    if (groups) {
      paths.push(path);
      if (isChoice(found)) choices.add(alias);
      renamed.set(alias, propertyOf(found));
      continue;
    }
    const item = aggregateItem(column, path, alias, ledger);
    if (item === null) return null;
    items.push(item);
    renamed.set(alias, alias);
  }
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
