import type { StepProgress } from '../../../preload/contract/fleet.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { OperationJournal, StepPlaceNames } from '../apply/operation-journal.ts';
import { performTenantStep } from './perform-tenant-step.ts';
import type { TenantStepPlace } from './perform-tenant-step.ts';
import type { PlannedTenantStep } from './tenant-action.ts';
import { verifyTenant } from './verify-tenant.ts';

/** What applying in a tenant needs. */
export type TenantRun = {
  readonly place: TenantStepPlace;
  readonly names: StepPlaceNames;
  readonly journal: OperationJournal;
  readonly tell: (progress: StepProgress) => void;
};

/** How many steps took effect, and why not all did. */
export type TenantOutcome = { readonly done: number; readonly error: AppError | null };

/** Tells that steps are not done, because of a cancel or because something before them failed. */
export const tellNotDone = (
  tell: TenantRun['tell'],
  steps: readonly PlannedTenantStep[],
  cancelled: boolean,
): void => {
  for (const { step } of steps)
    tell({
      environmentId: null,
      stepId: step.id,
      state: cancelled ? 'cancelled' : 'skipped',
      error: null,
    });
};

/**
 * Applies steps of a tenant one after another, each written ahead, and reads the tenant at the end; ends with the first
 * that does not succeed. Rejects when the journal cannot be written: nothing is done unrecorded.
 */
export const applyTenant = async (
  { place, names, journal, tell }: TenantRun,
  steps: readonly PlannedTenantStep[],
): Promise<TenantOutcome> => {
  const done: PlannedTenantStep[] = [];
  let error: AppError | null = null;
  const tellStep = (
    { step }: PlannedTenantStep,
    state: StepProgress['state'],
    problem: AppError | null = null,
  ): void => tell({ environmentId: null, stepId: step.id, state, error: problem });
  for (const [at, planned] of steps.entries()) {
    if (place.cancel.aborted) {
      tellNotDone(tell, steps.slice(at), true);
      error = appError('cancelled');
      break;
    }
    await journal.stepStarted(names, planned);
    tellStep(planned, 'running');
    const outcome = await performTenantStep(place, planned.action);
    try {
      await journal.stepEnded(names, planned, outcome);
    } finally {
      // Also when the journal cannot be written: what was done must not be lost on whoever looks at it.
      tellStep(planned, outcome.state, outcome.error);
    }
    if (outcome.state !== 'done') {
      tellNotDone(tell, steps.slice(at + 1), place.cancel.aborted);
      error =
        outcome.state === 'cancelled' ? appError('cancelled') : (outcome.error ?? appError('cancelled'));
      break;
    }
    done.push(planned);
  }
  const changed = done.filter(({ action }) => action.kind !== 'await-credential');
  if (changed.length === 0 || place.cancel.aborted) return { done: done.length, error };
  const verification = await verifyTenant(place, changed, place.clock, place.cancel);
  // A read that fails proves nothing against what was done: the steps stay done, not verified.
  if (!verification.ok) return { done: done.length, error };
  await journal.verified(names, verification.value);
  const missing = new Map(verification.value.missing.map((each) => [each.stepId, each.error]));
  for (const step of changed) {
    const problem = missing.get(step.step.id) ?? null;
    tellStep(step, problem === null ? 'verified' : 'failed', problem);
    error ??= problem;
  }
  return { done: done.length - missing.size, error };
};
