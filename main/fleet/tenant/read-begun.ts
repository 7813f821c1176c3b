import type { Plan } from '../../../preload/contract/fleet.ts';
import { parseOperationId } from '../../../preload/contract/words/ids.ts';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import type { ActivityJournal } from '../journal/activity-journal.ts';
import { foldOperation } from '../operations/fold-operation.ts';

/** A change of a tenant that was begun, as the journal tells it: what it planned, when it began, how each step ended. */
export type BegunChange = {
  readonly tenant: NonNullable<Plan['tenant']>;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly states: ReadonlyMap<string, StepState>;
};

/** As far back as somebody goes on with what was interrupted. */
const LOOKED_AT = 50;

/** Changes of the workspace's tenant that do not run any more, newest first; rotations have a book of their own. */
export const readBegun = async (
  journal: Pick<ActivityJournal, 'operations' | 'ofOperation'>,
  running: ReadonlySet<OperationId>,
  workspaceId: WorkspaceId,
): Promise<readonly BegunChange[]> => {
  const begun: BegunChange[] = [];
  for (const text of journal.operations(workspaceId).slice(0, LOOKED_AT)) {
    const id = parseOperationId(text);
    if (id === null || running.has(id)) continue;
    const lines = await journal.ofOperation(id);
    const event = lines.map(({ entry }) => entry.operation).find((one) => one?.type === 'started');
    const told = foldOperation(lines, false);
    if (event?.type !== 'started' || event.plan.tenant === null || told?.tenant == null) continue;
    if (event.plan.tenant.rotationId !== null) continue;
    begun.push({
      tenant: event.plan.tenant,
      startedAt: Date.parse(told.summary.startedAt),
      states: new Map(told.tenant.first.map((step) => [step.id, step.state])),
    });
  }
  return begun;
};
