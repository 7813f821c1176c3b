import type { FanOutCounts } from '../../preload/contract/schemas.ts';
import { failed } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

/** How one piece of work over many items is run. */
export type FanOut<Item, Value> = {
  readonly items: readonly Item[];
  /** Items worked on at the same time; at least one. */
  readonly parallel: number;
  readonly signal: AbortSignal;
  readonly work: (item: Item, signal: AbortSignal) => Promise<Result<Value>>;
  /** Told once per item, also for those that a cancel kept from starting. */
  readonly settled?: (item: Item, result: Result<Value>) => Promise<void>;
};

/**
 * Runs work over many environments, a bounded number at a time. One item's failure never stops the others; after a
 * cancel no new item is started and those not started settle as `cancelled`. A throw (a bug) stops everything and is
 * thrown again when all have ended.
 */
export const fanOut = async <Item, Value>(run: FanOut<Item, Value>): Promise<FanOutCounts> => {
  const counts = { environments: run.items.length, succeeded: 0, failed: 0, cancelled: 0 };
  const queue = run.items.values();
  const bug = new AbortController();
  const signal = AbortSignal.any([run.signal, bug.signal]);
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (bug.signal.aborted) return;
      const result = signal.aborted ? failed('cancelled') : await run.work(item, signal);
      if (result.ok) counts.succeeded += 1;
      else if (result.error.code === 'cancelled') counts.cancelled += 1;
      else counts.failed += 1;
      await run.settled?.(item, result);
    }
  };
  const guarded = async (): Promise<void> => {
    try {
      await worker();
    } catch (error) {
      bug.abort();
      throw error;
    }
  };
  // Whoever is told of the bug must not find others still at work.
  const ended = await Promise.allSettled(Array.from({ length: Math.max(1, run.parallel) }, guarded));
  const thrown = ended.find((one) => one.status === 'rejected');
  if (thrown !== undefined) throw thrown.reason;
  return counts;
};
