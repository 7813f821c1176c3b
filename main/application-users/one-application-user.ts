import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { ClientId } from '../../preload/contract/words/ids.ts';
import type { ApplicationUserThere } from './to-application-user.ts';

/**
 * The one live row of an app among those that were read; null when it has none. `user-ambiguous` when there are
 * several, because nobody can say which one the service takes; `user-soft-deleted` when only a soft-deleted row is left,
 * which blocks a new one until it is purged.
 */
export const oneApplicationUser = (
  users: readonly ApplicationUserThere[],
  clientId: ClientId,
  environment: string,
): Result<ApplicationUserThere | null> => {
  const ours = users.filter((user) => user.clientId === clientId);
  const live = ours.filter((user) => user.state !== 'soft-deleted');
  if (live.length > 1) return failed('user-ambiguous', { clientId, count: live.length });
  const [user] = live;
  if (user !== undefined) return ok(user);
  return ours.length === 0 ? ok(null) : failed('user-soft-deleted', { clientId, environment });
};
