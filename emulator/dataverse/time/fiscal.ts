import type { EnvironmentSettings } from '../environment-seed.ts';
import { addMonths, dateOfDay, type Day, dayOfDate } from './civil.ts';

/** Into how many periods a fiscal year is divided (Learn: "Work with fiscal year settings", fiscal period template). */
const periodCounts = { annually: 1, semiannually: 2, quarterly: 4, monthly: 12 } as const;

/** The fiscal year of an organization. */
export type FiscalYear = {
  readonly startMonth: number;
  readonly period: keyof typeof periodCounts;
  /** The calendar year that gives a fiscal year its number: the one in which it starts, or the one in which it ends. */
  readonly namedAfter: 'start' | 'end';
};

/** The fiscal year of an environment: the calendar year in quarters unless its settings say otherwise. */
export const fiscalYear = (
  settings: EnvironmentSettings | undefined,
  namedAfter: FiscalYear['namedAfter'] = 'start',
): FiscalYear => ({
  startMonth: settings?.fiscalYearStartMonth ?? 1,
  period: settings?.fiscalPeriods ?? 'quarterly',
  namedAfter,
});

/** A fiscal period: its year, and its number in it from 1. */
export type FiscalPeriod = { readonly year: number; readonly period: number };

/** How many years a fiscal year's number is ahead of the calendar year in which it starts. */
const ahead = ({ namedAfter, startMonth }: FiscalYear): number =>
  namedAfter === 'end' && startMonth > 1 ? 1 : 0;

/** The first day of a fiscal year. */
export const fiscalYearStart = (fiscal: FiscalYear, year: number): Day =>
  dayOfDate(year - ahead(fiscal), fiscal.startMonth, 1);

/** The fiscal year of a day. */
export function fiscalYearOf(fiscal: FiscalYear, day: Day): number {
  const guess = dateOfDay(day).year + ahead(fiscal);
  return fiscalYearStart(fiscal, guess) <= day ? guess : guess - 1;
}

/** The first day of a fiscal period; numbers beyond a year's periods go on in the years around it. */
export function fiscalPeriodStart(fiscal: FiscalYear, { year, period }: FiscalPeriod): Day {
  const count = periodCounts[fiscal.period];
  const over = Math.floor((period - 1) / count);
  const within = period - 1 - over * count;
  const start = fiscalYearStart(fiscal, year + over);
  return addMonths(start, (within * 12) / count);
}

/** The fiscal period of a day. */
export function fiscalPeriodOf(fiscal: FiscalYear, day: Day): FiscalPeriod {
  const year = fiscalYearOf(fiscal, day);
  let period: number = periodCounts[fiscal.period];
  while (period > 1 && fiscalPeriodStart(fiscal, { year, period }) > day) period -= 1;
  return { year, period };
}

const periodNames: Readonly<Record<FiscalYear['period'], string>> = {
  annually: 'Annual',
  semiannually: 'Semester',
  quarterly: 'Quarter',
  monthly: 'Month',
};

/** A fiscal year as people read it, such as `FY2023` (Learn: "Aggregate data using FetchXml"). */
export const fiscalYearName = (year: number): string => `FY${year}`;

/** A fiscal period as people read it, such as `Quarter 1 FY2023` (Learn: "Aggregate data using FetchXml"). */
export function fiscalPeriodName(fiscal: FiscalYear, { year, period }: FiscalPeriod): string {
  const number = fiscal.period === 'annually' ? '' : ` ${period}`;
  return `${periodNames[fiscal.period]}${number} ${fiscalYearName(year)}`;
}
