import type { ReactElement } from 'react';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { ACTIVITY_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAction } from '../../bridge/index.ts';
import { Button, ExportIcon, Tooltip, useToasts } from '../../ui/index.ts';

const TEXTS = ACTIVITY_TEXTS.export;

/** Saves the journal of the workspace with its chain, for whoever has to prove what was done. */
export const ExportJournal = ({ workspaceId }: { readonly workspaceId: WorkspaceId }): ReactElement => {
  const toasts = useToasts();
  const { busy, run } = useAction('activity.export');
  const save = async (): Promise<void> => {
    const result = await run({ workspaceId });
    if (!result.ok) toasts.failure(result.error);
    else if (result.value.place !== null) {
      const { entries, integrity, place } = result.value;
      const words = integrity.state === 'broken' ? TEXTS.savedBroken : TEXTS.saved;
      toasts.success(TEXTS.savedTitle, words(entries, place));
    }
  };
  return (
    <Tooltip content={TEXTS.hint} relationship="description">
      <Button icon={<ExportIcon />} disabledFocusable={busy} onClick={() => void save()}>
        {TEXTS.action}
      </Button>
    </Tooltip>
  );
};
