import { useCallback, useRef, useState } from 'react';
import type { Explained } from '../../../../preload/contract/explain.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import { MAX_REQUEST_BYTES } from '../../../../preload/contract/words/wire.ts';
import { useAction } from '../../../bridge/index.ts';

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

/** The pasted text and what it says. */
export const useExplain = (): {
  readonly text: string;
  readonly explained: Explained | null;
  /** How many characters were read, when that is not all. */
  readonly cutAt: number | null;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly write: (text: string) => void;
} => {
  const [text, setText] = useState('');
  const [explained, setExplained] = useState<Explained | null>(null);
  const [cutAt, setCutAt] = useState<number | null>(null);
  const { busy, error, run, reset } = useAction('explain.text');
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const write = useCallback(
    (next: string) => {
      setText(next);
      asked.current += 1;
      const mine = asked.current;
      if (timer.current !== null) clearTimeout(timer.current);
      if (next.trim() === '') {
        setExplained(null);
        setCutAt(null);
        reset();
        return;
      }
      // Somebody who types is answered once they pause; what is pasted is one change.
      timer.current = setTimeout(() => {
        const fits = thatFits(next);
        setCutAt(fits.length < next.length ? fits.length : null);
        void run({ text: fits }).then((result) => {
          if (mine === asked.current) setExplained(result.ok ? result.value : null);
        });
      }, 150);
    },
    [reset, run],
  );
  return { text, explained, cutAt, busy, error, write };
};
