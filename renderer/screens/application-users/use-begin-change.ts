import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { useGo } from '../../places/index.ts';
import { useWizardDraft } from './use-wizard-draft.ts';
import type { UserRow } from './user-rows.ts';
import type { Intent } from './wizard-draft.ts';
import { draftForTargets } from './wizard-draft.ts';

/** Opens the wizard with these users chosen; nothing is changed before its plan. */
export type BeginChange = (intent: Exclude<Intent, 'give-access'>, rows: readonly UserRow[]) => void;

/** Begins a change of application users of a workspace. */
export const useBeginChange = (workspaceId: WorkspaceId): BeginChange => {
  const go = useGo();
  const [, change] = useWizardDraft(workspaceId);
  return (intent, rows) => {
    change({
      kind: 'begin',
      draft: draftForTargets(
        intent,
        rows.map(({ user }) => ({
          environmentId: user.environmentId,
          clientId: user.clientId,
          appName: user.name,
        })),
      ),
    });
    go({ page: 'application-users/new', workspaceId });
  };
};
