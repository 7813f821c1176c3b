import { invalidDateGrouping } from '../errors/fetch-aggregate-faults.ts';
import type { Json } from '../schema/value.ts';
import { dateOfDay, type Day, weekOfYear } from '../time/civil.ts';
import {
  type FiscalYear,
  fiscalPeriodName,
  fiscalPeriodOf,
  fiscalYearName,
  fiscalYearOf,
} from '../time/fiscal.ts';
import { readTime } from '../time/read-time.ts';
import { dayAt } from '../time/zone.ts';
import type { FetchColumn } from './fetch-columns.ts';
import type { DatePart } from './fetch-query.ts';
import type { FetchScope } from './fetch-scope.ts';

function partOf(part: DatePart, day: Day, fiscal: FiscalYear): string | number {
  const { year, month, day: ofMonth } = dateOfDay(day);
  switch (part) {
    case 'day':
      return ofMonth;
    case 'week':
      return weekOfYear(day);
    case 'month':
      return month;
    case 'quarter':
      return Math.ceil(month / 3);
    case 'year':
      return year;
    case 'fiscal-period':
      return fiscalPeriodName(fiscal, fiscalPeriodOf(fiscal, day));
    case 'fiscal-year':
      return fiscalYearName(fiscalYearOf(fiscal, day));
  }
}

/**
 * Takes a part of the dates that rows are grouped by (Learn: "Aggregate data using FetchXml", grouping by parts of a date): by the
 * user's clocks, or by UTC where the column says so. Null where a column is grouped by its value.
 */
export function dateGroup(
  { clock }: FetchScope,
  { column, attribute }: FetchColumn,
): ((value: Json) => Json) | null {
  const part = attribute?.datePart ?? null;
  if (part === null) return null;
  if (column.type !== 'datetime' && column.type !== 'date') throw invalidDateGrouping();
  const zone = attribute?.userTimeZone === false && column.type === 'datetime' ? 'UTC' : clock.zone;
  return (value) => {
    const time = typeof value === 'string' ? readTime(value, zone) : null;
    return time === null ? null : partOf(part, dayAt(time, zone), clock.fiscal);
  };
}
