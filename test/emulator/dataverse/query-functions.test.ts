import { beforeAll, describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf, textAt } from './rig.ts';

// Thursday. The week began on Sunday, 11 January; the fiscal year has quarters from January.
const lab = openLab({
  now: () => Date.UTC(2026, 0, 15, 9, 30),
  seed: { settings: { hierarchySecurity: { model: 'manager' } } },
});
const admin = person('admin');
const prefix = 'Microsoft.Dynamics.CRM.';

const moments = [
  '2024-12-31T23:59:59Z',
  '2025-01-01T00:00:00Z',
  '2025-01-14T23:59:59Z',
  '2025-01-15T00:00:00Z',
  '2025-09-30T23:59:59Z',
  '2025-10-01T00:00:00Z',
  '2025-12-14T23:59:59Z',
  '2025-12-15T00:00:00Z',
  '2026-01-03T23:59:59Z',
  '2026-01-04T00:00:00Z',
  '2026-01-10T12:00:00Z',
  '2026-01-11T00:00:00Z',
  '2026-01-14T08:00:00Z',
  '2026-01-15T00:00:00Z',
  '2026-01-15T07:59:59Z',
  '2026-01-15T08:00:00Z',
  '2026-01-15T09:29:59Z',
  '2026-01-15T09:31:00Z',
  '2026-01-15T10:30:00Z',
  '2026-01-16T00:00:00Z',
  '2026-01-17T23:59:59Z',
  '2026-01-18T00:00:00Z',
  '2026-02-01T00:00:00Z',
  '2026-04-01T00:00:00Z',
  '2027-01-01T00:00:00Z',
] as const;

const wire = (url: string): string => url.replaceAll("'", '%27').replaceAll(' ', '%20');
const found = (filter: string): readonly string[] =>
  rowsOf(
    lab.get(
      admin,
      wire(`/tasks?$select=scheduledend&$orderby=scheduledend&$filter=category eq 'clock' and ${filter}`),
    ),
  ).map((it) => textAt(it, 'scheduledend'));

beforeAll(() => {
  for (const scheduledend of moments) {
    lab.send(admin, 'POST', '/tasks', { subject: 'Moment', category: 'clock', scheduledend });
  }
});

describe('functions of time', () => {
  // The first and the last moment that each finds; moments between them belong to it.
  const spans: readonly (readonly [string, string, string])[] = [
    ['Today()', '2026-01-15T00:00:00Z', '2026-01-15T10:30:00Z'],
    ['Yesterday()', '2026-01-14T08:00:00Z', '2026-01-14T08:00:00Z'],
    ['Tomorrow()', '2026-01-16T00:00:00Z', '2026-01-16T00:00:00Z'],
    ['Last7Days()', '2026-01-10T12:00:00Z', '2026-01-15T09:29:59Z'],
    ['Next7Days()', '2026-01-15T09:31:00Z', '2026-01-18T00:00:00Z'],
    ['LastWeek()', '2026-01-04T00:00:00Z', '2026-01-10T12:00:00Z'],
    ['ThisWeek()', '2026-01-11T00:00:00Z', '2026-01-17T23:59:59Z'],
    ['NextWeek()', '2026-01-18T00:00:00Z', '2026-01-18T00:00:00Z'],
    ['LastMonth()', '2025-12-14T23:59:59Z', '2025-12-15T00:00:00Z'],
    ['ThisMonth()', '2026-01-03T23:59:59Z', '2026-01-18T00:00:00Z'],
    ['NextMonth()', '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z'],
    ['LastYear()', '2025-01-01T00:00:00Z', '2025-12-15T00:00:00Z'],
    ['ThisYear()', '2026-01-03T23:59:59Z', '2026-04-01T00:00:00Z'],
    ['NextYear()', '2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['LastXHours(1)', '2026-01-15T08:00:00Z', '2026-01-15T09:29:59Z'],
    ['NextXHours(1)', '2026-01-15T09:31:00Z', '2026-01-15T09:31:00Z'],
    ['LastXDays(1)', '2026-01-14T08:00:00Z', '2026-01-15T09:29:59Z'],
    ['NextXDays(2)', '2026-01-15T09:31:00Z', '2026-01-17T23:59:59Z'],
    ['LastXWeeks(1)', '2026-01-10T12:00:00Z', '2026-01-15T09:29:59Z'],
    ['NextXWeeks(1)', '2026-01-15T09:31:00Z', '2026-01-18T00:00:00Z'],
    ['LastXMonths(1)', '2025-12-15T00:00:00Z', '2026-01-15T09:29:59Z'],
    ['NextXMonths(1)', '2026-01-15T09:31:00Z', '2026-02-01T00:00:00Z'],
    ['LastXYears(1)', '2025-01-15T00:00:00Z', '2026-01-15T09:29:59Z'],
    ['NextXYears(1)', '2026-01-15T09:31:00Z', '2027-01-01T00:00:00Z'],
    ['OlderThanXYears(1)', '2024-12-31T23:59:59Z', '2025-01-14T23:59:59Z'],
    ['OlderThanXMonths(1)', '2024-12-31T23:59:59Z', '2025-12-14T23:59:59Z'],
    ['OlderThanXWeeks(1)', '2024-12-31T23:59:59Z', '2026-01-04T00:00:00Z'],
    ['OlderThanXDays(1)', '2024-12-31T23:59:59Z', '2026-01-11T00:00:00Z'],
    ['OlderThanXHours(1)', '2024-12-31T23:59:59Z', '2026-01-15T07:59:59Z'],
    ['OlderThanXMinutes(1)', '2024-12-31T23:59:59Z', '2026-01-15T08:00:00Z'],
    ['ThisFiscalYear()', '2026-01-03T23:59:59Z', '2026-04-01T00:00:00Z'],
    ['LastFiscalYear()', '2025-01-01T00:00:00Z', '2025-12-15T00:00:00Z'],
    ['NextFiscalYear()', '2027-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ['ThisFiscalPeriod()', '2026-01-03T23:59:59Z', '2026-02-01T00:00:00Z'],
    ['LastFiscalPeriod()', '2025-10-01T00:00:00Z', '2025-12-15T00:00:00Z'],
    ['NextFiscalPeriod()', '2026-04-01T00:00:00Z', '2026-04-01T00:00:00Z'],
    ['LastXFiscalYears(1)', '2025-01-01T00:00:00Z', '2026-01-15T09:29:59Z'],
    ['NextXFiscalYears(1)', '2026-01-15T09:31:00Z', '2027-01-01T00:00:00Z'],
    ['LastXFiscalPeriods(2)', '2025-09-30T23:59:59Z', '2026-01-15T09:29:59Z'],
    ['NextXFiscalPeriods(4)', '2026-01-15T09:31:00Z', '2027-01-01T00:00:00Z'],
    ['InFiscalYear(2025)', '2025-01-01T00:00:00Z', '2025-12-15T00:00:00Z'],
    ['InFiscalPeriodAndYear(4,2025)', '2025-10-01T00:00:00Z', '2025-12-15T00:00:00Z'],
    ['InOrBeforeFiscalPeriodAndYear(1,2025)', '2024-12-31T23:59:59Z', '2025-01-15T00:00:00Z'],
    ['InOrAfterFiscalPeriodAndYear(2,2026)', '2026-04-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ["On('2026-01-14')", '2026-01-14T08:00:00Z', '2026-01-14T08:00:00Z'],
    ["OnOrAfter('2026-02-01T10:00:00Z')", '2026-02-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ["OnOrBefore('2025-01-14')", '2024-12-31T23:59:59Z', '2025-01-14T23:59:59Z'],
  ];

  test.each(spans)('%s', (call, first, last) => {
    const [, name, inside = ''] = /^(\w+)\((.*)\)$/.exec(call) ?? [];
    const values = inside === '' ? [] : inside.split(',');
    const parameters = values.map((it, index) =>
      values.length === 1 ? `PropertyValue=${it}` : `PropertyValue${index + 1}=${it}`,
    );
    const args = ["PropertyName='scheduledend'", ...parameters].join(',');
    const wanted = moments.filter((it) => it >= first && it <= last);
    expect(found(`${prefix}${name ?? ''}(${args})`)).toEqual(wanted);
  });

  test('the next periods are whole ones where the rule says so', () => {
    const whole = openLab({
      now: () => Date.UTC(2025, 0, 1),
      seed: { settings: { countedFiscalPeriods: 'whole' } },
    });
    const count = (filter: string) =>
      whole.get(admin, wire(`/accounts?$count=true&$filter=${filter}`)).json['@odata.count'];
    const last = `${prefix}LastXFiscalYears(PropertyName='createdon',PropertyValue=1)`;
    expect(count(last)).toBe(
      count('createdon ge 2024-01-01T00:00:00Z and createdon lt 2025-01-01T00:00:00Z'),
    );
    expect(count(last)).not.toBe(0);
  });

  test('a period without a year is that of every year', () => {
    const inFirst = moments.filter((it) => /-0[123]-/.test(it));
    expect(found(`${prefix}InFiscalPeriod(PropertyName='scheduledend',PropertyValue=1)`)).toEqual(inFirst);
  });

  test('the fiscal calendar is a setting of the environment', () => {
    const other = openLab({
      seed: { settings: { fiscalYearStartMonth: 4, fiscalPeriods: 'semiannually' } },
    });
    const count = (filter: string) =>
      other.get(admin, wire(`/accounts?$count=true&$filter=${filter}`)).json['@odata.count'];
    const half = 'createdon ge 2025-04-01T00:00:00Z and createdon lt 2025-10-01T00:00:00Z';
    expect(count(half)).toBeGreaterThan(0);
    expect(
      count(`${prefix}InFiscalPeriodAndYear(PropertyName='createdon',PropertyValue1=1,PropertyValue2=2025)`),
    ).toBe(count(half));
  });
});

test('Days begin where the user is, as in FetchXML', () => {
  const east = openLab({
    now: () => Date.UTC(2026, 0, 15, 9, 30),
    seed: { settings: { userTimeZone: 'Asia/Tokyo' } },
  });
  for (const scheduledend of [
    '2026-01-14T14:59:59Z',
    '2026-01-14T15:00:00Z',
    '2026-01-15T14:59:59Z',
    '2026-01-15T15:00:00Z',
  ])
    east.send(admin, 'POST', '/tasks', { subject: 'Moment', category: 'clock', scheduledend });
  const both = (call: string, condition: string) => {
    const odata = `/tasks?$select=scheduledend&$filter=category eq 'clock' and ${prefix}${call}`;
    const fetch = `<fetch><entity name="task"><attribute name="scheduledend"/><filter><condition attribute="category" operator="eq" value="clock"/><condition attribute="scheduledend" ${condition}/></filter></entity></fetch>`;
    return [wire(odata), `/tasks?fetchXml=${encodeURIComponent(fetch)}`].map((url) =>
      rowsOf(east.get(admin, url)).map((it) => textAt(it, 'scheduledend')),
    );
  };
  const day = ['2026-01-14T15:00:00Z', '2026-01-15T14:59:59Z'];
  expect(both("Today(PropertyName='scheduledend')", 'operator="today"')).toEqual([day, day]);
  expect(
    both("On(PropertyName='scheduledend',PropertyValue='2026-01-15')", 'operator="on" value="2026-01-15"'),
  ).toEqual([day, day]);
});

describe('functions of values', () => {
  const count = (set: string, filter: string): number =>
    Number(lab.get(admin, wire(`/${set}?$count=true&$filter=${filter}`)).json['@odata.count']);

  test('In, NotIn and ranges agree with comparisons, by alias and in place, with either quote', () => {
    const both = count('accounts', 'industrycode eq 7 or industrycode eq 12');
    expect(both).toBeGreaterThan(0);
    for (const values of ["['7','12']", '["7","12"]']) {
      expect(count('accounts', `${prefix}In(PropertyName='industrycode',PropertyValues=${values})`)).toBe(
        both,
      );
    }
    const all = count('accounts', 'true');
    const inAlias = `${prefix}NotIn(PropertyName=@p,PropertyValues=@v)&@p='industrycode'&@v=["7","12"]`;
    expect(count('accounts', inAlias)).toBe(all - both);
    const some = count('accounts', 'numberofemployees ge 100 and numberofemployees le 300');
    const range = `Between(PropertyName='numberofemployees',PropertyValues=["100","300"])`;
    expect(count('accounts', `${prefix}${range}`)).toBe(some);
    expect(count('accounts', `${prefix}Not${range}`)).toBe(all - some);
  });

  test('choices columns hold values and show labels', () => {
    const north = rowsOf(
      lab.get(
        admin,
        wire(
          `/accounts?$select=ctso_salesregions&$filter=${prefix}ContainValues(PropertyName='ctso_salesregions',PropertyValues=['948930001'])`,
        ),
        { prefer: 'odata.include-annotations="*"' },
      ),
    );
    expect(north.length).toBeGreaterThan(0);
    for (const row of north) {
      expect(textAt(row, 'ctso_salesregions').split(',')).toContain('948930001');
      expect(textAt(row, 'ctso_salesregions@OData.Community.Display.V1.FormattedValue')).toMatch(
        /^North(; \w+)*$/,
      );
    }
    const without = `${prefix}DoesNotContainValues(PropertyName='ctso_salesregions',PropertyValues=['948930001'])`;
    expect(count('accounts', without)).toBe(count('accounts', 'true') - north.length);
  });

  test('the caller, its business unit, its teams, and those who report to it', () => {
    const me = lab.userId('adele@lab.demo.test');
    const mine = count('accounts', `_ownerid_value eq ${me}`);
    expect(mine).toBeGreaterThan(0);
    expect(count('accounts', `${prefix}EqualUserId(PropertyName='ownerid')`)).toBe(mine);
    const teams = count('accounts', `${prefix}EqualUserTeams(PropertyName='ownerid')`);
    expect(count('accounts', `${prefix}EqualUserOrUserTeams(PropertyName='ownerid')`)).toBe(mine + teams);
    const report = lab.userId('sam@lab.demo.test');
    lab.send(admin, 'PATCH', `/systemusers(${report})`, {
      'parentsystemuserid@odata.bind': `/systemusers(${me})`,
    });
    const theirs = count('accounts', `_ownerid_value eq ${report}`);
    expect(theirs).toBeGreaterThan(0);
    expect(count('accounts', `${prefix}EqualUserOrUserHierarchy(PropertyName='ownerid')`)).toBe(
      mine + theirs,
    );
    const withTeams = `${prefix}EqualUserOrUserHierarchyAndTeams(PropertyName='ownerid')`;
    const ofTheirTeams = rowsOf(
      lab.get(admin, `/systemusers(${report})/teammembership_association?$select=teamid`),
    ).reduce((sum, it) => sum + count('accounts', `_ownerid_value eq ${textAt(it, 'teamid')}`), 0);
    expect(count('accounts', withTeams)).toBe(mine + theirs + teams + ofTheirTeams);
    const unit = lab.unitId('Contoso');
    expect(count('accounts', `${prefix}EqualBusinessId(PropertyName='owningbusinessunit')`)).toBe(
      count('accounts', `_owningbusinessunit_value eq ${unit}`),
    );
  });

  test('hierarchies of the table itself, and of the table behind a lookup', () => {
    const emea = lab.unitId('EMEA');
    const names = (name: string) =>
      rowsOf(
        lab.get(
          admin,
          wire(
            `/businessunits?$select=name&$orderby=name&$filter=${prefix}${name}(PropertyName='businessunitid',PropertyValue='${emea}')`,
          ),
        ),
      ).map((it) => it['name']);
    expect(names('Above')).toEqual(['Contoso']);
    expect(names('AboveOrEqual')).toEqual(['Contoso', 'EMEA']);
    expect(names('Under')).toEqual(['Germany']);
    expect(names('UnderOrEqual')).toEqual(['EMEA', 'Germany']);
    expect(names('NotUnder')).toEqual(['Americas', 'Contoso', 'EMEA']);
    const inside = `${prefix}UnderOrEqual(PropertyName='businessunitid',PropertyValue='${emea}')`;
    const either = `_businessunitid_value eq ${emea} or _businessunitid_value eq ${lab.unitId('Germany')}`;
    expect(count('systemusers', inside)).toBe(count('systemusers', either));
  });
});

test('texts of a list are JSON, in double quotes and in single ones', () => {
  const name = `Say "O'Neil" \\ ä\n2`;
  lab.send(admin, 'POST', '/accounts', { name });
  const quoted = JSON.stringify(name);
  for (const list of [quoted, quoted.replace('ä', String.raw`\u00e4`), String.raw`'Say "O\'Neil" \\ ä\n2'`]) {
    const call = encodeURIComponent(`${prefix}In(PropertyName='name',PropertyValues=["a",${list}])`);
    const alias = `${prefix}In(PropertyName='name',PropertyValues=@p)&@p=${encodeURIComponent(`[${list}]`)}`;
    for (const filter of [call, alias])
      expect(rowsOf(lab.get(admin, `/accounts?$filter=${filter}`)).map((it) => it['name'])).toEqual([name]);
  }
});

// As FetchXMLBuilder writes them (FXBTests, OData4Tests; pull request 442 tells that both ways of a lambda are the same).
describe('functions behind a lookup or a lambda variable', () => {
  const names = (table: string, filter: string) =>
    rowsOf(lab.get(admin, wire(`/${table}?$select=name&$orderby=name&$filter=${filter}`))).map(
      (it) => it['name'],
    );
  const actives = `${prefix}In(PropertyName='statecode',PropertyValues=['0'])`;
  const mine = `${prefix}EqualUserId(PropertyName='systemuserid')`;
  const equal: readonly (readonly [string, string, string])[] = [
    ['accounts', `primarycontactid/${actives}`, 'primarycontactid/statecode eq 0'],
    [
      'accounts',
      `primarycontactid/createdby/${prefix}In(PropertyName='fullname',PropertyValues=["Adele Admin"])`,
      `primarycontactid/createdby/fullname eq 'Adele Admin'`,
    ],
    [
      'accounts',
      `contact_customer_accounts/any(o1:(o1/${actives}))`,
      'contact_customer_accounts/any(o1:(o1/statecode eq 0))',
    ],
    [
      'accounts',
      `contact_customer_accounts/any(o1:(${actives}))`,
      'contact_customer_accounts/any(o1:(o1/statecode eq 0))',
    ],
    [
      'accounts',
      `contact_customer_accounts/any(o1:o1/createdby/${mine})`,
      `contact_customer_accounts/any(o1:o1/createdby/systemuserid eq ${lab.userId('adele@lab.demo.test')})`,
    ],
    [
      'teams',
      `(teamtype ne 1) and (teammembership_association/any(o1:(o1/${mine})))`,
      `teamtype ne 1 and teammembership_association/any(o1:o1/systemuserid eq ${lab.userId('adele@lab.demo.test')})`,
    ],
  ];

  test.each(equal)('%s: %s', (table, call, comparison) => {
    const wanted = names(table, comparison);
    expect(wanted.length).toBeGreaterThan(0);
    expect(names(table, call)).toEqual(wanted);
  });

  const refusals: readonly (readonly [string, string])[] = [
    [`nosuch/${actives}`, '0x80041103'],
    [`name/${actives}`, '0x80041103'],
    [`ownerid/${actives}`, '0x80041103'],
    [`contact_customer_accounts/${actives}`, '0x80041103'],
    [`contact_customer_accounts/any(o1:(o2/${actives}))`, '0x80041103'],
    [`primarycontactid/${prefix}In(PropertyName='revenue',PropertyValues=['0'])`, '0x80041103'],
  ];

  test.each(refusals)('refused: %s', (filter, code) => {
    expect(errorOf(lab.get(admin, wire(`/accounts?$filter=${filter}`))).code).toBe(code);
  });
});

describe('not before a function (Learn: "Filter rows using Web API functions", limitations; status as seen in public code)', () => {
  test.each([
    `/systemusers?$select=fullname,systemuserid&$filter=not ${prefix}EqualUserId(PropertyName=@p1)&@p1='systemuserid'`,
    `/accounts?$filter=not (${prefix}In(PropertyName='name',PropertyValues=['a']) or statecode eq 0)`,
  ])('is refused: %s', (url) => {
    const answer = lab.get(admin, wire(url));
    expect(answer.status).toBe(405);
    expect(errorOf(answer)).toMatchObject({
      code: '0x80060888',
      message: 'Not operator along with the Custom Named Condition operators is not allowed',
    });
  });

  test('the function that means the opposite is the way, as Learn shows it', () => {
    const url = `/systemusers?$select=fullname,systemuserid&$filter=${prefix}NotEqualUserId(PropertyName=@p1)&@p1='systemuserid'`;
    expect(rowsOf(lab.get(admin, wire(url))).length).toBeGreaterThan(0);
  });
});

describe('refused functions', () => {
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    [
      `Nonsense(PropertyName='name')`,
      '0x80060888',
      /unknown function with name 'Microsoft.Dynamics.CRM.Nonsense'/,
    ],
    [`In(PropertyName='name')`, '0x80060888', /unknown function/],
    [`In(PropertyName='name',PropertyValues=['a'],Other=1)`, '0x80060888', /unknown function/],
    [`In(PropertyName='name',PropertyName='name')`, '0x80060888', /unknown function/],
    [`In(PropertyName='name',PropertyValues='a')`, '0x80060888', /'Collection\(Edm.String\)'/],
    [
      `In(PropertyName='name',PropertyValues=['O''Neil'])`,
      '0x80060888',
      /^Invalid JSON. A comma character ','/,
    ],
    [`In(PropertyName='name',PropertyValues=["O'Neil)`, '0x80060888', /^Invalid JSON/],
    // Learn: "Filter rows using OData", manage single quotes: its example
    [
      `In(PropertyName='name',PropertyValues=['OBrian','OBryan','O'Brian','O'Bryan'])`,
      '0x80060888',
      /^Invalid JSON. A comma character ',' was expected in scope 'Array'/,
    ],
    [`In(PropertyName='statecode',PropertyValues=['Active'])`, '0x80041139', /invalid/],
    [`In(PropertyName='accountid',PropertyValues=['1'])`, '0x80041139', /invalid/],
    [`In(PropertyName=name,PropertyValues=['a'])`, '0x80060888', /Syntax error/],
    [`In(PropertyName='nosuch',PropertyValues=['a'])`, '0x80041103', /'nosuch'/],
    [`Today(PropertyName='createdon',PropertyValue=1)`, '0x80060888', /unknown function/],
    [`LastXDays(PropertyName='createdon')`, '0x80060888', /unknown function/],
    [`LastXDays(PropertyName='createdon',PropertyValue='a')`, '0x80060888', /'Edm.Int64'/],
    [`LastXDays(PropertyName='createdon',PropertyValue=0)`, '0x8004110c', /greater than zero/],
    [`LastXDays(PropertyName='createdon',PropertyValue=-5)`, '0x8004110c', /greater than zero/],
    [`LastXDays(PropertyName='name',PropertyValue=5)`, '0x80041106', /Incorrect filter condition/],
    [`On(PropertyName='createdon',PropertyValue='soon')`, '0x80041139', /value provided is invalid/],
    [`Between(PropertyName='revenue',PropertyValues=["5"])`, '0x800404b7', /number of arguments/],
    [`Between(PropertyName='revenue',PropertyValues=["a","b"])`, '0x80041139', /invalid/],
    [`ContainValues(PropertyName='industrycode',PropertyValues=['1'])`, '0x80041106', /Incorrect/],
    [
      `Contains(PropertyName='name',PropertyValue='x')`,
      '0x80041120',
      /^Unknown Condition Operator: Contains. FetchXml does not support it/,
    ],
    [`InFiscalPeriod(PropertyName='createdon',PropertyValue=14)`, '0x80041139', /invalid/],
    [
      `Under(PropertyName='transactioncurrencyid',PropertyValue='c')`,
      '0x80047020',
      /the transactioncurrency entity doesn't have a hierarchical relationship/,
    ],
  ];

  test.each(refusals)('%s', (call, code, message) => {
    const answer = lab.get(admin, wire(`/accounts?$filter=${prefix}${call}`));
    expect(answer.status).toBe(400);
    expect(errorOf(answer).code).toBe(code);
    expect(errorOf(answer).message).toMatch(message);
  });
});

describe('parameter aliases', () => {
  test('stand for properties and values of $filter and $orderby; one without a value is null', () => {
    const plain = lab.get(
      admin,
      wire('/contacts?$orderby=lastname asc,firstname desc&$filter=lastname ne null'),
    );
    const named = lab.get(
      admin,
      wire('/contacts?$orderby=@p1 asc,@p2 desc&$filter=@p1 ne @p3&@p1=lastname&@p2=firstname'),
    );
    expect(rowsOf(named)).toEqual(rowsOf(plain));
    expect(lab.get(admin, wire("/contacts?$orderby=@p&@p='x'")).status).toBe(400);
  });
});
