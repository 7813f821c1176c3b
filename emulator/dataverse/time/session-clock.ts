import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { fiscalYear } from './fiscal.ts';
import type { Clock } from './time-test.ts';

/** What relative times of a request are reckoned from: the present, the user's time zone, the fiscal year of the organization. */
export function clockOf({ environment, ports }: Session): Clock {
  const { seed } = environment;
  const namedAfter = dataverseRule(ports.rules, seed, 'fiscalYearNamedAfter');
  return {
    now: ports.now(),
    zone: seed.settings?.userTimeZone ?? 'UTC',
    fiscal: fiscalYear(seed.settings, namedAfter === 'end' ? 'end' : 'start'),
    wholePeriods: dataverseRule(ports.rules, seed, 'countedFiscalPeriods') === 'whole',
  };
}
