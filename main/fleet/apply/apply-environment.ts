import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { appError, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { isMade, isReached } from '../../../preload/contract/words/status.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { Clock } from '../../http/clock.ts';
import { concernsTeams } from '../planner/step-action.ts';
import type { PlannedApp } from '../planner/plan-environment.ts';
import { performRoleStep } from '../roles/perform-role-step.ts';
import type { PlannedRole } from '../roles/role-action.ts';
import { verifyRole } from '../roles/verify-role.ts';
import type { TenantPorts } from '../tenant/tenant-ports.ts';
import { isAmbiguous } from './ambiguous.ts';
import { createAppView } from './app-view.ts';
import type { OperationJournal, TellableStep } from './operation-journal.ts';
import { performStep } from './perform-step.ts';
import type { StepOutcome } from './perform-step.ts';
import { verifyApp } from './verify-app.ts';
import type { Verification } from './verify-app.ts';

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

/** A step, ready to be carried out. */
type BoundStep = TellableStep & {
  /** False: it asks only, and there is nothing to read back. */
  readonly changes: boolean;
  readonly perform: () => Promise<StepOutcome>;
};

/** The steps about one app or one role, and how the environment is asked afterwards which of them it shows. */
type BoundSteps = {
  readonly steps: readonly BoundStep[];
  readonly verify: (done: readonly BoundStep[]) => Promise<Result<Verification>>;
};

const bind = <Step extends TellableStep>(
  steps: readonly Step[],
  work: {
    readonly changes: (step: Step) => boolean;
    readonly perform: (step: Step) => Promise<StepOutcome>;
    readonly verify: (done: readonly Step[]) => Promise<Result<Verification>>;
  },
): BoundSteps => ({
  steps: steps.map((planned) => ({
    step: planned.step,
    changes: work.changes(planned),
    perform: () => work.perform(planned),
  })),
  verify: (done) => work.verify(steps.filter(({ step }) => done.some((one) => one.step.id === step.id))),
});

const bindApp = (run: EnvironmentRun, { environment, steps }: PlannedApp): BoundSteps => {
  const { clientId } = environment;
  const withTeams = steps.some(({ action }) => concernsTeams(action));
  const place = { ...run, clientId, view: createAppView(run.client, clientId, withTeams) };
  return bind(steps, {
    // A proof is an answer of the environment itself and changes nothing that could be read back.
    changes: ({ action }) => action.kind !== 'prove-credential',
    perform: ({ action }) => performStep(place, action),
    verify: (done) => verifyApp(place, done),
  });
};

const bindRole = (run: EnvironmentRun, { environment, steps }: PlannedRole): BoundSteps => {
  const isNew = steps.some(({ action }) => action.kind === 'create-role');
  const place = { ...run, role: environment.appName, isNew };
  return bind(steps, {
    changes: () => true,
    perform: ({ action }) => performRoleStep(place, action),
    verify: (done) => verifyRole(place, done),
  });
};

const isAboutRole = (planned: PlannedApp | PlannedRole): planned is PlannedRole =>
  planned.environment.clientId === null;

/** What became of the steps of one app or role: those whose effect is so, those of them that made it so, and why not all. */
type AppliedSteps = {
  readonly done: readonly BoundStep[];
  readonly made: readonly BoundStep[];
  readonly error: AppError | null;
};

type TellStep = (step: TellableStep, state: StepProgress['state'], error?: AppError | null) => void;

/** Whether the service answered and said no to this one step: the next may fare better. */
const isRefused = ({ state, error }: StepOutcome): boolean =>
  state === 'failed' && error?.code === 'dataverse' && !isAmbiguous(error);

/** Whether a move has taken roles: one that is refused when they are given again must not cost the app the others. */
const hasLostRoles = (done: readonly BoundStep[]): boolean =>
  done.some(({ step }) => step.kind === 'change-business-unit' && step.loses !== undefined);

/** Carries out the steps of one app or role; ends with the first that does not succeed, after what a move has to give again. */
const applySteps = async (
  run: EnvironmentRun,
  place: PlannedApp['environment'] | PlannedRole['environment'],
  steps: readonly BoundStep[],
  tellStep: TellStep,
): Promise<AppliedSteps> => {
  const done: BoundStep[] = [];
  const made: BoundStep[] = [];
  let refused: AppError | null = null;
  for (const [at, planned] of steps.entries()) {
    if (run.cancel.aborted) {
      for (const left of steps.slice(at)) tellStep(left, 'cancelled');
      return { done, made, error: CANCELLED };
    }
    if (refused !== null && planned.step.kind !== 'assign-role') {
      for (const left of steps.slice(at)) tellStep(left, 'skipped');
      break;
    }
    await run.journal.stepStarted(place, planned);
    tellStep(planned, 'running');
    const outcome = await planned.perform();
    try {
      await run.journal.stepEnded(place, planned, outcome);
    } finally {
      // Also when the journal cannot be written: what was done must not be lost on whoever looks at it.
      tellStep(planned, outcome.state, outcome.error);
    }
    if (!isReached(outcome.state)) {
      if (planned.step.kind === 'assign-role' && isRefused(outcome) && hasLostRoles(done)) {
        refused ??= outcome.error;
        continue;
      }
      const left = steps.slice(at + 1);
      for (const step of left) tellStep(step, run.cancel.aborted ? 'cancelled' : 'skipped');
      return {
        done,
        made,
        error: refused ?? (outcome.state === 'cancelled' ? CANCELLED : (outcome.error ?? CANCELLED)),
      };
    }
    done.push(planned);
    if (planned.changes && isMade(outcome.state)) made.push(planned);
  }
  return { done, made, error: refused };
};

/**
 * Applies the plan of one environment, step after step, each written ahead, and asks the environment at the end. A step
 * that fails stops this environment only. Rejects when the journal cannot be written: nothing is done unrecorded.
 */
export const applyEnvironment = async (
  run: EnvironmentRun,
  apps: readonly (PlannedApp | PlannedRole)[],
): Promise<EnvironmentOutcome> => {
  let done = 0;
  let error: AppError | null = null;
  for (const app of apps) {
    const { environmentId } = app.environment;
    const tellStep: TellStep = ({ step }, state, problem = null) =>
      run.tell({ environmentId, stepId: step.id, state, error: problem });
    if (error !== null) {
      const state = error.code === 'cancelled' ? 'cancelled' : 'skipped';
      for (const step of app.steps) tellStep(step, state);
      continue;
    }
    const bound = isAboutRole(app) ? bindRole(run, app) : bindApp(run, app);
    const applied = await applySteps(run, app.environment, bound.steps, tellStep);
    done += applied.done.length;
    error = applied.error;
    const changed = applied.made;
    if (changed.length === 0 || run.cancel.aborted) continue;
    const verification = await bound.verify(changed);
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
