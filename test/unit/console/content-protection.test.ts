import { expect, test } from 'vitest';
import { createContentProtection } from '../../../main/console/content-protection.ts';

/** Protection that notes how it is switched, and fields that take hold of it. */
const rig = (can = true) => {
  const switched: boolean[] = [];
  const told: boolean[] = [];
  const protect = createContentProtection((on) => {
    switched.push(on);
    return can;
  });
  const field = () => {
    const abort = new AbortController();
    const ended = protect(abort.signal, async (now) => void told.push(now));
    return {
      leave: async () => {
        abort.abort();
        await ended;
      },
    };
  };
  return { switched, told, field, protect };
};

test('C36: the window is protected while any field is typed into, and no longer', async () => {
  const { switched, told, field } = rig();
  const [first, second] = [field(), field()];
  await first.leave();
  expect(switched).toEqual([true, true]);
  await second.leave();
  expect(switched.at(-1)).toBe(false);
  expect(told).toEqual([true, true]);
});

test('a window that cannot says so', async () => {
  const { told, field } = rig(false);
  await field().leave();
  expect(told).toEqual([false]);
});

test('what was cancelled before it began protects nothing', async () => {
  const { switched, protect } = rig();
  await protect(AbortSignal.abort(), async () => undefined);
  expect(switched).toEqual([]);
});

test('a page that is gone when it is told lets go', async () => {
  const { switched, protect } = rig();
  await expect(
    protect(new AbortController().signal, () => Promise.reject(new Error('gone'))),
  ).rejects.toThrow('gone');
  expect(switched).toEqual([true, false]);
});
