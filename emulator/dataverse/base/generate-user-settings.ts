import { type Row, textOf } from '../schema/value.ts';
import type { EnvironmentSeed } from '../environment-seed.ts';
import { biasOf, codeOfZone, timeZoneOf } from '../time/time-zones.ts';
import type { Blueprint } from './blueprint.ts';
import { generateUsers } from './generate-users.ts';

/** The columns of settings that follow from a zone (Learn: "Specify time zone settings for a user"); null where the service has none of that number. */
export function zoneSettings(code: number): Row | null {
  const zone = timeZoneOf(code);
  if (zone === null) return null;
  const { bias, daylight } = biasOf(zone);
  return { timezonecode: code, timezonebias: bias, timezonedaylightbias: daylight };
}

/** The settings that a user begins with: all as the columns' own values. */
export const settingsOf = (seed: EnvironmentSeed, user: Row): Row => ({
  ...zoneSettings(codeOfZone(seed.settings?.userTimeZone ?? 'UTC')),
  systemuserid: textOf(user, 'systemuserid'),
  businessunitid: textOf(user, 'businessunitid'),
  createdon: user['createdon'] ?? null,
  modifiedon: user['createdon'] ?? null,
  createdby: user['createdby'] ?? null,
  modifiedby: user['createdby'] ?? null,
  versionnumber: user['versionnumber'] ?? null,
});

/** Rows of the settings of all users of the seed. */
export const generateUserSettings = (plan: Blueprint): readonly Row[] =>
  generateUsers(plan).map((it) => settingsOf(plan.seed, it));
