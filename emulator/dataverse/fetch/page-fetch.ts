import { cookieRequired, overPagingLimit } from '../errors/fetch-paging-faults.ts';
import { largestPage } from '../preferences.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { type PagedQuery, readPageCookie, rowsAfter } from '../query/page-cookie.ts';
import type { FetchQuery } from './fetch-query.ts';
import type { FetchScope, Joined } from './fetch-scope.ts';

/** Rows that simple paging reaches (Learn: "Page results using FetchXml"). */
const simplePagingEnd = 50_000;

/** One page of rows, whether more follow, and how many there are in all as far as they were counted. */
export type Page<Of> = { readonly rows: readonly Of[]; readonly more: boolean; readonly total: number };

/** Rows of a page; a larger number is capped, unless the environment refuses it. */
function pageSize({ session }: FetchScope, query: FetchQuery): number {
  const asked = query.top ?? query.count ?? largestPage;
  const refuses =
    dataverseRule(session.ports.rules, session.environment.seed, 'fetchCountOverLimit') === 'refuse';
  if (asked > largestPage && refuses) throw overPagingLimit();
  return Math.min(asked, largestPage);
}

/** Where a page starts that is asked for by its number alone. */
function simpleStart(query: FetchQuery, size: number): number {
  const start = (query.page - 1) * size;
  if (start >= simplePagingEnd) throw cookieRequired();
  return start;
}

/** A page by its number alone: of groups, of distinct rows, or of rows that were asked for without a cookie. */
export function simplePage<Of>(scope: FetchScope, query: FetchQuery, rows: Iterable<Of>): Page<Of> {
  const size = pageSize(scope, query);
  const start = simpleStart(query, size);
  const page: Of[] = [];
  let total = 0;
  for (const row of rows) {
    total += 1;
    if (total > start && page.length < size) page.push(row);
    // One row after the page tells that there are more; the others matter only to a count.
    if (total > start + size && !query.totalCount) break;
  }
  return { rows: page, more: query.top === null && total > start + size, total };
}

/**
 * A page of rows that goes on from the one that its cookie was made for. The cookie is ignored where another page is asked for than the next
 * one (Learn: "Page large result sets with FetchXML"), as going back does.
 */
export function cookiePage(
  scope: FetchScope,
  query: FetchQuery,
  paged: PagedQuery<Joined>,
  places: () => (id: string) => number | null,
  rows: Iterable<Joined>,
): Page<Joined> {
  const cookie = query.pagingCookie === null ? null : readPageCookie(paged, query.pagingCookie);
  const isAfter =
    cookie === null || query.page !== cookie.page + 1 ? null : rowsAfter(paged, cookie, places());
  if (isAfter === null) return simplePage(scope, query, rows);
  const size = pageSize(scope, query);
  const page: Joined[] = [];
  let total = 0;
  let more = false;
  for (const row of rows) {
    total += 1;
    if (!isAfter(row)) continue;
    if (page.length < size) page.push(row);
    else {
      more = true;
      if (!query.totalCount) break;
    }
  }
  return { rows: page, more, total };
}
