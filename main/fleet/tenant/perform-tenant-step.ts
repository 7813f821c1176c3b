import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { Clock } from '../../http/clock.ts';
import { isAmbiguous, NETWORK_WAITS } from '../apply/ambiguous.ts';
import type { StepOutcome } from '../apply/perform-step.ts';
import { waited } from '../apply/waited.ts';
import { untilTaken } from './await-credential.ts';
import { carryOutTenant } from './carry-out-tenant.ts';
import { keeping } from './keeping.ts';
import type { TenantPlace } from './tenant-place.ts';
import type { TenantAction } from './tenant-action.ts';
import { tenantShows } from './verify-tenant.ts';

/** Where a step is carried out, and what can stop it. */
export type TenantStepPlace = TenantPlace & {
  readonly clock: Clock;
  /** Stops waiting; a request on its way is not given up. */
  readonly cancel: AbortSignal;
  /** Gives up a request on its way: a while after `cancel`. */
  readonly giveUp: AbortSignal;
};

/** Seconds between tries while a part of the directory does not know yet what another part has just made; a minute in sum. */
const DIRECTORY_WAITS: readonly number[] = [2, 3, 5, 10, 15, 25];

const failedWith = (error: AppError, state: StepOutcome['state'] = 'failed'): StepOutcome => ({
  state,
  error,
  requestId: error.correlation.requestId ?? '',
});

/** An app whose id, and a secret whose value, got lost on the way: not ours, and yet it may be there. */
const mayBeThere = ({ kind }: TenantAction): boolean =>
  kind === 'create-application' || kind === 'add-secret';

const DONE: StepOutcome = { state: 'done', error: null, requestId: '' };

const awaitCredential = async (
  place: TenantStepPlace,
  { appProfileId, credentialId }: Extract<TenantAction, { readonly kind: 'await-credential' }>,
): Promise<StepOutcome> => {
  const { clientId } = place.app;
  if (clientId === null) return DONE;
  const use = { appProfileId, clientId, credentialId };
  const taken = await untilTaken(
    (signal) => place.ports.signInApp(place.workspaceId, use, signal),
    place.clock,
    place.cancel,
  );
  if (taken.ok) return DONE;
  return taken.error.code === 'cancelled' ? failedWith(taken.error, 'cancelled') : failedWith(taken.error);
};

/** Carries out one step of a tenant, waits where that helps, and never throws for what a service answers. */
export const performTenantStep = async (
  place: TenantStepPlace,
  action: TenantAction,
): Promise<StepOutcome> => {
  if (action.kind === 'await-credential') return awaitCredential(place, action);
  const directoryWaits = DIRECTORY_WAITS.values();
  const networkWaits = NETWORK_WAITS.values();
  let mayHaveHappened = false;
  for (;;) {
    const result = await keeping(() => carryOutTenant(place, action, place.giveUp));
    if (result.ok) return DONE;
    const { error } = result;
    if (error.code === 'cancelled') return failedWith(error, 'unrecorded');
    const ambiguous = isAmbiguous(error);
    mayHaveHappened ||= ambiguous;
    // A registration that an earlier step has just made; any other one was there when the plan was made.
    const notYet = error.code === 'not-found' && action.kind === 'create-service-principal';
    const waits = notYet ? directoryWaits : ambiguous ? networkWaits : null;
    const seconds = waits?.next().value;
    if (seconds !== undefined && (await waited(place.clock, seconds, place.cancel))) continue;
    if (!mayHaveHappened) return failedWith(error, seconds === undefined ? 'failed' : 'cancelled');
    const shows = await tenantShows(place, action, place.giveUp);
    if (shows === true) return DONE;
    return failedWith(error, shows === null || mayBeThere(action) ? 'unrecorded' : 'failed');
  }
};
