import { invalidCookie } from '../errors/fetch-faults.ts';
import type { Joined } from './fetch-scope.ts';
import { type FetchScope, root, tableOf } from './fetch-scope.ts';
import { idIn } from './fetch-columns.ts';

const nameIn = (scope: FetchScope, alias: string): string =>
  alias === root ? tableOf(scope, alias).primaryId : `${alias}.${tableOf(scope, alias).primaryId}`;

const braced = (id: string): string => (id === '' ? '' : `{${id.toUpperCase()}}`);

/**
 * The annotation that tells how to go on: a cookie that holds another one, encoded twice. The inner one names the ids of the
 * first and the last row, those of joined tables too (Learn: "Page results using FetchXml", paging cookies).
 */
export function fetchCookie(scope: FetchScope, nextPage: number, first: Joined, last: Joined): string {
  const ids = [...scope.tables.keys()].map(
    (alias) =>
      `<${nameIn(scope, alias)} last="${braced(idIn(scope, alias, last))}" first="${braced(idIn(scope, alias, first))}" />`,
  );
  const inner = `<cookie page="${nextPage - 1}">${ids.join('')}</cookie>`;
  const encoded = encodeURIComponent(encodeURIComponent(inner));
  return `<cookie pagenumber="${nextPage}" pagingcookie="${encoded}" istracking="False" />`;
}

/** A test for the row at which the page before ended; refuses a cookie that is still encoded, or none of this query. */
export function endOfCookie(scope: FetchScope, cookie: string): (joined: Joined) => boolean {
  if (!/^<cookie page="\d{1,6}">/.test(cookie)) throw invalidCookie();
  const wanted = [...scope.tables.keys()].map((alias) => {
    const name = nameIn(scope, alias).replaceAll('.', String.raw`\.`);
    const last = new RegExp(`<${name} last="\\{?([0-9a-f-]*)\\}?"`, 'i').exec(cookie)?.[1];
    if (last === undefined) throw invalidCookie();
    return [alias, last.toLowerCase()] as const;
  });
  return (joined) => wanted.every(([alias, id]) => idIn(scope, alias, joined) === id);
}
