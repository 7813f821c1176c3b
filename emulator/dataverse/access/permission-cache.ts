import type { Environment } from '../store/environment.ts';
import { collectPermissions, type Permissions } from './held-roles.ts';

type Entry = { readonly permissions: Permissions; readonly changedAt: number | null };

/** Permissions as access checks see them: behind a change by the lag of the service's caches. */
export type PermissionCache = {
  /** Permissions of a user; `fresh` reads past the cache, as `Consistency: Strong` does. */
  permissionsOf(userId: string, fresh: boolean): Permissions;
  /** To be called before a change of what a user holds, so that the old state is still seen for the lag. */
  beforeChange(userId: string): void;
  /** Forgets what is known of one user, so that a change is seen at once. */
  forget(userId: string): void;
  /** Forgets everything, because the data behind it has been replaced. */
  clear(): void;
};

/**
 * Imitates the cache of user permissions, which lags behind a change by up to half a minute
 * (Learn: "Web API: optimistic and strong consistency"); `lagSeconds` is asked at each use; 0 makes changes visible at once.
 */
export function createPermissionCache(
  environment: Environment,
  now: () => number,
  lagSeconds: () => number,
): PermissionCache {
  const entries = new Map<string, Entry>();

  const current = (userId: string): Entry => {
    const entry = entries.get(userId);
    const isStale =
      entry !== undefined && entry.changedAt !== null && now() - entry.changedAt >= lagSeconds() * 1000;
    if (entry !== undefined && !isStale) return entry;
    const made = { permissions: collectPermissions(environment, userId), changedAt: null };
    entries.set(userId, made);
    return made;
  };

  return {
    permissionsOf: (userId, fresh) =>
      fresh ? collectPermissions(environment, userId) : current(userId).permissions,
    beforeChange(userId) {
      if (lagSeconds() === 0) {
        entries.delete(userId);
        return;
      }
      const entry = current(userId);
      entries.set(userId, { ...entry, changedAt: entry.changedAt ?? now() });
    },
    forget: (userId) => {
      entries.delete(userId);
    },
    clear: () => entries.clear(),
  };
}
