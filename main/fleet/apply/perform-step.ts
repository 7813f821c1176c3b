import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { effectHolds } from '../planner/step-action.ts';
import type { ChangeAction, StepAction } from '../planner/step-action.ts';
import { proveCredential } from './prove-credential.ts';
import type { ProofPlace } from './prove-credential.ts';
import { isAmbiguous, NETWORK_WAITS } from './ambiguous.ts';
import type { AppView } from './app-view.ts';
import { carryOut } from './carry-out.ts';
import type { Sent } from './carry-out.ts';
import { waited } from './waited.ts';

/**
 * How a step ended. `already`: it was so before anything was sent, so that no undo may take it back. `unrecorded`: a request was
 * given up while it may still have been at work in the service.
 */
export type StepOutcome = {
  readonly state: 'done' | 'already' | 'failed' | 'cancelled' | 'unrecorded';
  readonly error: AppError | null;
  readonly requestId: string;
};

/** Where a step is carried out, and what can stop it. */
export type StepPlace = ProofPlace & {
  readonly client: DataverseClient;
  /** What the app is there. */
  readonly view: AppView;
  /** Gives up a request on its way: a while after `cancel`. */
  readonly giveUp: AbortSignal;
};

/**
 * Seconds between tries while Entra does not know the service principal yet: after consent that takes seconds to
 * minutes. Two minutes in sum.
 */
const ENTRA_WAITS: readonly number[] = [5, 10, 20, 30, 55];
/** Entra did not know the app (Microsoft Learn: web-service-error-codes, AzureApplicationIdNotFound, AADError). */
const unknownToEntra = new Set(['0x8004f510', '0x80072559']);
const isEntraError = (error: AppError): boolean =>
  error.code === 'dataverse' && unknownToEntra.has(String(error.params['hex']).toLowerCase());

const failedWith = (error: AppError): StepOutcome => ({
  state: 'failed',
  error,
  requestId: error.correlation.requestId ?? '',
});

/** After a failure that does not tell whether the change happened: the environment does, if it can be asked. */
const askEnvironment = async (
  place: StepPlace,
  action: ChangeAction,
  error: AppError,
): Promise<StepOutcome> => {
  const now = await place.view.now(place.giveUp);
  if (!now.ok) return { ...failedWith(error), state: 'unrecorded' };
  return effectHolds(action, now.value) ? { state: 'done', error: null, requestId: '' } : failedWith(error);
};

/** One try, and whether it came as far as the change. What the app is is read anew after a failed one: a deletion that was sent twice would be a permanent one. */
const tryOnce = async (
  { client, clientId, view, giveUp }: StepPlace,
  action: ChangeAction,
): Promise<{ readonly result: Result<Sent>; readonly begun: boolean }> => {
  const now = await view.now(giveUp);
  const result = now.ok ? await carryOut(client, clientId, action, now.value, giveUp) : now;
  if (result.ok) view.changed(action);
  else view.forget();
  return { result, begun: now.ok };
};

/** Carries out one step, waits for Entra where that helps, and never throws for what a service answers. */
export const performStep = async (place: StepPlace, action: StepAction): Promise<StepOutcome> => {
  if (action.kind === 'prove-credential') return proveCredential(place, action);
  const entraWaits = ENTRA_WAITS.values();
  const networkWaits = NETWORK_WAITS.values();
  // Remembered over all tries: what ends the last one (an open breaker, say) tells nothing of the first.
  let mayHaveHappened = false;
  let cause: AppError | null = null;
  for (;;) {
    const { result, begun } = await tryOnce(place, action);
    if (result.ok) {
      const { already, requestId } = result.value;
      // After an answer that got lost, what is found there is taken for ours.
      return { state: already && !mayHaveHappened ? 'already' : 'done', error: null, requestId };
    }
    const { error } = result;
    // Accepted, but a cache of the service does not show it yet: the verification has the patience to see it.
    if (error.code === 'state-not-reached') return { state: 'done', error: null, requestId: '' };
    if (error.code === 'cancelled')
      return { state: begun || mayHaveHappened ? 'unrecorded' : 'cancelled', error, requestId: '' };
    const ambiguous = isAmbiguous(error);
    mayHaveHappened ||= begun && ambiguous;
    // An open breaker tells only that there was a reason before.
    cause = error.code === 'circuit-open' ? (cause ?? error) : error;
    const waits = isEntraError(error) ? entraWaits : ambiguous ? networkWaits : null;
    const seconds = waits?.next().value;
    if (seconds !== undefined && (await waited(place.clock, seconds, place.cancel))) continue;
    if (mayHaveHappened) return askEnvironment(place, action, cause);
    return seconds === undefined ? failedWith(cause) : { ...failedWith(cause), state: 'cancelled' };
  }
};
