import type { EnvironmentRun, RunEvent } from '../../preload/contract/query.ts';
import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import { fanOut } from '../dataverse/fan-out.ts';
import type { EntitySets } from './entity-sets.ts';
import { latestEvents } from './latest-events.ts';
import { MAX_PAGE, queryPages } from './query-pages.ts';
import type { KeptEnvironmentRun, QueryRun } from './query-runs.ts';
import { runInEnvironment } from './run-in-environment.ts';
import { signInAsApp } from './sign-in-as-app.ts';
import type { AppSignInPorts } from './sign-in-as-app.ts';

export type RunQuery = {
  readonly run: QueryRun;
  /** Where it runs now: all of them, or those that have more. */
  readonly environments: readonly KeptEnvironmentRun[];
  readonly rowsPerEnvironment: number;
  readonly parallel: number;
  readonly emit: (event: RunEvent) => Promise<void>;
  readonly signal: AbortSignal;
};

export type RunQueryPorts = AppSignInPorts & {
  readonly entitySets: EntitySets;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/** Runs a query as the app over environments, telling progress; the rows go into the run's row source. */
export const runQuery = async (ports: RunQueryPorts, query: RunQuery): Promise<FanOutCounts> => {
  const { run, signal } = query;
  const events = latestEvents(query.emit);
  const chosen = new Set(query.environments);
  // At once, so that nothing else goes on in the same environments.
  for (const kept of chosen) {
    kept.stop = new AbortController();
    kept.state = { ...kept.state, state: 'queued' };
  }
  await query.emit({ kind: 'started', runId: run.id });
  let columnsTold = 0;
  let rowsTold = 0;

  const tellRows = (): void => {
    const columns = run.rows.columns();
    if (columns.length > columnsTold) {
      columnsTold = columns.length;
      events.tell('columns', { kind: 'columns', columns: [...columns] });
    }
    const count = run.rows.count();
    if (count > rowsTold) {
      rowsTold = count;
      events.tell('rows', { kind: 'rows', count });
    }
  };
  const tellEnvironment = (state: EnvironmentRun): void =>
    events.tell(`environment ${state.environmentId}`, { kind: 'environment', run: state });

  const begun = new Set<KeptEnvironmentRun>();
  tellRows();
  for (const { state } of run.environments.values()) tellEnvironment(state);
  const size = Math.min(query.rowsPerEnvironment, MAX_PAGE);
  const counts = await fanOut<KeptEnvironmentRun, null>({
    items: query.environments,
    parallel: query.parallel,
    signal,
    work: async (kept, all) => {
      begun.add(kept);
      return runInEnvironment(
        {
          kept,
          pages: (onWait) =>
            queryPages(run.request, { size, onWait, rowsWanted: query.rowsPerEnvironment }, ports.entitySets),
          signIn: (signal) => signInAsApp(ports, run, kept.environment, signal),
          rows: run.rows,
          rowsWanted: query.rowsPerEnvironment,
          clock: ports.clock,
          now: ports.now,
          tell: (state) => {
            tellRows();
            tellEnvironment(state);
          },
        },
        AbortSignal.any([all, kept.stop.signal]),
      );
    },
    settled: async (kept) => {
      if (begun.has(kept)) return;
      kept.goOn ??= { from: null, skip: 0 };
      kept.state = { ...kept.state, state: 'cancelled', more: true };
      tellEnvironment(kept.state);
    },
  });
  await events.drained();
  return counts;
};
