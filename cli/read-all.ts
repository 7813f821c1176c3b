import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** All of a stream as text; nothing when it is given up before its end, which would otherwise be waited for. */
export const readAll = async (from: Readable, signal: AbortSignal): Promise<string> => {
  if (signal.aborted) return '';
  const stop = () => void from.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await text(from);
  } catch (thrown) {
    // A stream that is destroyed ends the reading with an error of its own.
    if (signal.aborted) return '';
    throw thrown;
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
