import type { OperationDetail, OperationSummary } from '../../../preload/contract/fleet.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { parseOperationId } from '../../../preload/contract/words/ids.ts';
import type { OperationId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { againOf, isSomething } from './again-of.ts';
import type { Again } from './again-of.ts';
import { foldOperation } from './fold-operation.ts';
import type { ToldOperation } from './fold-operation.ts';

/** Operations of a workspace as the journal tells them. */
export type OperationBook = {
  /** Newest first, the newest 200. */
  readonly list: (workspaceId: WorkspaceId) => Promise<readonly OperationSummary[]>;
  /** `not-found` when the workspace has no such operation. */
  readonly find: (workspaceId: WorkspaceId, id: OperationId) => Promise<Result<OperationDetail>>;
  /** Notes that the person has seen it; harmless twice. `not-available-here` while it runs. */
  readonly acknowledge: (workspaceId: WorkspaceId, id: OperationId) => Promise<Result<null>>;
  /**
   * What has to be asked of the planner to continue an operation in environments or to take it back; empty when there is
   * nothing of the kind. `not-found`; `not-available-here` while it runs, and for other operations.
   */
  readonly askAgain: (
    workspaceId: WorkspaceId,
    id: OperationId,
    what: 'continue' | 'undo',
  ) => Promise<Result<Again & { readonly title: string }>>;
};

/** An operation with all that is known of it. */
type KnownOperation = {
  readonly told: ToldOperation;
  readonly again: ReturnType<typeof againOf>;
};

const LISTED = 200;

/** Reads operations from the journal; `running` are those of this process. */
export const createOperationBook = (
  { journal, actorOf }: Pick<FleetPorts, 'journal' | 'actorOf'>,
  running: ReadonlySet<OperationId>,
): OperationBook => {
  /** Summaries by how many lines they were told from: lines are only ever added. */
  const told = new Map<OperationId, { readonly lines: number; readonly summary: OperationSummary }>();

  const read = async (id: OperationId): Promise<ToldOperation | null> =>
    foldOperation(await journal.ofOperation(id), running.has(id));

  const summaryOf = async (id: OperationId): Promise<OperationSummary | null> => {
    const known = told.get(id);
    const lines = journal.linesOf(id);
    if (known?.lines === lines) return known.summary;
    const detail = await read(id);
    // What runs is told anew each time: it ends without a line when the journal cannot be written.
    if (detail !== null && detail.summary.state !== 'running')
      told.set(id, { lines, summary: detail.summary });
    return detail?.summary ?? null;
  };

  const know = async (workspaceId: WorkspaceId, id: OperationId): Promise<Result<KnownOperation>> => {
    const lines = await journal.ofOperation(id);
    const told = foldOperation(lines, running.has(id));
    const started = lines.map(({ entry }) => entry.operation).find((event) => event?.type === 'started');
    return told?.summary.workspaceId !== workspaceId || started?.type !== 'started'
      ? failed('not-found', { what: 'operation', id })
      : ok({ told, again: againOf(told, started) });
  };

  const find: OperationBook['find'] = async (workspaceId, id) => {
    const known = await know(workspaceId, id);
    if (!known.ok) return known;
    const { told, again } = known.value;
    return ok({
      ...told,
      may: { continue: isSomething(again.continue), undo: isSomething(again.undo) },
    });
  };

  const askAgain: OperationBook['askAgain'] = async (workspaceId, id, what) => {
    const known = await know(workspaceId, id);
    if (!known.ok) return known;
    const { summary, tenant } = known.value.told;
    return summary.state === 'running' || tenant !== null
      ? failed('not-available-here', { what: 'planning this operation again' })
      : ok({ ...known.value.again[what], title: summary.title });
  };

  return {
    askAgain,
    list: async (workspaceId) => {
      const summaries: OperationSummary[] = [];
      for (const text of journal.operations(workspaceId).slice(0, LISTED)) {
        const id = parseOperationId(text);
        const summary = id === null ? null : await summaryOf(id);
        if (summary !== null) summaries.push(summary);
      }
      return summaries;
    },
    find,
    acknowledge: async (workspaceId, id) => {
      const found = await find(workspaceId, id);
      if (!found.ok) return found;
      const { state, acknowledged, title } = found.value.summary;
      if (state === 'running')
        return failed('not-available-here', { what: 'acknowledging a running operation' });
      if (acknowledged) return ok(null);
      await journal.append({
        workspaceId,
        actor: actorOf(workspaceId),
        kind: 'operation-ended',
        environment: '',
        summary: `Seen: ${title}`,
        outcome: 'none',
        requestId: '',
        operation: { type: 'acknowledged', operationId: id },
      });
      return ok(null);
    },
  };
};
