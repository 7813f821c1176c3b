import type { EventOf, InputOf, OutputOf } from '../../../preload/contract/index.ts';
import type { Environment } from '../../../preload/contract/environments.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';

const ROWS_EACH = 5000;
const BYTES_EACH = 640_000;

/** A file of rows: one environment after the other, those with a failure not whole. CSV lacks a column that came late; a sheet has a text cut. */
export const fakeExport = async (
  { all, format }: InputOf<'query.export'>,
  environments: readonly Environment[],
  failureOf: (environment: Environment) => AppError | null,
  {
    pace,
    emit,
    signal,
  }: {
    readonly pace: number;
    readonly emit: (event: EventOf<'query.export'>) => Promise<void>;
    readonly signal: AbortSignal;
  },
): Promise<Result<OutputOf<'query.export'>>> => {
  const failures = environments.flatMap((environment) => {
    const error = failureOf(environment);
    return error === null ? [] : [{ environmentId: environment.id, rows: 50, error }];
  });
  const told = { rows: 0, bytes: 0, ended: 0, environments: environments.length };
  while (told.ended < environments.length) {
    if (pace > 0) await new Promise((resolve) => setTimeout(resolve, pace));
    if (signal.aborted) return failed('cancelled');
    told.rows += all ? ROWS_EACH : 50;
    told.bytes += BYTES_EACH;
    told.ended += 1;
    await emit({ ...told });
  }
  return ok({
    place: `accounts 2026-06-01.${format}`,
    canShow: true,
    rows: told.rows,
    bytes: told.bytes,
    counts: {
      environments: environments.length,
      succeeded: environments.length - failures.length,
      failed: failures.length,
      cancelled: 0,
    },
    incomplete: failures,
    left: format === 'csv' && failures.length > 0 ? ['parentaccountid.name'] : [],
    cut: format === 'xlsx' ? 2 : 0,
    sheets: format === 'xlsx' ? 1 : 0,
  });
};
