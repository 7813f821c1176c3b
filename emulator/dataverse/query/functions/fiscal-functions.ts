import { invalidQueryValue } from '../../errors/query-faults.ts';
import type { Span } from './calendar.ts';
import {
  fiscalCalendar,
  type FiscalCalendar,
  fiscalYearOf,
  periodOf,
  periodsAround,
  periodSpan,
  yearSpan,
} from './fiscal.ts';
import { dataverseRule } from '../../uncertain-rules.ts';
import { type QueryCall, type QueryFunction, signatures } from './query-function.ts';
import { countOf, inSpan, nowOf } from './time-functions.ts';

type SpanOf = (calendar: FiscalCalendar, now: number, call: QueryCall) => Span;

const inFiscal = (spanOf: SpanOf): QueryFunction['bind'] =>
  inSpan((call) => {
    const { session } = call;
    return spanOf(fiscalCalendar(session.environment.seed.settings), nowOf(session), call);
  });

const fixed = (name: string, spanOf: SpanOf): QueryFunction => ({
  name,
  parameters: signatures.none,
  on: 'time',
  bind: inFiscal(spanOf),
});

const counted = (
  name: string,
  spanOf: (calendar: FiscalCalendar, now: number, count: number) => Span,
): QueryFunction => ({
  name,
  parameters: signatures.oneNumber,
  on: 'time',
  bind: inFiscal((calendar, now, call) => {
    const { environment, ports } = call.session;
    const whole = spanOf(calendar, now, countOf(call));
    if (dataverseRule(ports.rules, environment.seed, 'countedFiscalPeriods') === 'whole') return whole;
    return name.startsWith('Last') ? { ...whole, until: now + 1 } : { ...whole, from: now };
  }),
});

const periodAndYear = (
  name: string,
  spanOf: (calendar: FiscalCalendar, year: number, period: number) => Span,
): QueryFunction => ({
  name,
  parameters: signatures.twoNumbers,
  on: 'time',
  bind: inFiscal((calendar, _, { wanted }) =>
    spanOf(calendar, yearNumber(wanted[1]), periodNumber(wanted[0])),
  ),
});

function yearNumber(text: string | undefined): number {
  const year = Number(text ?? Number.NaN);
  if (!Number.isInteger(year) || year < 1 || year > 9999) throw invalidQueryValue();
  return year;
}

/** Periods are numbered through the year: quarters 1 to 4, months 1 to 12 (Learn: "Fiscal date query operators"). */
function periodNumber(text: string | undefined): number {
  const period = Number(text ?? Number.NaN);
  if (!Number.isInteger(period) || period < 1 || period > 13) throw invalidQueryValue();
  return period;
}

const before = Number.NEGATIVE_INFINITY;
const after = Number.POSITIVE_INFINITY;

/** Functions about the fiscal calendar of the organization (Learn: "Web API Query Function Reference"). */
export const fiscalFunctions: readonly QueryFunction[] = [
  ...(
    [
      ['Last', -1],
      ['This', 0],
      ['Next', 1],
    ] as const
  ).flatMap(([word, by]) => [
    fixed(`${word}FiscalYear`, (calendar, now) => {
      const year = fiscalYearOf(calendar, now) + by;
      return yearSpan(calendar, year, year);
    }),
    fixed(`${word}FiscalPeriod`, (calendar, now) => periodsAround(calendar, now, by, by)),
  ]),
  counted('LastXFiscalYears', (calendar, now, count) => {
    const year = fiscalYearOf(calendar, now);
    return yearSpan(calendar, year - count, year - 1);
  }),
  counted('NextXFiscalYears', (calendar, now, count) => {
    const year = fiscalYearOf(calendar, now);
    return yearSpan(calendar, year + 1, year + count);
  }),
  counted('LastXFiscalPeriods', (calendar, now, count) => periodsAround(calendar, now, -count, -1)),
  counted('NextXFiscalPeriods', (calendar, now, count) => periodsAround(calendar, now, 1, count)),
  {
    name: 'InFiscalYear',
    parameters: signatures.oneNumber,
    on: 'time',
    bind: inFiscal((calendar, _, { wanted }) => {
      const year = yearNumber(wanted[0]);
      return yearSpan(calendar, year, year);
    }),
  },
  {
    // The same period of every year.
    name: 'InFiscalPeriod',
    parameters: signatures.oneNumber,
    on: 'time',
    bind: ({ session, value, wanted }) => {
      const period = periodNumber(wanted[0]);
      const calendar = fiscalCalendar(session.environment.seed.settings);
      return (row) => {
        const found = value(row);
        const time = typeof found === 'string' ? Date.parse(found) : Number.NaN;
        return !Number.isNaN(time) && periodOf(calendar, time) === period;
      };
    },
  },
  periodAndYear('InFiscalPeriodAndYear', periodSpan),
  periodAndYear('InOrBeforeFiscalPeriodAndYear', (calendar, year, period) => ({
    from: before,
    until: periodSpan(calendar, year, period).until,
  })),
  periodAndYear('InOrAfterFiscalPeriodAndYear', (calendar, year, period) => ({
    from: periodSpan(calendar, year, period).from,
    until: after,
  })),
];
