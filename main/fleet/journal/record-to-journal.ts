import type { Notice } from '../../../preload/contract/app.ts';
import { Refusal } from '../../../preload/contract/words/refusal.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { RecordActivity } from '../../settings/record-activity.ts';
import type { ActivityJournal } from './activity-journal.ts';

/** Who is signed in to a workspace, as a user name; empty when nobody is. */
export type ActorOf = (workspaceId: WorkspaceId | null) => string;

/** The RecordActivity that other rooms are given: adds who did it. Rejects when the journal cannot be written. */
export const recordToJournal =
  (journal: ActivityJournal, actorOf: ActorOf): RecordActivity =>
  async (record) => {
    await journal.append({ ...record, actor: actorOf(record.workspaceId), operation: null });
  };

/**
 * The first line of a run; tells of a torn last line that the previous run left behind. A disk that refuses it is told to
 * the person: the console still opens, so that they can look.
 */
export const recordConsoleStarted = async (
  journal: ActivityJournal,
  version: string,
  tell: (notice: Notice) => void,
): Promise<void> => {
  const torn = journal.setAside;
  const written = journal.append({
    workspaceId: null,
    actor: '',
    kind: 'console-started',
    environment: '',
    summary:
      torn === null
        ? `S2S Console ${version} started`
        : `S2S Console ${version} started. The last line of this journal had not been finished when the console ended before: ${torn.bytes} bytes were moved to ${torn.file}`,
    outcome: 'none',
    requestId: '',
    operation: null,
  });
  try {
    await written;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    tell({ id: 'journal-unwritable', kind: 'journal-unwritable', params: {} });
  }
};
