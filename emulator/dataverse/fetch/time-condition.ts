import { badCondition, timeOutOfRange } from '../errors/fetch-condition-faults.ts';
import { notPositive } from '../errors/fetch-paging-faults.ts';
import type { Column } from '../schema/column.ts';
import type { Json } from '../schema/value.ts';
import { readTime } from '../time/read-time.ts';
import { dayTest, relativeTest } from '../time/time-test.ts';
import { timeValue, wholeNumber } from './condition-value.ts';
import type { FetchCondition } from './fetch-query.ts';
import type { FetchScope } from './fetch-scope.ts';

/** About how many days a period has, to know what goes beyond the years that the service's database can hold. */
const lengths: Readonly<Record<string, number>> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  weeks: 7,
  months: 31,
  years: 366,
  'fiscal-periods': 366,
  'fiscal-years': 366,
};
/** Days from the year 1753, with which the database's times begin, and up to the year 9999. */
const [mostBack, mostAhead] = [95_000, 2_900_000];

/** Refuses numbers that mean nothing: none or less of a period, or a time that cannot be reckoned. */
function checkNumbers(operator: string, numbers: readonly number[]): void {
  const [, which, unit = ''] = /^(last|next|olderthan)-x-(.+)$/.exec(operator) ?? [];
  const [first = 1, second] = numbers;
  if (which !== undefined) {
    if (first < 1) throw notPositive();
    const days = first * (lengths[unit] ?? 366);
    if (days > (which === 'next' ? mostAhead : mostBack)) throw timeOutOfRange();
  }
  const year = operator === 'in-fiscal-year' ? first : second;
  if (year !== undefined && (year < 1753 || year > 9998)) throw timeOutOfRange();
  if (second !== undefined && (first < 1 || first > 12)) throw timeOutOfRange();
}

/** Hours and minutes mean nothing to a column that holds only days (Learn: "condition operator values", datetime data). */
const isOfClock = (operator: string): boolean => /-(?:hours|minutes)$/.test(operator);

/** Compiles a condition that compares a time with now, with a day, or with the fiscal year. */
export function timeCondition(
  { clock }: FetchScope,
  { operator, values }: FetchCondition,
  column: Column,
  label: string,
): (value: Json) => boolean {
  if (column.type !== 'datetime' && column.type !== 'date') throw badCondition();
  if (column.type === 'date' && isOfClock(operator.name)) throw badCondition();
  const [value = ''] = values;
  const numbers = operator.name.startsWith('on') ? null : values.map((it) => wholeNumber(it, label));
  if (numbers !== null) checkNumbers(operator.name, numbers);
  const test =
    numbers === null
      ? dayTest(operator.name, timeValue(value, clock.zone), clock)
      : relativeTest(operator.name, numbers, clock);
  if (test === null) throw badCondition();
  return (found) => {
    const time = typeof found === 'string' ? readTime(found, clock.zone) : null;
    return time !== null && test(time);
  };
}
