import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { OrgUrl } from '../../preload/contract/words/ids.ts';
import { parseChallenge } from './challenge.ts';
import type { Challenge } from './challenge.ts';

/** Sends one anonymous request: the console's HTTP client fits. */
export type SendAnonymous = (request: {
  readonly method: 'GET';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pinnedOrigin: string;
  readonly retry: 'safe';
  readonly signal: AbortSignal;
}) => Promise<Result<{ readonly status: number; readonly headers: Readonly<Record<string, string>> }>>;

/**
 * Asks an environment whose it is, without signing in: its Web API refuses an anonymous WhoAmI with a challenge that names the tenant.
 * Fails with `challenge-missing` or what the network said.
 */
export const askTenant = async (
  send: SendAnonymous,
  url: OrgUrl,
  signal: AbortSignal,
): Promise<Result<Challenge>> => {
  const answer = await send({
    method: 'GET',
    url: `${url}/api/data/v9.2/WhoAmI`,
    headers: { accept: 'application/json' },
    pinnedOrigin: url,
    retry: 'safe',
    signal,
  });
  if (!answer.ok) return answer;
  const challenge = parseChallenge(answer.value.headers['www-authenticate'] ?? '');
  return challenge === null ? failed('challenge-missing', { host: new URL(url).host }) : ok(challenge);
};
