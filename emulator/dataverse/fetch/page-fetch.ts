import { cookieRequired, overPagingLimit } from '../errors/fetch-paging-faults.ts';
import { largestPage } from '../preferences.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { readFetchCookie } from './fetch-cookie.ts';
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

/** A page of rows, found by the rows that the cookie names: on from the last, or back from the first. */
export function cookiePage(scope: FetchScope, query: FetchQuery, rows: Iterable<Joined>): Page<Joined> {
  const cookie = query.pagingCookie === null ? null : readFetchCookie(scope, query, query.pagingCookie);
  if (cookie === null || query.page === 1) return simplePage(scope, query, rows);
  const size = pageSize(scope, query);
  const all = [...rows];
  const after = all.findIndex(cookie.last);
  const from = all.findIndex(cookie.first);
  const steps = query.page - cookie.page;
  const found = steps > 0 ? after : from;
  // Where the row is gone the number of the page has to do.
  const start =
    found < 0
      ? (query.page - 1) * size
      : steps > 0
        ? after + 1 + (steps - 1) * size
        : Math.max(from + steps * size, 0);
  return { rows: all.slice(start, start + size), more: all.length > start + size, total: all.length };
}
