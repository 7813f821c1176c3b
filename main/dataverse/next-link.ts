import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';

const linkOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && '@odata.nextLink' in body
    ? body['@odata.nextLink']
    : undefined;

/**
 * The address of the next page, followed verbatim (Microsoft Learn: page results with the Web API); null after the last. It is data that the service
 * sent, so a link that leaves the environment's origin or its Web API is `origin-mismatch` and the token never goes there.
 */
export const nextLink = (body: unknown, origin: OrgUrl): Result<string | null> => {
  const link = linkOf(body);
  if (link === undefined || link === null || link === '') return ok(null);
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
