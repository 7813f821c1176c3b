import { changesOf, differencesBetween, withDifferences } from './user-differences.ts';
import type { ChangedUser } from './user-differences.ts';
import type { KeptEnvironment } from './snapshot-text.ts';
import type { InventoryUser } from './to-application-user.ts';

/** One complete reading of an environment. */
export type Reading = Pick<KeptEnvironment, 'environmentId' | 'asOf' | 'users'>;

/** The users of an environment as they were when a person last looked. */
const seenUsers = ({ users, before }: KeptEnvironment): readonly InventoryUser[] =>
  withDifferences(
    users,
    before.map(({ systemUserId, user }) => ({ systemUserId, before: user, after: null })),
    'before',
  );

/** Takes in a reading. The first one of an environment is what later ones are compared with. */
export const withReading = (kept: KeptEnvironment | undefined, reading: Reading): KeptEnvironment => {
  if (kept === undefined) return { ...reading, seenAt: reading.asOf, before: [] };
  const before = differencesBetween(seenUsers(kept), reading.users);
  return {
    ...reading,
    seenAt: kept.seenAt,
    before: before.map(({ systemUserId, before: user }) => ({ systemUserId, user })),
  };
};

/** From now on nothing of it is different. */
export const seen = (kept: KeptEnvironment): KeptEnvironment => ({ ...kept, seenAt: kept.asOf, before: [] });

/** What is different of an environment since a person last looked. */
export const differencesOf = (
  kept: KeptEnvironment,
): readonly (ChangedUser & { readonly changes: ReturnType<typeof changesOf> })[] => {
  if (kept.before.length === 0) return [];
  const now = new Map(kept.users.map((user) => [user.systemUserId, user]));
  return kept.before.map(({ systemUserId, user }) => {
    const after = now.get(systemUserId) ?? null;
    return { systemUserId, before: user, after, changes: changesOf(user, after) };
  });
};
