import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { waited } from '../apply/waited.ts';
import type { Verification } from '../apply/verify-app.ts';
import type { Clock } from '../../http/clock.ts';
import type { PlannedTenantStep, TenantAction } from './tenant-action.ts';
import type { TenantApplication, TenantPrincipal } from '../../directory/tenant-directory.ts';
import type { TenantPlace } from './tenant-place.ts';

/** Seconds between reads: a directory may show a change late (Microsoft Learn: Graph, "eventual consistency"). */
const WAITS: readonly number[] = [2, 4, 8, 16];

type Seen = {
  readonly application: TenantApplication | null;
  readonly principal: TenantPrincipal | null;
  /** Null where no step is about it. */
  readonly managed: boolean | null;
};

const MANAGING: ReadonlySet<TenantAction['kind']> = new Set([
  'register-management-application',
  'unregister-management-application',
]);

const look = async (
  place: TenantPlace,
  actions: readonly TenantAction[],
  signal: AbortSignal,
): Promise<Result<Seen>> => {
  const { clientId } = place.app;
  if (clientId === null) return ok({ application: null, principal: null, managed: null });
  if (actions.every(({ kind }) => MANAGING.has(kind))) {
    const apps = place.ports.managementApps(place.workspaceId);
    const list = apps.ok ? await apps.value.list(signal) : apps;
    return list.ok
      ? ok({ application: null, principal: null, managed: list.value.includes(clientId) })
      : list;
  }
  const application = await place.directory.application(clientId, signal);
  if (!application.ok) return application;
  const principal = await place.directory.servicePrincipal(clientId, signal);
  return principal.ok
    ? ok({ application: application.value, principal: principal.value, managed: null })
    : principal;
};

/** Whether what the action is for is so, in the tenant as it was read and in the records of this machine. */
export const tenantEffectHolds = (
  { ports, app }: TenantPlace,
  action: TenantAction,
  { application, managed, principal }: Seen,
): boolean => {
  const keys = [...(application?.secrets ?? []), ...(application?.certificates ?? [])].map(
    ({ keyId }) => keyId,
  );
  const profile = ports.profiles
    .all()
    .find((one) => ('appProfileId' in action ? one.id === action.appProfileId : false));
  const credential = profile?.credentials.find(
    (one) => 'credentialId' in action && one.id === action.credentialId,
  );
  switch (action.kind) {
    case 'create-application':
      return application !== null;
    case 'create-service-principal':
      return principal !== null;
    case 'enable-service-principal':
      return principal?.enabled === true;
    case 'disable-service-principal':
      return principal?.enabled === false;
    case 'register-management-application':
      return managed === true;
    case 'unregister-management-application':
      return managed === false;
    case 'add-profile':
      return ports.profiles.all().some(({ clientId }) => clientId === app.clientId);
    case 'add-secret':
    case 'upload-certificate':
      return credential?.keyId != null && keys.includes(credential.keyId);
    case 'generate-certificate':
      return credential !== undefined;
    case 'remove-secret':
    case 'remove-certificate':
      return !keys.includes(action.keyId);
    case 'use-credential':
      return profile?.current === action.credentialId;
    case 'forget-credential':
      return credential === undefined;
    case 'await-credential':
      return true;
  }
};

/** Reads the tenant after its steps until every effect shows, for half a minute at most. Fails when it cannot be read. */
export const verifyTenant = async (
  place: TenantPlace,
  steps: readonly PlannedTenantStep[],
  clock: Clock,
  cancel: AbortSignal,
): Promise<Result<Verification>> => {
  for (const seconds of [...WAITS, null]) {
    const actions = steps.map(({ action }) => action);
    const seen = await look(place, actions, cancel);
    if (!seen.ok) return seen;
    const missing = steps.filter(({ action }) => !tenantEffectHolds(place, action, seen.value));
    if (missing.length === 0 || seconds === null) {
      return ok({
        verified: steps.filter((step) => !missing.includes(step)).map(({ step }) => step.id),
        missing: missing.map(({ step }) => ({
          stepId: step.id,
          error: appError('state-not-reached', { what: `${step.subject}: ${step.after}` }),
        })),
      });
    }
    if (!(await waited(clock, seconds, cancel))) break;
  }
  return failed('cancelled');
};

/** After a failure that does not tell whether the change happened: null when the tenant cannot be asked either. */
export const tenantShows = async (
  place: TenantPlace,
  action: TenantAction,
  signal: AbortSignal,
): Promise<boolean | null> => {
  const seen = await look(place, [action], signal);
  return seen.ok ? tenantEffectHolds(place, action, seen.value) : null;
};
