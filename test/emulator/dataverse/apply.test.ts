import { describe, expect, test } from 'vitest';
import { app, errorOf, openLab, person, rowsOf, serviceRoot, type Body } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const formatted = { prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' };
const get = (url: string, headers = {}) =>
  lab.get(admin, url.replaceAll(' ', '%20').replaceAll("'", '%27'), headers);
const all = rowsOf(get('/accounts'));
const numberAt = (row: Body, name: string): number => Number(row[name]);
const total = (rows: readonly Body[], name: string) =>
  rows.reduce((sum, row) => sum + numberAt(row, name), 0);

describe('$apply', () => {
  test('groups count, with labels on request, like counting by hand', () => {
    const answer = get('/accounts?$apply=groupby((statuscode),aggregate($count as count))', formatted);
    const active = all.filter((it) => it['statuscode'] === 1).length;
    expect(answer.json).toEqual({
      '@odata.context': `${serviceRoot}/$metadata#accounts`,
      value: [
        {
          'statuscode@OData.Community.Display.V1.FormattedValue': 'Active',
          statuscode: 1,
          'count@OData.Community.Display.V1.FormattedValue': String(active),
          count: active,
        },
        {
          'statuscode@OData.Community.Display.V1.FormattedValue': 'Inactive',
          statuscode: 2,
          'count@OData.Community.Display.V1.FormattedValue': String(all.length - active),
          count: all.length - active,
        },
      ],
    });
  });

  test('one answer without grouping: sum, average, least, greatest, distinct, and the number of rows', () => {
    const [row] = rowsOf(
      get(
        '/accounts?$apply=aggregate(revenue with sum as total,revenue with average as mean,createdon with min as first,createdon with max as last,industrycode with countdistinct as kinds,$count as rows)',
      ),
    );
    const times = all.map((it) => String(it['createdon'])).toSorted();
    expect(row).toEqual({
      total: total(all, 'revenue'),
      mean: total(all, 'revenue') / all.length,
      first: times[0],
      last: times.at(-1),
      kinds: new Set(all.map((it) => it['industrycode'])).size,
      rows: all.length,
    });
    const none = get(
      "/accounts?$apply=filter(name eq 'nosuch')/aggregate(revenue with sum as total,$count as n)",
    );
    expect(rowsOf(none)).toEqual([{ n: 0 }]);
  });

  test('properties of a lookup come under the name of its table, nulls are left out', () => {
    const rows = rowsOf(
      get('/accounts?$apply=groupby((primarycontactid/fullname),aggregate(revenue with sum as total))'),
    );
    expect(total(rows, 'total')).toBe(total(all, 'revenue'));
    expect(rows.filter((it) => !('contact_fullname' in it))).toHaveLength(1);
    const lookups = rowsOf(get('/accounts?$apply=groupby((_ownerid_value))', formatted));
    expect(new Set(lookups.map((it) => it['_ownerid_value']))).toEqual(
      new Set(all.map((it) => it['_ownerid_value'])),
    );
  });

  test('filters come first, in $apply and as $filter of what is grouped; order and top apply to groups', () => {
    const large = all.filter((it) => numberAt(it, 'revenue') > 5_000_000);
    const rows = rowsOf(
      get('/accounts?$apply=filter(revenue gt 5000000)/groupby((industrycode),aggregate($count as n))'),
    );
    expect(total(rows, 'n')).toBe(large.length);
    const url = '/accounts?$apply=groupby((industrycode),aggregate($count as n))&$filter=industrycode ne 7';
    const ordered = rowsOf(get(`${url}&$orderby=industrycode desc&$top=2`));
    expect(ordered.map((it) => it['industrycode'])).toEqual([33, 24]);
    expect(get(`${url}&$count=true`).json['@odata.count']).toBe(7);
  });

  test('only filters are an ordinary query, and groups work on a related collection', () => {
    const rows = rowsOf(
      get('/accounts?$apply=filter(industrycode eq 7)&$select=name&$filter=statuscode eq 1'),
    );
    expect(rows).toEqual(rowsOf(get('/accounts?$select=name&$filter=industrycode eq 7 and statuscode eq 1')));
    const unit = lab.unitId('EMEA');
    const inside = rowsOf(get(`/businessunits(${unit})/business_unit_roles?$apply=aggregate($count as n)`));
    expect(inside).toEqual([{ n: Number(get(`/businessunits(${unit})/business_unit_roles/$count`).text) }]);
  });

  test('the limit of rows is the service’s, and only rows within reach count', () => {
    const few = openLab({ seed: { settings: { aggregateRowLimit: 119, applyCountDistinct: 'refuse' } } });
    expect(errorOf(few.get(admin, '/accounts?$apply=groupby((statuscode))')).code).toBe('0x8004e023');
    const distinct = few.get(admin, '/roles?$apply=aggregate(name%20with%20countdistinct%20as%20n)');
    expect(distinct.status).toBe(400);
    expect(lab.get(app('contacts'), '/accounts?$apply=groupby((statuscode))').status).toBe(403);
  });

  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['groupby((createdon))', '0x80041135', /dategrouping/],
    ['groupby((nosuch))', '0x80041103', /'nosuch'/],
    ['groupby((primarycontactid))', '0x80060888', /must be a property/],
    ['groupby((contact_customer_accounts/fullname))', '0x80041103', /contact_customer_accounts/],
    ['groupby(statuscode)', '0x80060888', /'\(' expected at position 8/],
    ['groupby(())', '0x80060888', /Syntax error/],
    ['groupby((rollup(statuscode)))', '0x80060888', /expected/],
    ['groupby((statuscode),filter(statuscode eq 1))', '0x80060888', /'aggregate' expected/],
    ['aggregate(revenue with sum)', '0x80060888', /'as' expected/],
    ['aggregate(revenue sum as total)', '0x80060888', /'with' expected/],
    ['aggregate(revenue with avg as mean)', '0x80060888', /Unrecognized with verb 'avg'/],
    ['aggregate(revenue mul 2 with sum as total)', '0x80060888', /'with' expected/],
    [
      'aggregate(name with sum as total)',
      '0x80060888',
      /'sum' operation does not support value type 'Edm.String'/,
    ],
    ['aggregate(name with max as last)', '0x8004112f', /Aggregate max is not supported/],
    ['aggregate(industrycode with sum as total)', '0x8004112f', /Aggregate sum is not supported/],
    ['aggregate($count as n,revenue with sum as n)', '0x80041130', /unique aliases/],
    ['aggregate(contact_customer_accounts/$count as n)', '0x80060888', /'with' expected/],
    ['groupby((statuscode))/filter(statuscode eq 1)', '0x80060888', /not supported/],
    ['groupby((statuscode))/aggregate($count as n)', '0x80060888', /not supported/],
    ['topcount(2,revenue)', '0x80060888', /'aggregate\|filter\|groupby' expected at position 0/],
    ['concat(identity,identity)', '0x80060888', /expected at position 0/],
    ['compute(revenue mul 2 as twice)', '0x80060888', /expected at position 0/],
    ['identity', '0x80060888', /expected at position 0/],
    ['', '0x80060888', /expected at position 0/],
    ['filter(name)', '0x80060888', /boolean/],
    [
      'groupby((statuscode),aggregate($count as n))&$orderby=n desc',
      '0x8006088a',
      /^The query node SingleValueOpenPropertyAccess is not supported$/,
    ],
    [
      'groupby((statuscode),aggregate($count as n))&$filter=n gt 1',
      '0x8006088a',
      /^The query node SingleValueOpenPropertyAccess is not supported$/,
    ],
    ["groupby((statuscode))&$filter=name eq 'a'", '0x80041103', /'name'/],
    ['groupby((statuscode))&$expand=primarycontactid', '0x80060888', /\$expand together with \$apply/],
  ];

  test.each(refusals)('%s', (apply, code, message) => {
    const answer = get(`/accounts?$apply=${apply}`);
    expect(answer.status).toBe(code === '0x8006088a' ? 501 : 400);
    expect(errorOf(answer).code).toBe(code);
    expect(errorOf(answer).message).toMatch(message);
  });
});
