import type { Environment } from '../../preload/contract/environments.ts';
import type { EnvironmentRun } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import { nextLink } from '../dataverse/next-link.ts';
import { answerRows } from './answer-rows.ts';
import { newEnvironmentRun } from './new-environment-run.ts';
import type { ODataRequest } from './odata-request.ts';
import type { RowSource } from './row-source.ts';

/** The service sends at most this many rows in a page (Microsoft Learn: page results with the Web API). */
const MAX_PAGE = 5000;

export type EnvironmentQuery = {
  readonly environment: Environment;
  readonly request: ODataRequest;
  /** Asks for a token and answers what failed, before anything is sent to the environment. */
  readonly signIn: (signal: AbortSignal) => Promise<Result<DataverseClient>>;
  readonly rows: RowSource;
  readonly rowsWanted: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  readonly tell: (run: EnvironmentRun) => void;
};

/** Runs the query in one environment, page after page, telling each change of its state. */
export const runInEnvironment = async (
  query: EnvironmentQuery,
  signal: AbortSignal,
): Promise<Result<null>> => {
  const { environment, request, rows, rowsWanted, clock, tell } = query;
  const start = clock();
  const since = (): number => Math.max(0, clock() - start);
  let run = newEnvironmentRun(environment.id, 'token');
  const change = (next: Partial<EnvironmentRun>): void => {
    run = { ...run, ...next };
    tell(run);
  };
  const end = (error: AppError | null): Result<null> => {
    const totalMilliseconds = since();
    if (error === null) change({ state: 'done', totalMilliseconds });
    else if (error.code === 'cancelled') change({ state: 'cancelled', totalMilliseconds });
    else change({ state: 'failed', totalMilliseconds, error });
    return error === null ? ok(null) : { ok: false, error };
  };

  tell(run);
  const client = await query.signIn(signal);
  if (!client.ok) return end(client.error);
  change({ state: 'running' });

  const options = {
    signal,
    annotations: true,
    ...(request.pageable ? { pageSize: Math.min(rowsWanted, MAX_PAGE) } : {}),
  };
  for await (const page of client.value.pages(request.path, options)) {
    if (!page.ok) return end(page.error);
    if (signal.aborted) return end(failed('cancelled').error);
    const sent = answerRows(page.value.body);
    const kept = rows.append(environment.id, sent.slice(0, rowsWanted - run.rows));
    const enough = run.rows + kept >= rowsWanted || kept < sent.length;
    const next = nextLink(page.value.body, client.value.origin);
    change({
      rows: run.rows + kept,
      pages: run.pages + 1,
      retries: run.retries + page.value.retries,
      firstRowMilliseconds: run.firstRowMilliseconds ?? (kept > 0 ? since() : null),
      more: enough && (kept < sent.length || (next.ok && next.value !== null)),
    });
    if (enough) break;
  }
  return end(null);
};
