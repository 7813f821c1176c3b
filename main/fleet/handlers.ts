import * as contract from '../../preload/contract/fleet.ts';
import * as rolesContract from '../../preload/contract/fleet-roles.ts';
import * as writesContract from '../../preload/contract/fleet-writes.ts';
import * as tenantContract from '../../preload/contract/fleet-tenant.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import { applyPlan } from './apply/apply-plan.ts';
import { createEnvironmentQueue } from './apply/environment-queue.ts';
import { createProgress } from './apply/progress.ts';
import type { FleetPorts } from './fleet-ports.ts';
import { exportActivity } from './journal/export-activity.ts';
import { listActivity } from './journal/list-activity.ts';
import { createOperationBook } from './operations/operation-book.ts';
import { readAudit } from './operations/read-audit.ts';
import { createIssuedPlans } from './planner/issued-plans.ts';
import type { IssuedPlan } from './planner/issued-plans.ts';
import { makePlan } from './planner/make-plan.ts';
import { titleAgain } from './planner/title-again.ts';
import { makeRolePlan } from './roles/make-role-plan.ts';
import { createRotationBook } from './rotation/rotation-book.ts';
import { planWrite } from './writes/plan-write.ts';
import { createWriteAnswers } from './writes/write-answers.ts';
import { makeTenantPlan } from './tenant/make-tenant-plan.ts';

/** The methods that the fleet answers: the only ones that change a tenant or an environment. */
export const fleetHandlers = (ports: FleetPorts) => {
  const state = {
    plans: createIssuedPlans(),
    queue: createEnvironmentQueue(),
    answers: createWriteAnswers(),
    running: new Set<contract.OperationSummary['id']>(),
  };
  const book = createOperationBook(ports, state.running);
  const rotations = createRotationBook(ports, state.running);
  const planning = { book: rotations, running: state.running };
  /** Only a plan that is kept can be applied. */
  const keep = (issued: Result<IssuedPlan>): Result<contract.Plan> => {
    if (!issued.ok) return issued;
    state.plans.keep(issued.value);
    return ok(issued.value.plan);
  };
  return {
    'fleet.plan': implementStream(contract.plan, async (input, emit, signal) => {
      return keep(await makePlan(ports, input, emit, signal));
    }),

    'fleet.planAgain': implementStream(contract.planAgain, async (input, emit, signal) => {
      const { workspaceId } = input;
      const asked = await book.askAgain(workspaceId, input.operationId, input.what);
      if (!asked.ok) return asked;
      const { desired, roles, title } = asked.value;
      const issued =
        roles.length === 0
          ? await makePlan(ports, { workspaceId, desired }, emit, signal)
          : await makeRolePlan(ports, { workspaceId, changes: roles }, emit, signal);
      return keep(issued.ok ? ok({ ...issued.value, title: titleAgain(input.what, title) }) : issued);
    }),

    'fleet.planTenant': implementStream(tenantContract.planTenant, async (input, emit, signal) => {
      return keep(await makeTenantPlan(ports, planning, input, emit, signal));
    }),

    'fleet.planRoles': implementStream(rolesContract.planRoles, async (input, emit, signal) => {
      return keep(await makeRolePlan(ports, input, emit, signal));
    }),

    'fleet.planWrite': implement(writesContract.planWrite, async (input, signal) => {
      const planned = await planWrite(ports, input, signal);
      if (!planned.ok) return planned;
      const { before, beforeError, issued } = planned.value;
      const plan = keep(ok(issued));
      if (!plan.ok) return plan;
      const row = before === null ? null : [...before].map(([column, value]) => ({ column, value }));
      return ok({ plan: plan.value, before: row, beforeError });
    }),

    'fleet.writeAnswer': implement(writesContract.writeAnswer, async ({ operationId }) => {
      const answer = state.answers.find(operationId);
      return answer === null ? failed('not-found', { what: 'answer', id: operationId }) : ok(answer);
    }),

    'fleet.apply': implementStream(contract.apply, async (input, emit, signal) => {
      const progress = createProgress(emit);
      try {
        return await applyPlan(ports, state, input, progress.tell, signal);
      } finally {
        await progress.sent();
      }
    }),

    'fleet.operations': implement(contract.operations, async ({ workspaceId }) =>
      ok({ operations: [...(await book.list(workspaceId))] }),
    ),

    'fleet.operation': implement(contract.operation, ({ workspaceId, operationId }) =>
      book.find(workspaceId, operationId),
    ),

    'fleet.audit': implement(contract.audit, async (input, signal) => {
      const operation = await book.find(input.workspaceId, input.operationId);
      if (!operation.ok) return operation;
      const chosen = ports.environments.choose(input.workspaceId, [input.environmentId]);
      if (!chosen.ok) return chosen;
      const [environment] = chosen.value;
      if (environment === undefined) return ok({ rows: [] });
      const { startedAt } = operation.value.summary;
      const client = ports.environments.asAdmin(environment);
      const rows = await readAudit(client, input.clientId, startedAt, signal);
      return rows.ok ? ok({ rows: [...rows.value] }) : rows;
    }),

    'fleet.acknowledge': implement(contract.acknowledge, async ({ workspaceId, operationId }) => {
      const seen = await book.acknowledge(workspaceId, operationId);
      return seen.ok ? ok({}) : seen;
    }),

    'fleet.rotations': implement(tenantContract.rotations, async ({ workspaceId }) =>
      ok({ rotations: [...(await rotations.list(workspaceId))] }),
    ),

    'activity.list': listActivity(ports.journal),
    'activity.export': exportActivity(ports),
  };
};
