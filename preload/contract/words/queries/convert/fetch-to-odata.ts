import { checkFetchXml, isOn } from '../fetchxml/check-fetch.ts';
import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import { printOData } from '../odata/print-odata.ts';
import type { ExpandItem, Expression, OrderItem, QueryOption } from '../odata/syntax.ts';
import { isChoice, isLookup, propertyOf, tableNamed } from '../tables.ts';
import { misplacedPlaceholders } from '../parameters/find-parameters.ts';
import { isPlaceholder } from '../parameters/parameter.ts';
import type { QueryNavigation, QuerySchema, QueryTableDetails } from '../tables.ts';
import { createLedger } from './conversion.ts';
import type { Conversion, Ledger } from './conversion.ts';
import { aggregateToOData } from './fetch-aggregate.ts';
import { conditionToOData, joined, make } from './fetch-condition.ts';

const NOWHERE = { from: 0, to: 0 };

/** What a table of the query gives to the request; `filter` counts for the whole row. */
type Part = {
  readonly select: readonly string[];
  readonly expand: readonly ExpandItem[];
  readonly filter: readonly Expression[];
  readonly order: readonly OrderItem[];
};

type Linked = { readonly table: QueryTableDetails; readonly way: readonly string[] };
type Aliases = ReadonlyMap<string, Linked | null>;

const detailsOf = (element: XmlElement, schema: QuerySchema, ledger: Ledger): QueryTableDetails | null => {
  const name = attributeOf(element, 'name') ?? '';
  const details = schema.details.get(name);
  if (details !== undefined) return details;
  const known = schema.tables.length === 0 || tableNamed(schema, name) !== null;
  return ledger.refuse(known ? 'tables-needed' : 'table-unknown', element, name);
};

/** The navigation property that a link follows, from the columns that it joins. */
export const navigationOf = (
  link: XmlElement,
  from: QueryTableDetails,
  to: QueryTableDetails,
): QueryNavigation | null => {
  const [here, there] = [attributeOf(link, 'to'), attributeOf(link, 'from')];
  const found = from.navigation.find(
    ({ column, kind, target }) =>
      target === to.logicalName &&
      ((kind === 'one' && column === here && (there === null || there === to.primaryId)) ||
        (kind === 'many' && column === there && (here === null || here === from.primaryId))),
  );
  return found ?? null;
};

const isSingle = (link: XmlElement): boolean => {
  const type = attributeOf(link, 'link-type') ?? 'inner';
  return type === 'inner' || type === 'outer' || type === 'natural';
};

/** The places that `entityname` can mean: links to one row, by alias or name. */
const aliasesOf = (
  element: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  schema: QuerySchema,
): Aliases => {
  const found = new Map<string, Linked | null>();
  for (const link of elementsOf(element, 'link-entity')) {
    const name = attributeOf(link, 'name') ?? '';
    const there = schema.details.get(name);
    const navigation = there === undefined ? null : navigationOf(link, table, there);
    const one =
      there !== undefined && navigation?.kind === 'one'
        ? { table: there, way: [...way, navigation.name] }
        : null;
    found.set(attributeOf(link, 'alias') ?? name, one);
    if (one !== null)
      for (const [alias, place] of aliasesOf(link, one.table, one.way, schema)) found.set(alias, place);
  }
  return found;
};

type Context = {
  readonly schema: QuerySchema;
  readonly aliases: Aliases;
  readonly ledger: Ledger;
  /** Choices and lookups are sorted by what is stored, not by what is shown. */
  readonly raw: boolean;
  /** Only the first rows are wanted, so that another order brings others. */
  readonly limited: boolean;
};

const linkFilter = (
  link: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  context: Context,
): Expression | null => {
  const { ledger, schema } = context;
  const there = detailsOf(link, schema, ledger);
  if (there === null) return null;
  const navigation = navigationOf(link, table, there);
  if (navigation === null)
    return ledger.refuse('no-relationship', link, `${table.logicalName} – ${there.logicalName}`);
  for (const inner of elementsOf(link, 'link-entity'))
    ledger.refuse('link-type', inner, attributeOf(inner, 'name') ?? '');
  const type = attributeOf(link, 'link-type') ?? 'inner';
  const quantified = (body: Expression | null, name: string): Expression => ({
    kind: 'lambda',
    path: [...way, navigation.name].map((one) => ({ name: one, ...NOWHERE })),
    quantifier: 'any',
    variable: name,
    body: body ?? make.compare('ne', make.path(name, there.primaryId), make.nothing),
    ...NOWHERE,
  });
  const name = `o${way.length + 1}`;
  const prefix = navigation.kind === 'one' ? [...way, navigation.name] : [name];
  const body = joined('and', filtersOf(link, there, prefix, context));
  if (navigation.kind === 'one') {
    const exists = make.compare('ne', make.path(...prefix, there.primaryId), make.nothing);
    const both = body === null ? exists : make.compare('and', exists, body);
    if (type === 'not any') return make.not(both);
    return type === 'all' ? ledger.refuse('link-type', link, type) : both;
  }
  switch (type) {
    case 'not any':
      return make.not(quantified(body, name));
    // Rows are there and none of them passes the filter (Microsoft Learn: "link-entity element", filter link types).
    case 'all':
      return make.compare('and', quantified(null, name), make.not(quantified(body, name)));
    default:
      return quantified(body, name);
  }
};

const filterOf = (
  filter: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  context: Context,
): Expression | null => {
  const parts: Expression[] = [];
  for (const child of elementsOf(filter)) {
    const part =
      child.name === 'condition'
        ? placed(child, table, way, context)
        : child.name === 'filter'
          ? filterOf(child, table, way, context)
          : linkFilter(child, table, way, context);
    if (part !== null) parts.push(part);
  }
  return joined(attributeOf(filter, 'type') === 'or' ? 'or' : 'and', parts);
};

const placed = (
  condition: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  { aliases, ledger }: Context,
): Expression | null => {
  const alias = attributeOf(condition, 'entityname');
  if (alias === null) return conditionToOData(condition, table, way, ledger);
  const linked = aliases.get(alias);
  if (linked === undefined || linked === null) return ledger.refuse('condition-on-alias', condition, alias);
  return conditionToOData(condition, linked.table, linked.way, ledger);
};

const filtersOf = (
  element: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  context: Context,
): readonly Expression[] =>
  elementsOf(element, 'filter').flatMap((filter) => {
    const part = filterOf(filter, table, way, context);
    return part === null ? [] : [part];
  });

const linkPart = (
  link: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  distinct: boolean,
  context: Context,
): Part | null => {
  const { ledger, schema } = context;
  const there = detailsOf(link, schema, ledger);
  if (there === null) return null;
  const only = { select: [], expand: [], order: [] };
  const type = attributeOf(link, 'link-type') ?? 'inner';
  if (type === 'matchfirstrowusingcrossapply') return ledger.refuse('link-type', link, type);
  if (!isSingle(link)) {
    const filter = linkFilter(link, table, way, context);
    return filter === null ? null : { ...only, filter: [filter] };
  }
  const navigation = navigationOf(link, table, there);
  if (navigation === null)
    return ledger.refuse('no-relationship', link, `${table.logicalName} – ${there.logicalName}`);
  // `natural` is the older word for it (Microsoft Learn: "link-entity element", link-type options).
  const inner = type !== 'outer';
  if (navigation.kind !== 'one') {
    const bare = ['attribute', 'all-attributes', 'order', 'link-entity'].every(
      (name) => elementsOf(link, name).length === 0,
    );
    // An inner join repeats a row for each child; only `distinct` takes that back.
    if (!inner || !bare || !distinct) return ledger.refuse('rows-per-child', link, there.logicalName);
    const filter = linkFilter(link, table, way, context);
    return filter === null ? null : { ...only, filter: [filter] };
  }
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

/** What an entity or a link to one row asks for. */
const partOf = (
  element: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  distinct: boolean,
  context: Context,
): Part => {
  const { ledger } = context;
  const select: string[] = [];
  for (const attribute of elementsOf(element, 'attribute')) {
    const name = attributeOf(attribute, 'name') ?? '';
    const column = table.columns.find(({ logicalName }) => logicalName === name);
    if (column === undefined) ledger.refuse('column-unknown', attribute, `${table.logicalName}.${name}`);
    else select.push(propertyOf(column));
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
    return [
      { by: make.path(...linked.way, propertyOf(column)), descending: isOn(attributeOf(one, 'descending')) },
    ];
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
  const context: Context = {
    schema,
    ledger,
    aliases: aliasesOf(entity, table, [], schema),
    raw: isOn(attributeOf(root, 'useraworderby')),
    limited: attributeOf(root, 'top') !== null,
  };
  const head = headOptions(root, ledger);
  const path = [{ name: table.entitySet, args: null, ...NOWHERE }];
  const finish = (options: readonly QueryOption[]): Conversion =>
    ledger.end(() => printOData({ path, options: [...options, ...head] }, 'lines'));

  if (isOn(attributeOf(root, 'aggregate'))) {
    const filter = joined('and', filtersOf(entity, table, [], context));
    return finish(aggregateToOData(entity, table, filter, context, ledger) ?? []);
  }
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
