import type { StepProgress } from '../../../preload/contract/fleet.ts';
import type { OperationJournal } from '../apply/operation-journal.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';
import { applyTenant, tellNotDone } from './apply-tenant.ts';
import type { TenantOutcome } from './apply-tenant.ts';

/** How an operation runs, as far as its tenant's steps need to know. */
export type PhaseRun = {
  readonly journal: OperationJournal;
  readonly tell: (progress: StepProgress) => void;
  readonly cancel: AbortSignal;
  readonly giveUp: AbortSignal;
};

/** What an operation does in its tenant before and after the environments. */
export type TenantPhases = {
  readonly first: () => Promise<TenantOutcome>;
  readonly last: () => Promise<TenantOutcome>;
  /** Tells that what comes last is not done. */
  readonly leaveLast: () => TenantOutcome;
};

const NOTHING: TenantOutcome = { done: 0, error: null };

/** Both phases of a plan; nothing for one that changes environments alone. */
export const tenantPhases = (
  { tenant: ports, clock }: Pick<FleetPorts, 'tenant' | 'clock'>,
  { plan, tenant }: IssuedPlan,
  { journal, tell, cancel, giveUp }: PhaseRun,
): TenantPhases => {
  if (tenant === null || plan.tenant === null)
    return { first: async () => NOTHING, last: async () => NOTHING, leaveLast: () => NOTHING };
  const { workspaceId } = plan;
  const { tenantName, clientId, appName } = plan.tenant;
  const place = {
    workspaceId,
    ports,
    directory: ports.directory(workspaceId),
    app: { clientId, sentBeside: null },
    now: clock.now,
    clock,
    cancel,
    giveUp,
  };
  const names = { environmentId: null, environmentName: tenantName, clientId: null, appName };
  const run = { place, names, journal, tell };
  return {
    first: async () => {
      const outcome = await applyTenant(run, tenant.first);
      if (outcome.error !== null) tellNotDone(tell, tenant.last, cancel.aborted);
      return outcome;
    },
    last: () => applyTenant(run, tenant.last),
    leaveLast: () => {
      tellNotDone(tell, tenant.last, cancel.aborted);
      return NOTHING;
    },
  };
};
