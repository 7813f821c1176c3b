import { useCallback, useEffect } from 'react';
import type { Plan, PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { APPLICATION_USERS_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { Stream } from '../../bridge/index.ts';
import { useStream } from '../../bridge/index.ts';
import type { StepReports } from '../../plans/index.ts';
import {
  appliedEnvironments,
  NO_REPORTS,
  plannedWith,
  reportsWith,
  useWhileFree,
} from '../../plans/index.ts';
import { desiredStates, fingerprint } from './desired-states.ts';
import type { Draft, DraftAction } from './wizard-draft.ts';

export type PlanStream = Stream<'fleet.plan', readonly PlannedEnvironment[]>;
export type ApplyStream = Stream<'fleet.apply', StepReports>;

const NONE_PLANNED: readonly PlannedEnvironment[] = [];

/** The plan and its application for what the draft asks for; both go on when the wizard is left. */
export type Operation = {
  readonly plan: PlanStream;
  readonly applying: ApplyStream;
  /** How many apps × environments are planned for. */
  readonly expected: number;
  readonly planAgain: () => void;
  readonly apply: (plan: Plan, confirmations: readonly string[]) => void;
};

/** Makes the plan when the plan step is reached and what is asked for has changed since the last one. */
export const useOperation = (
  workspaceId: WorkspaceId,
  draft: Draft,
  act: (action: DraftAction) => void,
  /** Called with the environments that were touched, once the operation has ended. */
  onApplied: (touched: readonly EnvironmentId[]) => void,
): Operation => {
  const desired = desiredStates(draft);
  const wanted = fingerprint(desired);
  const plan = useStream('fleet.plan', {
    scope: workspaceId,
    title: APPLICATION_USERS_TEXTS.wizard.plan.streamTitle,
    initial: NONE_PLANNED,
    reduce: plannedWith,
    count: (planned) => ({ done: planned.length, total: desired.length }),
  });
  const applying = useStream('fleet.apply', {
    scope: workspaceId,
    title: APPLICATION_USERS_TEXTS.wizard.apply.streamTitle,
    initial: NO_REPORTS,
    reduce: reportsWith,
    count: (reports) => {
      const all = plan.output === null ? [] : appliedEnvironments(plan.output, reports, true);
      return {
        done: all.filter((each) => each.done === each.steps.length).length,
        total: plan.output === null ? null : all.length,
      };
    },
  });
  const { start: startPlan } = plan;
  const planAgain = useCallback(() => {
    act({ kind: 'planned', fingerprint: wanted });
    void startPlan({ workspaceId, desired: JSON.parse(wanted) });
  }, [act, startPlan, wanted, workspaceId]);

  const due = draft.step === 'plan' && desired.length > 0 && draft.plannedFor !== wanted;
  useEffect(() => {
    if (due) planAgain();
  }, [due, planAgain]);

  const whileFree = useWhileFree();
  const apply = async (made: Plan, confirmations: readonly string[]) => {
    act({ kind: 'go', step: 'apply' });
    await applying.start({ planId: made.id, digest: made.digest, confirmations: [...confirmations] });
    act({ kind: 'applied' });
    onApplied([...new Set(made.environments.map((each) => each.environmentId))]);
  };
  return {
    plan,
    applying,
    expected: desired.length,
    planAgain,
    apply: (made, confirmations) => void whileFree(() => apply(made, confirmations)),
  };
};
