import type { AppProfile } from '../../preload/contract/app-profiles.ts';
import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentRun } from '../../preload/contract/query.ts';
import type { CredentialId, EnvironmentId, RunId, WorkspaceId } from '../../preload/contract/words/ids.ts';
import type { HiddenColumns } from './hidden-columns.ts';
import type { PageStart } from './query-pages.ts';
import type { QueryRequest } from './query-request.ts';
import type { RowSource } from './row-source.ts';

/** Where a run goes on in an environment: a page, and how many of its rows have been taken already. */
export type GoOn = { readonly from: PageStart; readonly skip: number };

/** A run in one environment. */
export type KeptEnvironmentRun = {
  readonly environment: Environment;
  state: EnvironmentRun;
  /** Null when there is nothing more to read. */
  goOn: GoOn | null;
  /** Ends what runs there now. */
  stop: AbortController;
  /** Null until it was asked. */
  hidden: HiddenColumns | null;
};

/** A run that can still be looked at and gone on with. */
export type QueryRun = {
  readonly id: RunId;
  readonly workspaceId: WorkspaceId;
  readonly rows: RowSource;
  readonly profile: AppProfile;
  readonly credentialId: CredentialId;
  readonly request: QueryRequest;
  /** Rows asked for at first. */
  readonly rowsPerEnvironment: number;
  readonly environments: ReadonlyMap<EnvironmentId, KeptEnvironmentRun>;
  /** Ends the run for good: its rows are forgotten. */
  readonly stopped: AbortController;
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
    runs.get(id)?.stopped.abort();
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
