/** A stretch of time in milliseconds; the end does not belong to it. */
export type Span = { readonly from: number; readonly until: number };

const hour = 3_600_000;
const day = 24 * hour;

/** Units in which the functions count. */
export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';

const midnight = (time: number): number => Math.floor(time / day) * day;

/** The month `by` months after the one of a moment; a day that the month lacks becomes its last one, as in SQL's DATEADD. */
function addMonths(time: number, by: number): number {
  const date = new Date(time);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by + 1, 0)).getUTCDate();
  return first + (Math.min(date.getUTCDate(), length) - 1) * day + (time - midnight(time));
}

function add(time: number, by: number, unit: Unit): number {
  switch (unit) {
    case 'hour':
      return time + by * hour;
    case 'day':
      return time + by * day;
    case 'week':
      return time + by * 7 * day;
    case 'month':
      return addMonths(time, by);
    case 'year':
      return addMonths(time, by * 12);
  }
}

/** The calendar day, week (from Sunday, the organization's default), month or year, `by` of them from now. */
export function calendarSpan(now: number, unit: 'day' | 'week' | 'month' | 'year', by: number): Span {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (unit) {
    case 'day':
      return { from: midnight(now) + by * day, until: midnight(now) + (by + 1) * day };
    case 'week': {
      const sunday = midnight(now) - date.getUTCDay() * day;
      return { from: sunday + by * 7 * day, until: sunday + (by + 1) * 7 * day };
    }
    case 'month':
      return { from: Date.UTC(year, month + by, 1), until: Date.UTC(year, month + by + 1, 1) };
    case 'year':
      return { from: Date.UTC(year + by, 0, 1), until: Date.UTC(year + by + 1, 0, 1) };
  }
}

/**
 * The last `count` units: whole days (or hours) back, then up to now. It is not the last `count` calendar units
 * (Learn: "Condition operators"; G. Ruiz, "Date and Time operators in CRM Explained").
 */
export function lastSpan(now: number, unit: Unit, count: number): Span {
  const whole = unit === 'hour' ? Math.floor(now / hour) * hour : midnight(now);
  return { from: add(whole, -count, unit), until: now };
}

/** The next `count` units: from now to the end of the day (or exactly the hours) that far ahead. */
export function nextSpan(now: number, unit: Unit, count: number): Span {
  return unit === 'hour'
    ? { from: now, until: add(now, count, 'hour') }
    : { from: now, until: add(midnight(now), count, unit) + day };
}

/** Everything before the moment `count` units ago: whole minutes, hours and days (seen in FetchXml2Sql of MarkMpn/Sql4Cds). */
export function olderSpan(now: number, unit: Unit | 'minute', count: number): Span {
  const until =
    unit === 'minute'
      ? Math.floor(now / 60_000) * 60_000 - count * 60_000
      : unit === 'hour'
        ? add(Math.floor(now / hour) * hour, -count, 'hour')
        : add(midnight(now), -count, unit);
  return { from: Number.NEGATIVE_INFINITY, until };
}
