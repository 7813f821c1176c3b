import { checkFetchXml, isOn } from '../fetchxml/check-fetch.ts';
import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import { printOData } from '../odata/print-odata.ts';
import type { ExpandItem, Expression, OrderItem, QueryOption } from '../odata/syntax.ts';
import { isChoice, isLookup, propertyOf, shownColumn } from '../tables.ts';
import { misplacedPlaceholders } from '../parameters/find-parameters.ts';
import { isPlaceholder } from '../parameters/parameter.ts';
import type { QueryColumn, QuerySchema, QueryTableDetails } from '../tables.ts';
import { createLedger } from './conversion.ts';
import type { Conversion, Ledger } from './conversion.ts';
import { absencesOf } from './fetch-absence.ts';
import { isAcross } from './fetch-across.ts';
import { aggregateToOData } from './fetch-aggregate.ts';
import { joined, make } from './fetch-condition.ts';
import { aliasesOf, detailsOf, filtersOf, linkFilter, navigationOf } from './fetch-filter.ts';
import type { FetchContext, Linked } from './fetch-filter.ts';

const NOWHERE = { from: 0, to: 0 };

/** What a table of the query gives to the request; `filter` counts for the whole row. */
type Part = {
  readonly select: readonly string[];
  readonly expand: readonly ExpandItem[];
  readonly filter: readonly Expression[];
  readonly order: readonly OrderItem[];
};

const isSingle = (link: XmlElement): boolean => {
  const type = attributeOf(link, 'link-type') ?? 'inner';
  return type === 'inner' || type === 'outer' || type === 'natural';
};

/** Whether a link brings no column and no order, neither itself nor below. */
const asksNothing = (link: XmlElement): boolean =>
  ['attribute', 'all-attributes', 'order'].every((name) => elementsOf(link, name).length === 0) &&
  elementsOf(link, 'link-entity').every(asksNothing);

/** The link as one of another type. */
const ofType = (link: XmlElement, type: string): XmlElement => ({
  ...link,
  attributes: link.attributes.map((one) => (one.name === 'link-type' ? { ...one, value: type } : one)),
});

const linkPart = (
  link: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  distinct: boolean,
  context: FetchContext,
): Part | null => {
  const { ledger, schema } = context;
  const only = { select: [], expand: [], order: [] };
  const tested = (): Part | null => {
    const filter = linkFilter(link, table, way, context);
    return filter === null ? null : { ...only, filter: [filter] };
  };
  if (context.absences.has(link)) {
    const filter = linkFilter(ofType(link, 'not any'), table, way, context);
    return filter === null ? null : { ...only, filter: [filter] };
  }
  const type = attributeOf(link, 'link-type') ?? 'inner';
  if (type === 'matchfirstrowusingcrossapply') return ledger.refuse('link-type', link, type);
  if (!isSingle(link)) return tested();
  // `natural` is the older word for it (Microsoft Learn: "link-entity element", link-type options).
  const inner = type !== 'outer';
  // An inner join repeats a row for each child; only `distinct` takes that back.
  const once = (name: string): Part | null =>
    inner && distinct && asksNothing(link) ? tested() : ledger.refuse('rows-per-child', link, name);
  if (isAcross(link, table)) return once(attributeOf(link, 'name') ?? '');
  const there = detailsOf(link, schema, ledger);
  if (there === null) return null;
  const navigation = navigationOf(link, table, there);
  if (navigation === null)
    return ledger.refuse('no-relationship', link, `${table.logicalName} – ${there.logicalName}`);
  if (navigation.kind !== 'one') return once(there.logicalName);
  const part = partOf(link, there, [...way, navigation.name], distinct, context);
  // What is joined below it on terms empties it, too.
  if (!inner && (elementsOf(link, 'filter').length > 0 || part.filter.length > 0))
    return ledger.refuse('outer-filter', link, there.logicalName);
  const exists = inner
    ? [make.compare('ne', make.path(...way, navigation.name, there.primaryId), make.nothing)]
    : [];
  const select: readonly QueryOption[] =
    part.select.length === 0
      ? []
      : [{ kind: 'select', items: part.select.map((name) => [{ name, ...NOWHERE }]), ...NOWHERE }];
  const expand: readonly QueryOption[] =
    part.expand.length === 0 ? [] : [{ kind: 'expand', items: part.expand, ...NOWHERE }];
  const asked =
    part.select.length > 0 || part.expand.length > 0 || elementsOf(link, 'all-attributes').length > 0;
  if (asked) ledger.note('nested-rows', link, there.logicalName);
  return {
    select: [],
    expand: asked
      ? [{ path: [{ name: navigation.name, ...NOWHERE }], options: [...select, ...expand], ...NOWHERE }]
      : [],
    // A condition on the linked row that is not null says already that it is there.
    filter: part.filter.length > 0 && inner ? part.filter : [...exists, ...part.filter],
    order: part.order,
  };
};

/**
 * The property of the first table that orders by a column. Behind a lookup that is the name of the row there alone, which the lookup
 * itself is sorted by (Microsoft Learn: "Order rows using OData", lookup columns); of a path like `primarycontactid/jobtitle` no page
 * of Microsoft Learn tells, the service was seen to fail on one (github.com/OData/WebApi/issues/2119), and FetchXML Builder refuses it.
 */
const orderProperty = (
  column: QueryColumn,
  { table, way }: Linked,
  { raw, root }: FetchContext,
): string | null => {
  const [navigation, further] = way;
  if (navigation === undefined) return propertyOf(column);
  if (further !== undefined || raw || column.logicalName !== table.primaryName) return null;
  const over = root.navigation.find(({ kind, name }) => kind === 'one' && name === navigation)?.column;
  const lookup = root.columns.find(({ logicalName }) => logicalName === over);
  // One that may point to other tables is sorted by their names, too.
  return lookup === undefined || lookup.targets.length > 1 ? null : propertyOf(lookup);
};

/** What an entity or a link to one row asks for. */
const partOf = (
  element: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  distinct: boolean,
  context: FetchContext,
): Part => {
  const { ledger } = context;
  const select: string[] = [];
  for (const attribute of elementsOf(element, 'attribute')) {
    const name = attributeOf(attribute, 'name') ?? '';
    const column = table.columns.find(({ logicalName }) => logicalName === name);
    if (column === undefined) {
      const code = shownColumn(table, name) === null ? 'column-unknown' : 'shown-column';
      ledger.refuse(code, attribute, `${table.logicalName}.${name}`);
    } else select.push(propertyOf(column));
    if (attributeOf(attribute, 'alias') !== null)
      ledger.refuse('column-alias', attribute, attributeOf(attribute, 'alias') ?? '');
  }
  const order = elementsOf(element, 'order').flatMap((one): OrderItem[] => {
    const name = attributeOf(one, 'attribute') ?? '';
    const alias = attributeOf(one, 'entityname');
    const linked = alias === null ? { table, way } : (context.aliases.get(alias) ?? null);
    const column = linked?.table.columns.find(({ logicalName }) => logicalName === name);
    if (linked === null || column === undefined) {
      ledger.refuse('column-unknown', one, name);
      return [];
    }
    if (context.raw && isLookup(column)) ledger.refuse('fetch-option', one, 'useraworderby');
    // Microsoft Learn: "Order rows using OData", choice columns.
    if (!context.raw && isChoice(column)) {
      if (context.limited) ledger.refuse('order-of-choices', one, name);
      else ledger.note('order-by-number', one, name);
    }
    const property = orderProperty(column, linked, context);
    if (property === null) {
      ledger.refuse('order-behind-lookup', one, [...linked.way, propertyOf(column)].join('/'));
      return [];
    }
    return [{ by: make.path(property), descending: isOn(attributeOf(one, 'descending')) }];
  });
  // Nothing but the ID comes (Microsoft Learn: "Select columns using FetchXml", no-attrs).
  if (elementsOf(element, 'no-attrs').length > 0) select.push(table.primaryId);
  const links = elementsOf(element, 'link-entity').flatMap((link) => {
    const part = linkPart(link, table, way, distinct, context);
    return part === null ? [] : [part];
  });
  if (order.length > 0 && links.some((part) => part.order.length > 0))
    ledger.refuse('link-order', element, table.logicalName);
  const expand = links.flatMap((one) => one.expand);
  const twice = expand.find(({ path: [name] }, at) =>
    expand.slice(0, at).some(({ path: [other] }) => other?.name === name?.name),
  );
  if (twice !== undefined) ledger.refuse('link-twice', element, twice.path[0]?.name ?? '');
  return {
    select: elementsOf(element, 'all-attributes').length > 0 ? [] : select,
    expand,
    filter: [...filtersOf(element, table, way, context), ...links.flatMap((part) => part.filter)],
    order: [...order, ...links.flatMap((part) => part.order)],
  };
};

const headOptions = (fetch: XmlElement, ledger: Ledger): readonly QueryOption[] => {
  for (const name of ['page', 'paging-cookie']) {
    const value = attributeOf(fetch, name);
    if (value !== null && value !== '1' && value !== '') ledger.refuse('paging', fetch, name);
  }
  for (const name of ['aggregatelimit', 'datasource', 'latematerialize', 'options', 'utc-offset']) {
    if (attributeOf(fetch, name) !== null) ledger.refuse('fetch-option', fetch, name);
  }
  if (attributeOf(fetch, 'count') !== null)
    ledger.note('page-size', fetch, attributeOf(fetch, 'count') ?? '');
  if (attributeOf(fetch, 'no-lock') !== null) ledger.note('no-effect', fetch, 'no-lock');
  const asked = attributeOf(fetch, 'top') ?? '';
  const top = Number(asked || Number.NaN);
  return [
    ...(Number.isInteger(top) ? [{ kind: 'top' as const, count: top, ...NOWHERE }] : []),
    ...(isPlaceholder(asked) ? [{ kind: 'raw' as const, name: '$top', text: asked.trim(), ...NOWHERE }] : []),
    ...(isOn(attributeOf(fetch, 'returntotalrecordcount'))
      ? [{ kind: 'count' as const, on: true, ...NOWHERE }]
      : []),
  ];
};

/** FetchXML as a request of the Web API that answers the same rows, or why there is none. */
export const fetchToOData = (text: string, schema: QuerySchema): Conversion => {
  const { faults, root } = checkFetchXml(text);
  const ledger = createLedger();
  const fault =
    faults.find(({ severity }) => severity === 'error') ?? misplacedPlaceholders('fetchxml', text)[0];
  const entity = root === null ? undefined : elementsOf(root, 'entity')[0];
  if (fault !== undefined || root === null || entity === undefined) {
    ledger.refuse('has-faults', fault ?? { from: 0, to: text.length });
    return ledger.end(() => '');
  }
  const table = detailsOf(entity, schema, ledger);
  if (table === null) return ledger.end(() => '');
  const context: FetchContext = {
    schema,
    root: table,
    ledger,
    aliases: aliasesOf(entity, table, [], schema),
    absences: absencesOf(entity, table, schema),
    raw: isOn(attributeOf(root, 'useraworderby')),
    limited: attributeOf(root, 'top') !== null,
  };
  const head = headOptions(root, ledger);
  const path = [{ name: table.entitySet, args: null, ...NOWHERE }];
  const finish = (options: readonly QueryOption[]): Conversion =>
    ledger.end(() => printOData({ path, options: [...options, ...head] }, 'lines'));

  if (isOn(attributeOf(root, 'aggregate'))) return finish(aggregateToOData(entity, table, context) ?? []);
  const distinct = isOn(attributeOf(root, 'distinct'));
  const part = partOf(entity, table, [], distinct, context);
  const filter = joined('and', part.filter);
  const options: readonly QueryOption[] = [
    ...(part.select.length === 0
      ? []
      : [{ kind: 'select' as const, items: part.select.map((name) => [{ name, ...NOWHERE }]), ...NOWHERE }]),
    ...(part.expand.length === 0 ? [] : [{ kind: 'expand' as const, items: part.expand, ...NOWHERE }]),
    ...(filter === null ? [] : [{ kind: 'filter' as const, by: filter, ...NOWHERE }]),
    ...(part.order.length === 0 ? [] : [{ kind: 'orderby' as const, items: part.order, ...NOWHERE }]),
  ];
  // Rows of a table differ by their key; without it distinct would take rows away that OData returns.
  const whole = part.select.length === 0 || part.select.includes(table.primaryId);
  if (distinct && !whole) ledger.refuse('distinct', root, '');
  return finish(options);
};
