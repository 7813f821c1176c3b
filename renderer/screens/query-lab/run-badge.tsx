import type { ReactElement } from 'react';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { RUN_STATE_LABELS } from '../../../preload/contract/words/texts/en.ts';
import { StatusBadge, StepStateBadge } from '../../ui/index.ts';
import { failureStatus } from './failure-status.ts';

const STEPS: Readonly<Record<Exclude<EnvironmentRun['state'], 'failed'>, StepState>> = {
  queued: 'pending',
  token: 'running',
  running: 'running',
  done: 'done',
  cancelled: 'cancelled',
};

/** How far one environment is; a failure says by its icon whether it was refused or not reached. */
export const RunBadge = (props: { readonly run: EnvironmentRun }): ReactElement => {
  const { error, state } = props.run;
  const word = RUN_STATE_LABELS[state];
  return state === 'failed' ? (
    <StatusBadge status={error === null ? 'denied' : failureStatus(error)} word={word} />
  ) : (
    <StepStateBadge state={STEPS[state]} word={word} />
  );
};
