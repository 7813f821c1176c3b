import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';
import type { PlannedRole } from '../roles/role-action.ts';
import type { PlannedWrite } from '../writes/write-action.ts';
import { applySteps } from './apply-steps.ts';
import type { StepsRun, TellStep } from './apply-steps.ts';
import { bindSteps } from './bind-steps.ts';
import type { BindingPlace } from './bind-steps.ts';
import { isOfEnvironment } from './of-environment.ts';

/** What applying in one environment needs. No new step is begun after `cancel`, but for roles that a move has taken. */
export type EnvironmentRun = BindingPlace &
  StepsRun & {
    readonly tell: (progress: StepProgress) => void;
  };

/** What came of an environment's steps: how many took effect, and why not all did. */
export type EnvironmentOutcome = { readonly done: number; readonly error: AppError | null };

/** Whether nothing more is begun in the environment after this. */
const stops = (error: AppError): boolean => error.code === 'cancelled' || isOfEnvironment(error);

/**
 * Applies the plan of one environment, step after step, each written ahead, and asks the environment at the end. A step
 * that fails stops its own app or role; the next one goes on, unless the failure is of the environment. Rejects when the journal
 * cannot be written: nothing is done unrecorded.
 */
export const applyEnvironment = async (
  run: EnvironmentRun,
  apps: readonly (PlannedApp | PlannedRole | PlannedWrite)[],
): Promise<EnvironmentOutcome> => {
  let done = 0;
  let error: AppError | null = null;
  let stopped: AppError | null = null;
  for (const app of apps) {
    const { environmentId } = app.environment;
    const tellStep: TellStep = ({ step }, state, problem = null) =>
      run.tell({ environmentId, stepId: step.id, state, error: problem });
    if (stopped !== null) {
      const state = stopped.code === 'cancelled' ? 'cancelled' : 'skipped';
      for (const step of app.steps) tellStep(step, state);
      continue;
    }
    const bound = bindSteps(run, app);
    const applied = await applySteps(run, app.environment, bound.steps, tellStep);
    done += applied.reached;
    error ??= applied.error;
    if (applied.error !== null && stops(applied.error)) stopped = applied.error;
    const asks = applied.made.length > 0 && !run.cancel.aborted;
    if (!asks) continue;
    const verification = await bound.verify(applied.made);
    // A read that fails proves nothing against what was done: the steps stay done, not verified.
    if (!verification.ok) continue;
    void run.journal.verified(app.environment, verification.value);
    const missing = new Map(verification.value.missing.map((each) => [each.stepId, each.error]));
    for (const step of applied.made) {
      const problem = missing.get(step.step.id) ?? null;
      tellStep(step, problem === null ? 'verified' : 'failed', problem);
      error ??= problem;
    }
    done -= missing.size;
  }
  // A cancel is told as one also where something had failed before it.
  return { done, error: stopped?.code === 'cancelled' ? stopped : error };
};

/** An environment's outcome as the fan-out counts it. */
export const asResult = ({ done, error }: EnvironmentOutcome): Result<number> =>
  error === null ? ok(done) : { ok: false, error };
