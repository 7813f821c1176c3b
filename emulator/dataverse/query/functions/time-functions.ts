import { invalidQueryValue, notGreaterThanZero } from '../../errors/query-faults.ts';
import { readTime } from '../../time/read-time.ts';
import { clockOf } from '../../time/session-clock.ts';
import { type Clock, dayTest, relativeTest, type TimeTest } from '../../time/time-test.ts';
import { type QueryCall, type QueryFunction, signatures } from './query-function.ts';

/** A function that tests the moment of a column; null passes no test. */
const ofTime = (
  name: string,
  parameters: QueryFunction['parameters'],
  testOf: (call: QueryCall, clock: Clock) => TimeTest | null,
): QueryFunction => ({
  name,
  parameters,
  on: 'time',
  bind(call) {
    const clock = clockOf(call.session);
    const test = testOf(call, clock);
    if (test === null) throw invalidQueryValue();
    return (row) => {
      const found = call.value(row);
      const time = typeof found === 'string' ? readTime(found, clock.zone) : null;
      return time !== null && test(time);
    };
  },
});

/** A count of units: whole, greater than zero, and not so large that the calendar has no such day. */
function countOf(call: QueryCall): number {
  const count = Number(call.wanted[0] ?? Number.NaN);
  if (!Number.isSafeInteger(count) || count <= 0) throw notGreaterThanZero();
  return Math.min(count, 10_000);
}

const numberIn = (text: string | undefined, most: number): number => {
  const value = Number(text ?? Number.NaN);
  if (!Number.isInteger(value) || value < 1 || value > most) throw invalidQueryValue();
  return value;
};

const yearNumber = (text: string | undefined): number => numberIn(text, 9999);

/** Periods are numbered through the year: quarters 1 to 4, months 1 to 12 (Learn: "Fiscal date query operators"). */
const periodNumber = (text: string | undefined): number => numberIn(text, 13);

/** The FetchXML operator that a function stands for: `LastXFiscalYears` is `last-x-fiscal-years`. */
const operatorOf = (name: string): string =>
  name
    .replaceAll(/(?<=.)(?=[A-Z])/g, '-')
    .toLowerCase()
    .replace('older-than', 'olderthan');

const fixed = (name: string, operator = operatorOf(name)): QueryFunction =>
  ofTime(name, signatures.none, (_, clock) => relativeTest(operator, [], clock));

const counted = (name: string): QueryFunction =>
  ofTime(name, signatures.oneNumber, (call, clock) => relativeTest(operatorOf(name), [countOf(call)], clock));

const numbered = (name: string, number: (text: string | undefined) => number): QueryFunction =>
  ofTime(name, signatures.oneNumber, ({ wanted }, clock) =>
    relativeTest(operatorOf(name), [number(wanted[0])], clock),
  );

const periodAndYear = (name: string): QueryFunction =>
  ofTime(name, signatures.twoNumbers, ({ wanted }, clock) =>
    relativeTest(operatorOf(name), [periodNumber(wanted[0]), yearNumber(wanted[1])], clock),
  );

/** A day such as `2024-01-31` or `2024-01-31T08:00:00Z`. */
const onDay = (name: string): QueryFunction =>
  ofTime(name, signatures.oneText, ({ wanted: [text = ''] }, clock) => {
    const given = /^\d{4}-\d\d-\d\d/.test(text) ? readTime(text, clock.zone) : null;
    return given === null ? null : dayTest(operatorOf(name), given, clock);
  });

const periods = ['Week', 'Month', 'Year', 'FiscalYear', 'FiscalPeriod'];
const units = ['Hours', 'Days', 'Weeks', 'Months', 'Years'];

/**
 * Functions about times and the fiscal calendar (Learn: "Web API Query Function Reference"), each as the operator of FetchXML that
 * it stands for.
 */
export const timeFunctions: readonly QueryFunction[] = [
  ...['Today', 'Yesterday', 'Tomorrow'].map((name) => fixed(name)),
  fixed('Last7Days', 'last-seven-days'),
  fixed('Next7Days', 'next-seven-days'),
  ...['Last', 'This', 'Next'].flatMap((word) => periods.map((period) => fixed(`${word}${period}`))),
  ...['LastX', 'NextX', 'OlderThanX'].flatMap((word) => units.map((unit) => counted(`${word}${unit}`))),
  counted('OlderThanXMinutes'),
  ...['LastX', 'NextX'].flatMap((word) => [counted(`${word}FiscalYears`), counted(`${word}FiscalPeriods`)]),
  numbered('InFiscalYear', yearNumber),
  numbered('InFiscalPeriod', periodNumber),
  periodAndYear('InFiscalPeriodAndYear'),
  periodAndYear('InOrBeforeFiscalPeriodAndYear'),
  periodAndYear('InOrAfterFiscalPeriodAndYear'),
  onDay('On'),
  onDay('OnOrAfter'),
  onDay('OnOrBefore'),
];
