import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { HttpRequest } from './http-client.ts';
import type { DemoCloudAddress } from './transport.ts';

/** Where a request goes: its canonical origin, by which it queues, and the address on the wire. */
export type Target = {
  readonly origin: string;
  readonly host: string;
  /** Origin and path without the query, for the log. */
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** Reserved top-level domain (RFC 2606): such a host is never looked up in the DNS. */
const DEMO_SUFFIX = '.demo.test';

/**
 * Refuses a request that would leave its pinned origin (`origin-mismatch`) and sends demo hosts to the demo cloud.
 * Links in answers are attacker-influencable, so this stands before anything is sent.
 */
export const resolveTarget = (
  request: Pick<HttpRequest, 'url' | 'pinnedOrigin' | 'headers'>,
  demoCloud: DemoCloudAddress | null,
): Result<Target> => {
  const url = URL.parse(request.url);
  const expected = request.pinnedOrigin;
  if (!url) return failed('origin-mismatch', { expected, actual: 'not a URL' });
  if (url.protocol !== 'https:' || url.origin !== expected || url.username !== '' || url.password !== '')
    return failed('origin-mismatch', { expected, actual: url.origin });
  const target = { origin: url.origin, host: url.hostname, path: url.origin + url.pathname };
  if (!url.hostname.endsWith(DEMO_SUFFIX))
    return ok({ ...target, url: request.url, headers: request.headers });
  if (!demoCloud)
    return failed('network-unreachable', { host: url.hostname, reason: 'demo-cloud-not-running' });
  return ok({
    ...target,
    url: `${demoCloud.origin}/${demoCloud.key}/${url.hostname}${url.pathname}${url.search}`,
    headers: { ...request.headers, 'x-forwarded-host': url.hostname },
  });
};
