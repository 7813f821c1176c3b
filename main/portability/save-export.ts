import { basename } from 'node:path';
import { ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../preload/contract/words/ids.ts';
import { refusedBy } from '../settings/disk-refusal.ts';
import type { ActivityRecord, RecordActivity } from '../settings/record-activity.ts';

/** What saving an export needs. */
export type SaveExportPorts = {
  /** Saves text where the person says, whole or not at all; null when they cancel. Throws a `Refusal` when the disk refuses. */
  readonly saveText: (suggestedName: string, text: string) => Promise<string | null>;
  readonly recordActivity: RecordActivity;
};

/**
 * Saves an export and tells the journal before and after, so that a console that ends in between leaves word of how far it came. Gives
 * the path, null when the person chose none; fails with `disk-refused`.
 */
export const saveExport = async (
  { saveText, recordActivity }: SaveExportPorts,
  workspaceId: WorkspaceId | null,
  file: { readonly name: string; readonly text: string; readonly what: string },
): Promise<Result<string | null>> => {
  const record = (summary: string, outcome: ActivityRecord['outcome']): Promise<void> =>
    recordActivity({ workspaceId, kind: 'exported', environment: '', summary, outcome, requestId: '' });
  await record(`Began to export ${file.what}`, 'none');
  let path: string | null;
  try {
    path = await saveText(file.name, file.text);
  } catch (thrown) {
    const refused = refusedBy(thrown);
    await record(`Not exported, the file could not be written: ${file.what}`, 'failed');
    return refused;
  }
  await (path === null
    ? record(`Not exported, no file was chosen: ${file.what}`, 'cancelled')
    : record(`Exported ${file.what} as ${basename(path)}`, 'ok'));
  return ok(path);
};
