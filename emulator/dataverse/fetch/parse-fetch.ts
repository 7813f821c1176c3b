import {
  duplicateAlias,
  invalidNode,
  malformedFetch,
  notPositive,
  pairMismatch,
  requiredMissing,
  topWithPaging,
  unsupported,
} from '../errors/fetch-faults.ts';
import { notImplemented } from '../errors/request-faults.ts';
import { type FetchElement, readElements } from './fetch-element.ts';
import type {
  FetchAttribute,
  FetchCondition,
  FetchEntity,
  FetchFilter,
  FetchLink,
  FetchOrder,
  FetchQuery,
} from './fetch-query.ts';

/** Most links of a query (Learn: "Join tables using FetchXml", limitations). */
const mostLinks = 15;

const flag = (element: FetchElement, name: string): boolean =>
  ['true', '1'].includes(element.attributes.get(name)?.toLowerCase() ?? '');

function required(element: FetchElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined || value === '') throw requiredMissing('attribute');
  return value;
}

function positive(element: FetchElement, name: string): number | null {
  const text = element.attributes.get(name);
  if (text === undefined) return null;
  if (!/^\d{1,9}$/.test(text) || Number(text) < 1) throw notPositive();
  return Number(text);
}

function readCondition(element: FetchElement): FetchCondition {
  if (element.attributes.has('valueof')) throw notImplemented('Comparing columns with valueof');
  const inner = element.children.map((child) => {
    if (child.name !== 'value') throw invalidNode(child.name);
    return child.text;
  });
  const value = element.attributes.get('value');
  return {
    kind: 'condition',
    attribute: required(element, 'attribute'),
    operator: required(element, 'operator'),
    values: value === undefined ? inner : [value, ...inner],
    entity: element.attributes.get('entityname') ?? null,
  };
}

function readFilter(element: FetchElement): FetchFilter {
  const type = element.attributes.get('type') ?? 'and';
  if (type !== 'and' && type !== 'or') throw unsupported('filter');
  const items = element.children.map((child) => {
    if (child.name === 'condition') return readCondition(child);
    if (child.name === 'filter') return readFilter(child);
    if (child.name === 'link-entity') throw notImplemented('A link-entity inside a filter');
    throw invalidNode(child.name);
  });
  return { kind: 'filter', type, items };
}

const readAttribute = (element: FetchElement): FetchAttribute => {
  if (element.attributes.has('dategrouping')) throw notImplemented('dategrouping');
  return {
    name: required(element, 'name'),
    alias: element.attributes.get('alias') ?? null,
    aggregate: element.attributes.get('aggregate') ?? null,
    groupBy: flag(element, 'groupby'),
    distinct: flag(element, 'distinct'),
  };
};

const readOrder = (element: FetchElement): FetchOrder => ({
  attribute: element.attributes.get('attribute') ?? null,
  alias: element.attributes.get('alias') ?? null,
  descending: flag(element, 'descending'),
  entity: element.attributes.get('entityname') ?? null,
});

/** Names links that have no alias as the service does: the table's name and a number that goes on through the query. */
type Names = { count: number; readonly taken: Set<string> };

function readEntity(element: FetchElement, names: Names): FetchEntity {
  const attributes: FetchAttribute[] = [];
  const filters: FetchFilter[] = [];
  const orders: FetchOrder[] = [];
  const links: FetchLink[] = [];
  let all = false;
  for (const child of element.children) {
    if (child.name === 'attribute') attributes.push(readAttribute(child));
    else if (child.name === 'all-attributes') all = true;
    else if (child.name === 'filter') filters.push(readFilter(child));
    else if (child.name === 'order') orders.push(readOrder(child));
    else if (child.name === 'link-entity') links.push(readLink(child, names));
    else if (child.name !== 'no-attrs') throw invalidNode(child.name);
  }
  return { name: required(element, 'name'), attributes: all ? 'all' : attributes, filters, orders, links };
}

function readLink(element: FetchElement, names: Names): FetchLink {
  const type = element.attributes.get('link-type') ?? 'inner';
  if (
    ['natural', 'exists', 'in', 'matchfirstrowusingcrossapply', 'any', 'not any', 'all', 'not all'].includes(
      type,
    )
  )
    throw notImplemented(`The link-type '${type}'`);
  if (type !== 'inner' && type !== 'outer') throw unsupported('join');
  const [from, to] = [element.attributes.get('from'), element.attributes.get('to')];
  if ((from === undefined) !== (to === undefined)) throw pairMismatch();
  if (from === undefined || to === undefined) throw notImplemented('A link-entity without from and to');
  names.count += 1;
  if (names.count > mostLinks) throw notImplemented('More than 15 link-entity elements');
  const alias = element.attributes.get('alias') ?? `${required(element, 'name')}${String(names.count)}`;
  if (names.taken.has(alias)) throw duplicateAlias();
  names.taken.add(alias);
  return { ...readEntity(element, names), from, to, type, alias };
}

/** Parses a FetchXML text; refuses what the service refuses, and names what it does that is not done here. */
export function parseFetch(text: string): FetchQuery {
  const roots = readElements(text);
  const [fetch] = roots;
  if (fetch === undefined || roots.length !== 1) throw malformedFetch();
  if (fetch.name !== 'fetch') throw invalidNode(fetch.name);
  const [element, ...more] = fetch.children;
  if (element === undefined) throw requiredMissing('element');
  const wrong = [element, ...more].find((child, index) => child.name !== 'entity' || index > 0);
  if (wrong !== undefined) throw invalidNode(wrong.name);
  const top = positive(fetch, 'top');
  const paging = ['page', 'count', 'paging-cookie', 'returntotalrecordcount'].find((it) =>
    fetch.attributes.has(it),
  );
  if (top !== null && paging !== undefined) throw topWithPaging(paging);
  return {
    entity: readEntity(element, { count: 0, taken: new Set() }),
    top,
    count: positive(fetch, 'count'),
    page: positive(fetch, 'page') ?? 1,
    pagingCookie: fetch.attributes.get('paging-cookie') ?? null,
    aggregate: flag(fetch, 'aggregate'),
    distinct: flag(fetch, 'distinct'),
    totalCount: flag(fetch, 'returntotalrecordcount'),
  };
}
