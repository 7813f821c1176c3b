import { BUILT_IN_CLOUD_ROWS } from '../../clouds/cloud-table.ts';
import { CLOUD_HOSTS } from '../../../preload/contract/words/cloud-hosts.ts';
import { DEPTHS, VERBS } from '../../../preload/contract/words/depth.ts';
import { ERROR_CODES } from '../../../preload/contract/words/errors.ts';
import { BUILT_IN_CLOUDS, CREDENTIAL_KINDS } from '../../../preload/contract/words/status.ts';
import { cloudLabel, EVIDENCE_WORDS } from '../../../preload/contract/words/texts/en.ts';

/** Words that errors and evidence of the console hold; each stands in its code, none comes from a service or a person. */
const OF_ERRORS = [
  // what, reason, problem, why, limit, missing, way, field
  'app profile|workspace|environment|record|role|table|credential|application user|plan|run|text|file|vault',
  'full|denied|other|missing|wrong|expired|early|system|managed|locked|access|group|default|entra|permission',
  'dns|refused|proxy|offline|unroutable|reset|demo-cloud-not-running|wrong-host|self-signed|revoked',
  'unknown-issuer|protocol|html|too-large|not-json|requests|execution-time|concurrency|browser|code|silent',
  'answer without an account|answer without a token|no tenant in the metadata|unknown|demo|real',
  // claims
  'aud|iss|tid|appid|azp|appidacr|azpacr|idtyp|scp|upn|exp|nbf|oid',
  // OAuth 2.0 (RFC 6749 sections 4.1.2.1 and 5.2; OpenID Connect Core 3.1.2.6)
  'invalid_request|invalid_client|invalid_grant|unauthorized_client|unsupported_grant_type|invalid_scope',
  'access_denied|server_error|temporarily_unavailable|interaction_required|login_required|consent_required',
  'invalid_resource|authorization_pending|expired_token',
].flatMap((line) => line.split('|'));

/** Every word that a pack may hold as it is. */
export const CLOSED_WORDS: ReadonlySet<string> = new Set<string>([
  ...OF_ERRORS,
  ...DEPTHS,
  ...VERBS,
  ...ERROR_CODES,
  ...CREDENTIAL_KINDS,
  ...Object.keys(EVIDENCE_WORDS),
]);

/** Clouds that ship with the console, by id and name. */
export const CLOSED_CLOUDS: ReadonlySet<string> = new Set<string>(
  BUILT_IN_CLOUDS.flatMap((cloud) => [cloud, cloudLabel(cloud)]),
);

/** Microsoft's own hosts, which are the same for everybody. */
export const MICROSOFT_HOSTS: ReadonlySet<string> = new Set(
  BUILT_IN_CLOUD_ROWS.filter(({ id }) => id !== 'demo').flatMap((row) =>
    CLOUD_HOSTS.flatMap((host) => {
      const address = row[host];
      return address === null ? [] : [new URL(address).hostname];
    }),
  ),
);
