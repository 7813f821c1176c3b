import { requireTable } from '../schema/schema.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';
import { fiscalYear } from './fiscal.ts';
import { codeOfZone, timeZoneOf } from './time-zones.ts';
import type { Clock } from './time-test.ts';

const settings = requireTable('usersettings');

/**
 * The time zone of the user, which its settings tell (Learn: "Specify time zone settings for a user"); one that an environment begins with
 * may be one that they cannot.
 */
export function zoneOf({ access, environment }: Session): string {
  const given = environment.seed.settings?.userTimeZone ?? 'UTC';
  const code = environment.rows(settings).get(access.userId)?.['timezonecode'];
  if (typeof code !== 'number' || code === codeOfZone(given)) return given;
  return timeZoneOf(code)?.zone ?? given;
}

/** What relative times of a request are reckoned from: the present, the user's time zone, the fiscal year of the organization. */
export function clockOf(session: Session): Clock {
  const { ports } = session;
  const { seed } = session.environment;
  const namedAfter = dataverseRule(ports.rules, seed, 'fiscalYearNamedAfter');
  return {
    now: ports.now(),
    zone: zoneOf(session),
    fiscal: fiscalYear(seed.settings, namedAfter === 'end' ? 'end' : 'start'),
    wholePeriods: dataverseRule(ports.rules, seed, 'countedFiscalPeriods') === 'whole',
  };
}
