import { useCallback, useMemo } from 'react';
import type { EnvironmentId } from '../../../preload/contract/words/ids.ts';
import { useCall } from '../../bridge/index.ts';
import type { QueryRun } from './run-state.ts';

/** Whether a null stands for a value that the app may not read. */
export type Hidden = 'no' | 'yes' | 'unknown';
export type HiddenIn = (environmentId: EnvironmentId, column: string) => Hidden;

/** What column security hides of a run's columns; asked when the run has ended, and everything is `no` until it is known. */
export const useHiddenColumns = (
  run: QueryRun,
  running: boolean,
): { readonly hiddenIn: HiddenIn; readonly columns: readonly string[]; readonly environments: number } => {
  const { runId } = run;
  const { data } = useCall(
    'query.hiddenColumns',
    runId === null || running || run.rows === 0 ? null : { runId },
  );
  const byEnvironment = useMemo(
    () => new Map((data?.environments ?? []).map((one) => [one.environmentId, one])),
    [data],
  );
  const hiddenIn = useCallback<HiddenIn>(
    (environmentId, column) => {
      const there = byEnvironment.get(environmentId);
      if (there === undefined) return 'no';
      if (there.hidden.includes(column)) return 'yes';
      return there.unknown.includes(column) ? 'unknown' : 'no';
    },
    [byEnvironment],
  );
  const hiding = [...byEnvironment.values()].filter(({ hidden }) => hidden.length > 0);
  const columns = [...new Set(hiding.flatMap(({ hidden }) => hidden))].toSorted();
  return { hiddenIn, columns, environments: hiding.length };
};
