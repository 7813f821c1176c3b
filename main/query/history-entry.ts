import type { Query } from '../../preload/contract/query.ts';
import type { HistoryEntry } from '../../preload/contract/query-history.ts';
import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import type { AppError } from '../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../preload/contract/words/ids.ts';
import { rememberedQuery } from './remembered-query.ts';
import { tableOfRequest } from './hidden-columns.ts';
import type { QueryRun } from './query-runs.ts';

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What is kept of an environment that refused. */
export const refusalIn = (environmentId: EnvironmentId, error: AppError | null): HistoryEntry['denied'] =>
  error?.code === 'dataverse'
    ? [
        {
          environmentId,
          hex: text(error.params['hex']) ?? '',
          privilege: text(error.params['privilege']),
        },
      ]
    : [];

/** What is kept of a run that ended. */
export const historyEntry = (
  run: QueryRun,
  asked: { readonly query: Query; readonly rowsPerEnvironment: number },
  ended: { readonly at: string; readonly counts: FanOutCounts; readonly milliseconds: number },
): HistoryEntry => ({
  runId: run.id,
  ...ended,
  query: rememberedQuery(asked.query),
  rowsPerEnvironment: asked.rowsPerEnvironment,
  appProfileId: run.profile.id,
  appName: run.profile.name,
  askedBy: 'query-lab',
  table: tableOfRequest(run.request),
  environmentIds: [...run.environments.keys()],
  rows: run.rows.count(),
  denied: [...run.environments.values()].flatMap(({ environment, state: { error } }) =>
    refusalIn(environment.id, error),
  ),
});
