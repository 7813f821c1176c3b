import type { ReactElement } from 'react';
import type { AppError } from '../../preload/contract/words/errors.ts';
import { explain } from '../../preload/contract/words/texts/en.ts';
import type { Workspace } from '../../preload/contract/workspaces.ts';
import type { PartialFailure } from '../ui/index.ts';
import { AskRemedy } from './ask-remedy.tsx';

/** True for what a sign-in of anybody can help: nobody is signed in, or the one who is has to sign in again. */
const needsSignIn = (error: AppError): boolean => explain(error).actions.some(({ id }) => id === 'sign-in');

/** What a banner of many failures offers: a sign-in that helps several stands once, above all of them; the rest at its row. */
export const partialRemedies = (
  failures: readonly PartialFailure[],
  workspace: Workspace,
  retry: (ids: readonly string[]) => void,
): {
  readonly actions: ReactElement | null;
  readonly actionFor: (failure: PartialFailure) => ReactElement | null;
} => {
  const remedyFor = ({ error }: PartialFailure, ids: readonly string[]) => (
    <AskRemedy error={error} workspace={workspace} onAllowed={() => retry(ids)} />
  );
  const signIn = failures.find(({ error }) => needsSignIn(error));
  return {
    actions:
      signIn === undefined
        ? null
        : remedyFor(
            signIn,
            failures.map(({ id }) => id),
          ),
    actionFor: (failure) => (needsSignIn(failure.error) ? null : remedyFor(failure, [failure.id])),
  };
};
