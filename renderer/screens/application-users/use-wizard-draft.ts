import { useCallback } from 'react';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { useKept } from '../../bridge/index.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';
import { draftAfter, NEW_DRAFT } from './wizard-draft.ts';

/** The wizard's draft of a workspace: there again when the person comes back to it. */
export const useWizardDraft = (workspaceId: WorkspaceId): readonly [Draft, (action: DraftAction) => void] => {
  const [draft, change] = useKept<Draft>([workspaceId, 'application-users', 'draft'], NEW_DRAFT);
  const act = useCallback((action: DraftAction) => change((before) => draftAfter(before, action)), [change]);
  return [draft, act];
};
