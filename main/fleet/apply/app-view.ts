import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { readApplicationUsers } from '../../application-users/read-application-users.ts';
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

/** Reads an app past the service's caches; its teams only when they matter. `user-ambiguous` when it has several live rows. */
const readAppNow = async (
  client: DataverseClient,
  clientId: ClientId,
  withTeams: boolean,
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
  if (!withTeams) return ok({ user, deleted, teams: null });
  if (user === null) return ok({ user, deleted, teams: new Set() });
  const teams = await readTeamsOf(client, user.systemUserId, signal);
  return teams.ok ? ok({ user, deleted, teams: new Set(teams.value.map(({ id }) => id)) }) : teams;
};

/** Whether steps of this kind change nothing that a later step of the same app goes by. */
const leavesRestAsItIs = ({ kind }: ChangeAction): boolean =>
  kind === 'assign-role' || kind === 'remove-role' || kind === 'join-team' || kind === 'leave-team';

/** A view of one app for the steps of one run. */
export const createAppView = (client: DataverseClient, clientId: ClientId, withTeams: boolean): AppView => {
  let known: AppNow | null = null;
  return {
    now: async (signal) => {
      if (known !== null) return ok(known);
      const read = await readAppNow(client, clientId, withTeams, signal);
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
