import { useCallback, useRef, useState } from 'react';
import type { Explained } from '../../../../preload/contract/explain.ts';
import type { AppError, Result } from '../../../../preload/contract/words/errors.ts';
import { MAX_REQUEST_BYTES } from '../../../../preload/contract/words/wire.ts';
import { useBridge } from '../../../bridge/index.ts';
import { holdText } from './hold-text.ts';

/** Room in a request for what stands around the text. */
const AROUND = 4096;
const MOST_BYTES = MAX_REQUEST_BYTES - AROUND;

/** The longest beginning of a text that fits into one request, as JSON. */
export const thatFits = (text: string): string => {
  const bytesOf = (part: string): number => new TextEncoder().encode(JSON.stringify(part)).length;
  let fits = text.slice(0, MOST_BYTES);
  while (bytesOf(fits) > MOST_BYTES)
    fits = fits.slice(0, Math.floor((fits.length * MOST_BYTES) / bytesOf(fits)) - 1);
  return fits;
};

/** How far a text that is too long for one request has been read. */
type Reading = { readonly done: number; readonly of: number };

/** The pasted or opened text and what it says. */
export const useExplain = () => {
  const { bridge } = useBridge();
  const [text, setText] = useState('');
  const [explained, setExplained] = useState<Explained | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [reading, setReading] = useState<Reading | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const running = useRef<AbortController | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const read = useCallback(
    async (whole: string, signal: AbortSignal): Promise<Result<Explained>> => {
      if (thatFits(whole).length === whole.length)
        return bridge.call('explain.text', { text: whole }, signal);
      setReading({ done: 0, of: whole.length });
      const held = await holdText(bridge.call, whole, signal);
      if (!held.ok) return held;
      const onEvent = (event: Reading) => {
        if (!signal.aborted) setReading(event);
      };
      return bridge.stream('explain.log', held.value, { onEvent }, signal);
    },
    [bridge],
  );
  const write = useCallback(
    (next: string) => {
      setText(next);
      running.current?.abort();
      const mine = new AbortController();
      running.current = mine;
      if (timer.current !== null) clearTimeout(timer.current);
      setError(null);
      setReading(null);
      setCancelled(false);
      if (next.trim() === '') {
        setExplained(null);
        return;
      }
      // Somebody who types is answered once they pause; what is pasted is one change.
      timer.current = setTimeout(() => {
        void read(next, mine.signal).then((result) => {
          if (running.current !== mine || mine.signal.aborted) return;
          setReading(null);
          setExplained(result.ok ? result.value : null);
          setError(result.ok ? null : result.error);
        });
      }, 150);
    },
    [read],
  );
  const cancel = useCallback(() => {
    running.current?.abort();
    setReading(null);
    setExplained(null);
    setCancelled(true);
  }, []);
  return { text, explained, error, reading, cancelled, cancel, write };
};
