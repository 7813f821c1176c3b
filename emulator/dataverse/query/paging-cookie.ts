import { badRequest } from '../errors/request-faults.ts';
import { percentDecode } from '../odata/percent-decode.ts';
import { type DeltaToken, deltaTokenText, parseDeltaToken } from './delta-token.ts';

/** Where a page starts: its number, and the id of the last row of the page before it. */
export type PageStart = {
  readonly page: number;
  readonly after: string | null;
  /** Since when the changes are told at the end; null where nobody follows them. */
  readonly tracked: DeltaToken | null;
};

/** The start of a query that has no `$skiptoken`. */
export const firstPage: PageStart = { page: 1, after: null, tracked: null };

const braced = (id: string): string => `{${id.toUpperCase()}}`;

/** A cookie around another one, which is encoded twice (Learn: "Page results", and links seen in recorded answers). */
function cookieAround(inner: string, nextPage: number, tracked: DeltaToken | null): string {
  const encoded = encodeURIComponent(encodeURIComponent(`<cookie page="${nextPage - 1}">${inner}</cookie>`));
  const tracking =
    tracked === null ? 'istracking="False"' : `istracking="True" datatoken="${deltaTokenText(tracked)}"`;
  return `<cookie pagenumber="${nextPage}" pagingcookie="${encoded}" ${tracking} />`;
}

/** The value of `$skiptoken` for the page after the row `last`. */
export const pagingCookie = (
  primaryId: string,
  nextPage: number,
  first: string,
  last: string,
  tracked: DeltaToken | null = null,
): string =>
  cookieAround(`<${primaryId} last="${braced(last)}" first="${braced(first)}" />`, nextPage, tracked);

const malformed = () => badRequest('Malformed XML in the Paging Cookie');

type Cookie = { readonly page: number; readonly inner: string; readonly tracked: DeltaToken | null };

/** Reads a `$skiptoken`, already percent-decoded once by the query parser; refuses what is no cookie. */
function readCookie(token: string): Cookie {
  const page = /^<cookie pagenumber="(\d{1,6})"/.exec(token)?.[1];
  const encoded = /pagingcookie="([^"]*)"/.exec(token)?.[1] ?? '';
  const inner = percentDecode(percentDecode(encoded) ?? '');
  const tracked = / datatoken="([^"]*)"/.exec(token)?.[1];
  const since = tracked === undefined ? null : parseDeltaToken(tracked);
  if (page === undefined || inner === null || (tracked !== undefined && since === null)) throw malformed();
  return { page: Number(page), inner, tracked: since };
}

/** Reads the cookie of a page of rows. */
export function readPagingCookie(token: string): PageStart {
  const { page, inner, tracked } = readCookie(token);
  const after = /last="\{([0-9a-f-]{36})\}"/i.exec(inner)?.[1];
  if (after === undefined) throw malformed();
  return { page, after: after.toLowerCase(), tracked };
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
  cookieAround(`<versionnumber last="${version}" deleted="${isDeleted ? 1 : 0}" />`, page, until);

/** Reads the cookie of a page of changes. */
export function readChangesCookie(token: string): ChangesStart {
  const { page, inner, tracked } = readCookie(token);
  const [, version, deleted] = /<versionnumber last="(\d{1,15})" deleted="([01])"/.exec(inner) ?? [];
  if (version === undefined || tracked === null) throw malformed();
  return { page, version: Number(version), isDeleted: deleted === '1', until: tracked };
}
