import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { SHELL_TEXTS } from '../../preload/contract/words/texts/en.ts';
import { useGo } from '../places/index.ts';
import { Button, EmptyState, ErrorIcon } from '../ui/index.ts';

/** A page threw: a bug. The frame stays, and other pages work. */
export const BrokenPage = (_props: ErrorComponentProps): ReactElement => (
  <EmptyState wholePage icon={ErrorIcon} title={SHELL_TEXTS.brokenTitle} text={SHELL_TEXTS.brokenText}>
    <Button appearance="primary" onClick={() => window.location.reload()}>
      {SHELL_TEXTS.reload}
    </Button>
  </EmptyState>
);

/** The address leads nowhere. */
export const NoSuchPage = (): ReactElement => {
  const go = useGo();
  return (
    <EmptyState wholePage title={SHELL_TEXTS.notFoundTitle} text={SHELL_TEXTS.notFoundText}>
      <Button appearance="primary" onClick={() => go({ page: 'start' })}>
        {SHELL_TEXTS.goHome}
      </Button>
    </EmptyState>
  );
};

/** The workspace of the address does not exist (any more). */
export const NoSuchWorkspace = (): ReactElement => {
  const go = useGo();
  return (
    <EmptyState wholePage title={SHELL_TEXTS.workspaceGoneTitle} text={SHELL_TEXTS.workspaceGoneText}>
      <Button appearance="primary" onClick={() => go({ page: 'start' })}>
        {SHELL_TEXTS.goHome}
      </Button>
    </EmptyState>
  );
};
