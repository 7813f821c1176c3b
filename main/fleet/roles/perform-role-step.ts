import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { Clock } from '../../http/clock.ts';
import { isAmbiguous, NETWORK_WAITS } from '../apply/ambiguous.ts';
import type { StepOutcome } from '../apply/perform-step.ts';
import { waited } from '../apply/waited.ts';
import { carryOutRole, readRoleNow } from './carry-out-role.ts';
import { roleEffectHolds } from './role-action.ts';
import type { RoleAction } from './role-action.ts';

/** Where a role is changed, and what can stop it. */
export type RolePlace = {
  readonly client: DataverseClient;
  readonly clock: Clock;
  /** Stops waiting; a request on its way is not given up. */
  readonly cancel: AbortSignal;
  /** Gives up a request on its way: a while after `cancel`. */
  readonly giveUp: AbortSignal;
  /** The role's name, as the plan says it. */
  readonly role: string;
  /** The plan itself makes the role: whatever it grants from the start, nobody else gave it. */
  readonly isNew: boolean;
};

const failedWith = (error: AppError, state: StepOutcome['state'] = 'failed'): StepOutcome => ({
  state,
  error,
  requestId: error.correlation.requestId ?? '',
});

/** Carries out one step of a role, and never throws for what a service answers. After a broken answer the role itself tells what happened. */
export const performRoleStep = async (place: RolePlace, action: RoleAction): Promise<StepOutcome> => {
  const networkWaits = NETWORK_WAITS.values();
  const { client, giveUp, isNew, role } = place;
  let mayHaveHappened = false;
  let cause: AppError | null = null;
  for (;;) {
    const read = await readRoleNow(client, [action], giveUp);
    const result = read.ok
      ? await carryOutRole(client, role, action, read.value, mayHaveHappened || isNew, giveUp)
      : read;
    if (result.ok) {
      const { already, requestId } = result.value;
      // After an answer that got lost, what is found there is taken for ours.
      return { state: already && !mayHaveHappened ? 'already' : 'done', error: null, requestId };
    }
    const { error } = result;
    if (error.code === 'cancelled')
      return failedWith(error, read.ok || mayHaveHappened ? 'unrecorded' : 'cancelled');
    const ambiguous = isAmbiguous(error);
    mayHaveHappened ||= read.ok && ambiguous;
    // An open breaker tells only that there was a reason before.
    cause = error.code === 'circuit-open' ? (cause ?? error) : error;
    const seconds = ambiguous ? networkWaits.next().value : undefined;
    if (seconds !== undefined && (await waited(place.clock, seconds, place.cancel))) continue;
    if (!mayHaveHappened) return failedWith(cause, seconds === undefined ? 'failed' : 'cancelled');
    const now = await readRoleNow(client, [action], giveUp);
    if (!now.ok) return failedWith(cause, 'unrecorded');
    return roleEffectHolds(action, now.value)
      ? { state: 'done', error: null, requestId: '' }
      : failedWith(cause);
  }
};
