import { addMonths, dateOfDay, type Day, dayOfDate, weekDay } from './civil.ts';
import {
  type FiscalYear,
  fiscalPeriodOf,
  fiscalPeriodStart,
  fiscalYearOf,
  fiscalYearStart,
} from './fiscal.ts';
import { dayAt, localTime, momentOf, startOf } from './zone.ts';

/** What relative times are reckoned from. */
export type Clock = {
  readonly now: number;
  /** The user's time zone, by its IANA name. */
  readonly zone: string;
  readonly fiscal: FiscalYear;
  /** Whether a number of last or next fiscal periods is of whole ones alone, without the present one. */
  readonly wholePeriods: boolean;
};

/** A test of a moment. */
export type TimeTest = (time: number) => boolean;

const hour = 3_600_000;
const minute = 60_000;

/** From one moment (included) to another (not included). */
const between =
  (from: number, until: number): TimeTest =>
  (time) =>
    time >= from && time < until;

const before =
  (until: number): TimeTest =>
  (time) =>
    time < until;

const since =
  (from: number): TimeTest =>
  (time) =>
    time >= from;

/** A day so many periods before (or, with a negative number, after) another one. */
const back: Readonly<Record<string, (day: Day, x: number) => Day>> = {
  days: (day, x) => day - x,
  weeks: (day, x) => day - 7 * x,
  months: (day, x) => addMonths(day, -x),
  years: (day, x) => addMonths(day, -12 * x),
};

type Reckoning = Clock & {
  readonly today: Day;
  /** From the beginning of one day to the beginning of another. */
  readonly days: (from: Day, until: Day) => TimeTest;
  /** From the beginning of a day up to now, and now itself. */
  readonly upToNow: (from: Day) => TimeTest;
  /** From now to the beginning of a day. */
  readonly fromNow: (until: Day) => TimeTest;
};

/** The first day of a calendar or fiscal period so many periods from the present one. */
const periodStart: Readonly<Record<string, (clock: Reckoning, steps: number) => Day>> = {
  week: ({ today }, steps) => today - weekDay(today) + 7 * steps,
  month: ({ today }, steps) => {
    const { year, month } = dateOfDay(today);
    return dayOfDate(year, month + steps, 1);
  },
  year: ({ today }, steps) => dayOfDate(dateOfDay(today).year + steps, 1, 1),
  'fiscal-year': ({ today, fiscal }, steps) => fiscalYearStart(fiscal, fiscalYearOf(fiscal, today) + steps),
  'fiscal-period': ({ today, fiscal }, steps) => {
    const { year, period } = fiscalPeriodOf(fiscal, today);
    return fiscalPeriodStart(fiscal, { year, period: period + steps });
  },
};

function fixed(clock: Reckoning, operator: string): TimeTest | null {
  const { today, days } = clock;
  switch (operator) {
    case 'yesterday':
      return days(today - 1, today);
    case 'today':
      return days(today, today + 1);
    case 'tomorrow':
      return days(today + 1, today + 2);
    case 'last-seven-days':
      return clock.upToNow(today - 7);
    case 'next-seven-days':
      return clock.fromNow(today + 8);
  }
  const [, which = '', unit = ''] = /^(last|this|next)-(.+)$/.exec(operator) ?? [];
  const start = periodStart[unit];
  if (start === undefined) return null;
  const steps = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  return days(start(clock, steps), start(clock, steps + 1));
}

/** The beginning of the hour or minute that it is. */
const wholeHours = ({ now, zone }: Clock, unit: number): number =>
  momentOf(Math.floor(localTime(now, zone) / unit) * unit, zone);

function counted(clock: Reckoning, which: string, unit: string, x: number): TimeTest | null {
  const { now, today, zone } = clock;
  if (unit === 'hours' || unit === 'minutes') {
    const length = unit === 'hours' ? hour : minute;
    if (which === 'next') return between(now, now + x * length);
    const from = wholeHours(clock, length) - x * length;
    return which === 'last' ? between(from, now + 1) : before(from);
  }
  const fiscal = periodStart[unit.replace(/s$/, '')];
  if (unit.startsWith('fiscal') && fiscal !== undefined) {
    const [first, end] = which === 'last' ? [-x, 0] : [1, x + 1];
    if (clock.wholePeriods) return clock.days(fiscal(clock, first), fiscal(clock, end));
    return which === 'last' ? clock.upToNow(fiscal(clock, first)) : clock.fromNow(fiscal(clock, end));
  }
  const step = back[unit];
  if (step === undefined) return null;
  if (which === 'last') return clock.upToNow(step(today, x));
  return which === 'next' ? clock.fromNow(step(today + 1, -x)) : before(startOf(step(today, x), zone));
}

function fiscalTest(clock: Reckoning, operator: string, first: number, second: number): TimeTest | null {
  const { fiscal, zone } = clock;
  const period = { year: second, period: first };
  const start = (steps: number): Day => fiscalPeriodStart(fiscal, { year: second, period: first + steps });
  switch (operator) {
    case 'in-fiscal-year':
      return clock.days(fiscalYearStart(fiscal, first), fiscalYearStart(fiscal, first + 1));
    case 'in-fiscal-period':
      return (time) => fiscalPeriodOf(fiscal, dayAt(time, zone)).period === first;
    case 'in-fiscal-period-and-year':
      return (time) => {
        const found = fiscalPeriodOf(fiscal, dayAt(time, zone));
        return found.year === period.year && found.period === period.period;
      };
    case 'in-or-before-fiscal-period-and-year':
      return before(startOf(start(1), zone));
    case 'in-or-after-fiscal-period-and-year':
      return since(startOf(start(0), zone));
    default:
      return null;
  }
}

/**
 * The test of an operator that reckons from now or from the fiscal year, with the numbers that it takes; null for others.
 * Calendar periods are whole ones and weeks begin on Sunday (Learn: "condition operator values"). `last-x` goes from the
 * midnight x periods before this morning's up to now, `next-x` from now to the midnight x periods after tonight's, `last-x-hours`
 * and `olderthan-x-hours` from the beginning of an hour (observed: "FetchXML Date Filtering", markcarrington.dev; "Date and Time
 * operators in CRM explained", gonzaloruizcrm.blogspot.com).
 */
export function relativeTest(operator: string, numbers: readonly number[], clock: Clock): TimeTest | null {
  const { now, zone } = clock;
  const reckoning: Reckoning = {
    ...clock,
    today: dayAt(now, zone),
    days: (from, until) => between(startOf(from, zone), startOf(until, zone)),
    upToNow: (from) => between(startOf(from, zone), now + 1),
    fromNow: (until) => between(now, startOf(until, zone)),
  };
  const [first = 0, second = 0] = numbers;
  const [, which, unit] = /^(last|next|olderthan)-x-(.+)$/.exec(operator) ?? [];
  if (which !== undefined && unit !== undefined) return counted(reckoning, which, unit, first);
  return fixed(reckoning, operator) ?? fiscalTest(reckoning, operator, first, second);
}

/** The test of an operator that compares days: `on`, `on-or-before`, `on-or-after`; null for others. */
export function dayTest(operator: string, given: number, { zone }: Clock): TimeTest | null {
  const day = dayAt(given, zone);
  const [start, end] = [startOf(day, zone), startOf(day + 1, zone)];
  switch (operator) {
    case 'on':
      return between(start, end);
    case 'on-or-before':
      return before(end);
    case 'on-or-after':
      return since(start);
    default:
      return null;
  }
}
