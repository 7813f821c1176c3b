import type { Session } from '../session.ts';

/** The address of the request itself with other tokens: of the next page, or of what changes from now on. */
export function linkBack(session: Session, ...tokens: readonly string[]): string {
  const { serviceRoot, path, query } = session.request;
  const kept = query.split('&').filter((it) => it !== '' && !/^(?:\$|%24)(?:skip|delta)token=/i.test(it));
  return `${serviceRoot}${path}?${[...kept, ...tokens].join('&')}`;
}
