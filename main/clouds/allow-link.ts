import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CloudRow } from './cloud-row.ts';
import { readEnvironmentHost } from './environment-host.ts';

/** Pages about the product's subject, in no cloud. */
const DOCUMENTATION = 'learn.microsoft.com';
const LONGEST = 4096;

/**
 * Whether the console may open a link in the person's browser: the normalised link, or `link-not-allowed`. Only https, only hosts of
 * these clouds (sign-in, portals, environments) and Microsoft Learn, no credentials, no other port; besides, the exact origins of the
 * demo cloud while it runs.
 */
export const allowLink = (
  link: string,
  clouds: readonly CloudRow[],
  demoOrigins: readonly string[],
): Result<string> => {
  const url = link.length > LONGEST ? null : URL.parse(link);
  if (!url) return failed('link-not-allowed', { host: '' });
  const { hostname } = url;
  const refused = failed('link-not-allowed', { host: hostname });
  if (url.username !== '' || url.password !== '') return refused;
  if (demoOrigins.includes(url.origin)) return ok(url.href);
  if (url.protocol !== 'https:' || url.port !== '') return refused;
  const allowed =
    hostname === DOCUMENTATION ||
    readEnvironmentHost(hostname, clouds) !== null ||
    clouds.some(
      (cloud) => URL.parse(cloud.authority)?.hostname === hostname || cloud.pages.includes(hostname),
    );
  return allowed ? ok(url.href) : refused;
};
