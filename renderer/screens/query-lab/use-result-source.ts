import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OutputOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import type { RunId } from '../../../preload/contract/words/ids.ts';
import { useBridge, useCall } from '../../bridge/index.ts';
import type { RowSource, Sort } from '../../ui/index.ts';

export type ResultRow = OutputOf<'query.window'>['rows'][number];

/** The rows of a run as a table reads them: sorted and filtered in main, window by window. */
export type ResultSource = {
  readonly source: RowSource<ResultRow>;
  /** Why rows cannot be read any more, e.g. because main has dropped an old run. */
  readonly error: AppError | null;
};

const FILTER_PAUSE_MILLISECONDS = 200;

/** The value, once it has stood still for a moment. */
const useSettled = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), FILTER_PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};

/** Opens the rows of a run. The count under a filter is main's; without one it is what the run has told. */
export const useResultSource = (
  runId: RunId,
  rows: number,
  running: boolean,
  sort: Sort | null,
  typedFilter: string,
): ResultSource => {
  const { bridge } = useBridge();
  const filter = useSettled(typedFilter);
  const [error, setError] = useState<AppError | null>(null);
  const counted = useCall(
    'query.window',
    { runId, offset: 0, limit: 1, sort: null, filter },
    { enabled: filter !== '', keepPrevious: true },
  );
  const { refresh } = counted;
  useEffect(() => {
    if (!running && filter !== '') refresh();
  }, [filter, refresh, running]);

  const fetchWindow = useCallback(
    async (offset: number, limit: number, signal: AbortSignal) => {
      const result = await bridge.call('query.window', { runId, offset, limit, sort, filter }, signal);
      if (result.ok) return result.value.rows;
      if (result.error.code !== 'cancelled') setError(result.error);
      return null;
    },
    [bridge, filter, runId, sort],
  );
  const count = filter === '' ? rows : (counted.data?.count ?? 0);
  // Sorted or filtered rows move while more arrive: they are read again once when the run has ended.
  const phase = sort === null && filter === '' ? 'plain' : running ? 'live' : 'final';
  const key = JSON.stringify([runId, sort, filter, phase]);
  const source = useMemo(
    (): RowSource<ResultRow> => ({ key, count, fetchWindow }),
    [count, fetchWindow, key],
  );
  return { source, error };
};
