import type { Plan, PlannedEnvironment, PlanStep } from '../../preload/contract/fleet.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import type { StepState } from '../../preload/contract/words/status.ts';
import { isReached } from '../../preload/contract/words/status.ts';
import type { StepReports } from './step-reports.ts';
import { reportOf, stateOf } from './step-reports.ts';

/** One app in one environment while (and after) its plan is applied. */
export type AppliedEnvironment = {
  readonly planned: PlannedEnvironment;
  readonly state: StepState;
  /** Steps that reached what they were for. */
  readonly done: number;
  /** True when no step of it is still to come. */
  readonly ended: boolean;
  readonly error: AppError | null;
  readonly steps: readonly {
    readonly step: PlanStep;
    readonly state: StepState;
    readonly error: AppError | null;
  }[];
};

const ENDED: readonly StepState[] = [
  'done',
  'verified',
  'already',
  'failed',
  'skipped',
  'cancelled',
  'unrecorded',
];

const overall = (states: readonly StepState[]): StepState => {
  const has = (state: StepState): boolean => states.includes(state);
  if (has('failed')) return 'failed';
  if (has('running')) return 'running';
  if (has('unrecorded')) return 'unrecorded';
  if (has('cancelled')) return 'cancelled';
  if (states.every((state) => state === 'pending')) return 'pending';
  if (has('pending')) return 'running';
  if (has('skipped')) return 'skipped';
  if (states.every((state) => state === 'already')) return 'already';
  return has('done') ? 'done' : 'verified';
};

/**
 * Joins the plan with the reports. Environments without steps are left out: nothing happens there. When the
 * operation is over, a step that nobody reported on was not done.
 */
export const appliedEnvironments = (
  plan: Plan,
  reports: StepReports,
  running: boolean,
): readonly AppliedEnvironment[] =>
  plan.environments
    .filter((planned) => planned.steps.length > 0)
    .map((planned): AppliedEnvironment => {
      const steps = planned.steps.map((step) => {
        const report = reportOf(reports, planned.environmentId, step.id);
        const state = stateOf(report, running);
        return { step, state, error: report?.error ?? null };
      });
      return {
        planned,
        steps,
        state: overall(steps.map((step) => step.state)),
        done: steps.filter((step) => isReached(step.state)).length,
        ended: steps.every((step) => ENDED.includes(step.state)),
        error: steps.find((step) => step.error !== null)?.error ?? null,
      };
    });

/** Environments in which not everything was reached: what "retry" plans again. */
export const unfinished = (applied: readonly AppliedEnvironment[]): readonly EnvironmentId[] => [
  ...new Set(applied.filter((each) => !isReached(each.state)).map((each) => each.planned.environmentId)),
];
