import type { Evidence } from '../../../../preload/contract/doctor.ts';
import { appError } from '../../../../preload/contract/words/errors.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import type { ChainContext, Finding } from '../chain-link.ts';
import { broken, evidence, unknown } from '../finding.ts';

/**
 * Servers keep users and permissions for up to half a minute (Microsoft Learn: "Column-level security" samples, which wait so long), and
 * Entra's own changes take as long to be seen. Twice that is what may still be on its way.
 */
const ON_ITS_WAY_MILLISECONDS = 60_000;

/**
 * What was read says that it should work, and the service refuses. Something changed within the last minute may not have been seen yet;
 * without such a change nothing is guessed. `modifiedOn` is the row's own.
 */
export const whenAtOdds = async (
  { subject, facts, now }: ChainContext,
  error: AppError,
  modifiedOn: string | null,
  seen: readonly Evidence[],
): Promise<Finding> => {
  const changes = [await facts.lastChange(), modifiedOn === null ? null : Date.parse(modifiedOn)];
  const last = Math.max(...changes.flatMap((at) => (at === null || Number.isNaN(at) ? [] : [at])), 0);
  const ago = now() - last;
  if (last === 0 || ago > ON_ITS_WAY_MILLISECONDS) return unknown('contradiction', error, ...seen);
  const seconds = Math.max(0, Math.round(ago / 1000));
  return broken(
    appError('still-propagating', { environment: subject.environment.name, seconds }, { retryable: true }),
    ...seen,
    evidence.instant('last-change', new Date(last).toISOString()),
  );
};
