import { describe, expect, test } from 'vitest';
import { latestEvents } from '../../../main/query/latest-events.ts';

describe('events of which the newest counts', () => {
  test('a slow reader gets the last of each key, in the order of the keys', async () => {
    const sent: string[] = [];
    const gates: (() => void)[] = [];
    const events = latestEvents<string>((event) => {
      sent.push(event);
      return new Promise((resolve) => {
        gates.push(resolve);
      });
    });
    events.tell('a', 'a1');
    events.tell('a', 'a2');
    events.tell('b', 'b1');
    events.tell('a', 'a3');
    expect(sent).toEqual(['a1']);
    const drained = events.drained();
    while (sent.length < 3) {
      gates.shift()?.();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    gates.shift()?.();
    await drained;
    expect(sent).toEqual(['a1', 'a3', 'b1']);
  });

  test('a failure to send reaches the one who waits', async () => {
    const events = latestEvents(async () => {
      throw new Error('a bug');
    });
    events.tell('a', 1);
    await expect(events.drained()).rejects.toThrow('a bug');
  });
});
