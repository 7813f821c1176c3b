import type { EnvironmentSettings } from '../../environment-seed.ts';
import type { Span } from './calendar.ts';

/** Periods per fiscal year, by the names of the organization's setting. */
const periods = { annually: 1, semiannually: 2, quarterly: 4, monthly: 12 } as const;

/** How an organization divides its years (Learn: "Work with fiscal year settings"). */
export type FiscalCalendar = { readonly startMonth: number; readonly perYear: number };

/** Years start in January and have quarters unless the environment's settings say otherwise. */
export const fiscalCalendar = (settings: EnvironmentSettings | undefined): FiscalCalendar => ({
  startMonth: settings?.fiscalYearStartMonth ?? 1,
  perYear: periods[settings?.fiscalPeriods ?? 'quarterly'],
});

/** A fiscal year is named after the calendar year in which it starts. */
export function fiscalYearOf(calendar: FiscalCalendar, time: number): number {
  const date = new Date(time);
  return date.getUTCMonth() + 1 >= calendar.startMonth ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
}

/** The months `from` up to `until`, counted from the start of a fiscal year. */
const months = (calendar: FiscalCalendar, year: number, from: number, until: number): Span => ({
  from: Date.UTC(year, calendar.startMonth - 1 + from, 1),
  until: Date.UTC(year, calendar.startMonth - 1 + until, 1),
});

/** Fiscal years, from one to another with both. */
export const yearSpan = (calendar: FiscalCalendar, first: number, last: number): Span =>
  months(calendar, first, 0, (last - first + 1) * 12);

/** One fiscal period of a year, counted from 1; a number that the year has no period for gives the months it would have. */
export function periodSpan(calendar: FiscalCalendar, year: number, period: number): Span {
  const length = 12 / calendar.perYear;
  return months(calendar, year, (period - 1) * length, period * length);
}

/** Number of the period of its year that a moment lies in, from 1. */
export function periodOf(calendar: FiscalCalendar, time: number): number {
  const since = (new Date(time).getUTCMonth() + 1 - calendar.startMonth + 12) % 12;
  return Math.floor(since / (12 / calendar.perYear)) + 1;
}

/** The periods from `first` to `last`, counted from the present one. */
export function periodsAround(calendar: FiscalCalendar, now: number, first: number, last: number): Span {
  const year = fiscalYearOf(calendar, now);
  const period = periodOf(calendar, now);
  return {
    from: periodSpan(calendar, year, period + first).from,
    until: periodSpan(calendar, year, period + last).until,
  };
}
