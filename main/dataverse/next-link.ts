import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';

const linkOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && '@odata.nextLink' in body
    ? body['@odata.nextLink']
    : undefined;

/**
 * A link that the service sent, if it stays on the environment's origin and inside its Web API; else `origin-mismatch`,
 * and the token never goes there: links are data that others can influence.
 */
export const pinnedLink = (link: unknown, origin: OrgUrl): Result<string> => {
  const text = typeof link === 'string' ? link : '';
  const url = URL.canParse(text) ? new URL(text) : null;
  const pinned =
    url !== null &&
    url.origin === origin &&
    url.username === '' &&
    url.password === '' &&
    url.pathname.startsWith('/api/data/');
  return pinned
    ? ok(text)
    : failed('origin-mismatch', { expected: origin, actual: url?.origin ?? 'no address' });
};

/** The pinned address of the next page, to be followed verbatim; null after the last (Microsoft Learn: page results with the Web API). */
export const nextLink = (body: unknown, origin: OrgUrl): Result<string | null> => {
  const link = linkOf(body);
  return link === undefined || link === null || link === '' ? ok(null) : pinnedLink(link, origin);
};
