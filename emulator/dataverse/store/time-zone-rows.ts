import { guid } from '../base/guid.ts';
import { biasOf, timeZones, zoneName } from '../time/time-zones.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';

/** The time zones that users may set (Learn: timezonedefinition table reference); they are the same in every environment. */
export const timeZoneRows: RowSource = memoryRows('timezonedefinitionid', () =>
  timeZones.map((zone) => ({
    timezonedefinitionid: guid('timezonedefinition', zone.standardName),
    timezonecode: zone.code,
    standardname: zone.standardName,
    daylightname: zone.standardName.replace('Standard', 'Daylight'),
    userinterfacename: zoneName(zone),
    bias: biasOf(zone).bias,
    retiredorder: 0,
    versionnumber: 20_000,
  })),
);
