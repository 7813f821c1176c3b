import { useMemo } from 'react';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { QUERY_LAB_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { useStream } from '../../bridge/index.ts';
import { endedCount, goneOn, NO_RUN, runWith, settled } from './run-state.ts';

/** The run that is shown: a query, or what it was gone on with. */
export const useQueryRun = (workspaceId: WorkspaceId) => {
  const query = useStream('query.run', {
    scope: workspaceId,
    title: TEXTS.streamTitle,
    initial: NO_RUN,
    reduce: runWith,
    count: (run) => ({
      done: endedCount(run),
      total: run.environments.size === 0 ? null : run.environments.size,
    }),
  });
  const more = useStream('query.more', {
    scope: workspaceId,
    title: TEXTS.loadMoreTitle,
    initial: NO_RUN,
    begin: (previous) => previous,
    reduce: runWith,
    count: (run) => ({ done: endedCount(run), total: run.environments.size }),
  });
  const current = goneOn(query.data, more.data) ? more : query;
  const running = [query, more].some((each) => each.running || each.state === 'cancelling');
  const run = useMemo(() => (running ? current.data : settled(current.data)), [current.data, running]);
  return {
    /** State, failure and age of what is shown. */
    current,
    /** As far as it has come. */
    run,
    running,
    /** Whether a query was started at all, and failed before it began. */
    asked: query.state,
    start: query.start,
    cancel: more.running ? more.cancel : query.cancel,
    /** Goes on in all environments that have more. */
    readMore: (rowsPerEnvironment: number): void => {
      if (run.runId === null || running) return;
      void more.start({ runId: run.runId, environmentIds: [], rowsPerEnvironment });
    },
  };
};
