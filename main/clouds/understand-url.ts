import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { parseOrgUrl } from '../../preload/contract/words/ids.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';
import type { CloudId } from '../../preload/contract/words/status.ts';
import type { CloudRow } from './cloud-row.ts';
import { decodePasted } from './decode-pasted.ts';
import { readEnvironmentHost } from './environment-host.ts';

/** What a pasted text means: an environment's origin, with its cloud when its host says so. */
export type UnderstoodUrl = {
  readonly url: OrgUrl;
  readonly cloud: CloudId | null;
  readonly region: string | null;
};

/** Why a text is not an environment's address; param `reason` of `url-not-understood`. */
type Reason =
  | 'empty'
  | 'not-a-url'
  | 'environment-id'
  | 'several-environments'
  | 'retired-cloud'
  | 'not-dataverse'
  | 'portal-page';

/** Not in the middle of a longer word: half of a name is another host. */
const HOST_NAMES = /(?<![\p{L}\p{N}_.-])[a-z0-9-]+(?:\.[a-z0-9-]+)+(?![\p{L}_])/gu;
const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** The German cloud was closed (Microsoft Learn: Microsoft Cloud Germany); its addresses are still in old notes. */
const RETIRED = '.microsoftdynamics.de';
const MICROSOFT =
  /(^|\.)(microsoft(online)?\.(com|us|cn|de)|powerapps\.(com|us|cn)|azure\.(com|us|cn)|dynamics\.com)$/;

/** What was pasted may be a connection string with a secret in it, so only what is plainly an address is said back. */
const quotable = (text: string): string => (/^[\w.:/-]{1,80}$/.test(text) ? text : '');

const refuse = (text: string, reason: Reason) =>
  failed('url-not-understood', { text: quotable(text), reason });

const understood = (host: string, cloud: CloudId | null, region: string | null): Result<UnderstoodUrl> => {
  const url = parseOrgUrl(`https://${host}`);
  return url ? ok({ url, cloud, region }) : refuse(host, 'not-a-url');
};

/**
 * Reads whatever a person pastes for an environment: with or without scheme, path, query or capitals, its API host, a page inside it, a
 * connection string. Anything in which exactly one environment's host stands is understood; a host that no cloud knows is taken only
 * when the text is nothing but an address. Fails with `url-not-understood`. Never throws.
 */
export const understandUrl = (text: string, clouds: readonly CloudRow[]): Result<UnderstoodUrl> => {
  const typed = text.trim();
  if (typed === '') return refuse(typed, 'empty');
  const plain = decodePasted(typed).toLowerCase();
  const names = plain.match(HOST_NAMES) ?? [];
  const environments = names.flatMap((name) => readEnvironmentHost(name, clouds) ?? []);
  const [first] = environments;
  if (first) {
    // An address may name others in its query; what it starts with is what was meant.
    const leads =
      readEnvironmentHost(/^(?:https?:\/\/)?([a-z0-9.-]+)/.exec(plain)?.[1] ?? '', clouds) !== null;
    return !leads && environments.some(({ host }) => host !== first.host)
      ? refuse(typed, 'several-environments')
      : understood(first.host, first.cloud, first.region);
  }
  if (names.some((name) => name.endsWith(RETIRED))) return refuse(typed, 'retired-cloud');
  if (GUID.test(plain)) return refuse(typed, 'environment-id');
  const address = /^(?:https?:\/\/)?([^/?#\s@:]+)(?::\d+)?(?:[/?#]\S*)?$/.exec(plain)?.[1] ?? '';
  if (!NAME.test(address)) return refuse(typed, 'not-a-url');
  if (clouds.some((cloud) => cloud.environmentSuffixes.some((suffix) => address.endsWith(suffix))))
    return refuse(typed, 'not-dataverse');
  return MICROSOFT.test(address) ? refuse(typed, 'portal-page') : understood(address, null, null);
};
