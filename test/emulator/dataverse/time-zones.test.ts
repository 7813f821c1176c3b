import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { openLab, person } from './rig.ts';

// Learn: timezonedefinition table reference; "Specify time zone settings for a user"; LocalTimeFromUtcTime and GetTimeZoneCodeByLocalizedName.

let cloud: DemoCloud;
let admin: Ask;
let mine: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await fetch(`${cloud.description.control ?? ''}/reset`, { method: 'POST' });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  mine = `usersettingscollection(${String((await admin('GET WhoAmI')).json['UserId'])})`;
});
const shown = '@OData.Community.Display.V1.FormattedValue';

describe('timezonedefinitions', () => {
  test('tell what number which zone has', async () => {
    const seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
    const found = await seller(
      'GET timezonedefinitions?$select=timezonecode,standardname,userinterfacename,bias&$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p,PropertyValues=@v)&$orderby=timezonecode&@p=%27timezonecode%27&@v=[%2292%22,%22110%22,%22190%22]',
    );
    expect(rowsIn(found)).toMatchObject([
      {
        timezonecode: 92,
        standardname: 'UTC',
        userinterfacename: '(GMT) Coordinated Universal Time',
        bias: 0,
      },
      {
        timezonecode: 110,
        standardname: 'W. Europe Standard Time',
        userinterfacename: '(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
        bias: -60,
      },
      {
        timezonecode: 190,
        userinterfacename: '(GMT+05:30) Chennai, Kolkata, Mumbai, New Delhi',
        bias: -330,
      },
    ]);
  });

  test('are only read', async () => {
    const answer = await admin('POST timezonedefinitions', { timezonecode: 1 });
    expect([answer.status, codeOf(answer)]).toEqual([400, '0x80040800']);
  });
});

describe('timezonerules and timezonelocalizednames', () => {
  const ruleOf = async (code: number) => {
    const found = await admin(
      `GET timezonedefinitions?$select=timezonecode&$filter=timezonecode eq ${code}&$expand=lk_timezonerule_timezonedefinitionid`,
    );
    const rules = rowsIn(found)[0]?.['lk_timezonerule_timezonedefinitionid'];
    return Array.isArray(rules) ? z.array(z.record(z.string(), z.unknown())).parse(rules) : [];
  };
  const change = (
    prefix: string,
    [month, day, dayofweek, hour, minute]: readonly [number, number, number, number, number],
  ) => ({
    [`${prefix}month`]: month,
    [`${prefix}day`]: day,
    [`${prefix}dayofweek`]: dayofweek,
    [`${prefix}hour`]: hour,
    [`${prefix}minute`]: minute,
  });

  test('tell when clocks change, as Windows does', async () => {
    // Berlin: last Sundays of March at two and of October at three.
    expect(await ruleOf(110)).toMatchObject([
      {
        bias: -60,
        standardbias: 0,
        daylightbias: -60,
        ...change('daylight', [3, 5, 0, 2, 0]),
        ...change('standard', [10, 5, 0, 3, 0]),
      },
    ]);
    // New York: second Sunday of March, first one of November.
    expect(await ruleOf(35)).toMatchObject([
      { bias: 300, ...change('daylight', [3, 2, 0, 2, 0]), ...change('standard', [11, 1, 0, 2, 0]) },
    ]);
    // Sydney, where summer is in January: first Sundays of October and April.
    expect(await ruleOf(255)).toMatchObject([
      { bias: -600, ...change('daylight', [10, 1, 0, 2, 0]), ...change('standard', [4, 1, 0, 3, 0]) },
    ]);
    // Kolkata, whose clocks stay.
    expect(await ruleOf(190)).toMatchObject([
      { bias: -330, daylightbias: 0, ...change('daylight', [0, 0, 0, 0, 0]) },
    ]);
    const all = await admin('GET timezonerules?$select=timezoneruleid&$count=true');
    const zones = await admin('GET timezonedefinitions?$select=timezonecode&$count=true');
    expect(all.json['@odata.count']).toBe(zones.json['@odata.count']);
  });

  test('name zones in English', async () => {
    const found = await admin(
      "GET timezonelocalizednames?$select=userinterfacename,cultureid&$expand=timezonedefinitionid($select=timezonecode)&$filter=standardname eq 'W. Europe Standard Time'",
    );
    expect(rowsIn(found)).toMatchObject([
      {
        userinterfacename: '(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
        cultureid: 1033,
        timezonedefinitionid: { timezonecode: 110 },
      },
    ]);
    expect(codeOf(await admin('POST timezonerules', { bias: 1 }))).toBe('0x80040800');
  });
});

describe('the zone of a user', () => {
  test('is set by its number, from which the rest is worked out', async () => {
    expect((await admin(`PATCH ${mine}`, { timezonecode: 35, timezonebias: 7 })).status).toBe(204);
    const set = await admin(`GET ${mine}?$select=timezonecode,timezonebias,timezonedaylightbias`);
    expect(set.json).toMatchObject({ timezonecode: 35, timezonebias: 300, timezonedaylightbias: -60 });
    const refused = await admin(`PATCH ${mine}`, { timezonecode: 7777 });
    expect([refused.status, codeOf(refused)]).toEqual([400, '0x80040203']);
  });

  test('is the one in which its times are shown, but not written', async () => {
    const id = createdId(await admin('POST tasks', { subject: 'x', scheduledend: '2024-07-01T22:30:00Z' }));
    const end = async () =>
      (
        await admin(`GET tasks(${id})?$select=scheduledend`, undefined, {
          Prefer: 'odata.include-annotations="*"',
        })
      ).json;
    expect((await end())[`scheduledend${shown}`]).toBe('7/1/2024 10:30 PM');
    await admin(`PATCH ${mine}`, { timezonecode: 110 });
    expect(await end()).toMatchObject({
      scheduledend: '2024-07-01T22:30:00Z',
      [`scheduledend${shown}`]: '7/2/2024 12:30 AM',
    });
  });

  test('is the one whose days queries mean', async () => {
    createdId(await admin('POST tasks', { subject: 'Late', scheduledend: '2024-07-01T22:30:00Z' }));
    const found = async () =>
      rowsIn(
        await admin(
          "GET tasks?$select=subject&$filter=subject eq 'Late' and Microsoft.Dynamics.CRM.On(PropertyName='scheduledend',PropertyValue='2024-07-02')",
        ),
      );
    expect(await found()).toHaveLength(0);
    await admin(`PATCH ${mine}`, { timezonecode: 110 });
    expect(await found()).toHaveLength(1);
  });

  test('begins as that of the environment', () => {
    const lab = openLab({ seed: { settings: { userTimeZone: 'Asia/Tokyo' } } });
    const user = lab.userId('mona@lab.demo.test');
    expect(lab.get(person('admin'), `/usersettingscollection(${user})`).json).toMatchObject({
      timezonecode: 235,
      timezonebias: -540,
      timezonedaylightbias: 0,
    });
  });
});

describe('functions', () => {
  test('tell local times and numbers of zones', async () => {
    const local = async (code: number, time: string) =>
      (await admin(`GET LocalTimeFromUtcTime(TimeZoneCode=${code},UtcTime=${time})`)).json['LocalTime'];
    expect(await local(110, '2024-07-01T22:30:00Z')).toBe('2024-07-02T00:30:00Z');
    expect(await local(190, '2024-01-01T00:00:00Z')).toBe('2024-01-01T05:30:00Z');
    for (const name of [
      'W. Europe Standard Time',
      '(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
    ]) {
      const answer = await admin(
        `GET GetTimeZoneCodeByLocalizedName(LocalizedStandardName=@p1,LocaleId=1033)?@p1='${encodeURIComponent(name)}'`,
      );
      expect(answer.json['TimeZoneCode']).toBe(110);
    }
  });

  test('refuse unknown zones and times that no clock shows', async () => {
    for (const request of [
      'LocalTimeFromUtcTime(TimeZoneCode=7777,UtcTime=2024-07-01T22:30:00Z)',
      'LocalTimeFromUtcTime(TimeZoneCode=235,UtcTime=9999-12-31T23:30:00Z)',
      "GetTimeZoneCodeByLocalizedName(LocalizedStandardName='Mars',LocaleId=1033)",
    ]) {
      const answer = await admin(`GET ${request}`);
      expect([answer.status, codeOf(answer)]).toEqual([400, '0x80040203']);
    }
    expect((await admin('GET LocalTimeFromUtcTime(TimeZoneCode=92)')).status).toBe(400);
  });
});
