import { basename } from 'node:path';
import * as contract from '../../../preload/contract/activity.ts';
import { implement } from '../../../preload/contract/implement.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { localDay } from '../../../preload/contract/words/local-day.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../../preload/contract/workspaces.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { exportJournal } from './export-journal.ts';
import { recordToJournal } from './record-to-journal.ts';

const TEXTS = ACTIVITY_TEXTS.export;

type Ports = Pick<FleetPorts, 'actorOf' | 'clock' | 'journal' | 'saveText'> & {
  readonly workspace: (id: WorkspaceId) => Pick<Workspace, 'id' | 'name'> | null;
};

/** Answers `activity.export`. That it was exported is an entry of the journal, behind those that were. */
export const exportActivity = ({ actorOf, clock, journal, saveText, workspace }: Ports) => {
  const record = recordToJournal(journal, actorOf);
  return implement(contract.exportJournal, async ({ workspaceId }) => {
    const found = workspace(workspaceId);
    if (found === null) return failed('not-found', { what: 'workspace', id: workspaceId });
    const exportedAt = new Date(clock.now()).toISOString();
    const { entries, integrity, text, withheld } = await exportJournal(journal, found, exportedAt);
    const path = await saveText(TEXTS.fileName(found.name, localDay(new Date(exportedAt))), text);
    if (path === null) return ok({ saved: false, place: null, entries, withheld, integrity });
    await record({
      workspaceId,
      kind: 'exported',
      environment: '',
      summary: TEXTS.recorded(entries),
      outcome: 'ok',
      requestId: '',
    });
    return ok({ saved: true, place: basename(path), entries, withheld, integrity });
  });
};
