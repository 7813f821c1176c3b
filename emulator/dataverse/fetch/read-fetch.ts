import { jsonAnswer } from '../answer.ts';
import { badRequest } from '../errors/request-faults.ts';
import { entitiesDiffer, unknownAttribute } from '../errors/fetch-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import { textKey } from '../query/collation.ts';
import {
  cookieAround,
  cookieInside,
  pageCookie,
  type PagedQuery,
  tokenInLink,
} from '../query/page-cookie.ts';
import { linkBack } from '../query/request-link.ts';
import { sortedRows } from '../query/sorted-by.ts';
import type { WireObject } from '../query/wire-object.ts';
import type { Table } from '../schema/table.ts';
import { textOf } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { placesOf, type RowSource } from '../store/row-source.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { aggregateRows } from './aggregate.ts';
import { contextSuffix, fetchColumns, fetchShape } from './fetch-columns.ts';
import type { FetchQuery } from './fetch-query.ts';
import { type FetchScope, fetchScope, type Joined, root } from './fetch-scope.ts';
import { joinedRows } from './joined-rows.ts';
import { unorderedBy } from '../query/order-rows.ts';
import { bindOrders, isOrderedByLink } from './order-fetch.ts';
import { cookiePage, type Page, simplePage } from './page-fetch.ts';
import { parseFetch } from './parse-fetch.ts';
import { unknownAttributeIn } from './known-attributes.ts';

/** Highest number that is told as a total count (Learn: "Count rows using FetchXml"). */
const highestCount = 5000;

const crm = '@Microsoft.Dynamics.CRM';

/** One row of each that look the same. */
function* distinctRows(rows: Iterable<Joined>, shape: (joined: Joined) => WireObject): Generator<Joined> {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = JSON.stringify(shape(row), (_, value: unknown) =>
      typeof value === 'string' ? textKey(value) : value,
    );
    if (seen.has(key)) continue;
    seen.add(key);
    yield row;
  }
}

/** How many rows there are, where the query or `$count` asks for it (Learn: "Count rows using FetchXml"). */
function counts(scope: FetchScope, query: FetchQuery, page: Page<unknown>): WireObject {
  const into: WireObject = {};
  const { includes } = scope.session.preferences;
  const total = query.totalCount ? Math.min(page.total, highestCount) : -1;
  if (query.totalCount) into['@odata.count'] = total;
  if (includes('Microsoft.Dynamics.CRM.totalrecordcount')) into[`${crm}.totalrecordcount`] = total;
  if (includes('Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'))
    into[`${crm}.totalrecordcountlimitexceeded`] = query.totalCount && page.total > highestCount;
  return into;
}

/** That more rows follow, and how to go on; the last page has neither (Learn: "Page results using FetchXml"). */
function onwards(scope: FetchScope, page: Page<unknown>, cookie: () => string | null): WireObject {
  if (!page.more) return {};
  const { includes } = scope.session.preferences;
  const into: WireObject = {};
  const text = includes('Microsoft.Dynamics.CRM.fetchxmlpagingcookie') ? cookie() : null;
  if (text !== null) into[`${crm}.fetchxmlpagingcookie`] = text;
  if (includes('Microsoft.Dynamics.CRM.morerecords')) into[`${crm}.morerecords`] = true;
  return into;
}

/** What names the next page beside the annotations, made from the cookie that leads there. */
type NextPage = (cookie: string) => WireObject;

/** The cookie of a page that has no rows to tell it by: its number alone. */
const plainCookie = (page: number): string =>
  `<cookie pagenumber="${page}" pagingcookie="" istracking="False" />`;

/** The rows of a query, its page and the annotations around them. */
function answered(
  scope: FetchScope,
  query: FetchQuery,
  table: Table,
  source: RowSource,
  link: NextPage,
): WireObject {
  const rows = joinedRows(scope, query, source);
  const columns = fetchColumns(scope, query);
  const context = `${scope.session.request.serviceRoot}/$metadata#${table.entitySet}${contextSuffix(query, columns)}`;
  if (query.aggregate) {
    const page = simplePage(scope, query, aggregateRows(scope, query, columns, rows()));
    return {
      '@odata.context': context,
      ...counts(scope, query, page),
      ...onwards(scope, page, () => null),
      value: page.rows,
      ...(page.more ? link(plainCookie(query.page + 1)) : {}),
    };
  }
  const shape = fetchShape(scope, columns, query);
  const keyOf = (joined: Joined): string => textOf(joined.get(root) ?? {}, table.primaryId) ?? '';
  const named = bindOrders(scope, query);
  const orders = named.length === 0 && !query.distinct ? unorderedBy(scope.session, table, keyOf) : named;
  const ordered = orders.length === 0 ? rows() : sortedRows(orders, rows());
  // Learn, "Queries that don't support paging cookies": those sorted by a column of a joined table; nor do distinct rows have ids.
  const withoutCookie = query.distinct || isOrderedByLink(scope, query);
  const paged: PagedQuery<Joined> = {
    orders,
    primaryId: table.primaryId,
    idOf: keyOf,
    zone: scope.clock.zone,
  };
  const page = query.distinct
    ? simplePage(scope, query, distinctRows(ordered, shape))
    : withoutCookie
      ? simplePage(scope, query, ordered)
      : cookiePage(scope, query, paged, () => placesOf(source, table.primaryId), ordered);
  const [first] = page.rows;
  const last = page.rows.at(-1);
  const cookie = () =>
    withoutCookie || first === undefined || last === undefined
      ? null
      : cookieAround(pageCookie(paged, query.page, first, last), query.page + 1);
  return {
    '@odata.context': context,
    ...counts(scope, query, page),
    ...onwards(scope, page, cookie),
    value: page.rows.map(shape),
    ...(page.more ? link(cookie() ?? plainCookie(query.page + 1)) : {}),
  };
}

/** Parses the text of a query; refuses attributes that FetchXML does not have where that is chosen. */
export function parsedFetch(session: Session, text: string, options: QueryOptions): FetchQuery {
  const parsed = parseFetch(text);
  if (dataverseRule(session.ports.rules, session.environment.seed, 'fetchUnknownAttributes') === 'refuse') {
    const unknown = unknownAttributeIn(text);
    if (unknown !== null) throw unknownAttribute(unknown.element, unknown.attribute);
  }
  return options.get('$count') === 'true' ? { ...parsed, totalCount: true } : parsed;
}

/** Where a view goes on: the page and the cookie in `$skiptoken`. */
function pageOfToken(token: string | undefined): Partial<FetchQuery> {
  if (token === undefined) return {};
  const [, page, cookie = ''] = /^<cookie pagenumber="(\d{1,6})" pagingcookie="([^"]*)"/.exec(token) ?? [];
  if (page === undefined) throw badRequest('Malformed XML in the Paging Cookie');
  return { page: Number(page), pagingCookie: cookieInside(cookie) || null };
}

/**
 * Answers `savedQuery` and `userQuery`: the view's FetchXML in pages of the size that the request asks for, with the next link of every
 * collection (Learn: "Retrieve and execute predefined queries"; PowerApps-Samples, QueryData, asks for pages of views).
 */
export function readView(
  session: Session,
  table: Table,
  text: string,
  options: QueryOptions,
  source: RowSource,
): DataverseResponse {
  const parsed = parsedFetch(session, text, options);
  if (parsed.top !== null) return answeredFetch(session, table, parsed, source);
  const { maxPageSize } = session.preferences;
  const paged = { ...parsed, count: maxPageSize ?? parsed.count, ...pageOfToken(options.get('$skiptoken')) };
  return answeredFetch(session, table, paged, source, (cookie) => ({
    '@odata.nextLink': linkBack(session, `$skiptoken=${tokenInLink(cookie)}`),
  }));
}

/** Answers `GET <set>?fetchXml=…` (Learn: "Use FetchXml to retrieve data") from the rows of a collection. */
export const readFetch = (
  session: Session,
  table: Table,
  text: string,
  options: QueryOptions,
  source: RowSource,
): DataverseResponse => answeredFetch(session, table, parsedFetch(session, text, options), source);

function answeredFetch(
  session: Session,
  table: Table,
  query: FetchQuery,
  source: RowSource,
  link: NextPage = () => ({}),
): DataverseResponse {
  const scope = fetchScope(session, query);
  if (query.entity.name !== table.logicalName) throw entitiesDiffer();
  const { applied } = session.preferences;
  return jsonAnswer(
    200,
    answered(scope, query, table, source, link),
    applied === null ? {} : { 'preference-applied': applied },
  );
}
