/** Length of a day that neither begins nor ends summer time. */
export const dayLength = 86_400_000;

/** The first moment that columns hold (CrmDateTime.MinValue). */
export const earliestTime = Date.UTC(1753, 0, 1);

/** A day of the calendar, as the number of days since the first of January 1970. */
export type Day = number;

/** Year, month (from 1) and day of the month. */
export type Civil = { readonly year: number; readonly month: number; readonly day: number };

/** The day with a date; months beyond twelve go on in the next year, a day beyond the month's last is its last. */
export function dayOfDate(year: number, month: number, day: number): Day {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, Math.min(day, last.getUTCDate()));
  return date.getTime() / dayLength;
}

/** The date of a day. */
export function dateOfDay(day: Day): Civil {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day some months later; the 31st becomes the last of a shorter month. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, day } = dateOfDay(from);
  return dayOfDate(year, month + months, day);
}

/** Day of the week, Sunday being 0. */
export const weekDay = (day: Day): number => (((day + 4) % 7) + 7) % 7;

/** Week of the year as SQL's `datepart(week)` counts it where weeks begin on Sunday: the first of January is in week 1. */
export function weekOfYear(day: Day): number {
  const first = dayOfDate(dateOfDay(day).year, 1, 1);
  return Math.floor((day - first + weekDay(first)) / 7) + 1;
}
