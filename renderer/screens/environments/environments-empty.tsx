import type { ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { ENVIRONMENTS_TEXTS, SHELL_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useAccount } from '../../session/index.ts';
import { Button, EmptyState, EnvironmentsIcon, ErrorPanel, Stack } from '../../ui/index.ts';
import type { Discovery } from './use-discovery.ts';

/** Why there is no environment, and what brings them. */
export const EnvironmentsEmpty = (props: {
  readonly listError: AppError | null;
  readonly onRetry: () => void;
  readonly discovery: Discovery;
  readonly onDiscover: () => void;
  readonly onAdd: () => void;
}): ReactElement => {
  const { account, signingIn, cancelSignIn } = useAccount();
  const { discovery } = props;
  if (props.listError !== null)
    return <ErrorPanel error={props.listError} handlers={{ retry: props.onRetry }} />;
  const failure = discovery.error ?? discovery.failures[0]?.error ?? null;
  if (signingIn) {
    return (
      <EmptyState icon={EnvironmentsIcon} title={SHELL_TEXTS.signingIn} text={SHELL_TEXTS.signingInHint}>
        <Button onClick={cancelSignIn}>{SHELL_TEXTS.cancelSignIn}</Button>
      </EmptyState>
    );
  }
  return (
    <Stack>
      {failure === null || failure.code === 'cancelled' ? null : (
        <ErrorPanel error={failure} handlers={{ retry: props.onDiscover }} />
      )}
      <EmptyState
        icon={EnvironmentsIcon}
        title={ENVIRONMENTS_TEXTS.emptyTitle}
        text={account === null ? ENVIRONMENTS_TEXTS.emptySignedOut : ENVIRONMENTS_TEXTS.emptySignedIn}
      >
        <Button appearance="primary" onClick={props.onDiscover}>
          {account === null ? ENVIRONMENTS_TEXTS.signIn : ENVIRONMENTS_TEXTS.discover}
        </Button>
        <Button onClick={props.onAdd}>{ENVIRONMENTS_TEXTS.add}</Button>
      </EmptyState>
    </Stack>
  );
};
