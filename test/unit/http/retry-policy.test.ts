import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backoffMilliseconds,
  retryAfterMilliseconds,
  throttleLimit,
} from '../../../main/http/retry-policy.ts';

const now = Date.parse('2026-01-05T10:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['5', 5000],
    [' 5 ', 5000],
    ['0.5', 500],
    ['Mon, 05 Jan 2026 10:00:09 GMT', 9000],
    ['Monday, 05-Jan-26 10:00:09 GMT', 9000],
    ['999999999', 600_000],
    ['0', null],
    ['-3', null],
    ['Mon, 05 Jan 2026 09:00:00 GMT', null],
    ['soon', null],
    ['5 seconds', null],
    ['', null],
    [undefined, null],
  ])('%s means %s ms', (header, expected) => {
    expect(retryAfterMilliseconds(header, now)).toBe(expected);
  });

  test('garbage never throws and never gives a wait out of bounds', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const wait = retryAfterMilliseconds(header, now) ?? 1;
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(600_000);
      }),
      { numRuns: 1000 },
    );
  });
});

test('backoff stays between zero and its cap, and its ceiling doubles', () => {
  const limits = { backoffBase: 500, backoffCap: 20_000 };
  fc.assert(
    fc.property(fc.nat(60), fc.double({ min: 0, max: 0.999999, noNaN: true }), (repeats, random) => {
      const wait = backoffMilliseconds(repeats, random, limits);
      expect(wait).toBeGreaterThanOrEqual(0);
      expect(wait).toBeLessThanOrEqual(Math.min(20_000, 500 * 2 ** repeats));
    }),
  );
});

test.each([
  ['{"error":{"code":"0x80072322"}}', 'requests'],
  ['{"error":{"code":"0X80072321"}}', 'execution-time'],
  ['-2147015898', 'concurrency'],
  ['<html>Too many requests</html>', 'unknown'],
])('%s speaks of the limit %s', (body, limit) => {
  expect(throttleLimit(body)).toBe(limit);
});
