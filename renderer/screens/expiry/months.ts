import { calendarDay } from '../../../preload/contract/words/expiry.ts';
import type { JudgedRow } from './judged-rows.ts';

/** How many credentials end in a month, by how near that is. */
export type Month = {
  /** `YYYY-MM`. */
  readonly id: string;
  readonly urgent: number;
  readonly soon: number;
  readonly later: number;
};

const MONTHS = 12;

/** The month of a calendar day some months after another, as `YYYY-MM`. */
const monthAfter = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + count, 1));
  return date.toISOString().slice(0, 7);
};

/** Twelve months from this one, with what ends in each; what has already ended this month is counted apart (`overdueCount`). */
export const monthsAhead = (rows: readonly JudgedRow[], now: number, timeZone: string): readonly Month[] => {
  const first = calendarDay(now, timeZone).slice(0, 7);
  const counts = new Map<string, { urgent: number; soon: number; later: number }>();
  for (const { expiry, row } of rows) {
    if (row.expiresOn === null || expiry.state === 'expired') continue;
    const id = calendarDay(Date.parse(row.expiresOn), timeZone).slice(0, 7);
    const count = counts.get(id) ?? { urgent: 0, soon: 0, later: 0 };
    if (expiry.state === 'week') count.urgent += 1;
    else if (expiry.state === 'month') count.soon += 1;
    else count.later += 1;
    counts.set(id, count);
  }
  return Array.from({ length: MONTHS }, (_, index) => {
    const id = monthAfter(first, index);
    return { id, ...(counts.get(id) ?? { urgent: 0, soon: 0, later: 0 }) };
  });
};

/** How many have ended. */
export const overdueCount = (rows: readonly JudgedRow[]): number =>
  rows.filter(({ expiry }) => expiry.state === 'expired').length;
