import type { ReactElement } from 'react';
import type { SignInPurpose } from '../../preload/contract/identity.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain, SIGN_IN_TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { RemedyAction } from '../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import { useWorkspaceOrNone } from '../bridge/index.ts';
import { Button } from '../ui/index.ts';
import { useAccount } from './use-account.tsx';
import { useSettings } from './use-settings.ts';

const PURPOSES: readonly RemedyAction['id'][] = ['allow-graph', 'sign-in', 'sign-in-other'];

/** Undefined: the account of now once more. */
const purposeOf = (remedy: RemedyAction): SignInPurpose | undefined => {
  if (remedy.id === 'allow-graph') return { kind: 'graph', permission: remedy.permission };
  return remedy.id === 'sign-in-other' ? { kind: 'account' } : undefined;
};

/**
 * What lets a service be asked that refused: signing in, or allowing Microsoft Graph. Both belong to the workspace that is shown, so another
 * one is switched to first. Where neither is the remedy, what stands between its tags.
 */
export const AskRemedy = (props: {
  readonly error: AppError;
  /** The one whose tenant refused. */
  readonly workspace: Pick<Workspace, 'id' | 'name'>;
  /** Called when the person has signed in or allowed it. */
  readonly onAllowed: () => void;
  readonly children?: ReactElement;
}): ReactElement | null => {
  const { workspace } = props;
  const shown = useWorkspaceOrNone()?.id;
  const { signIn, signingIn } = useAccount();
  const { change } = useSettings();
  const remedy = explain(props.error).actions.find(({ id }) => PURPOSES.includes(id));
  if (remedy === undefined) return props.children ?? null;
  if (shown !== workspace.id)
    return (
      <Button size="small" onClick={() => change({ lastWorkspace: workspace.id })}>
        {SIGN_IN_TEXTS.switchTo(workspace.name)}
      </Button>
    );
  const ask = async () => {
    if (await signIn(purposeOf(remedy))) props.onAllowed();
  };
  return (
    <Button size="small" appearance="primary" disabledFocusable={signingIn} onClick={() => void ask()}>
      {remedy.label}
    </Button>
  );
};
