import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { PlannedStep } from '../planner/steps.ts';
import { effectHolds } from '../planner/step-action.ts';
import type { StepPlace } from './perform-step.ts';

/** Which steps the environment confirms. */
export type Verification = {
  readonly verified: readonly string[];
  readonly missing: readonly { readonly stepId: string; readonly error: AppError }[];
};

/**
 * Seconds between reads; 30 in sum, because permissions are cached per server for that long even past
 * `Consistency: Strong` (Microsoft Learn: column-level security sample).
 */
export const VERIFY_WAITS: readonly number[] = [2, 4, 8, 16];

/** Reads the app's user after its steps until every effect shows, for half a minute at most. Fails when it cannot be read. */
export const verifyApp = async (
  place: StepPlace,
  steps: readonly PlannedStep[],
): Promise<Result<Verification>> => {
  for (const seconds of [...VERIFY_WAITS, null]) {
    place.view.forget();
    const now = await place.view.now(place.cancel);
    if (!now.ok) return now;
    const missing = steps.filter(
      ({ action }) => action.kind !== 'prove-credential' && !effectHolds(action, now.value),
    );
    if (missing.length === 0 || seconds === null) {
      return ok({
        verified: steps.filter((step) => !missing.includes(step)).map(({ step }) => step.id),
        missing: missing.map(({ step }) => ({
          stepId: step.id,
          error: appError('state-not-reached', { what: `${step.subject}: ${step.after}` }),
        })),
      });
    }
    try {
      await place.clock.sleep(seconds * 1000, place.cancel);
    } catch {
      break;
    }
  }
  return failed('cancelled');
};
