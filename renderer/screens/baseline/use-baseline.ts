import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { EnvironmentDrift, KeptBaseline } from '../../../preload/contract/baseline.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { BASELINE_TEXTS as TEXTS } from '../../../preload/contract/words/texts/en.ts';
import type { CallState, Stream } from '../../bridge/index.ts';
import { readAgain, useCall, useStream } from '../../bridge/index.ts';

type Compared = { readonly of: number | null; readonly found: ReadonlyMap<string, EnvironmentDrift> };
const NOTHING: Compared = { of: null, found: new Map() };
const NO_DRIFT: readonly EnvironmentDrift[] = [];

/** The workspace's baseline and how its environments compare with it. */
export type Baseline = {
  readonly call: CallState<{ readonly kept: KeptBaseline | null }>;
  readonly kept: KeptBaseline | null;
  readonly comparing: Stream<'baseline.compare', Compared>;
  /** What was found last, with what a running comparison has found since. */
  readonly environments: readonly EnvironmentDrift[];
  /** When the last whole comparison ended; null: never. */
  readonly asOf: Date | null;
  /** Compares the environments, all for none. */
  readonly compare: (ids: readonly EnvironmentId[]) => void;
};

/** Reads the baseline, and compares when asked. */
export const useBaseline = (workspaceId: WorkspaceId): Baseline => {
  const client = useQueryClient();
  const call = useCall('baseline.get', { workspaceId });
  const kept = call.data?.kept ?? null;
  const comparing = useStream('baseline.compare', {
    scope: workspaceId,
    title: TEXTS.compareTitle,
    initial: NOTHING,
    begin: (_previous, { environmentIds }) => ({
      of: environmentIds.length === 0 ? null : environmentIds.length,
      found: new Map(),
    }),
    reduce: ({ of, found }, drift) => ({ of, found: new Map([...found, [drift.url, drift]]) }),
    count: ({ of, found }) => ({ done: found.size, total: of }),
  });
  const { data, running, start } = comparing;
  const last = kept?.last ?? null;
  const environments = useMemo(() => {
    const before = last?.environments ?? NO_DRIFT;
    // An ended comparison is in what is kept; a cancelled one is not the whole truth.
    if (!running) return before;
    const fresh = before.map((one) => data.found.get(one.url) ?? one);
    const more = [...data.found.values()].filter(({ url }) => before.every((one) => one.url !== url));
    return [...fresh, ...more];
  }, [data, last, running]);

  const compare = useCallback(
    (ids: readonly EnvironmentId[]) => {
      void start({ workspaceId, environmentIds: [...ids] }).then(() => readAgain(client, ['baseline.get']));
    },
    [client, start, workspaceId],
  );
  return {
    call,
    kept,
    comparing,
    environments,
    asOf: last === null ? null : new Date(last.summary.at),
    compare,
  };
};
