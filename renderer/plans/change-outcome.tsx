import type { ReactElement } from 'react';
import { CHANGE_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';
import type { OperationEnd } from '../../preload/contract/words/status.ts';
import { ErrorPanel, NoticeBar } from '../ui/index.ts';
import { RolesMissing } from './roles-missing.tsx';
import type { ChangeRun } from './use-change.ts';

/** How an applied change came out, in one sentence; nothing while it is at work. */
export const ChangeOutcome = ({
  applying,
  onAllowed,
  inTenant,
}: {
  /** Whether a tenant was changed, and not only environments. */
  readonly inTenant: boolean;
  readonly applying: ChangeRun['applying'];
  /** Called when somebody has signed in or allowed what refused all of it. */
  readonly onAllowed: () => void;
}): ReactElement | null => {
  if (applying.state === 'failed' && applying.error !== null)
    return <ErrorPanel error={applying.error} onAllowed={onAllowed} />;
  const end = applying.state === 'cancelled' ? 'cancelled' : applying.output?.state;
  return (
    <>
      <Ending end={end} inTenant={inTenant} />
      {applying.output === null ? null : <RolesMissing output={applying.output} />}
    </>
  );
};

/** The sentence of one ending. */
const Ending = ({
  end,
  inTenant,
}: {
  readonly end: OperationEnd | undefined;
  readonly inTenant: boolean;
}): ReactElement | null => {
  switch (end) {
    case undefined:
      return null;
    case 'succeeded':
      return (
        <NoticeBar intent="success" title={TEXTS.done}>
          {inTenant ? TEXTS.doneText : TEXTS.doneInEnvironments}
        </NoticeBar>
      );
    case 'cancelled':
      return (
        <NoticeBar intent="info" title={TEXTS.stopped}>
          {TEXTS.stoppedText}
        </NoticeBar>
      );
    case 'failed':
    case 'partly-failed':
      return (
        <NoticeBar intent="warning" title={TEXTS.partly}>
          {TEXTS.partlyText}
        </NoticeBar>
      );
  }
};
