import type { ClientId, EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { ActivityJournal } from './activity-journal.ts';

/** Lines looked at: what is older than this many is older than a minute, or nobody waits for it any more. */
const NEWEST = 200;

/** When the journal last wrote that a change to an app was carried out in an environment, or in the tenant; null when not lately. */
export const lastChangeIn =
  (journal: Pick<ActivityJournal, 'page'>) =>
  async (
    workspaceId: WorkspaceId,
    environmentId: EnvironmentId,
    clientId: ClientId,
  ): Promise<number | null> => {
    const { lines } = await journal.page(workspaceId, null, NEWEST);
    const last = lines.find(({ entry: { operation } }) => {
      if (operation?.type !== 'step-ended' || !['done', 'unrecorded'].includes(operation.state)) return false;
      const here = operation.environmentId === null || operation.environmentId === environmentId;
      // A change to a role, a team or the tenant names no app, and may concern each.
      return here && (operation.clientId === null || operation.clientId === clientId);
    });
    return last === undefined ? null : Date.parse(last.at);
  };
