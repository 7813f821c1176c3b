import { useCallback, useEffect, useRef, useState } from 'react';
import type { RowSource } from './row-windows.ts';
import { KEPT_WINDOWS, WINDOW_ROWS, windowsFor } from './row-windows.ts';

/** Reads windows of a RowSource as they come into view; rows not here yet are undefined. */
export const useRowWindows = <Row>(
  source: RowSource<Row>,
): {
  readonly rowAt: (index: number) => Row | undefined;
  readonly need: (first: number, last: number) => void;
} => {
  const windows = useRef(new Map<number, readonly Row[] | 'pending'>());
  const abort = useRef(new AbortController());
  const [, setVersion] = useState(0);

  useEffect(() => {
    const held = windows.current;
    const controller = new AbortController();
    abort.current = controller;
    held.clear();
    setVersion((version) => version + 1);
    return () => controller.abort();
  }, [source.key]);

  const { count, fetchWindow } = source;
  const need = useCallback(
    (first: number, last: number) => {
      const held = windows.current;
      const { signal } = abort.current;
      for (const offset of windowsFor(first, last, count)) {
        const seen = held.get(offset);
        const expected = Math.min(WINDOW_ROWS, count - offset);
        // A window read while rows were still arriving is short and read again.
        if (seen === 'pending' || (seen !== undefined && seen.length >= expected)) continue;
        const stale = seen;
        if (stale === undefined) held.set(offset, 'pending');
        void fetchWindow(offset, WINDOW_ROWS, signal).then((rows) => {
          if (signal.aborted) return;
          held.delete(offset);
          if (rows !== null) held.set(offset, rows);
          else if (stale !== undefined) held.set(offset, stale);
          for (const oldest of held.keys()) {
            if (held.size <= KEPT_WINDOWS) break;
            held.delete(oldest);
          }
          setVersion((version) => version + 1);
        });
      }
    },
    [count, fetchWindow],
  );
  const rowAt = (index: number): Row | undefined => {
    const offset = Math.floor(index / WINDOW_ROWS) * WINDOW_ROWS;
    const rows = windows.current.get(offset);
    return rows === undefined || rows === 'pending' ? undefined : rows[index - offset];
  };
  return { rowAt, need };
};
