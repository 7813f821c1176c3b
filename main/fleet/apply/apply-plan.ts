import type { StepProgress } from '../../../preload/contract/fleet.ts';
import type { WriteAnswer } from '../../../preload/contract/fleet-writes.ts';
import type { FanOutCounts } from '../../../preload/contract/schemas.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseOperationId } from '../../../preload/contract/words/ids.ts';
import type { EnvironmentId, OperationId, PlanId } from '../../../preload/contract/words/ids.ts';
import type { OperationEnd } from '../../../preload/contract/words/status.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import type { Clock } from '../../http/clock.ts';
import { newId } from '../../settings/new-id.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import type { IssuedPlans } from '../planner/issued-plans.ts';
import type { TenantOutcome } from '../tenant/apply-tenant.ts';
import { tenantPhases } from '../tenant/tenant-phases.ts';
import type { WriteAnswers } from '../writes/write-answers.ts';
import { applyEnvironment, asResult } from './apply-environment.ts';
import { checkPlan } from './check-plan.ts';
import type { EnvironmentWork } from './check-plan.ts';
import type { EnvironmentQueue } from './environment-queue.ts';
import { operationJournal } from './operation-journal.ts';
import { rolesOwed } from './roles-owed.ts';

/** What this process knows about its operations beyond the journal. */
export type FleetState = {
  readonly plans: IssuedPlans;
  readonly queue: EnvironmentQueue;
  readonly answers: WriteAnswers;
  /** Operations at work in this process. */
  readonly running: Set<OperationId>;
};

export type ApplyRequest = {
  readonly planId: PlanId;
  readonly digest: string;
  readonly confirmations: readonly string[];
};

/** How an operation came out. */
export type Applied = {
  readonly operationId: OperationId;
  readonly state: OperationEnd;
  readonly counts: FanOutCounts;
  readonly afterCancel: StepProgress[];
  readonly withoutRoles: {
    readonly environmentName: string;
    readonly appName: string;
    readonly roles: string[];
  }[];
};

/** The last that was told of each step. */
type Told = ReadonlyMap<string, StepProgress>;
const keyOf = (environmentId: EnvironmentId | null, stepId: string): string => `${environmentId} ${stepId}`;

const withoutRolesOf = (work: readonly EnvironmentWork[], told: Told): Applied['withoutRoles'] =>
  work
    .flatMap(({ apps }) => apps)
    .map(({ environment, steps }) => {
      const { appName, environmentId, environmentName } = environment;
      const soFar = steps.map(({ step }) => ({
        step,
        state: told.get(keyOf(environmentId, step.id))?.state ?? null,
      }));
      return { environmentName, appName, roles: rolesOwed(soFar) };
    })
    .filter(({ roles }) => roles.length > 0);

/** Milliseconds that a request on its way is given after a cancel, so that its outcome is known. */
const GRACE = 10_000;
/** The same for a move and the roles given back after it: an app that stands without its roles is worse than a minute's wait. */
const UNIT_GRACE = 60_000;

/** Aborts a while after `cancel`, unless the work has `ended` before. */
const givingUp = (cancel: AbortSignal, ended: AbortSignal, clock: Clock, grace = GRACE): AbortSignal => {
  const giveUp = new AbortController();
  const begin = (): void => {
    clock.sleep(grace, ended).then(
      () => giveUp.abort(),
      () => undefined,
    );
  };
  if (cancel.aborted) begin();
  else cancel.addEventListener('abort', begin, { once: true, signal: ended });
  return giveUp.signal;
};

const endState = (counts: FanOutCounts, tenant: TenantOutcome, done: number): OperationEnd => {
  if (counts.cancelled > 0 || tenant.error?.code === 'cancelled') return 'cancelled';
  if (counts.failed === 0 && tenant.error === null) return 'succeeded';
  return done > 0 ? 'partly-failed' : 'failed';
};

/**
 * Applies a plan that main issued, once: first what the tenant needs, then environments beside each other, the steps of one
 * after another, and what comes last only when all of them succeeded; every step in the journal before and after. Cancelling stops before the next step; what was begun is brought to a known end, and roles
 * that a move has taken are given back. Rejects
 * with a `Refusal` when the journal cannot be written; nothing more is begun then.
 */
export const applyPlan = async (
  ports: FleetPorts,
  state: FleetState,
  request: ApplyRequest,
  report: (progress: StepProgress) => void,
  signal: AbortSignal,
): Promise<Result<Applied>> => {
  const issued = state.plans.find(request.planId, request.digest);
  if (!issued.ok) return issued;
  const work = checkPlan(ports, issued.value, request.confirmations);
  if (!work.ok) return work;
  state.plans.forget(request.planId);

  const { plan } = issued.value;
  const operationId = newId(parseOperationId);
  const journal = operationJournal(ports, plan.workspaceId, operationId);
  const ended = new AbortController();
  let done = 0;
  const told = new Map<string, StepProgress>();
  const tell = (progress: StepProgress): void => {
    told.set(keyOf(progress.environmentId, progress.stepId), progress);
    report(progress);
  };
  state.running.add(operationId);
  try {
    await journal.started(issued.value);
    const giveUp = givingUp(signal, ended.signal, ports.clock);
    const finish = givingUp(signal, ended.signal, ports.clock, UNIT_GRACE);
    const phases = tenantPhases(ports, issued.value, { journal, tell, cancel: signal, giveUp });
    const tellCancelled = ({ apps }: EnvironmentWork, state: 'cancelled' | 'skipped'): void => {
      for (const { environment, steps } of apps)
        for (const { step } of steps)
          if (!told.has(keyOf(environment.environmentId, step.id)))
            tell({ environmentId: environment.environmentId, stepId: step.id, state, error: null });
    };
    const inEnvironments = (): Promise<FanOutCounts> =>
      fanOut<EnvironmentWork, number>({
        items: work.value,
        parallel: ports.environments.parallel(),
        signal,
        work: ({ environment, apps }, cancel) =>
          state.queue(environment.id, async () => {
            const client = ports.environments.asAdmin(environment);
            const { asApp } = ports.tenant;
            const run = {
              environment,
              client,
              asApp,
              answered: (answer: WriteAnswer) => state.answers.keep(operationId, answer),
              clock: ports.clock,
              journal,
              tell,
              cancel,
              giveUp,
              finish,
            };
            const outcome = await applyEnvironment(run, apps);
            done += outcome.done;
            return asResult(outcome);
          }),
        settled: async (each, result) => {
          // Those that a cancel kept from starting have told nothing of their steps yet.
          if (!result.ok && result.error.code === 'cancelled') tellCancelled(each, 'cancelled');
        },
      });
    const none = (): FanOutCounts => {
      for (const each of work.value) tellCancelled(each, signal.aborted ? 'cancelled' : 'skipped');
      const environments = work.value.length;
      return { environments, succeeded: 0, failed: 0, cancelled: signal.aborted ? environments : 0 };
    };
    const app = plan.tenant?.clientId ?? '';
    const outcome = await state.queue(`app ${app === '' ? operationId : app}`, async () => {
      const first = await phases.first();
      const counts = first.error === null ? await inEnvironments() : none();
      const all = first.error === null && counts.failed === 0 && counts.cancelled === 0;
      const last = all ? await phases.last() : phases.leaveLast();
      done += first.done + last.done;
      return { counts, tenant: { done: 0, error: first.error ?? last.error } };
    });
    const { counts } = outcome;
    const end = endState(counts, outcome.tenant, done);
    await journal.ended(end, issued.value.title);
    return ok({
      operationId,
      state: end,
      counts,
      afterCancel: signal.aborted ? [...told.values()] : [],
      withoutRoles: withoutRolesOf(work.value, told),
    });
  } finally {
    ended.abort();
    state.running.delete(operationId);
  }
};
