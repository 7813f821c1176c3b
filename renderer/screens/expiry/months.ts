import type { ExpiryRow } from '../../../preload/contract/expiry.ts';
import type { Expiry } from '../../../preload/contract/words/expiry.ts';
import { calendarDay } from '../../../preload/contract/words/expiry.ts';

/** When a credential ends, and how near that is. */
type Ending = { readonly expiry: Expiry; readonly row: Pick<ExpiryRow, 'expiresOn'> };

/** How many credentials end in a month, by how near that is. */
export type Month = {
  /** `YYYY-MM`, `expired`, or `later`: after the last month. */
  readonly id: string;
  readonly urgent: number;
  readonly soon: number;
  readonly later: number;
};

const MONTHS = 12;

/** What stands in the address for a month of the timeline, or for all that comes after it. */
export const readMonth = (text: string | undefined): string | null =>
  /^(?:\d{4}-\d{2}|later)$/.exec(text ?? '')?.[0] ?? null;

/** The month of a calendar day some months after another, as `YYYY-MM`. */
const monthAfter = (month: string, count: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + count, 1));
  return date.toISOString().slice(0, 7);
};

/** The last month of the timeline that begins with this one. */
export const lastMonth = (now: number, timeZone: string): string =>
  monthAfter(calendarDay(now, timeZone).slice(0, 7), MONTHS - 1);

/** Where a credential stands in the timeline; null while its end is not known. */
export const monthOf = ({ expiry, row }: Ending, last: string, timeZone: string): string | null => {
  if (row.expiresOn === null) return null;
  if (expiry.state === 'expired') return 'expired';
  const month = calendarDay(Date.parse(row.expiresOn), timeZone).slice(0, 7);
  return month > last ? 'later' : month;
};

/** What has ended, what ends in each of twelve months from this one, and what ends after them. */
export const timelineOf = (rows: readonly Ending[], now: number, timeZone: string): readonly Month[] => {
  const first = calendarDay(now, timeZone).slice(0, 7);
  const last = lastMonth(now, timeZone);
  const counts = new Map<string, { urgent: number; soon: number; later: number }>();
  for (const one of rows) {
    const id = monthOf(one, last, timeZone);
    if (id === null) continue;
    const count = counts.get(id) ?? { urgent: 0, soon: 0, later: 0 };
    const { state } = one.expiry;
    if (state === 'week' || state === 'expired') count.urgent += 1;
    else if (state === 'month') count.soon += 1;
    else count.later += 1;
    counts.set(id, count);
  }
  const months = Array.from({ length: MONTHS }, (_, index) => monthAfter(first, index));
  return ['expired', ...months, 'later'].map((id) => ({
    id,
    ...(counts.get(id) ?? { urgent: 0, soon: 0, later: 0 }),
  }));
};
