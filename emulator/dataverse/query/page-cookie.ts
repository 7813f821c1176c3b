import { cookieOfOtherQuery, invalidCookie, malformedCookie } from '../errors/fetch-paging-faults.ts';
import { ServiceFault } from '../errors/service-fault.ts';
import type { FetchElement } from '../fetch/fetch-element.ts';
import { readXml } from '../fetch/read-xml.ts';
import { percentDecode } from '../odata/percent-decode.ts';
import { readTime } from '../time/read-time.ts';
import { timeWithOffset } from '../time/zone.ts';
import { compareByKeys, type KeyKind, type SortedBy, type SortKey } from './sorted-by.ts';

/** What a page's cookie is made from: the orders of the query, its table's key, and the time zone of the user. */
export type PagedQuery<Of> = {
  readonly orders: readonly SortedBy<Of>[];
  readonly primaryId: string;
  readonly idOf: (of: Of) => string;
  readonly zone: string;
};

/** The row at the end of a page: the values that it was sorted by, and its id. */
type PageEnd = { readonly keys: readonly SortKey[]; readonly id: string };

/** A cookie that was read: the page that it was made for, and that page's last row. */
export type PageCookie = { readonly page: number; readonly last: PageEnd };

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\r\n]/g, (it) => `&#x${it.charCodeAt(0).toString(16).toUpperCase()};`);

/** Characters that XML does not have; texts of records may. */
const notOfXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Percent-encoding as .NET writes it: small letters, and brackets too. */
const encoded = (text: string): string =>
  encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16)}`)
    .replaceAll(/%[0-9A-F]{2}/g, (it) => it.toLowerCase());

/** What leads to the next page: its number, and the cookie of this one, encoded twice (Learn: "Page results using OData" and "using FetchXml"). */
export const cookieAround = (inner: string, nextPage: number, tracking = 'istracking="False"'): string =>
  `<cookie pagenumber="${nextPage}" pagingcookie="${encoded(encoded(inner))}" ${tracking} />`;

/** A token in an address: the cookie in it stays as it is, as do `=` and `/` (Learn: "Page results using OData", next links of its examples). */
export const tokenInLink = (token: string): string => encodeURI(token).replaceAll('%25', '%');

/** The cookie inside a token that was percent-decoded with its address; one that is encoded twice, as FetchXML is given it, is taken too. */
export function cookieInside(encodedCookie: string): string | null {
  const once = percentDecode(encodedCookie) ?? '';
  return once.startsWith('<') ? once : percentDecode(once);
}

const braced = (id: string): string => `{${id.toUpperCase()}}`;

function keyText(key: SortKey, kind: KeyKind, zone: string): string {
  if (kind === 'id') return braced(String(key));
  if (kind === 'time') return timeWithOffset(Date.parse(String(key)), zone);
  return typeof key === 'boolean' ? (key ? '1' : '0') : String(key);
}

function keyIn(text: string, kind: KeyKind, zone: string): SortKey {
  switch (kind) {
    case 'id':
      return text.replace(/^\{(.*)\}$/, '$1').toLowerCase();
    case 'number': {
      const number = text.trim() === '' ? Number.NaN : Number(text);
      if (Number.isNaN(number)) throw malformedCookie();
      return number;
    }
    case 'boolean':
      return text === '1' || text.toLowerCase() === 'true';
    case 'time': {
      const time = readTime(text, zone);
      if (time === null) throw malformedCookie();
      return new Date(time).toISOString().replace('.000Z', 'Z');
    }
    case 'text':
      return text;
  }
}

/** Orders other than that by the key itself, which has its element anyway. */
const ownOrders = <Of>({ orders, primaryId }: PagedQuery<Of>): readonly SortedBy<Of>[] =>
  orders.filter(
    ({ name }, index) => name !== primaryId && orders.findIndex((it) => it.name === name) === index,
  );

/**
 * The cookie of a page: the values that its last and first row are sorted by, and their ids (Learn: "Page results using FetchXml",
 * paging cookie examples). Of a join it has the main table's id alone (github.com/MicrosoftDocs/dynamics-365-customer-engagement/issues/1917,
 * which also shows times with the user's offset and `firstnull`); lookups and choices stand by their names (stackoverflow.com/a/28962649).
 * Beside values that no XML can hold it names no row, and the next page goes by its number. That of an expansion says how many rows it has, and
 * writes ids in small letters (Learn: "Join tables using OData", nested $expand).
 */
export function pageCookie<Of>(
  query: PagedQuery<Of>,
  page: number,
  first: Of,
  last: Of,
  expanded: number | null = null,
): string {
  const value = (end: 'last' | 'first', { kind, keyOf }: SortedBy<Of>): string => {
    const key = keyOf(end === 'last' ? last : first);
    return key === null ? `${end}null="1"` : `${end}="${escaped(keyText(key, kind, query.zone))}"`;
  };
  const orders = ownOrders(query).map((it) => `<${it.name} ${value('last', it)} ${value('first', it)} />`);
  const idText = (of: Of): string =>
    expanded === null ? braced(query.idOf(of)) : braced(query.idOf(of)).toLowerCase();
  const id = `<${query.primaryId} last="${idText(last)}" first="${idText(first)}" />`;
  const count = expanded === null ? '' : ` countOfRecords="${expanded}"`;
  const rows = `${orders.join('')}${id}`;
  return `<cookie page="${page}"${count}>${notOfXml.test(rows) ? '' : rows}</cookie>`;
}

function cookieElement(text: string): FetchElement {
  try {
    return readXml(text);
  } catch (error) {
    // A cookie that is still encoded is no XML.
    if (error instanceof ServiceFault) throw malformedCookie();
    throw error;
  }
}

/** Reads a cookie; refuses one that is none, that is still encoded, or that belongs to a query with other orders. Null for one that names no row. */
export function readPageCookie<Of>(query: PagedQuery<Of>, text: string): PageCookie | null {
  const cookie = cookieElement(text);
  if (cookie.attributes.has('pagingcookie')) throw cookieOfOtherQuery();
  const page = cookie.attributes.get('page') ?? '';
  if (cookie.name !== 'cookie' || !/^\d{1,9}$/.test(page)) throw invalidCookie();
  if (cookie.children.length === 0) return null;
  const elements = new Map(cookie.children.map(({ name, attributes }) => [name, attributes]));
  const orders = ownOrders(query);
  const expected = new Set([query.primaryId, ...orders.map(({ name }) => name)]);
  if (elements.size !== expected.size || [...elements.keys()].some((it) => !expected.has(it)))
    throw cookieOfOtherQuery();
  const id = elements.get(query.primaryId)?.get('last') ?? '';
  if (!/^\{?[0-9a-f-]{36}\}?$/i.test(id)) throw malformedCookie();
  const keyOf = ({ name, kind }: SortedBy<Of>): SortKey => {
    const of = elements.get(name);
    const last = of?.get('last');
    if (last !== undefined) return keyIn(last, kind, query.zone);
    if (of?.has('lastnull') !== true) throw malformedCookie();
    return null;
  };
  return {
    page: Number(page),
    last: { keys: query.orders.map(keyOf), id: id.replaceAll(/[{}]/g, '').toLowerCase() },
  };
}

/**
 * Rows after the one that a page ended with: those that are sorted behind it, or that stand behind it where the orders do not tell. More rows
 * of the same record are passed over, as the service does it with joins of children (github.com/rappen/FetchXMLBuilder/pull/616;
 * truenorthit.co.uk, "Dynamics CRM Paging Cookies – some gotchas"). Null where nobody knows any more where it stood.
 */
export function rowsAfter<Of>(
  { orders, idOf }: PagedQuery<Of>,
  { last }: PageCookie,
  placeOf: (id: string) => number | null,
): ((of: Of) => boolean) | null {
  const place = placeOf(last.id);
  if (place === null && orders.length === 0) return null;
  return (of) => {
    const found = compareByKeys(
      orders,
      orders.map((it) => it.keyOf(of)),
      last.keys,
    );
    return found === 0 ? (placeOf(idOf(of)) ?? 0) > (place ?? 0) : found > 0;
  };
}
