import type { Query } from '../../preload/contract/query.ts';
import type { HistoryEntry } from '../../preload/contract/query-history.ts';
import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import { rememberedQuery } from './remembered-query.ts';
import { tableOfRequest } from './hidden-columns.ts';
import type { QueryRun } from './query-runs.ts';

/** What is kept of a run that ended. */
export const historyEntry = (
  run: QueryRun,
  asked: { readonly query: Query; readonly rowsPerEnvironment: number },
  ended: { readonly at: string; readonly counts: FanOutCounts; readonly milliseconds: number },
): HistoryEntry => {
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return {
    runId: run.id,
    ...ended,
    query: rememberedQuery(asked.query),
    rowsPerEnvironment: asked.rowsPerEnvironment,
    appProfileId: run.profile.id,
    appName: run.profile.name,
    table: tableOfRequest(run.request),
    environmentIds: [...run.environments.keys()],
    rows: run.rows.count(),
    denied: [...run.environments.values()].flatMap(({ environment, state: { error } }) =>
      error?.code === 'dataverse'
        ? [
            {
              environmentId: environment.id,
              hex: text(error.params['hex']) ?? '',
              privilege: text(error.params['privilege']),
            },
          ]
        : [],
    ),
  };
};
