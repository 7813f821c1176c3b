import { badRequest } from '../errors/request-faults.ts';
import { percentDecode } from '../odata/percent-decode.ts';

/** Where a page starts: its number, and the id of the last row of the page before it. */
export type PageStart = { readonly page: number; readonly after: string | null };

/** The start of a query that has no `$skiptoken`. */
export const firstPage: PageStart = { page: 1, after: null };

const braced = (id: string): string => `{${id.toUpperCase()}}`;

/**
 * The value of `$skiptoken`: a cookie that holds another one, encoded twice (Learn: "Page results", and links seen
 * in recorded answers).
 */
export function pagingCookie(primaryId: string, nextPage: number, first: string, last: string): string {
  const inner = `<cookie page="${nextPage - 1}"><${primaryId} last="${braced(last)}" first="${braced(first)}" /></cookie>`;
  const encoded = encodeURIComponent(encodeURIComponent(inner));
  return `<cookie pagenumber="${nextPage}" pagingcookie="${encoded}" istracking="False" />`;
}

/** Reads a `$skiptoken`, already percent-decoded once by the query parser; refuses what is no cookie. */
export function readPagingCookie(token: string): PageStart {
  const page = /^<cookie pagenumber="(\d{1,6})"/.exec(token)?.[1];
  const encoded = /pagingcookie="([^"]*)"/.exec(token)?.[1] ?? '';
  const inner = percentDecode(percentDecode(encoded) ?? '') ?? '';
  const after = /last="\{([0-9a-f-]{36})\}"/i.exec(inner)?.[1];
  if (page === undefined || after === undefined) throw badRequest('Malformed XML in the Paging Cookie');
  return { page: Number(page), after: after.toLowerCase() };
}
