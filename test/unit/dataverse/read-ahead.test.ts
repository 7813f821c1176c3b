import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAhead } from '../../../main/dataverse/read-ahead.ts';

/** Numbered pages, and what is asked of them, in its order. */
const book = (pages: number, wanted: number, signal = new AbortController().signal) => {
  const log: string[] = [];
  const signals: AbortSignal[] = [];
  const paging = {
    from: 1,
    read: async (start: number, reading: AbortSignal) => {
      log.push(`ask ${start}`);
      signals.push(reading);
      return `page ${start}`;
    },
    next: (_page: string, start: number) => (start < pages ? start + 1 : null),
    wanted,
    signal,
  };
  return { log, signals, pages: readAhead(paging) };
};

describe('pages that are asked for ahead', () => {
  test('all come once and in order, each asked for once, whatever is wanted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 12 }),
        async (pages, wanted) => {
          const { log, pages: read } = book(pages, wanted);
          const got: string[] = [];
          for await (const { page } of read) got.push(page);
          const numbers = Array.from({ length: pages }, (_, at) => at + 1);
          expect(got).toEqual(numbers.map((each) => `page ${each}`));
          expect(log).toEqual(numbers.map((each) => `ask ${each}`));
        },
      ),
    );
  });

  test('the next one is on its way while one is read, and none that nobody wants', async () => {
    const { log, pages } = book(5, 3);
    for await (const { start } of pages) log.push(`read ${start}`);
    expect(log).toEqual([
      'ask 1',
      'ask 2',
      'read 1',
      'ask 3',
      'read 2',
      'read 3',
      'ask 4',
      'read 4',
      'ask 5',
      'read 5',
    ]);
  });

  test('what is not read any more is given up', async () => {
    const { log, pages, signals } = book(5, 5);
    for await (const { start } of pages) if (start === 2) break;
    expect(log).toEqual(['ask 1', 'ask 2', 'ask 3']);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  });
});
