import { attributeOf, elementsOf } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import type { Expression } from '../odata/syntax.ts';
import { tableNamed } from '../tables.ts';
import type { QueryNavigation, QuerySchema, QueryTableDetails } from '../tables.ts';
import type { Ledger } from './conversion.ts';
import type { Absences } from './fetch-absence.ts';
import { acrossOf, isAcross } from './fetch-across.ts';
import { conditionToOData, joined, make } from './fetch-condition.ts';

const NOWHERE = { from: 0, to: 0 };

/** A table of the query, and the navigation properties that lead to it from the first one. */
export type Linked = { readonly table: QueryTableDetails; readonly way: readonly string[] };
type Aliases = ReadonlyMap<string, Linked | null>;

/** What is known of the table that an element names; null after a refusal. */
export const detailsOf = (
  element: XmlElement,
  schema: QuerySchema,
  ledger: Ledger,
): QueryTableDetails | null => {
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

/** The places that `entityname` can mean: links to one row, by alias or name. */
export const aliasesOf = (
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

/** What counts through a whole query while it is said in OData. */
export type FetchContext = {
  readonly schema: QuerySchema;
  /** The table that is asked. */
  readonly root: QueryTableDetails;
  readonly aliases: Aliases;
  readonly absences: Absences;
  readonly ledger: Ledger;
  /** Choices and lookups are sorted by what is stored, not by what is shown. */
  readonly raw: boolean;
  /** Only the first rows are wanted, so that another order brings others. */
  readonly limited: boolean;
};

/** Says of a list whether one of its rows, or none, passes `body`; with `all` that there are rows and none passes. */
const quantified = (
  type: string,
  path: readonly string[],
  variable: string,
  there: QueryTableDetails,
  body: Expression | null,
): Expression => {
  const any = (inner: Expression | null): Expression => ({
    kind: 'lambda',
    path: path.map((name) => ({ name, ...NOWHERE })),
    quantifier: 'any',
    variable,
    body: inner ?? make.compare('ne', make.path(variable, there.primaryId), make.nothing),
    ...NOWHERE,
  });
  switch (type) {
    case 'not any':
      return make.not(any(body));
    // Rows are there and none of them passes the filter (Microsoft Learn: "link-entity element", filter link types).
    case 'all':
      return make.compare('and', any(null), make.not(any(body)));
    default:
      return any(body);
  }
};

/** The variable of a lambda. There is one at most: lists are asked about from the first table alone. */
const VARIABLE = 'o1';

/** The conditions of a link's own filters. */
const conditionsIn = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element, 'filter').flatMap((filter) => [
    ...elementsOf(filter, 'condition'),
    ...conditionsIn(filter),
  ]);

const acrossFilter = (
  link: XmlElement,
  table: QueryTableDetails,
  context: FetchContext,
): Expression | null => {
  const across = acrossOf(link, table, context.schema, context.ledger);
  if (across === null) return null;
  const { far, navigation, there } = across;
  // Of the intersect table OData knows the ID of the other side alone, which is that of the row there.
  for (const condition of conditionsIn(link)) {
    const column = attributeOf(condition, 'attribute') ?? '';
    if (column !== there.primaryId)
      return context.ledger.refuse('intersect-column', condition, `${navigation.column}.${column}`);
  }
  const ids = {
    ...there,
    columns: there.columns.filter(({ logicalName }) => logicalName === there.primaryId),
  };
  const body = joined('and', [
    ...filtersOf(link, ids, [VARIABLE], context),
    ...(far === null ? [] : filtersOf(far, there, [VARIABLE], context)),
  ]);
  return quantified(attributeOf(link, 'link-type') ?? 'inner', [navigation.name], VARIABLE, there, body);
};

/** A link that is only tested, as a condition on the first table; null after a refusal. */
export const linkFilter = (
  link: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  context: FetchContext,
): Expression | null => {
  const { ledger, schema } = context;
  const across = isAcross(link, table);
  const there = across ? null : detailsOf(link, schema, ledger);
  if (!across && there === null) return null;
  const navigation = there === null ? null : navigationOf(link, table, there);
  // Microsoft Learn: "Filter rows using OData", filter using values of related collections.
  if (way.length > 0 && navigation?.kind !== 'one')
    return ledger.refuse('list-behind-lookup', link, [...way, attributeOf(link, 'name') ?? ''].join('/'));
  if (there === null) return acrossFilter(link, table, context);
  if (navigation === null)
    return ledger.refuse('no-relationship', link, `${table.logicalName} – ${there.logicalName}`);
  for (const inner of elementsOf(link, 'link-entity'))
    ledger.refuse('link-type', inner, attributeOf(inner, 'name') ?? '');
  const type = attributeOf(link, 'link-type') ?? 'inner';
  const prefix = navigation.kind === 'one' ? [...way, navigation.name] : [VARIABLE];
  const body = joined('and', filtersOf(link, there, prefix, context));
  if (navigation.kind !== 'one') return quantified(type, [navigation.name], VARIABLE, there, body);
  const exists = make.compare('ne', make.path(...prefix, there.primaryId), make.nothing);
  const both = body === null ? exists : make.compare('and', exists, body);
  if (type === 'not any') return make.not(both);
  return type === 'all' ? ledger.refuse('link-type', link, type) : both;
};

const filterOf = (
  filter: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  context: FetchContext,
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
  { absences, aliases, ledger }: FetchContext,
): Expression | null => {
  const alias = attributeOf(condition, 'entityname');
  // It is said by its link.
  if ([...absences.values()].includes(condition)) return null;
  if (alias === null) return conditionToOData(condition, table, way, ledger);
  const linked = aliases.get(alias);
  if (linked === undefined || linked === null) return ledger.refuse('condition-on-alias', condition, alias);
  return conditionToOData(condition, linked.table, linked.way, ledger);
};

/** The filters of an entity or a link, each as one condition. */
export const filtersOf = (
  element: XmlElement,
  table: QueryTableDetails,
  way: readonly string[],
  context: FetchContext,
): readonly Expression[] =>
  elementsOf(element, 'filter').flatMap((filter) => {
    const part = filterOf(filter, table, way, context);
    return part === null ? [] : [part];
  });
