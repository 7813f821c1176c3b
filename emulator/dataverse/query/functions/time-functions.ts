import { invalidQueryValue, notGreaterThanZero } from '../../errors/query-faults.ts';
import type { Session } from '../../session.ts';
import { calendarSpan, lastSpan, nextSpan, olderSpan, type Span } from './calendar.ts';
import { type QueryCall, type QueryFunction, signatures } from './query-function.ts';

/** Whether a value lies in a span; null lies in none. */
export const inSpan =
  (spanOf: (call: QueryCall) => Span): QueryFunction['bind'] =>
  (call) => {
    const { from, until } = spanOf(call);
    return (row) => {
      const found = call.value(row);
      const time = typeof found === 'string' ? Date.parse(found) : Number.NaN;
      return time >= from && time < until;
    };
  };

/** A count of units: whole, greater than zero, and not so large that the calendar has no such day. */
export function countOf(call: QueryCall): number {
  const count = Number(call.wanted[0] ?? Number.NaN);
  if (!Number.isSafeInteger(count) || count <= 0) throw notGreaterThanZero();
  return Math.min(count, 10_000);
}

const fixed = (name: string, span: (now: number) => Span): QueryFunction => ({
  name,
  parameters: signatures.none,
  on: 'time',
  bind: inSpan(({ session }) => span(session.ports.now())),
});

const counted = (name: string, span: (now: number, count: number) => Span): QueryFunction => ({
  name,
  parameters: signatures.oneNumber,
  on: 'time',
  bind: inSpan((call) => span(call.session.ports.now(), countOf(call))),
});

/** The day of a text such as `2024-01-31` or `2024-01-31T08:00:00Z`, in UTC. */
function dayOf(text: string): string {
  const time = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(time)) throw invalidQueryValue();
  return new Date(time).toISOString().slice(0, 10);
}

const onDay = (name: string, fits: (found: string, wanted: string) => boolean): QueryFunction => ({
  name,
  parameters: signatures.oneText,
  on: 'time',
  bind: ({ value, wanted }) => {
    const day = dayOf((wanted[0] ?? '').toUpperCase());
    return (row) => {
      const found = value(row);
      return typeof found === 'string' && fits(found.slice(0, 10), day);
    };
  },
});

const units = { Week: 'week', Month: 'month', Year: 'year' } as const;
const longUnits = { Hours: 'hour', Days: 'day', Weeks: 'week', Months: 'month', Years: 'year' } as const;

/** Present moment of a session, for functions that look at the clock. */
export const nowOf = (session: Session): number => session.ports.now();

/** Functions about dates of the calendar, in UTC (Learn: "Web API Query Function Reference"). */
export const timeFunctions: readonly QueryFunction[] = [
  fixed('Today', (now) => calendarSpan(now, 'day', 0)),
  fixed('Yesterday', (now) => calendarSpan(now, 'day', -1)),
  fixed('Tomorrow', (now) => calendarSpan(now, 'day', 1)),
  fixed('Last7Days', (now) => lastSpan(now, 'day', 7)),
  fixed('Next7Days', (now) => nextSpan(now, 'day', 7)),
  ...Object.entries(units).flatMap(([word, unit]) => [
    fixed(`Last${word}`, (now) => calendarSpan(now, unit, -1)),
    fixed(`This${word}`, (now) => calendarSpan(now, unit, 0)),
    fixed(`Next${word}`, (now) => calendarSpan(now, unit, 1)),
  ]),
  ...Object.entries(longUnits).flatMap(([word, unit]) => [
    counted(`LastX${word}`, (now, count) => lastSpan(now, unit, count)),
    counted(`NextX${word}`, (now, count) => nextSpan(now, unit, count)),
    counted(`OlderThanX${word}`, (now, count) => olderSpan(now, unit, count)),
  ]),
  counted('OlderThanXMinutes', (now, count) => olderSpan(now, 'minute', count)),
  onDay('On', (found, wanted) => found === wanted),
  onDay('OnOrAfter', (found, wanted) => found >= wanted),
  onDay('OnOrBefore', (found, wanted) => found <= wanted),
];
