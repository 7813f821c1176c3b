import { Worker } from 'node:worker_threads';

/** What a thread came to; one that dies had something that it could not stand. */
type ThreadAnswer =
  | { readonly kind: 'answered'; readonly value: unknown }
  | { readonly kind: 'died' | 'late' | 'cancelled' };

/**
 * Starts a thread, hands it its data and waits for its one message; it is ended when the time is up or the caller gives up. The
 * time runs from when the thread does: a busy machine takes seconds to start one.
 */
export const askThread = (
  entry: URL,
  data: unknown,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<ThreadAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: 128 } });
    let timer: NodeJS.Timeout | undefined;
    const end = (answer: ThreadAnswer) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve(answer);
      void worker.terminate();
    };
    const cancel = () => end({ kind: 'cancelled' });
    worker.once('online', () => {
      timer = setTimeout(() => end({ kind: 'late' }), milliseconds);
    });
    worker.once('message', (value: unknown) => end({ kind: 'answered', value }));
    worker.once('error', () => end({ kind: 'died' }));
    worker.once('exit', () => end({ kind: 'died' }));
    signal?.addEventListener('abort', cancel, { once: true });
    if (signal?.aborted === true) cancel();
  });
