import { describe, expect, test } from 'vitest';
import { createSingleFlight } from '../../../main/identity/single-flight.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';

const never = new AbortController().signal;

/** Work that ends when told, and knows whether it was given up. */
const openWork = () => {
  const { promise, resolve } = Promise.withResolvers<Result<number>>();
  let signal = never;
  let started = 0;
  const work = (given: AbortSignal) => {
    started += 1;
    signal = given;
    return promise;
  };
  return { work, resolve, givenUp: () => signal.aborted, started: () => started };
};

describe('single flight', () => {
  test('runs the work once for all who ask meanwhile, and again afterwards', async () => {
    const join = createSingleFlight<number>();
    const { work, resolve, started } = openWork();
    const asked = [join('a', never, work), join('a', never, work), join('a', never, work)];
    resolve(ok(7));
    expect(await Promise.all(asked)).toEqual([ok(7), ok(7), ok(7)]);
    expect(started()).toBe(1);
    expect(await join('a', never, async () => ok(8))).toEqual(ok(8));
  });

  test('keeps keys apart', async () => {
    const join = createSingleFlight<number>();
    const both = [join('a', never, async () => ok(1)), join('b', never, async () => ok(2))];
    expect(await Promise.all(both)).toEqual([ok(1), ok(2)]);
  });

  test('gives the work up only when nobody waits any more', async () => {
    const join = createSingleFlight<number>();
    const { work, givenUp } = openWork();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [join('a', first.signal, work), join('a', second.signal, work)];
    first.abort();
    expect(await asked[0]).toEqual(failed('cancelled'));
    expect(givenUp()).toBe(false);
    second.abort();
    expect(await asked[1]).toEqual(failed('cancelled'));
    expect(givenUp()).toBe(true);
  });

  test('does not let a newcomer join work that was given up', async () => {
    const join = createSingleFlight<number>();
    const { work } = openWork();
    const controller = new AbortController();
    const stopped = join('a', controller.signal, work);
    controller.abort();
    await stopped;
    expect(await join('a', never, async () => ok(9))).toEqual(ok(9));
  });

  test('starts nothing for a caller that has stopped already', async () => {
    const join = createSingleFlight<number>();
    const { work, started } = openWork();
    expect(await join('a', AbortSignal.abort(), work)).toEqual(failed('cancelled'));
    expect(started()).toBe(0);
  });
});
