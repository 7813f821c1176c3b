import { guid } from '../base/guid.ts';
import { type ClockChange, clockChanges } from '../time/clock-changes.ts';
import { biasOf, timeZones, zoneName } from '../time/time-zones.ts';
import { memoryRows } from './memory-rows.ts';
import type { RowSource } from './row-source.ts';

const idOfZone = (standardName: string): string => guid('timezonedefinition', standardName);

/** The time zones that users may set (Learn: timezonedefinition table reference); they are the same in every environment. */
export const timeZoneRows: RowSource = memoryRows('timezonedefinitionid', () =>
  timeZones.map((zone) => ({
    timezonedefinitionid: idOfZone(zone.standardName),
    timezonecode: zone.code,
    standardname: zone.standardName,
    daylightname: zone.standardName.replace('Standard', 'Daylight'),
    userinterfacename: zoneName(zone),
    bias: biasOf(zone).bias,
    retiredorder: 0,
    versionnumber: 20_000,
  })),
);

/** What people call the zones in English (Learn: timezonelocalizedname table reference). */
export const timeZoneNameRows: RowSource = memoryRows('timezonelocalizednameid', () =>
  timeZones.map((zone) => ({
    timezonelocalizednameid: guid('timezonelocalizedname', zone.standardName),
    timezonedefinitionid: idOfZone(zone.standardName),
    cultureid: 1033,
    standardname: zone.standardName,
    daylightname: zone.standardName.replace('Standard', 'Daylight'),
    userinterfacename: zoneName(zone),
    versionnumber: 20_000,
  })),
);

const changeColumns = (prefix: 'standard' | 'daylight', change: ClockChange | undefined) => ({
  [`${prefix}month`]: change?.month ?? 0,
  [`${prefix}dayofweek`]: change?.dayOfWeek ?? 0,
  [`${prefix}day`]: change?.week ?? 0,
  [`${prefix}hour`]: change?.hour ?? 0,
  [`${prefix}minute`]: change?.minute ?? 0,
  [`${prefix}second`]: 0,
  [`${prefix}year`]: 0,
});

/** When the clocks of the zones change (Learn: timezonerule table reference): how they do now, none of earlier times. */
export const timeZoneRuleRows: RowSource = memoryRows('timezoneruleid', () =>
  timeZones.map((zone) => {
    const { bias, daylight } = biasOf(zone);
    const changes = clockChanges(zone.zone);
    return {
      timezoneruleid: guid('timezonerule', zone.standardName),
      timezonedefinitionid: idOfZone(zone.standardName),
      bias,
      standardbias: 0,
      daylightbias: changes === null ? 0 : daylight,
      ...changeColumns('standard', changes?.standard),
      ...changeColumns('daylight', changes?.daylight),
      effectivedatetime: '1900-01-01T00:00:00Z',
      timezoneruleversionnumber: 0,
      versionnumber: 20_000,
    };
  }),
);
