import type { ReactElement } from 'react';
import type { Plan } from '../../../preload/contract/fleet.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { AppliedEnvironment } from '../../plans/index.ts';
import {
  allReports,
  appliedEnvironments,
  EnvironmentList,
  RolesMissing,
  unfinished,
} from '../../plans/index.ts';
import { ErrorPanel, NoticeBar, StreamBar } from '../../ui/index.ts';
import type { ApplyStream } from './use-operation.ts';

const TEXTS = APPLICATION_USERS_TEXTS.wizard.apply;
const RESULT = APPLICATION_USERS_TEXTS.wizard.result;

const failedFirst = (applied: readonly AppliedEnvironment[]): readonly AppliedEnvironment[] =>
  applied.toSorted((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'));

/** How an ended operation came out, in one sentence. */
const Outcome = (props: {
  readonly applied: readonly AppliedEnvironment[];
  readonly applying: ApplyStream;
  readonly onAllowed: () => void;
}): ReactElement => {
  const { applied, applying } = props;
  const left = unfinished(applied).length;
  if (applying.state === 'failed' && applying.error !== null)
    return <ErrorPanel error={applying.error} onAllowed={props.onAllowed} />;
  if (left === 0) {
    return (
      <NoticeBar intent="success" title={RESULT.success(applied.length)}>
        {RESULT.successText}
      </NoticeBar>
    );
  }
  if (applying.state === 'cancelled') {
    return (
      <NoticeBar intent="info" title={RESULT.cancelled}>
        {RESULT.cancelledText}
      </NoticeBar>
    );
  }
  return (
    <NoticeBar intent="warning" title={RESULT.partly(left, applied.length)}>
      {RESULT.partlyText}
    </NoticeBar>
  );
};

/** Progress per environment and step while a plan is applied, and the result afterwards. */
export const StepProgress = (props: {
  readonly made: Plan;
  /** Environments that were left out of the plan. */
  readonly leftOut: number;
  readonly applying: ApplyStream;
  /** Plans what is left of it anew: called when somebody has signed in or allowed what refused a step. */
  readonly onAllowed: () => void;
}): ReactElement => {
  const { applying, leftOut, made, onAllowed } = props;
  const running = applying.running || applying.state === 'cancelling';
  const applied = appliedEnvironments(made, allReports(applying), running);
  const ended = applied.filter((each) => each.ended).length;
  return (
    <>
      {running ? (
        <StreamBar
          label={applying.state === 'cancelling' ? TEXTS.cancelling : TEXTS.running(ended, applied.length)}
          done={ended}
          total={applied.length}
          onCancel={applying.cancel}
          cancelling={applying.state === 'cancelling'}
        />
      ) : (
        <>
          <Outcome applied={applied} applying={applying} onAllowed={onAllowed} />
          {leftOut === 0 ? null : (
            <NoticeBar intent="info" title={RESULT.leftOut(leftOut)}>
              {RESULT.leftOutText}
            </NoticeBar>
          )}
          {applying.output === null ? null : <RolesMissing output={applying.output} />}
        </>
      )}
      <EnvironmentList
        label={running ? TEXTS.progress : RESULT.environments}
        environments={{ kind: 'applied', items: running ? applied : failedFirst(applied) }}
        onAllowed={running ? undefined : onAllowed}
      />
    </>
  );
};
