import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import { largestPage } from '../preferences.ts';
import type { Session } from '../session.ts';
import { placesOf, type RowSource } from '../store/row-source.ts';
import { zoneOf } from '../time/session-clock.ts';
import { bindFilter } from './bind-filter.ts';
import { expandedEtagsOf, expandedOf, requireExpands, requireNoTop } from './expand.ts';
import { candidateRows } from './narrow.ts';
import { ordersOf } from './order-rows.ts';
import type { DeltaToken } from './delta-token.ts';
import { type PagedQuery, readPageCookie, rowsAfter, tokenInLink } from './page-cookie.ts';
import { type PageStart, readSkipToken, skipToken } from './paging-cookie.ts';
import { bindProjection } from './projection.ts';
import type { QuerySpec } from './query-spec.ts';
import { linkBack } from './request-link.ts';
import { sortedRows } from './sorted-by.ts';
import { deltaLink } from './track-changes.ts';
import type { WireObject } from './wire-object.ts';

/** Highest number that `$count` reports (Learn: "Count number of rows"). */
const highestCount = 5000;

/** Rows of a source that the caller may read and that match a filter. */
export function matchingRows(
  session: Session,
  table: Table,
  source: RowSource,
  query: QuerySpec,
): Iterable<Row> {
  const mayRead = session.access.readable(table);
  const matches = query.filter === null ? null : bindFilter(session, table, query.filter, query.options);
  const candidates = candidateRows(table, source, query.filter, query.options);
  return (function* matching() {
    for (const row of candidates) if (mayRead(row) && (matches === null || matches(row))) yield row;
  })();
}

/** Counts rows up to the highest number that the service reports. */
export function countRows(rows: Iterable<Row>): { readonly count: number; readonly exceeded: boolean } {
  let count = 0;
  for (const row of rows) {
    if (count === highestCount) return { count, exceeded: true };
    count += row === null ? 0 : 1;
  }
  return { count, exceeded: false };
}

/** The rows from a page on; of a page whose beginning nobody knows any more as many are left out as the pages before it have. */
function rowsFrom(
  table: Table,
  source: RowSource,
  query: PagedQuery<Row>,
  rows: Iterable<Row>,
  start: PageStart,
  size: number,
): Iterable<Row> {
  const cookie = readPageCookie(query, start.cookie);
  const isAfter = cookie === null ? null : rowsAfter(query, cookie, placesOf(source, table.primaryId));
  if (isAfter === null) return [...rows].slice((start.page - 1) * size);
  return (function* after() {
    for (const row of rows) if (isAfter(row)) yield row;
  })();
}

/** One page: at most `size` rows, and whether more follow. */
function pageOf(
  rows: Iterable<Row>,
  size: number,
): { readonly rows: readonly Row[]; readonly more: boolean } {
  const page: Row[] = [];
  for (const row of rows) {
    if (page.length === size) return { rows: page, more: true };
    page.push(row);
  }
  return { rows: page, more: false };
}

/** Reads one page of a collection with everything that belongs around it; the last one of a query that follows changes tells how. */
export function readCollection(
  session: Session,
  table: Table,
  source: RowSource,
  query: QuerySpec,
  contextPath: string,
  tracked: DeltaToken | null = null,
): WireObject {
  requireExpands(table, query.expand);
  if (query.top !== null) requireNoTop(session, table, query.expand);
  const projection = bindProjection(session, table, {
    ...query,
    expanded: expandedOf(session, query.expand),
    expandedEtags: expandedEtagsOf(session, table, query.expand),
  });
  const matching = () => matchingRows(session, table, source, query);
  const orders = ordersOf(session, table, query.orderBy, query.options);
  const ordered = orders.length === 0 ? null : sortedRows(orders, matching());
  const rows = (): Iterable<Row> => ordered ?? matching();
  const { maxPageSize, includes } = session.preferences;
  // With a page size asked for, $top is ignored (Learn: "Page results").
  const limited = query.top !== null && maxPageSize === null;
  const size = table.isMetadata
    ? Number.POSITIVE_INFINITY
    : limited
      ? Math.min(query.top ?? 0, largestPage)
      : (maxPageSize ?? largestPage);
  const paged: PagedQuery<Row> = {
    orders,
    primaryId: table.primaryId,
    idOf: (row) => idOf(row, table.primaryId),
    zone: zoneOf(session),
  };
  const start = query.skipToken === null ? null : readSkipToken(query.skipToken);
  const page = pageOf(start === null ? rows() : rowsFrom(table, source, paged, rows(), start, size), size);
  const answer: WireObject = {
    '@odata.context': `${session.request.serviceRoot}/$metadata#${contextPath}${projection.contextSuffix}`,
  };
  const counted = query.count ? countRows(rows()) : null;
  if (counted !== null) answer['@odata.count'] = counted.count;
  if (includes('Microsoft.Dynamics.CRM.totalrecordcount') && !table.isMetadata) {
    // Without $count the number is -1 (Learn: "Count rows using OData").
    answer['@Microsoft.Dynamics.CRM.totalrecordcount'] = counted?.count ?? -1;
    answer['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'] = counted?.exceeded ?? false;
  }
  if (tracked !== null && !page.more) answer['@odata.deltaLink'] = deltaLink(session, tracked);
  answer['value'] = page.rows.map(projection.shape);
  const first = page.rows[0];
  const last = page.rows.at(-1);
  if (page.more && !limited && first !== undefined && last !== undefined) {
    const cookie = skipToken(paged, start?.page ?? 1, first, last, tracked);
    answer['@odata.nextLink'] = linkBack(session, `$skiptoken=${tokenInLink(cookie)}`);
  }
  return answer;
}
