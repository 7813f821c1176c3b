import * as contract from '../../../preload/contract/activity.ts';
import { implement } from '../../../preload/contract/implement.ts';
import type { Implementation } from '../../../preload/contract/implement.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { ActivityJournal } from './activity-journal.ts';
import type { Integrity } from './chain.ts';
import type { JournalLine } from './journal-line.ts';

const toEntry = ({ seq, at, entry }: JournalLine): contract.ActivityEntry => {
  const { workspaceId, actor, kind, environment, summary, outcome, requestId } = entry;
  return { seq, at, workspaceId, actor, kind, environment, summary, outcome, requestId };
};

/** Answers `activity.list`. The whole chain is verified when the first page is asked for, not for each page after it. */
export const listActivity = (journal: ActivityJournal): Implementation<'activity.list'> => {
  let verdict: Promise<Integrity> | null = null;
  return implement(contract.list, async ({ workspaceId, before, limit }) => {
    if (before === null) verdict = null;
    verdict ??= journal.verify();
    const { lines, more } = await journal.page(workspaceId, before, limit);
    return ok({ entries: lines.map(toEntry), more, integrity: await verdict });
  });
};
