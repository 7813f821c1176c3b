import { describe, expect, test } from 'vitest';
import { fiscalYear } from '../../../../emulator/dataverse/time/fiscal.ts';
import { readTime } from '../../../../emulator/dataverse/time/read-time.ts';
import { type Clock, dayTest, relativeTest } from '../../../../emulator/dataverse/time/time-test.ts';
import { openLab } from '../rig.ts';
import { accounts, ask, rowsFor, where } from './fetch-lab.ts';

/** 1 p.m. on Monday 17 August 2020, as in "FetchXML Date Filtering" (markcarrington.dev), where the ranges are from. */
const clock: Clock = {
  now: Date.UTC(2020, 7, 17, 13),
  zone: 'UTC',
  fiscal: fiscalYear(undefined),
  wholePeriods: false,
};

/** Looks at a range from both sides of its first and of its last second, `null` where it has no such end: what is as it should be. */
const at = (text: string, zone = 'UTC') => readTime(text, zone) ?? Number.NaN;
const edges =
  (operator: string, numbers: readonly number[], on = clock) =>
  (first: string | null, last: string | null, zone = 'UTC'): readonly boolean[] => {
    const holds = (time: number): boolean => relativeTest(operator, numbers, on)?.(time) === true;
    const start = first === null ? [] : [!holds(at(first, zone) - 1000), holds(at(first, zone))];
    const end = last === null ? [] : [holds(at(last, zone)), !holds(at(last, zone) + 1000)];
    return [...start, ...end];
  };

describe('Relative times', () => {
  test.each([
    ['last-x-days', [4], '2020-08-13 00:00', '2020-08-17 13:00'],
    ['last-x-weeks', [2], '2020-08-03 00:00', '2020-08-17 13:00'],
    ['last-x-months', [3], '2020-05-17 00:00', '2020-08-17 13:00'],
    ['last-x-years', [2], '2018-08-17 00:00', '2020-08-17 13:00'],
    ['last-seven-days', [], '2020-08-10 00:00', '2020-08-17 13:00'],
    ['next-x-days', [4], '2020-08-17 13:00', '2020-08-21 23:59:59'],
    ['next-x-weeks', [2], '2020-08-17 13:00', '2020-08-31 23:59:59'],
    ['next-x-months', [3], '2020-08-17 13:00', '2020-11-17 23:59:59'],
    ['next-x-years', [2], '2020-08-17 13:00', '2022-08-17 23:59:59'],
    ['next-seven-days', [], '2020-08-17 13:00', '2020-08-24 23:59:59'],
    ['yesterday', [], '2020-08-16 00:00', '2020-08-16 23:59:59'],
    ['today', [], '2020-08-17 00:00', '2020-08-17 23:59:59'],
    ['tomorrow', [], '2020-08-18 00:00', '2020-08-18 23:59:59'],
    ['last-week', [], '2020-08-09 00:00', '2020-08-15 23:59:59'],
    ['this-week', [], '2020-08-16 00:00', '2020-08-22 23:59:59'],
    ['next-week', [], '2020-08-23 00:00', '2020-08-29 23:59:59'],
    ['last-month', [], '2020-07-01 00:00', '2020-07-31 23:59:59'],
    ['this-month', [], '2020-08-01 00:00', '2020-08-31 23:59:59'],
    ['next-month', [], '2020-09-01 00:00', '2020-09-30 23:59:59'],
    ['last-year', [], '2019-01-01 00:00', '2019-12-31 23:59:59'],
    ['this-year', [], '2020-01-01 00:00', '2020-12-31 23:59:59'],
    ['next-year', [], '2021-01-01 00:00', '2021-12-31 23:59:59'],
    ['olderthan-x-days', [4], null, '2020-08-12 23:59:59'],
    ['olderthan-x-weeks', [1], null, '2020-08-09 23:59:59'],
    ['olderthan-x-months', [6], null, '2020-02-16 23:59:59'],
    ['olderthan-x-years', [2], null, '2018-08-16 23:59:59'],
    ['this-fiscal-year', [], '2020-01-01 00:00', '2020-12-31 23:59:59'],
    ['last-fiscal-period', [], '2020-04-01 00:00', '2020-06-30 23:59:59'],
    ['this-fiscal-period', [], '2020-07-01 00:00', '2020-09-30 23:59:59'],
    ['next-fiscal-period', [], '2020-10-01 00:00', '2020-12-31 23:59:59'],
    ['last-x-fiscal-periods', [2], '2020-01-01 00:00', '2020-08-17 13:00'],
    ['next-x-fiscal-periods', [2], '2020-08-17 13:00', '2021-03-31 23:59:59'],
    ['last-x-fiscal-years', [1], '2019-01-01 00:00', '2020-08-17 13:00'],
    ['next-x-fiscal-years', [1], '2020-08-17 13:00', '2021-12-31 23:59:59'],
    ['in-fiscal-year', [2023], '2023-01-01 00:00', '2023-12-31 23:59:59'],
    ['in-fiscal-period-and-year', [3, 2023], '2023-07-01 00:00', '2023-09-30 23:59:59'],
    ['in-or-before-fiscal-period-and-year', [3, 2023], null, '2023-09-30 23:59:59'],
    ['in-or-after-fiscal-period-and-year', [3, 2023], '2023-07-01 00:00', null],
  ])('%s %j', (operator, numbers, first, last) => {
    expect(edges(operator, numbers)(first, last)).not.toContain(false);
  });

  test('count hours and minutes from their beginning (observed: "Date and Time operators in CRM explained")', () => {
    const half = { ...clock, now: Date.UTC(2020, 7, 17, 15, 30) };
    expect(edges('last-x-hours', [1], half)('2020-08-17 14:00', '2020-08-17 15:30')).not.toContain(false);
    expect(edges('next-x-hours', [1], half)('2020-08-17 15:30', '2020-08-17 16:29:59')).not.toContain(false);
    expect(edges('olderthan-x-hours', [2], half)(null, '2020-08-17 12:59:59')).not.toContain(false);
    expect(edges('olderthan-x-minutes', [15], half)(null, '2020-08-17 15:14:59')).not.toContain(false);
  });

  test('are of the user: midnight is that of its own clocks, also where they change', () => {
    const berlin = { ...clock, zone: 'Europe/Berlin' };
    expect(
      edges('today', [], berlin)('2020-08-17 00:00', '2020-08-17 23:59:59', 'Europe/Berlin'),
    ).not.toContain(false);
    expect(relativeTest('today', [], berlin)?.(Date.UTC(2020, 7, 16, 22))).toBe(true);
    const spring = { ...berlin, now: Date.UTC(2024, 2, 31, 12) };
    expect(
      edges('today', [], spring)('2024-03-31 00:00', '2024-03-31 23:59:59', 'Europe/Berlin'),
    ).not.toContain(false);
    expect(at('2024-03-31', 'Europe/Berlin')).toBe(Date.UTC(2024, 2, 30, 23));
    const day = dayTest('on', at('2024-07-01', 'Europe/Berlin'), berlin);
    expect([Date.UTC(2024, 5, 30, 22), Date.UTC(2024, 6, 1, 22)].map((it) => day?.(it))).toEqual([
      true,
      false,
    ]);
  });

  test('of fiscal periods are of whole ones where the rule says so', () => {
    const whole = { ...clock, wholePeriods: true };
    expect(edges('last-x-fiscal-years', [1], whole)('2019-01-01', '2019-12-31 23:59:59')).not.toContain(
      false,
    );
    expect(edges('next-x-fiscal-periods', [2], whole)('2020-10-01', '2021-03-31 23:59:59')).not.toContain(
      false,
    );
  });

  test('follow the fiscal year of the organization', () => {
    const fiscal = (namedAfter: 'start' | 'end') =>
      fiscalYear({ fiscalYearStartMonth: 7, fiscalPeriods: 'monthly' }, namedAfter);
    const start = { ...clock, fiscal: fiscal('start') };
    expect(edges('this-fiscal-year', [], start)('2020-07-01', '2021-06-30 23:59:59')).not.toContain(false);
    expect(edges('in-fiscal-year', [2020], start)('2020-07-01', '2021-06-30 23:59:59')).not.toContain(false);
    expect(
      edges('in-fiscal-year', [2020], { ...clock, fiscal: fiscal('end') })(
        '2019-07-01',
        '2020-06-30 23:59:59',
      ),
    ).not.toContain(false);
    expect(edges('last-fiscal-period', [], start)('2020-07-01', '2020-07-31 23:59:59')).not.toContain(false);
    const third = relativeTest('in-fiscal-period', [3], start);
    expect(['2018-09-15', '2020-09-01', '2020-10-01'].map((it) => third?.(at(it)))).toEqual([
      true,
      true,
      false,
    ]);
    const semesters = { ...clock, fiscal: fiscalYear({ fiscalPeriods: 'semiannually' }) };
    expect(relativeTest('in-fiscal-period', [3], semesters)?.(at('2020-09-01'))).toBe(false);
  });
});

describe('Times in queries', () => {
  test('are read as the service reads them, or refused', () => {
    expect(at('2024-02-29T10:00:00+02:00')).toBe(Date.UTC(2024, 1, 29, 8));
    expect(at('2024-02-29 10:00', 'America/New_York')).toBe(Date.UTC(2024, 1, 29, 15));
    expect(at('2/28/2022 1:05 PM')).toBe(Date.UTC(2022, 1, 28, 13, 5));
    for (const text of ['2023-02-29', '2024-13-01', '2024-01-01T25:00', '31/12/2024', 'yesterday', '']) {
      expect(readTime(text, 'UTC')).toBeNull();
    }
  });

  test('move with the time zone of the user', () => {
    const lab = (userTimeZone: string) =>
      openLab({ now: () => Date.UTC(2024, 8, 1, 12), seed: { settings: { userTimeZone } } });
    const count = (userTimeZone: string, filter: string) =>
      rowsFor(lab(userTimeZone), accounts(filter)).length;
    const before = where('createdon', 'lt', '2024-09-01');
    expect(count('Pacific/Pago_Pago', before)).toBeGreaterThanOrEqual(count('Pacific/Kiritimati', before));
    expect(count('UTC', where('createdon', 'last-x-months', '6'))).toBeGreaterThan(0);
    expect(ask(lab('UTC'), accounts(where('createdon', 'in-fiscal-period', '2'))).status).toBe(200);
  });

  test('of days alone are compared as days', () => {
    const lab = openLab({ now: () => Date.UTC(2024, 8, 1, 12) });
    const leads = (filter: string) =>
      rowsFor(
        lab,
        `<fetch><entity name="opportunity"><attribute name="estimatedclosedate"/>${filter}</entity></fetch>`,
        'opportunities',
      );
    const day = String(leads(where('estimatedclosedate', 'not-null'))[0]?.['estimatedclosedate']);
    for (const operator of ['eq', 'on', 'ge', 'on-or-before']) {
      expect(leads(where('estimatedclosedate', operator, day)).length).toBeGreaterThan(0);
    }
    expect(
      leads(where('estimatedclosedate', 'eq', day)).every((row) => row['estimatedclosedate'] === day),
    ).toBe(true);
  });
});
