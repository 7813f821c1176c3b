import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { daysUntil, expiryOf, thresholdOf } from '../../../preload/contract/words/expiry.ts';

const at = Date.parse;

describe('C8: days to the end of a credential', () => {
  test.each([
    [
      'an hour later is tomorrow when midnight is between',
      '2026-03-10T23:30:00Z',
      '2026-03-11T00:30:00Z',
      'UTC',
      1,
    ],
    [
      'the same two instants are one day in Los Angeles',
      '2026-03-10T23:30:00Z',
      '2026-03-11T00:30:00Z',
      'America/Los_Angeles',
      0,
    ],
    ['23 hours later on the same calendar day', '2026-03-10T00:30:00Z', '2026-03-10T23:30:00Z', 'UTC', 0],
    ['a day of 23 hours is a day', '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z', 'Europe/Berlin', 1],
    ['a day of 25 hours is a day', '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z', 'Europe/Berlin', 1],
    ['over the date line', '2026-03-10T10:00:00Z', '2026-03-10T13:00:00Z', 'Pacific/Auckland', 1],
    ['yesterday', '2026-03-10T01:00:00Z', '2026-03-09T23:00:00Z', 'UTC', -1],
    ['a leap day counts', '2028-02-28T10:00:00Z', '2028-03-01T10:00:00Z', 'Asia/Kolkata', 2],
  ])('%s', (_what, now, end, zone, days) => {
    expect(daysUntil(end, at(now), zone)).toBe(days);
  });

  test.each([
    ['2026-03-10T11:59:59Z', 'expired', 0, 0],
    ['2026-03-10T12:00:01Z', 'week', 0, 1],
    ['2026-03-11T00:00:00Z', 'week', 1, 1],
    ['2026-03-17T23:59:59Z', 'week', 7, 7],
    ['2026-03-18T00:00:00Z', 'month', 8, 30],
    ['2026-04-09T12:00:00Z', 'month', 30, 30],
    ['2026-04-10T12:00:00Z', 'two-months', 31, 60],
    ['2026-05-09T12:00:00Z', 'two-months', 60, 60],
    ['2026-05-10T12:00:00Z', 'fine', 61, null],
    [null, 'unknown', null, null],
  ])('one that ends at %s is %s', (end, state, days, threshold) => {
    const expiry = expiryOf(end, at('2026-03-10T12:00:00Z'), 'UTC');
    expect(expiry).toEqual({ state, days });
    expect(thresholdOf(expiry)).toBe(threshold);
  });

  const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Pacific/Kiritimati',
    'Asia/Kathmandu',
  );
  test('it never says more than a day beside the hours that are left, and expired only of what is over', () => {
    fc.assert(
      fc.property(instants, instants, zones, (now, end, zone) => {
        const { days, state } = expiryOf(end.toISOString(), now.getTime(), zone);
        const exact = (end.getTime() - now.getTime()) / 86_400_000;
        expect(Math.abs((days ?? Number.NaN) - exact)).toBeLessThan(1.05);
        expect(state === 'expired').toBe(end.getTime() <= now.getTime());
      }),
    );
  });
});
