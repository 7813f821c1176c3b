import type { RunId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { RowSource } from './row-source.ts';

/** Rows of a run that can still be looked at. */
export type QueryRun = {
  readonly id: RunId;
  readonly workspaceId: WorkspaceId;
  readonly rows: RowSource;
  /** Ends the run if it is still going. */
  readonly stop: () => void;
};

/** The runs whose rows are kept, oldest first. */
export type QueryRuns = {
  /** Keeps a run; the oldest is closed when there are too many. */
  readonly keep: (run: QueryRun) => void;
  readonly find: (id: RunId) => QueryRun | null;
  readonly close: (id: RunId) => void;
  /** Forgets every run of a workspace: it was removed or left. */
  readonly closeWorkspace: (workspaceId: WorkspaceId) => void;
};

/** Keeps at most `limit` runs in memory. */
export const createQueryRuns = (limit: number): QueryRuns => {
  const runs = new Map<RunId, QueryRun>();
  const close = (id: RunId): void => {
    runs.get(id)?.stop();
    runs.delete(id);
  };
  return {
    keep: (run) => {
      runs.set(run.id, run);
      const [oldest] = runs.keys();
      if (runs.size > limit && oldest !== undefined) close(oldest);
    },
    find: (id) => runs.get(id) ?? null,
    close,
    closeWorkspace: (workspaceId) => {
      for (const run of runs.values()) if (run.workspaceId === workspaceId) close(run.id);
    },
  };
};
