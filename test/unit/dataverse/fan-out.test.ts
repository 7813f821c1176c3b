import { describe, expect, test } from 'vitest';
import { fanOut } from '../../../main/dataverse/fan-out.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { signal } from './local-service.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('work over many environments', () => {
  test('counts what succeeded and failed, and never exceeds the parallelism', async () => {
    let now = 0;
    let most = 0;
    const settled: number[] = [];
    const counts = await fanOut({
      items: Array.from({ length: 20 }, (_, index) => index),
      parallel: 3,
      signal: signal(),
      work: async (item) => {
        now += 1;
        most = Math.max(most, now);
        await turn();
        now -= 1;
        return item % 5 === 0 ? failed('service-unavailable') : ok(item);
      },
      settled: async (item) => {
        settled.push(item);
      },
    });
    expect(counts).toEqual({ environments: 20, succeeded: 16, failed: 4, cancelled: 0 });
    expect(most).toBe(3);
    expect(settled.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test('a cancel starts nothing new and settles the rest as cancelled', async () => {
    const abort = new AbortController();
    const started: number[] = [];
    const counts = await fanOut({
      items: [1, 2, 3, 4],
      parallel: 1,
      signal: abort.signal,
      work: async (item) => {
        started.push(item);
        if (item === 2) abort.abort();
        return item === 2 ? failed('cancelled') : ok(item);
      },
    });
    expect(started).toEqual([1, 2]);
    expect(counts).toEqual({ environments: 4, succeeded: 1, failed: 0, cancelled: 3 });
  });

  test('a bug stops the others and is thrown when they have ended', async () => {
    const started: number[] = [];
    const ended: number[] = [];
    const run = fanOut({
      items: [1, 2, 3, 4, 5, 6],
      parallel: 2,
      signal: signal(),
      work: async (item) => {
        started.push(item);
        if (item === 1) throw new Error('a bug');
        await turn();
        ended.push(item);
        return ok(item);
      },
    });
    await expect(run).rejects.toThrow('a bug');
    expect([started, ended]).toEqual([[1, 2], [2]]);
  });
});
