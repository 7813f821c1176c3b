import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import type { Clock } from '../../http/clock.ts';
import { effectHolds } from '../planner/step-action.ts';
import type { StepAction } from '../planner/step-action.ts';
import { carryOut, readUser } from './carry-out.ts';

/** How a step ended. `unrecorded`: a request was given up while it may still have been at work in the service. */
export type StepOutcome = {
  readonly state: 'done' | 'failed' | 'cancelled' | 'unrecorded';
  readonly error: AppError | null;
  readonly requestId: string;
};

/** Where a step is carried out, and what can stop it. */
export type StepPlace = {
  readonly client: DataverseClient;
  readonly clientId: ClientId;
  readonly clock: Clock;
  /** Stops waiting; a request on its way is not given up. */
  readonly cancel: AbortSignal;
  /** Gives up a request on its way: a while after `cancel`. */
  readonly giveUp: AbortSignal;
};

/**
 * Seconds between tries while Entra does not know the service principal yet: after consent that takes seconds to
 * minutes. Two minutes in sum.
 */
const ENTRA_WAITS: readonly number[] = [5, 10, 20, 30, 55];
/** Seconds between tries after a broken connection or a gateway's error; the HTTP client never repeats a change. */
const NETWORK_WAITS: readonly number[] = [1, 4];

/** Entra did not know the app (Microsoft Learn: web-service-error-codes, AADError). */
const isEntraError = (error: AppError): boolean =>
  error.code === 'dataverse' && String(error.params['hex']).toLowerCase() === '0x80072559';

/** Whether the change may have happened although it was answered with this. */
const isAmbiguous = (error: AppError): boolean => {
  switch (error.code) {
    case 'network-unreachable':
    case 'network-timeout':
    case 'service-unavailable':
    case 'unexpected-answer':
      return true;
    case 'dataverse':
      return Number(error.params['status']) >= 500;
    default:
      return false;
  }
};

const waited = async (clock: Clock, seconds: number, cancel: AbortSignal): Promise<boolean> => {
  try {
    await clock.sleep(seconds * 1000, cancel);
    return true;
  } catch {
    return false;
  }
};

const failedWith = (error: AppError): StepOutcome => ({
  state: 'failed',
  error,
  requestId: error.correlation.requestId ?? '',
});

/** After a failure that does not tell whether the change happened: the environment does, if it can be asked. */
const askEnvironment = async (
  place: StepPlace,
  action: StepAction,
  error: AppError,
): Promise<StepOutcome> => {
  const user = await readUser(place.client, place.clientId, place.giveUp);
  if (!user.ok) return { ...failedWith(error), state: 'unrecorded' };
  return effectHolds(action, user.value) ? { state: 'done', error: null, requestId: '' } : failedWith(error);
};

/** Carries out one step, waits for Entra where that helps, and never throws for what a service answers. */
export const performStep = async (place: StepPlace, action: StepAction): Promise<StepOutcome> => {
  const entraWaits = ENTRA_WAITS.values();
  const networkWaits = NETWORK_WAITS.values();
  // Remembered over all tries: what ends the last one (an open breaker, say) tells nothing of the first.
  let mayHaveHappened = false;
  for (;;) {
    const result = await carryOut(place.client, place.clientId, action, place.giveUp);
    if (result.ok) return { state: 'done', error: null, requestId: result.value.requestId };
    const { error } = result;
    // Accepted, but a cache of the service does not show it yet: the verification has the patience to see it.
    if (error.code === 'state-not-reached') return { state: 'done', error: null, requestId: '' };
    if (error.code === 'cancelled') return { state: 'unrecorded', error, requestId: '' };
    const ambiguous = isAmbiguous(error);
    mayHaveHappened ||= ambiguous;
    const waits = isEntraError(error) ? entraWaits : ambiguous ? networkWaits : null;
    const seconds = waits?.next().value;
    if (seconds !== undefined && (await waited(place.clock, seconds, place.cancel))) continue;
    if (mayHaveHappened) return askEnvironment(place, action, error);
    return seconds === undefined ? failedWith(error) : { ...failedWith(error), state: 'cancelled' };
  }
};
