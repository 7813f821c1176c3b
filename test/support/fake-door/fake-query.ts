import type { EnvironmentRun, RunEvent } from '../../../preload/contract/query.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { appError } from '../../../preload/contract/words/errors.ts';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { fakeId } from './fake-ids.ts';

/** A run in an environment of which nothing has come yet. */
export const NOT_RUN: Omit<EnvironmentRun, 'environmentId'> = {
  state: 'queued',
  rows: 0,
  pages: 0,
  more: false,
  firstRowMilliseconds: null,
  totalMilliseconds: null,
  retries: 0,
  total: null,
  limits: null,
  wait: null,
  error: null,
};

/** How an environment answered; the third one had to wait on its way. */
export const fakeRun = (index: number, error: AppError | null, more: boolean): Partial<EnvironmentRun> => ({
  ...(error === null ? { state: 'done', rows: 50, more } : { state: 'failed', error }),
  pages: 1,
  firstRowMilliseconds: 120,
  totalMilliseconds: 180,
  limits: { requests: 5990 - index, seconds: 1199.5, atOnce: 4 },
  ...(index === 2
    ? {
        retries: 2,
        wait: {
          error: appError('throttled', {
            host: 'contoso.crm4.dynamics.com',
            limit: 'requests',
            retryAfterSeconds: 12,
          }),
          until: '2026-06-01T09:30:12Z',
        },
      }
    : {}),
});

/** A run that is gone on with: told anew as a whole, then with more rows everywhere. */
export const fakeMore = async (
  environments: readonly { readonly id: EnvironmentId }[],
  rows: number,
  emit: (event: RunEvent) => Promise<void>,
): Promise<void> => {
  await emit({ kind: 'started', runId: fakeId.run(1) });
  for (const [index, { id }] of environments.entries()) {
    const run = { ...NOT_RUN, ...fakeRun(index, null, false), rows: 100, pages: 2, environmentId: id };
    await emit({ kind: 'environment', run });
  }
  await emit({ kind: 'columns', columns: ['name', 'revenue', 'statecode', 'emailaddress1'] });
  await emit({ kind: 'rows', count: rows });
};

/** What column security hides in the first environment; in the second one nobody says. */
export const hiddenFromApp = [
  { environmentId: fakeId.environment(0), hidden: ['emailaddress1'], unknown: [] },
  { environmentId: fakeId.environment(1), hidden: [], unknown: ['emailaddress1'] },
];
