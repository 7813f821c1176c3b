import { describe, expect, test } from 'vitest';
import { type Body, openLab } from '../rig.ts';
import { allRows, ask, rowsFor, where } from './fetch-lab.ts';

const lab = openLab();
const all = allRows(lab, 'accounts');
const aggregate = (inside: string, more = '') =>
  `<fetch aggregate="true" ${more}><entity name="account">${inside}</entity></fetch>`;
const rowsOf = (inside: string, on = lab) => rowsFor(on, aggregate(inside));
const plain = (row: Body | undefined): Body =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !name.includes('@')));

const column = (name: string, alias: string, what: string) =>
  `<attribute name="${name}" alias="${alias}" ${what}/>`;
const count = column('accountid', 'n', 'aggregate="count"');

describe('Aggregates', () => {
  test('come to what the rows come to (Learn: "Aggregate data using FetchXml")', () => {
    const numbers = all.map((row) => Number(row['numberofemployees']));
    const sum = numbers.reduce((total, it) => total + it, 0);
    const [row] = rowsOf(
      ['sum', 'avg', 'min', 'max', 'count', 'countcolumn']
        .map((it) => column('numberofemployees', it, `aggregate="${it}"`))
        .join('') + column('numberofemployees', 'unlike', 'aggregate="countcolumn" distinct="true"'),
    );
    expect(plain(row)).toEqual({
      sum,
      avg: Math.trunc(sum / numbers.length),
      min: Math.min(...numbers),
      max: Math.max(...numbers),
      count: numbers.length,
      countcolumn: numbers.length,
      unlike: new Set(numbers).size,
    });
    expect(row).toMatchObject({
      'sum@OData.Community.Display.V1.FormattedValue': sum.toLocaleString('en-US'),
      'sum@OData.Community.Display.V1.AttributeName': 'numberofemployees',
    });
  });

  test('do not consider what is null, except by counting rows', () => {
    const [row] = rowsOf(
      column('parentaccountid', 'rows', 'aggregate="count"') +
        column('parentaccountid', 'values', 'aggregate="countcolumn"') +
        column('marketcap', 'sum', 'aggregate="sum"') +
        column('marketcap', 'avg', 'aggregate="avg"'),
    );
    const values = all.filter((it) => it['_parentaccountid_value'] !== null).length;
    expect(plain(row)).toEqual({ rows: all.length, values, sum: 0 });
    const sql = openLab({ seed: { settings: { fetchSumOfNothing: 'null' } } });
    expect(plain(rowsOf(column('marketcap', 'sum', 'aggregate="sum"') + count, sql)[0])).toEqual({
      n: all.length,
    });
  });

  test('stand by group, sorted by an alias: choices by label, lookups by the name that they show', () => {
    const groups = rowsOf(
      `${column('industrycode', 'what', 'groupby="true"')}${count}<order alias="what" descending="true"/>`,
    );
    const labels = groups.map((row) => String(row['what@OData.Community.Display.V1.FormattedValue']));
    expect(labels).toEqual(labels.toSorted().toReversed());
    for (const row of groups) {
      expect(row['n']).toBe(all.filter((it) => it['industrycode'] === row['what']).length);
    }
    const raw = rowsFor(
      lab,
      aggregate(
        `${column('industrycode', 'what', 'groupby="true"')}${count}<order alias="what"/>`,
        'useraworderby="1"',
      ),
    ).map((row) => Number(row['what']));
    expect(raw).toEqual(raw.toSorted((a, b) => a - b));
    const owners = rowsOf(
      `${column('ownerid', 'who', 'groupby="true"')}${count}<order alias="n" descending="1"/>`,
    );
    const counts = owners.map((row) => Number(row['n']));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(owners[0]).toHaveProperty('who@Microsoft.Dynamics.CRM.lookuplogicalname');
  });

  test('go over joined tables, and page like rows without cookies', () => {
    const joined = aggregate(
      `<link-entity name="contact" from="parentcustomerid" to="accountid" alias="c">${column('contactid', 'people', 'aggregate="count"')}</link-entity>${column('name', 'name', 'groupby="true"')}<order alias="name"/>`,
      'count="5" page="2"',
    );
    const answer = ask(lab, joined);
    const whole = rowsFor(lab, joined.replace('count="5" page="2"', ''));
    expect(answer.json['value']).toEqual(whole.slice(5, 10));
    expect(answer.json['@Microsoft.Dynamics.CRM.morerecords']).toBe(true);
    expect(answer.json).not.toHaveProperty('@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
    expect(rowsFor(lab, joined.replace('count="5" page="2"', 'top="3"'))).toEqual(whole.slice(0, 3));
  });

  test('are limited to the rows that the query says', () => {
    const limited = (limit: number) => ask(lab, aggregate(count, `aggregatelimit="${limit}"`)).status;
    expect(limited(all.length)).toBe(200);
    expect(limited(all.length - 1)).toBe(400);
    expect(limited(9_999_999)).toBe(200);
  });
});

describe('Parts of dates', () => {
  const part = (name: string, more = '') =>
    column('createdon', name.replace('-', ''), `groupby="true" dategrouping="${name}" ${more}`);
  const only = where('accountid', 'eq', String(all[0]?.['accountid']));
  const created = new Date(String(all[0]?.['createdon']));

  test('are those of the calendar', () => {
    const [row] = rowsOf(
      ['day', 'week', 'month', 'quarter', 'year', 'fiscal-period', 'fiscal-year']
        .map((it) => part(it))
        .join('') +
        count +
        only,
    );
    const year = created.getUTCFullYear();
    const quarter = Math.floor(created.getUTCMonth() / 3) + 1;
    expect(plain(row)).toMatchObject({
      day: created.getUTCDate(),
      month: created.getUTCMonth() + 1,
      quarter,
      year,
      fiscalperiod: `Quarter ${quarter} FY${year}`,
      fiscalyear: `FY${year}`,
    });
    expect(row).toMatchObject({
      'year@OData.Community.Display.V1.FormattedValue': year.toLocaleString('en-US'),
    });
  });

  test('are by the clocks of the user, or by UTC where a column says so', () => {
    const day = (userTimeZone: string, more = '') =>
      rowsOf(part('day', more) + count + only, openLab({ seed: { settings: { userTimeZone } } }))[0]?.['day'];
    const far = created.getUTCHours() < 12 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati';
    const moved = new Date(created.getTime() + (created.getUTCHours() < 12 ? -11 : 14) * 3_600_000);
    expect(day(far)).toBe(moved.getUTCDate());
    expect(day(far, 'usertimezone="false"')).toBe(created.getUTCDate());
    expect(day(far, 'usertimezone="1"')).toBe(moved.getUTCDate());
  });

  test('have the fiscal year of the organization', () => {
    const fiscal = (fiscalYearNamedAfter: 'start' | 'end') =>
      plain(
        rowsOf(
          part('fiscal-period') + part('fiscal-year') + count + only,
          openLab({
            seed: {
              settings: { fiscalYearStartMonth: 7, fiscalPeriods: 'semiannually', fiscalYearNamedAfter },
            },
          }),
        )[0],
      );
    const month = created.getUTCMonth() + 1;
    const start = month >= 7 ? created.getUTCFullYear() : created.getUTCFullYear() - 1;
    const half = month >= 7 ? 1 : 2;
    expect(fiscal('start')).toMatchObject({
      fiscalperiod: `Semester ${half} FY${start}`,
      fiscalyear: `FY${start}`,
    });
    expect(fiscal('end')).toMatchObject({ fiscalyear: `FY${start + 1}` });
  });
});
