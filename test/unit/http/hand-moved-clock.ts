import { setImmediate } from 'node:timers/promises';
import type { RingingClock } from '../../../main/http/clock.ts';

/** A clock that stands still until the test, or the wait for a promise, moves it to the next thing due. */
export const handMovedClock = (start = Date.parse('2026-01-05T10:00:00Z')) => {
  let now = start;
  const sleepers = new Set<{ readonly due: number; readonly wake: () => void }>();

  const clock: RingingClock = {
    now: () => now,
    after: (milliseconds, ring) => {
      const sleeper = { due: now + milliseconds, wake: ring };
      sleepers.add(sleeper);
      return () => sleepers.delete(sleeper);
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { due: now + milliseconds, wake: resolve };
        const giveUp = () => {
          sleepers.delete(sleeper);
          reject(new Error('aborted'));
        };
        if (signal.aborted) giveUp();
        else {
          sleepers.add(sleeper);
          signal.addEventListener('abort', giveUp, { once: true });
        }
      }),
  };

  const advance = (milliseconds: number): void => {
    now += milliseconds;
    for (const sleeper of [...sleepers].filter(({ due }) => due <= now)) {
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  };

  return {
    clock,
    advance,
    elapsed: () => now - start,
    sleepers: () => sleepers.size,
    /** Lets everything run that needs no time. */
    settle: async () => {
      for (let turn = 0; turn < 5; turn += 1) await setImmediate();
    },
    /** Moves to the next thing due, again and again, until the promise is settled. */
    until: async <Value>(promise: Promise<Value>): Promise<Value> => {
      let settled = false;
      const mark = () => {
        settled = true;
      };
      promise.then(mark, mark);
      for (let turn = 0; turn < 10_000; turn += 1) {
        await setImmediate();
        await setImmediate();
        if (settled) return promise;
        const due = [...sleepers].map((sleeper) => sleeper.due);
        if (due.length > 0) advance(Math.max(0, Math.min(...due) - now));
      }
      throw new Error('nothing settles this promise');
    },
  };
};
