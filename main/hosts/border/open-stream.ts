import { STREAM_WINDOW } from '../../../preload/contract/words/wire.ts';

/** Flow control of one stream: at most STREAM_WINDOW events are out without having been acknowledged. */
export type StreamFlow = {
  /** Sends an event once there is room for it and resolves then; drops it when the stream is over. */
  readonly emit: (value: unknown) => Promise<void>;
  readonly acknowledge: (seq: number) => void;
};

/** Starts the flow of one stream. After `signal` aborts nothing is sent and nothing waits. */
export const openFlow = (send: (seq: number, value: unknown) => void, signal: AbortSignal): StreamFlow => {
  let sent = 0;
  let acknowledged = 0;
  let waiting: (() => void)[] = [];

  const wakeAll = (): void => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  signal.addEventListener('abort', wakeAll, { once: true });

  return {
    // Many environments emit at once: each waiter looks again for room, in the order in which it came.
    emit: async (value) => {
      while (!signal.aborted && sent - acknowledged >= STREAM_WINDOW) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
      if (signal.aborted) return;
      sent += 1;
      send(sent, value);
    },
    acknowledge: (seq) => {
      acknowledged = Math.max(acknowledged, Math.min(seq, sent));
      wakeAll();
    },
  };
};
