import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { VERIFY_WAITS } from '../apply/verify-app.ts';
import type { Verification } from '../apply/verify-app.ts';
import { waited } from '../apply/waited.ts';
import { readRoleNow } from './carry-out-role.ts';
import type { RolePlace } from './perform-role-step.ts';
import { roleEffectHolds } from './role-action.ts';
import type { PlannedRoleStep } from './role-action.ts';

/** Reads the role after its steps until every effect shows, for half a minute at most. Fails when it cannot be read. */
export const verifyRole = async (
  { client, clock, cancel }: RolePlace,
  steps: readonly PlannedRoleStep[],
): Promise<Result<Verification>> => {
  const actions = steps.map(({ action }) => action);
  for (const seconds of [...VERIFY_WAITS, null]) {
    const now = await readRoleNow(client, actions, cancel);
    if (!now.ok) return now;
    const missing = steps.filter(({ action }) => !roleEffectHolds(action, now.value));
    if (missing.length === 0 || seconds === null)
      return ok({
        verified: steps.filter((step) => !missing.includes(step)).map(({ step }) => step.id),
        missing: missing.map(({ step }) => ({
          stepId: step.id,
          error: appError('state-not-reached', { what: `${step.subject}: ${step.after}` }),
        })),
      });
    if (!(await waited(clock, seconds, cancel))) break;
  }
  return failed('cancelled');
};
