import { badRequest } from '../errors/request-faults.ts';
import { type DeltaToken, deltaTokenText, parseDeltaToken } from './delta-token.ts';
import { cookieAround, cookieInside, pageCookie, type PagedQuery } from './page-cookie.ts';

/** The start of a page: its number, the cookie of the page before it, and since when the changes are told at the end; null where nobody follows them. */
export type PageStart = {
  readonly page: number;
  readonly cookie: string;
  readonly tracked: DeltaToken | null;
};

const trackedFrom = (tracked: DeltaToken): string =>
  `istracking="True" datatoken="${deltaTokenText(tracked)}"`;

/** The value of `$skiptoken` for the page after `page`, which began and ended with the rows that are given. */
export const skipToken = <Of>(
  query: PagedQuery<Of>,
  page: number,
  first: Of,
  last: Of,
  tracked: DeltaToken | null = null,
): string =>
  cookieAround(
    pageCookie(query, page, first, last),
    page + 1,
    tracked === null ? undefined : trackedFrom(tracked),
  );

const malformed = () => badRequest('Malformed XML in the Paging Cookie');

/** Reads a `$skiptoken`, already percent-decoded once by the query parser; refuses what is no cookie. */
export function readSkipToken(token: string): PageStart {
  const page = /^<cookie pagenumber="(\d{1,6})"/.exec(token)?.[1];
  const cookie = cookieInside(/pagingcookie="([^"]*)"/.exec(token)?.[1] ?? '');
  const tracked = / datatoken="([^"]*)"/.exec(token)?.[1];
  const since = tracked === undefined ? null : parseDeltaToken(tracked);
  if (page === undefined || cookie === null || (tracked !== undefined && since === null)) throw malformed();
  return { page: Number(page), cookie, tracked: since };
}

/** Where a page of changes starts: after a version, among changed rows or among the deleted ones that follow them. */
export type ChangesStart = {
  readonly page: number;
  readonly version: number;
  readonly isDeleted: boolean;
  readonly until: DeltaToken;
};

/** The value of `$skiptoken` for a page of changes. */
export const changesCookie = ({ page, version, isDeleted, until }: ChangesStart): string =>
  cookieAround(
    `<cookie page="${page - 1}"><versionnumber last="${version}" deleted="${isDeleted ? 1 : 0}" /></cookie>`,
    page,
    trackedFrom(until),
  );

/** Reads the cookie of a page of changes. */
export function readChangesCookie(token: string): ChangesStart {
  const { page, cookie, tracked } = readSkipToken(token);
  const [, version, deleted] = /<versionnumber last="(\d{1,15})" deleted="([01])"/.exec(cookie) ?? [];
  if (version === undefined || tracked === null) throw malformed();
  return { page, version: Number(version), isDeleted: deleted === '1', until: tracked };
}
