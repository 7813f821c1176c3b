import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openActivityJournal } from '../../../../main/fleet/journal/activity-journal.ts';
import type { ActivityJournal } from '../../../../main/fleet/journal/activity-journal.ts';
import type { JournalEntry } from '../../../../main/fleet/journal/journal-line.ts';
import type { Vault } from '../../../../main/vault/vault.ts';
import { parseWorkspaceId } from '../../../../preload/contract/words/ids.ts';
import type { WorkspaceId } from '../../../../preload/contract/words/ids.ts';
import { memoryVault } from './memory-vault.ts';

/** The value, or a failed test. */
export const must = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('expected a value');
  return value;
};

/** A GUID that is easy to tell from others. */
export const guid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

export const WORKSPACE: WorkspaceId = must(parseWorkspaceId(guid(0xa)));
export const OTHER_WORKSPACE: WorkspaceId = must(parseWorkspaceId(guid(0xb)));

/** An entry that says `summary`. */
export const entry = (summary: string, workspaceId: WorkspaceId | null = WORKSPACE): JournalEntry => ({
  workspaceId,
  actor: 'adele.admin@contoso.demo.test',
  kind: 'query-run',
  environment: 'Contoso Development',
  summary,
  outcome: 'ok',
  requestId: '',
  operation: null,
});

/** Runs `work` with the path of a journal in a folder that is gone afterwards. */
export const inFolder = async (work: (path: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 's2s-journal-'));
  try {
    await work(join(folder, 'activity.jsonl'));
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Opens the journal at `path`, uses it and closes it. */
export const withJournal = async <Value>(
  path: string,
  vault: Vault,
  use: (journal: ActivityJournal) => Promise<Value>,
): Promise<Value> => {
  const journal = await openActivityJournal({ path, vault, now: Date.now });
  try {
    return await use(journal);
  } finally {
    await journal.close();
  }
};

/** A journal with these summaries, closed. */
export const written = async (
  path: string,
  summaries: readonly string[],
  vault = memoryVault(),
): Promise<void> =>
  withJournal(path, vault, async (journal) => {
    for (const summary of summaries) await journal.append(entry(summary));
  });
