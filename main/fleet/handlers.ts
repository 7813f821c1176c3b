import type { OperationDetail } from '../../preload/contract/fleet.ts';
import * as contract from '../../preload/contract/fleet.ts';
import { implement, implementStream } from '../../preload/contract/implement.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { OperationId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import { parseOperationId } from '../../preload/contract/words/ids.ts';
import { applyPlan } from './apply/apply-plan.ts';
import type { FleetState } from './apply/apply-plan.ts';
import { createEnvironmentQueue } from './apply/environment-queue.ts';
import { createProgress } from './apply/progress.ts';
import type { FleetPorts } from './fleet-ports.ts';
import { listActivity } from './journal/list-activity.ts';
import { foldOperation } from './operations/fold-operation.ts';
import { createIssuedPlans } from './planner/issued-plans.ts';
import { makePlan } from './planner/make-plan.ts';

/** Operations listed at most, the newest. */
const LISTED = 100;

/** Answers `fleet.*` and `activity.list`. */
export const fleetHandlers = (ports: FleetPorts) => {
  const state: FleetState = {
    plans: createIssuedPlans(),
    queue: createEnvironmentQueue(),
    running: new Set(),
  };

  const read = async (workspaceId: WorkspaceId, id: OperationId): Promise<Result<OperationDetail>> => {
    const detail = foldOperation(await ports.journal.ofOperation(id), state.running.has(id));
    return detail === null || detail.summary.workspaceId !== workspaceId
      ? failed('not-found', { what: 'operation', id })
      : ok(detail);
  };

  return {
    'fleet.plan': implementStream(contract.plan, async (input, emit, signal) => {
      const issued = await makePlan(ports, input, emit, signal);
      if (!issued.ok) return issued;
      state.plans.keep(issued.value);
      return ok(issued.value.plan);
    }),
    'fleet.apply': implementStream(contract.apply, async (input, emit, signal) => {
      const progress = createProgress(emit);
      const applied = await applyPlan(ports, state, input, progress.tell, signal);
      await progress.sent();
      return applied;
    }),
    'fleet.operations': implement(contract.operations, async ({ workspaceId }) => {
      const ids = ports.journal.operations(workspaceId).slice(-LISTED);
      const folded = await Promise.all(
        ids.map(async (text) => {
          const id = parseOperationId(text);
          return id === null
            ? null
            : foldOperation(await ports.journal.ofOperation(id), state.running.has(id));
        }),
      );
      const operations = folded.flatMap((one) => (one === null ? [] : [one.summary]));
      return ok({ operations: operations.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)) });
    }),
    'fleet.operation': implement(contract.operation, ({ workspaceId, operationId }) =>
      read(workspaceId, operationId),
    ),
    'fleet.acknowledge': implement(contract.acknowledge, async ({ workspaceId, operationId }) => {
      const detail = await read(workspaceId, operationId);
      if (!detail.ok) return detail;
      await ports.journal.append({
        workspaceId,
        actor: ports.actorOf(workspaceId),
        kind: 'operation-ended',
        environment: '',
        summary: `Seen: ${detail.value.summary.title}`,
        outcome: 'none',
        requestId: '',
        operation: { type: 'acknowledged', operationId },
      });
      return ok({});
    }),
    'activity.list': listActivity(ports.journal),
  };
};
