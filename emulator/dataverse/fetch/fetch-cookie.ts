import { cookieOfOtherOrder, invalidCookie } from '../errors/fetch-paging-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import { columnValue } from '../query/column-value.ts';
import type { FetchElement } from './fetch-element.ts';
import type { FetchQuery } from './fetch-query.ts';
import { type FetchScope, type Joined, namedColumn, root, tableOf } from './fetch-scope.ts';
import { fetchOrders } from './order-fetch.ts';
import { readXml } from './read-xml.ts';

/** Where a page began and ended: the ids of its first and last row, by the names that stand in its cookie. */
export type FetchCookie = {
  readonly page: number;
  readonly first: (joined: Joined) => boolean;
  readonly last: (joined: Joined) => boolean;
};

const nameIn = (scope: FetchScope, alias: string): string =>
  alias === root ? tableOf(scope, alias).primaryId : `${alias}.${tableOf(scope, alias).primaryId}`;

/** The id of a table's row in a join, whatever the caller may read of it; empty where an outer join found none. */
function idIn(scope: FetchScope, alias: string, joined: Joined): string {
  const table = tableOf(scope, alias);
  const key = table.columns.get(table.primaryId);
  const row = joined.get(alias) ?? null;
  return row === null || key === undefined ? '' : String(columnValue(key, row));
}

const braced = (id: string): string => (id === '' ? '' : `{${id.toUpperCase()}}`);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Percent-encoding as .NET writes it: small letters, and brackets too. */
const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16)}`)
    .replaceAll(/%[0-9A-F]{2}/g, (it) => it.toLowerCase());

/** Aliases whose rows make up a row of the answer: the main table and those that are really joined. */
const joinedAliases = (query: FetchQuery): readonly string[] => {
  const inside = (links: FetchQuery['entity']['links']): readonly string[] =>
    links
      .filter(({ type }) => type !== 'exists' && type !== 'in')
      .flatMap((link) => [link.alias, ...inside(link.links)]);
  return [root, ...inside(query.entity.links)];
};

/** Names of the columns that a query is sorted by, as its cookies have them. */
const orderNames = (query: FetchQuery): readonly string[] =>
  fetchOrders(query).flatMap(({ order }) => order.attribute ?? []);

/**
 * The annotation that tells how to go on: a cookie that holds another one, encoded twice. The inner one has the values by which
 * the page's first and last row are sorted, and their ids, those of joined tables too (Learn: "Page results using FetchXml",
 * paging cookie examples).
 */
export function fetchCookie(scope: FetchScope, query: FetchQuery, first: Joined, last: Joined): string {
  const ids = joinedAliases(query).map((alias) => {
    const of = (joined: Joined): string => braced(idIn(scope, alias, joined));
    return `<${nameIn(scope, alias)} last="${of(last)}" first="${of(first)}" />`;
  });
  const own = new Set([nameIn(scope, root)]);
  const orders = orderNames(query)
    .filter((name) => !own.has(name))
    .map((name) => {
      const { read } = namedColumn(scope, root, name);
      const end = (which: string, joined: Joined): string => {
        const value = read(joined);
        return value === null || typeof value === 'object'
          ? `${which}null="1"`
          : `${which}="${escaped(String(value))}"`;
      };
      return `<${name} ${end('last', last)} ${end('first', first)} />`;
    });
  const inner = `<cookie page="${query.page}">${[...orders, ...ids].join('')}</cookie>`;
  return `<cookie pagenumber="${query.page + 1}" pagingcookie="${encoded(encoded(inner))}" istracking="False" />`;
}

function cookieElement(text: string): FetchElement {
  try {
    return readXml(text);
  } catch (error) {
    // A cookie that is still encoded is no XML.
    if (error instanceof ServiceFault) throw invalidCookie();
    throw error;
  }
}

/** Reads a cookie; refuses one that is none, that is still encoded, or that belongs to a query with other orders. Null for one that names no row. */
export function readFetchCookie(scope: FetchScope, query: FetchQuery, text: string): FetchCookie | null {
  const cookie = cookieElement(text);
  const page = cookie.attributes.get('page') ?? '';
  if (cookie.name !== 'cookie' || !/^\d{1,9}$/.test(page)) throw invalidCookie();
  if (cookie.children.length === 0) return null;
  const aliases = joinedAliases(query);
  const expected = new Set([...orderNames(query), ...aliases.map((it) => nameIn(scope, it))]);
  if (cookie.children.some(({ name }) => !expected.has(name))) throw cookieOfOtherOrder();
  const named = new Map(cookie.children.map((it) => [it.name, it.attributes]));
  if (orderNames(query).some((name) => !named.has(name))) throw cookieOfOtherOrder();
  const isRow = (end: 'first' | 'last'): ((joined: Joined) => boolean) => {
    const ids = aliases.map((alias) => {
      const id = named.get(nameIn(scope, alias))?.get(end);
      if (id === undefined || (id !== '' && !/^\{?[0-9a-f-]{36}\}?$/i.test(id))) throw invalidCookie();
      return [alias, id.replace(/[{}]/g, '').toLowerCase()] as const;
    });
    return (joined) => ids.every(([alias, id]) => idIn(scope, alias, joined) === id);
  };
  return { page: Number(page), first: isRow('first'), last: isRow('last') };
}
