import { printXml } from '../fetchxml/print-xml.ts';
import { readXml } from '../fetchxml/read-xml.ts';
import { newElement } from '../fetchxml/xml.ts';
import type { XmlElement } from '../fetchxml/xml.ts';
import { parseOData } from '../odata/parse-odata.ts';
import { printExpression } from '../odata/print-odata.ts';
import { misplacedPlaceholders } from '../parameters/find-parameters.ts';
import { ambiguousIn, maskOData, unmask } from '../parameters/odata-places.ts';
import type { ExpandItem, Expression, Name, ODataQuery, QueryOption } from '../odata/syntax.ts';
import {
  columnOfProperty,
  isChoice,
  isLookup,
  OWNER,
  propertyOf,
  tableBehind,
  tableOfSet,
} from '../tables.ts';
import type { QueryColumn, QuerySchema, QueryTableDetails } from '../tables.ts';
import { createLedger } from './conversion.ts';
import type { Conversion, Ledger } from './conversion.ts';
import { aliasOfPath, applyToFetch } from './odata-apply.ts';
import type { AddLinked } from './odata-apply.ts';
import { filterToFetch, resolved, textOf } from './odata-condition.ts';
import type { FilterPlace } from './odata-condition.ts';

/** A link to one row that the query needs, once for each navigation property. */
type Link = {
  readonly alias: string;
  readonly name: string;
  readonly column: string;
  readonly table: QueryTableDetails;
  columns: readonly XmlElement[];
  order: readonly XmlElement[];
  readonly links: Map<string, Link>;
};

/** Microsoft Learn: "Page results using FetchXml". */
const MOST_TOP = 5000;

type Links = Map<string, Link>;

const createLinks = (table: QueryTableDetails, schema: QuerySchema, ledger: Ledger) => {
  const first: Links = new Map();
  const used = new Set<string>();
  const follow = (names: readonly string[], at: Name): Link | null => {
    let links = first;
    let from = table;
    let link: Link | null = null;
    for (const name of names) {
      const navigation = from.navigation.find((one) => one.name === name);
      if (navigation === undefined) return ledger.refuse('column-unknown', at, name);
      if (navigation.kind !== 'one') return ledger.refuse('expand-many', at, name);
      const target = tableBehind(schema, navigation);
      if (target === OWNER) return ledger.refuse('owner-row', at, name);
      if (target === null) return ledger.refuse('tables-needed', at, navigation.target);
      let alias = name;
      for (let count = 2; !links.has(name) && used.has(alias); count += 1) alias = `${name}${count}`;
      used.add(alias);
      link = links.get(name) ?? {
        alias,
        name,
        column: navigation.column,
        table: target,
        columns: [],
        order: [],
        links: new Map(),
      };
      links.set(name, link);
      links = link.links;
      from = target;
    }
    return link;
  };
  const elements = (links: Links): readonly XmlElement[] =>
    [...links.values()].map((link) =>
      newElement(
        'link-entity',
        {
          name: link.table.logicalName,
          from: link.table.primaryId,
          to: link.column,
          'link-type': 'outer',
          alias: link.alias,
        },
        [...link.columns, ...link.order, ...elements(link.links)],
      ),
    );
  return { follow, elements: () => elements(first) };
};

const columnsOf = (
  options: readonly QueryOption[],
  table: QueryTableDetails,
  ledger: Ledger,
): readonly XmlElement[] => {
  const select = options.find((option) => option.kind === 'select');
  if (select === undefined) return [newElement('all-attributes', {})];
  return select.items.flatMap((path) => {
    const [only] = path;
    if (only?.name === '*') return [newElement('all-attributes', {})];
    const lookup = table.navigation.find((one) => one.kind === 'one' && one.name === only?.name)?.column;
    const name = only === undefined ? undefined : (columnOfProperty(table, only.name)?.logicalName ?? lookup);
    if (path.length === 1 && name !== undefined) return [newElement('attribute', { name })];
    ledger.refuse(
      path.length === 1 ? 'column-unknown' : 'select-path',
      only ?? select,
      path.map((part) => part.name).join('/'),
    );
    return [];
  });
};

type Shared = {
  readonly ledger: Ledger;
  readonly follow: (names: readonly string[], at: Name) => Link | null;
};

const expandLink = (item: ExpandItem, way: readonly string[], shared: Shared): void => {
  const { ledger } = shared;
  const names = item.path.map(({ name }) => name);
  const [last] = item.path.slice(-1);
  const link = last === undefined || names.includes('*') ? null : shared.follow([...way, ...names], last);
  if (link === null) return;
  link.columns = columnsOf(item.options, link.table, ledger);
  ledger.note('flat-rows', item, link.alias);
  for (const option of item.options) {
    if (option.kind === 'expand')
      for (const inner of option.items) expandLink(inner, [...way, ...names], shared);
    else if (option.kind !== 'select') ledger.refuse('expand-option', option, `$${option.kind}`);
  }
};

const orderOf = (
  options: readonly QueryOption[],
  table: QueryTableDetails,
  aliases: ReadonlySet<string> | null,
  shared: Shared,
  /** Takes the columns that were found. */
  ordered: QueryColumn[],
): readonly XmlElement[] => {
  const items = options.flatMap((option) => (option.kind === 'orderby' ? option.items : []));
  return items.flatMap(({ by, descending }) => {
    const names = by.kind === 'path' ? by.names.map(({ name }) => name) : [];
    const direction = descending ? { descending: 'true' } : {};
    const last = names.at(-1) ?? '';
    const linked = by.kind === 'path' ? aliasOfPath(by.names) : '';
    if (names.length > 1 && aliases?.has(linked) === true)
      return [newElement('order', { alias: linked, ...direction })];
    if (aliases !== null && names.length === 1) {
      const grouped = columnOfProperty(table, last);
      if (grouped !== null) ordered.push(grouped);
      const alias = aliases.has(last) ? last : grouped?.logicalName;
      if (alias !== undefined) return [newElement('order', { alias, ...direction })];
    }
    if (by.kind === 'path' && names.length === 1) {
      const column = columnOfProperty(table, last);
      if (column !== null) {
        ordered.push(column);
        return [newElement('order', { attribute: column.logicalName, ...direction })];
      }
    }
    const [at] = by.kind === 'path' ? by.names.slice(-1) : [];
    const link = at === undefined || names.length < 2 ? null : shared.follow(names.slice(0, -1), at);
    const column = link === null ? null : columnOfProperty(link.table, last);
    if (link === null || column === null) shared.ledger.refuse('column-unknown', by, printExpression(by));
    else if (items.length > 1) shared.ledger.refuse('order-on-link', by, printExpression(by));
    else {
      ordered.push(column);
      link.order = [newElement('order', { attribute: column.logicalName, ...direction })];
    }
    return [];
  });
};

/** The table and, of one row, the condition on its key. */
const entityOf = (
  query: ODataQuery,
  schema: QuerySchema,
  ledger: Ledger,
  aliases: FilterPlace['aliases'],
): { readonly table: QueryTableDetails; readonly key: readonly XmlElement[] } | null => {
  const [first, second] = query.path;
  const span = first ?? { from: 0, to: 0 };
  if (first === undefined || second !== undefined)
    return ledger.refuse('path', span, query.path.map(({ name }) => name).join('/'));
  const found = tableOfSet(schema, first.name);
  const details = found === null ? undefined : schema.details.get(found.logicalName);
  if (details === undefined) {
    if (/^[A-Z]/.test(first.name)) return ledger.refuse('path', span, first.name);
    return ledger.refuse(
      found === null && schema.tables.length > 0 ? 'table-unknown' : 'tables-needed',
      span,
      first.name,
    );
  }
  const keys: XmlElement[] = [];
  for (const { name, value } of first.args ?? []) {
    const column = name === null ? details.primaryId : columnOfProperty(details, name)?.logicalName;
    const key = textOf(resolved(value, { aliases }));
    if (column === undefined || key === null) return ledger.refuse('path', span, first.name);
    keys.push(newElement('condition', { attribute: column, operator: 'eq', value: key }));
  }
  return { table: details, key: keys };
};

const whole = (parts: readonly XmlElement[]): readonly XmlElement[] => {
  const [only] = parts;
  if (only === undefined) return [];
  if (parts.length === 1) return [only.name === 'filter' ? only : newElement('filter', {}, [only])];
  return [newElement('filter', { type: 'and' }, parts)];
};

/** A request of the Web API as FetchXML that answers the same rows, or why there is none. */
export const odataToFetch = (text: string, schema: QuerySchema): Conversion => {
  const masked = maskOData(text);
  const { faults, query } = parseOData(masked.text);
  const ledger = createLedger();
  const fault = faults[0] ?? misplacedPlaceholders('odata', text)[0];
  const { options } = query;
  if (fault !== undefined) {
    ledger.refuse('has-faults', fault);
    return ledger.end(() => '');
  }
  const ambiguous = ambiguousIn(masked);
  if (ambiguous !== null) ledger.refuse('value-unreadable', ambiguous, ambiguous.written);
  for (const option of options) {
    if (option.kind !== 'raw') continue;
    const root = option.name === 'fetchXml' ? readXml(option.text).root : null;
    if (root !== null) return ledger.end(() => unmask(printXml(root), masked));
    ledger.refuse(option.name === 'fetchXml' ? 'has-faults' : 'saved-query', option, option.name);
  }
  const aliases = new Map(
    options.flatMap((option) => (option.kind === 'alias' ? [[option.name, option.value] as const] : [])),
  );
  const entity = entityOf(query, schema, ledger, aliases);
  if (entity === null) return ledger.end(() => '');
  const { key, table } = entity;
  const links = createLinks(table, schema, ledger);
  const shared: Shared = { ledger, follow: links.follow };
  const place: FilterPlace = {
    table,
    variable: null,
    schema,
    ledger,
    aliases,
    linkTo: (names) => shared.follow(names, { name: names.join('/'), from: 0, to: 0 }),
  };

  const apply = options.find((option) => option.kind === 'apply');
  const addLinked: AddLinked = (path, element) => {
    const [last] = path.slice(-1);
    const way = path.slice(0, -1).map(({ name }) => name);
    const link = last === undefined ? null : shared.follow(way, last);
    if (last === undefined || link === null) return false;
    const column = columnOfProperty(link.table, last.name);
    if (column === null) return ledger.refuse('column-unknown', last, last.name) !== null;
    link.columns = [...link.columns, element(column.logicalName)];
    ledger.note('flat-rows', last, link.alias);
    return true;
  };
  const applied = apply === undefined ? null : applyToFetch(apply, table, addLinked, ledger);
  if (apply !== undefined && applied === null) return ledger.end(() => '');
  const filters: readonly Expression[] = [
    ...options.flatMap((option) => (option.kind === 'filter' ? [option.by] : [])),
    ...(applied?.filter == null ? [] : [applied.filter]),
  ];
  const conditions = filters.flatMap((by) => {
    const part = filterToFetch(by, false, place);
    return part === null ? [] : [part];
  });
  for (const option of options)
    if (option.kind === 'expand') for (const item of option.items) expandLink(item, [], shared);
  const ordered: QueryColumn[] = [];
  const order = orderOf(options, table, applied === null ? null : applied.aliases, shared, ordered);
  // Microsoft Learn: "Order rows using FetchXml", ordering choice columns: by label unless the raw value is asked for.
  const raw = ordered.some(isChoice);
  const lookup = ordered.find(isLookup);
  if (raw && lookup !== undefined)
    ledger.refuse('order-mixed', { from: 0, to: text.length }, propertyOf(lookup));
  const top = options.find((option) => option.kind === 'top');
  const counts = options.some((option) => option.kind === 'count' && option.on);
  if (top !== undefined && counts) ledger.refuse('count-with-top', top);
  if (top !== undefined && top.count > MOST_TOP) ledger.refuse('top-too-large', top, String(top.count));

  const head = {
    top:
      top === undefined
        ? null
        : (masked.placeholders.find(({ from }) => from >= top.from && from < top.to)?.written ??
          String(top.count)),
    aggregate: applied === null ? null : 'true',
    returntotalrecordcount: counts ? 'true' : null,
    useraworderby: raw ? 'true' : null,
  };
  const columns = applied?.attributes ?? columnsOf(options, table, ledger);
  const children = [...columns, ...order, ...whole([...key, ...conditions]), ...links.elements()];
  return ledger.end(() =>
    unmask(
      printXml(newElement('fetch', head, [newElement('entity', { name: table.logicalName }, children)])),
      masked,
    ),
  );
};
