import type { EventOf } from '../../../preload/contract/index.ts';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import type { EnvironmentId, RunId } from '../../../preload/contract/words/ids.ts';

/** What a query run has told so far; the rows themselves stay in main. */
export type QueryRun = {
  readonly runId: RunId | null;
  readonly columns: readonly string[];
  readonly rows: number;
  readonly environments: ReadonlyMap<EnvironmentId, EnvironmentRun>;
};

export const NO_RUN: QueryRun = { runId: null, columns: [], rows: 0, environments: new Map() };

/** Takes in one event of a run. */
export const runWith = (run: QueryRun, event: EventOf<'query.run'>): QueryRun => {
  switch (event.kind) {
    case 'started':
      // What is gone on with is told anew, and shown as it was until then.
      return run.runId === event.runId ? run : { ...NO_RUN, runId: event.runId };
    case 'environment':
      return {
        ...run,
        environments: new Map(run.environments).set(event.run.environmentId, event.run),
      };
    case 'columns':
      return { ...run, columns: event.columns };
    case 'rows':
      return { ...run, rows: event.count };
  }
};

const OVER: readonly EnvironmentRun['state'][] = ['done', 'failed', 'cancelled'];

/** Whether a run in an environment can still be cancelled. */
export const isGoing = (state: EnvironmentRun['state']): boolean => !OVER.includes(state);

/** A run that is over: what had not ended by then never will. */
export const settled = (run: QueryRun): QueryRun => ({
  ...run,
  environments: new Map(
    [...run.environments].map(([id, each]) => [
      id,
      OVER.includes(each.state) ? each : { ...each, state: 'cancelled' },
    ]),
  ),
});

/** A run with what going on with it has told; that tells the whole run anew, and counts once it has. */
export const goneOn = (run: QueryRun, more: QueryRun): boolean =>
  run.runId !== null && more.runId === run.runId && more.environments.size >= run.environments.size;

/** How many environments have ended. */
export const endedCount = (run: QueryRun): number =>
  [...run.environments.values()].filter((each) => OVER.includes(each.state)).length;

/** Runs of the environments in one state. */
export const runsIn = (run: QueryRun, state: EnvironmentRun['state']): readonly EnvironmentRun[] =>
  [...run.environments.values()].filter((each) => each.state === state);
