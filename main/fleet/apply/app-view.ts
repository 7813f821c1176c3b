import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { countOwned } from '../../application-users/owned-records.ts';
import type { OwnedTable } from '../../application-users/owned-records.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
import { readProfilesOf } from '../../application-users/column-profiles.ts';
import { readTeamsOf } from '../../application-users/teams.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { AppNow, ChangeAction } from '../planner/step-action.ts';

/** What one app is in one environment, read when it is not known any more and not before every step. */
export type AppView = {
  readonly now: (signal: AbortSignal) => Promise<Result<AppNow>>;
  /** A step took effect: what follows from it is known without reading, or is read before the next step. */
  readonly changed: (action: ChangeAction) => void;
  /** Something went otherwise than expected: what is known may not be so. */
  readonly forget: () => void;
};

/** What of an app matters beyond its row. */
type Wanted = {
  readonly teams: boolean;
  readonly profiles: boolean;
  readonly owned: readonly OwnedTable[];
};

/** Reads an app past the service's caches; its teams and profiles only when they matter. `user-ambiguous` when it has several live rows. */
const readAppNow = async (
  client: DataverseClient,
  clientId: ClientId,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<Result<AppNow>> => {
  const rows = await readApplicationUsers(client, [clientId], signal);
  if (!rows.ok) return rows;
  const live = rows.value.filter(({ state }) => state !== 'soft-deleted');
  if (live.length > 1) return failed('user-ambiguous', { clientId, count: live.length });
  const user = live[0] ?? null;
  const deleted = rows.value
    .filter(({ state }) => state === 'soft-deleted')
    .map(({ systemUserId }) => systemUserId);
  const id = user?.systemUserId;
  const { owned } = wanted;
  const [teams, profiles, count] = await Promise.all([
    wanted.teams && id !== undefined ? readTeamsOf(client, id, signal) : ok([]),
    wanted.profiles && id !== undefined ? readProfilesOf(client, id, signal) : ok([]),
    owned.length > 0 && id !== undefined ? countOwned(client, id, owned, signal) : ok(null),
  ]);
  if (!teams.ok) return teams;
  if (!profiles.ok) return profiles;
  if (!count.ok) return count;
  return ok({
    user,
    deleted,
    teams: wanted.teams ? new Set(teams.value.map((team) => team.id)) : null,
    profiles: wanted.profiles ? new Set(profiles.value.map((profile) => profile.id)) : null,
    // What cannot be counted may still be there.
    owns: count.value === null ? null : count.value.tables.length > 0 || count.value.unread > 0,
  });
};

const LINKS: ReadonlySet<ChangeAction['kind']> = new Set([
  'assign-role',
  'remove-role',
  'join-team',
  'leave-team',
  'give-profile',
  'take-profile',
]);

/** Whether steps of this kind change nothing that a later step of the same app goes by. */
const leavesRestAsItIs = ({ kind }: ChangeAction): boolean => LINKS.has(kind);

/** A view of one app for the steps of one run. */
export const createAppView = (client: DataverseClient, clientId: ClientId, wanted: Wanted): AppView => {
  let known: AppNow | null = null;
  return {
    now: async (signal) => {
      if (known !== null) return ok(known);
      const read = await readAppNow(client, clientId, wanted, signal);
      if (read.ok) known = read.value;
      return read;
    },
    changed: (action) => {
      if (!leavesRestAsItIs(action)) known = null;
    },
    forget: () => {
      known = null;
    },
  };
};
