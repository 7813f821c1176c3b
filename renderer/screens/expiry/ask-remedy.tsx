import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { EXPIRY_TEXTS as TEXTS, explain } from '../../../preload/contract/words/texts/en.ts';
import { useWorkspaceOrNone } from '../../bridge/index.ts';
import { useAccount, useSettings } from '../../session/index.ts';
import { Button } from '../../ui/index.ts';

/**
 * What lets a directory be asked that refused: signing in, or allowing Microsoft Graph. Both belong to the workspace that is shown, so another
 * one is switched to first. Nothing where neither is the remedy.
 */
export const AskRemedy = (props: {
  readonly error: AppError;
  readonly workspaceId: WorkspaceId;
  readonly name: string;
  /** Called when the person has signed in or allowed it. */
  readonly onAllowed: () => void;
}): ReactElement | null => {
  const { name, workspaceId } = props;
  const shown = useWorkspaceOrNone()?.id;
  const { signIn } = useAccount();
  const { change } = useSettings();
  const remedy = explain(props.error).actions.find(({ id }) => id === 'allow-graph' || id === 'sign-in');
  if (remedy === undefined) return null;
  if (shown !== workspaceId)
    return (
      <Button size="small" onClick={() => change({ lastWorkspace: workspaceId })}>
        {TEXTS.switchTo(name)}
      </Button>
    );
  const ask = async () => {
    const purpose =
      remedy.id === 'allow-graph' ? ({ kind: 'graph', permission: remedy.permission } as const) : undefined;
    if (await signIn(purpose)) props.onAllowed();
  };
  return (
    <Button size="small" appearance="primary" onClick={() => void ask()}>
      {remedy.label}
    </Button>
  );
};
