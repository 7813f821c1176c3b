import { invalidArgument } from '../errors/request-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { timeZones, timeZoneOf, zoneName } from '../time/time-zones.ts';
import { localTime, momentOf } from '../time/zone.ts';
import { wireTime } from '../base/wire-time.ts';
import { integerArgument, textArgument, timeArgument } from './arguments.ts';
import type { WebApiFunction } from './operation.ts';

/** The times that .NET's DateTime holds. */
const [earliest, latest] = [Date.parse('0001-01-01T00:00:00Z'), Date.parse('9999-12-31T23:59:59Z')];

/** What the clocks of a zone show (Learn: "LocalTimeFromUtcTime Function"). */
const localTimeFromUtcTime: WebApiFunction = {
  name: 'LocalTimeFromUtcTime',
  boundTo: null,
  run: (call) => {
    const zone = timeZoneOf(integerArgument(call, 'TimeZoneCode'));
    const time = timeArgument(call, 'UtcTime');
    if (zone === null) throw invalidArgument('TimeZoneCode');
    const local = localTime(time, zone.zone);
    if (local < earliest || local > latest) throw invalidArgument('UtcTime');
    return { LocalTime: wireTime(local) };
  },
};

/** The number of a zone by its name in Windows or the one that people choose (Learn: "GetTimeZoneCodeByLocalizedName Function"). */
const getTimeZoneCodeByLocalizedName: WebApiFunction = {
  name: 'GetTimeZoneCodeByLocalizedName',
  boundTo: null,
  run: (call) => {
    const name = textArgument(call, 'LocalizedStandardName').toLowerCase();
    integerArgument(call, 'LocaleId');
    const found = timeZones.find((it) =>
      [it.standardName, zoneName(it)].some((known) => known.toLowerCase() === name),
    );
    if (found === undefined) throw invalidArgument('LocalizedStandardName');
    return { TimeZoneCode: found.code };
  },
};

/** The moment at which the clocks of a zone show a time (Learn: "UtcTimeFromLocalTime Function"). */
const utcTimeFromLocalTime: WebApiFunction = {
  name: 'UtcTimeFromLocalTime',
  boundTo: null,
  run: (call) => {
    const zone = timeZoneOf(integerArgument(call, 'TimeZoneCode'));
    const local = timeArgument(call, 'LocalTime');
    if (zone === null) throw invalidArgument('TimeZoneCode');
    const time = momentOf(local, zone.zone);
    if (time < earliest || time > latest) throw invalidArgument('LocalTime');
    return { UtcTime: wireTime(time) };
  },
};

/** All zones with the names that people choose (Learn: "GetAllTimeZonesWithDisplayName Function"). */
const getAllTimeZones: WebApiFunction = {
  name: 'GetAllTimeZonesWithDisplayName',
  boundTo: ['timezonedefinition'],
  ofSet: true,
  rowsOf: (call) => {
    integerArgument(call, 'LocaleId');
    const table = requireTable('timezonedefinition');
    return { table, rows: [...call.session.environment.rows(table).rows()] };
  },
};

export const timeZoneFunctions: readonly WebApiFunction[] = [
  localTimeFromUtcTime,
  utcTimeFromLocalTime,
  getAllTimeZones,
  getTimeZoneCodeByLocalizedName,
];
