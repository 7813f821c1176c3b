import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { appError, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { Clock } from '../../http/clock.ts';
import { concernsTeams } from '../planner/step-action.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';
import type { PlannedStep } from '../planner/steps.ts';
import type { TenantPorts } from '../tenant/tenant-ports.ts';
import { createAppView } from './app-view.ts';
import type { OperationJournal } from './operation-journal.ts';
import { performStep } from './perform-step.ts';
import type { StepPlace } from './perform-step.ts';
import { verifyApp } from './verify-app.ts';

/** What applying in one environment needs. */
export type EnvironmentRun = {
  readonly environment: Environment;
  readonly client: DataverseClient;
  readonly asApp: TenantPorts['asApp'];
  readonly clock: Clock;
  readonly journal: OperationJournal;
  readonly tell: (progress: StepProgress) => void;
  /** No new step is begun after it. */
  readonly cancel: AbortSignal;
  readonly giveUp: AbortSignal;
};

/** What came of an environment's steps: how many took effect, and why not all did. */
export type EnvironmentOutcome = { readonly done: number; readonly error: AppError | null };

const CANCELLED = appError('cancelled');

/** Carries out the steps of one app; ends with the first that does not succeed. */
const applySteps = async (
  run: EnvironmentRun,
  place: StepPlace,
  app: PlannedApp,
  tellStep: (step: PlannedStep, state: StepProgress['state'], error?: AppError | null) => void,
): Promise<{ readonly done: readonly PlannedStep[]; readonly error: AppError | null }> => {
  const done: PlannedStep[] = [];
  for (const [at, planned] of app.steps.entries()) {
    if (run.cancel.aborted) {
      for (const left of app.steps.slice(at)) tellStep(left, 'cancelled');
      return { done, error: CANCELLED };
    }
    await run.journal.stepStarted(app.environment, planned);
    tellStep(planned, 'running');
    const outcome = await performStep(place, planned.action);
    try {
      await run.journal.stepEnded(app.environment, planned, outcome);
    } finally {
      // Also when the journal cannot be written: what was done must not be lost on whoever looks at it.
      tellStep(planned, outcome.state, outcome.error);
    }
    if (outcome.state !== 'done') {
      const left = app.steps.slice(at + 1);
      for (const step of left) tellStep(step, run.cancel.aborted ? 'cancelled' : 'skipped');
      return { done, error: outcome.state === 'cancelled' ? CANCELLED : (outcome.error ?? CANCELLED) };
    }
    done.push(planned);
  }
  return { done, error: null };
};

/**
 * Applies the plan of one environment, step after step, each written ahead, and asks the environment at the end. A step
 * that fails stops this environment only. Rejects when the journal cannot be written: nothing is done unrecorded.
 */
export const applyEnvironment = async (
  run: EnvironmentRun,
  apps: readonly PlannedApp[],
): Promise<EnvironmentOutcome> => {
  let done = 0;
  let error: AppError | null = null;
  for (const app of apps) {
    const { environmentId, clientId } = app.environment;
    const tellStep = (
      { step }: PlannedStep,
      state: StepProgress['state'],
      problem: AppError | null = null,
    ): void => run.tell({ environmentId, stepId: step.id, state, error: problem });
    if (error !== null) {
      const state = error.code === 'cancelled' ? 'cancelled' : 'skipped';
      for (const step of app.steps) tellStep(step, state);
      continue;
    }
    const withTeams = app.steps.some(({ action }) => concernsTeams(action));
    const place = { ...run, clientId, view: createAppView(run.client, clientId, withTeams) };
    const applied = await applySteps(run, place, app, tellStep);
    done += applied.done.length;
    error = applied.error;
    // A proof is an answer of the environment itself and changes nothing that could be read back.
    const changed = applied.done.filter(({ action }) => action.kind !== 'prove-credential');
    if (changed.length === 0 || run.cancel.aborted) continue;
    const verification = await verifyApp(place, changed);
    // A read that fails proves nothing against what was done: the steps stay done, not verified.
    if (!verification.ok) continue;
    await run.journal.verified(app.environment, verification.value);
    const missing = new Map(verification.value.missing.map((each) => [each.stepId, each.error]));
    for (const step of changed) {
      const problem = missing.get(step.step.id) ?? null;
      tellStep(step, problem === null ? 'verified' : 'failed', problem);
      error ??= problem;
    }
    done -= missing.size;
  }
  return { done, error };
};

/** An environment's outcome as the fan-out counts it. */
export const asResult = ({ done, error }: EnvironmentOutcome): Result<number> =>
  error === null ? ok(done) : { ok: false, error };
