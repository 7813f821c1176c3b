import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { CloudRow } from './cloud-row.ts';
import { readEnvironmentHost } from './environment-host.ts';

/** Pages of no cloud: the documentation, and the newer page of app registrations. */
const EVERYWHERE: readonly string[] = ['https://learn.microsoft.com', 'https://entra.microsoft.com'];
/** Where a device code is typed, by cloud (seen in answers of the sign-in service); nothing else of these hosts. */
const DEVICE_PAGES: readonly string[] = [
  'https://microsoft.com/devicelogin',
  'https://www.microsoft.com/link',
  'https://login.microsoft.com/device',
  'https://microsoft.com/deviceloginus',
  'https://microsoft.com/deviceloginchina',
];
const LONGEST = 4096;

/**
 * Whether the console may open a link in the person's browser: the normalised link, or `link-not-allowed`. Only https, only hosts of
 * these clouds (sign-in, portals, environments), Microsoft Learn and the pages for device codes, no credentials; besides, the exact origins of the demo cloud while
 * it runs. `clouds` are the rows that ship, the custom ones and those that workspaces really use.
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
  if (url.protocol !== 'https:') return refused;
  const allowed =
    DEVICE_PAGES.includes(url.href) ||
    EVERYWHERE.includes(url.origin) ||
    (url.port === '' && readEnvironmentHost(hostname, clouds) !== null) ||
    clouds.some(({ authority, portal, adminCenter, maker }) =>
      [authority, portal, adminCenter, maker].includes(url.origin),
    );
  return allowed ? ok(url.href) : refused;
};
