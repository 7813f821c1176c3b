import type { Environment } from '../../../preload/contract/environments.ts';
import type { ClientId } from '../../../preload/contract/words/ids.ts';
import { whoAmI } from '../../dataverse/who-am-i.ts';
import type { Clock } from '../../http/clock.ts';
import type { ProveAction } from '../planner/step-action.ts';
import { untilTaken } from '../tenant/await-credential.ts';
import type { TenantPorts } from '../tenant/tenant-ports.ts';
import type { StepOutcome } from './perform-step.ts';

/** Where a credential is to be proved, and what stops waiting for it. */
export type ProofPlace = {
  readonly environment: Environment;
  readonly clientId: ClientId;
  readonly asApp: TenantPorts['asApp'];
  readonly clock: Clock;
  /** Stops waiting; a request on its way is not given up. */
  readonly cancel: AbortSignal;
};

/** Signs in with the credential and asks the environment who that is: only its answer proves that the app can work there. */
export const proveCredential = async (
  { environment, clientId, asApp, clock, cancel }: ProofPlace,
  { appProfileId, credentialId }: ProveAction,
): Promise<StepOutcome> => {
  const use = { appProfileId, clientId, credentialId };
  const client = await untilTaken((signal) => asApp(environment, use, signal), clock, cancel);
  const answer = client.ok ? await whoAmI(client.value, cancel) : client;
  if (answer.ok) return { state: 'done', error: null, requestId: '' };
  const { error } = answer;
  return {
    state: error.code === 'cancelled' ? 'cancelled' : 'failed',
    error,
    requestId: error.correlation.requestId ?? '',
  };
};
