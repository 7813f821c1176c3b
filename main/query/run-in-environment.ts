import type { EnvironmentRun } from '../../preload/contract/query.ts';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../preload/contract/words/errors.ts';
import type { DataverseClient } from '../dataverse/dataverse-client.ts';
import type { HttpWait } from '../http/http-client.ts';
import type { QueryPages } from './query-pages.ts';
import type { KeptEnvironmentRun } from './query-runs.ts';
import type { RowSource } from './row-source.ts';
import { serviceLimits } from './service-limits.ts';

export type EnvironmentQuery = {
  /** What came of it so far; kept up to date. */
  readonly kept: KeptEnvironmentRun;
  readonly pages: (onWait: (wait: HttpWait) => void) => QueryPages;
  /** Asks for a token and answers what failed, before anything is sent to the environment. */
  readonly signIn: (signal: AbortSignal) => Promise<Result<DataverseClient>>;
  readonly rows: RowSource;
  /** Rows to read now, beside those of before. */
  readonly rowsWanted: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly tell: (run: EnvironmentRun) => void;
};

/** Runs the query in one environment from where it stands, page after page, telling each change of its state. */
export const runInEnvironment = async (
  query: EnvironmentQuery,
  signal: AbortSignal,
): Promise<Result<null>> => {
  const { kept, rows, rowsWanted, clock, tell } = query;
  const environmentId = kept.environment.id;
  const start = clock();
  const before = kept.state.totalMilliseconds ?? 0;
  const since = (): number => before + Math.max(0, clock() - start);
  const change = (next: Partial<EnvironmentRun>): void => {
    kept.state = { ...kept.state, ...next };
    tell(kept.state);
  };
  const end = (error: AppError | null): Result<null> => {
    const totalMilliseconds = since();
    if (error === null) change({ state: 'done', totalMilliseconds });
    else if (error.code === 'cancelled') {
      // What was not read can still be: it goes on there.
      change({ state: 'cancelled', totalMilliseconds, more: kept.goOn !== null });
    } else {
      kept.goOn = null;
      change({ state: 'failed', totalMilliseconds, error, more: false });
    }
    return error === null ? ok(null) : { ok: false, error };
  };

  const from = kept.goOn ?? { from: null, skip: 0 };
  kept.goOn = from;
  if (signal.aborted) return end(failed('cancelled').error);
  change({ state: 'token', error: null });
  const client = await query.signIn(signal);
  if (!client.ok) return end(client.error);
  change({ state: 'running' });

  const pages = query.pages(({ error, milliseconds }) => {
    const until = new Date(query.now() + milliseconds).toISOString();
    change({ wait: { error, until } });
  });
  let { skip } = from;
  let read = 0;
  for await (const page of pages(client.value, from.from, signal)) {
    if (!page.ok) return end(page.error);
    if (signal.aborted) return end(failed('cancelled').error);
    const { answer, more, next, start: at, total } = page.value;
    let toSkip = skip;
    let taken = 0;
    let cut = false;
    for (const piece of page.value.rows) {
      if (!piece.ok) {
        change({ rows: kept.state.rows + taken });
        return end(piece.error);
      }
      const sent = piece.value.slice(toSkip);
      toSkip -= piece.value.length - sent.length;
      const added = rows.append(environmentId, sent.slice(0, rowsWanted - read));
      taken += added;
      read += added;
      cut = added < sent.length;
      if (cut) break;
    }
    kept.goOn = cut ? { from: at, skip: skip + taken } : next === null ? null : { from: next, skip: 0 };
    skip = 0;
    const enough = cut || read >= rowsWanted;
    const { state } = kept;
    change({
      rows: state.rows + taken,
      pages: state.pages + 1,
      retries: state.retries + answer.retries,
      firstRowMilliseconds: state.firstRowMilliseconds ?? (taken > 0 ? since() : null),
      total: total ?? state.total,
      limits: serviceLimits(answer.headers) ?? state.limits,
      more: cut || (enough ? more : more && next === null),
    });
    if (enough) break;
  }
  return end(null);
};
