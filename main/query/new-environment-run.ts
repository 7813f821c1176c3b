import type { EnvironmentRun } from '../../preload/contract/query.ts';

/** A run in one environment of which nothing has come yet. */
export const newEnvironmentRun = (
  environmentId: EnvironmentRun['environmentId'],
  state: EnvironmentRun['state'],
): EnvironmentRun => ({
  environmentId,
  state,
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
});
