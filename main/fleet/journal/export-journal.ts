import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { ActivityJournal } from './activity-journal.ts';
import type { Integrity } from './chain.ts';

/** What `exportJournal` makes. */
export type ExportedJournal = {
  /** JSON Lines: one that says what follows, then one for each line of the journal, oldest first. */
  readonly text: string;
  /** Lines of this workspace and of the console as a whole. */
  readonly entries: number;
  /** Lines of other workspaces, of which only the place in the chain is told. */
  readonly withheld: number;
  readonly integrity: Integrity;
};

/**
 * The journal of one workspace with its chain. Its own lines stand byte for byte as in the journal, so that each can still be
 * checked; a line of another workspace is reduced to number, key name and MACs, so that none can be left out unseen.
 * A line that cannot be read is told as such and nothing of it is given away.
 */
export const exportJournal = async (
  journal: Pick<ActivityJournal, 'lines' | 'verify'>,
  workspace: Pick<Workspace, 'id' | 'name'>,
  exportedAt: string,
): Promise<ExportedJournal> => {
  const integrity = await journal.verify();
  const lines: string[] = [];
  let withheld = 0;
  let unreadable = 0;
  let head: { readonly seq: number; readonly mac: string } | null = null;
  await journal.lines((line, bytes) => {
    if (line === null) {
      unreadable += 1;
      lines.push(JSON.stringify({ unreadable: true, bytes: bytes.length }));
      return;
    }
    const { entry, key, mac, prev, seq } = line;
    head = { seq, mac };
    if (entry.workspaceId === null || entry.workspaceId === workspace.id) {
      lines.push(bytes.toString('utf8'));
      return;
    }
    withheld += 1;
    lines.push(JSON.stringify({ withheld: true, seq, key, prev, mac }));
  });
  const entries = lines.length - withheld - unreadable;
  const { id, name } = workspace;
  const first = JSON.stringify({
    format: 's2s-console-journal',
    version: 1,
    workspace: { id, name },
    exportedAt,
    integrity,
    entries,
    withheld,
    unreadable,
    head,
  });
  return { text: `${[first, ...lines].join('\n')}\n`, entries, withheld, integrity };
};
