import { describe, expect, test } from 'vitest';
import type { EnvironmentSettings } from '../../../../emulator/dataverse/environment-seed.ts';
import { type Body, openLab, person, rowsOf } from '../rig.ts';
import { accounts, allRows, ask, idsOf, rowsFor, values, where } from './fetch-lab.ts';

const lab = openLab();
const all = allRows(lab, 'accounts');
const [first] = all;

const found = (filter: string) => idsOf(rowsFor(lab, accounts(filter)));
const expected = (test: (row: Body) => boolean) => idsOf(all.filter(test));
const text = (row: Body, column: string): string | null => {
  const value = row[column];
  return typeof value === 'string' ? value : null;
};
const number = (row: Body, column: string): number => Number(row[column] ?? Number.NaN);

const city = text(first ?? {}, 'address1_city') ?? '';
const owner = text(first ?? {}, '_ownerid_value') ?? '';
const name = text(first ?? {}, 'name') ?? '';

/** What each operator means, reckoned by itself over the rows that OData reads (Learn: "condition operator values"). */
const cases: readonly (readonly [string, string, (row: Body) => boolean])[] = [
  ['eq, text without case', where('name', 'eq', name.toUpperCase()), (row) => row['name'] === name],
  ['ne', where('name', 'ne', name), (row) => row['name'] !== name],
  ['neq', where('name', 'neq', name), (row) => row['name'] !== name],
  ['ne with rows without a value', where('parentaccountid', 'ne', owner), () => true],
  [
    'eq of an id in braces',
    where('ownerid', 'eq', `{${owner.toUpperCase()}}`),
    (row) => row['_ownerid_value'] === owner,
  ],
  [
    'eq of an id without dashes',
    where('ownerid', 'eq', owner.replaceAll('-', '')),
    (row) => row['_ownerid_value'] === owner,
  ],
  [
    'eq with an element',
    where('address1_city', 'eq', undefined, values(city)),
    (row) => row['address1_city'] === city,
  ],
  ['eq of a choice', where('industrycode', 'eq', '7'), (row) => row['industrycode'] === 7],
  ['eq of yes', where('creditonhold', 'eq', 'true'), (row) => row['creditonhold'] === true],
  ['eq of 0', where('creditonhold', 'eq', '0'), (row) => row['creditonhold'] === false],
  ['gt', where('revenue', 'gt', '3000000'), (row) => number(row, 'revenue') > 3_000_000],
  ['ge', where('revenue', 'ge', '3000000.00'), (row) => number(row, 'revenue') >= 3_000_000],
  ['lt', where('revenue', 'lt', '3e6'), (row) => number(row, 'revenue') < 3_000_000],
  ['le', where('numberofemployees', 'le', ' 300 '), (row) => number(row, 'numberofemployees') <= 300],
  ['gt of a text', where('name', 'gt', 'm'), (row) => (text(row, 'name') ?? '').toLowerCase() > 'm'],
  ['like', where('name', 'like', '%a%o%'), (row) => /a.*o/i.test(text(row, 'name') ?? '')],
  ['like without wildcards', where('name', 'like', name.toLowerCase()), (row) => row['name'] === name],
  [
    'like with one character',
    where('address1_city', 'like', `_${city.slice(1)}`),
    (row) =>
      text(row, 'address1_city')?.slice(1) === city.slice(1) &&
      text(row, 'address1_city')?.length === city.length,
  ],
  ['like with a set', where('name', 'like', '[a-c]%'), (row) => /^[a-c]/i.test(text(row, 'name') ?? '')],
  [
    'like with a negated set',
    where('name', 'like', '[^a-c]%'),
    (row) => /^[^a-c]/i.test(text(row, 'name') ?? ''),
  ],
  ['not-like, also without a value', where('description', 'not-like', '%x%'), () => true],
  ['begins-with', where('name', 'begins-with', 'C'), (row) => /^c/i.test(text(row, 'name') ?? '')],
  ['not-begin-with', where('name', 'not-begin-with', 'C'), (row) => !/^c/i.test(text(row, 'name') ?? '')],
  ['ends-with', where('name', 'ends-with', 'd'), (row) => /d$/i.test(text(row, 'name') ?? '')],
  ['not-end-with', where('name', 'not-end-with', 'd'), (row) => !/d$/i.test(text(row, 'name') ?? '')],
  [
    'in',
    where('industrycode', 'in', undefined, values(1, 7)),
    (row) => [1, 7].includes(number(row, 'industrycode')),
  ],
  [
    'in beside an empty value',
    where('industrycode', 'in', '', values(1, 7)),
    (row) => [1, 7].includes(number(row, 'industrycode')),
  ],
  [
    'in with one value',
    where('industrycode', 'in', undefined, values(7)),
    (row) => row['industrycode'] === 7,
  ],
  [
    'in of texts without case',
    where('address1_city', 'in', undefined, values(city.toUpperCase())),
    (row) => row['address1_city'] === city,
  ],
  [
    'not-in',
    where('industrycode', 'not-in', undefined, values(1, 7)),
    (row) => ![1, 7].includes(number(row, 'industrycode')),
  ],
  [
    'between, with both ends',
    where('numberofemployees', 'between', undefined, values(100, 400)),
    (row) => number(row, 'numberofemployees') >= 100 && number(row, 'numberofemployees') <= 400,
  ],
  [
    'not-between',
    where('numberofemployees', 'not-between', undefined, values(100, 400)),
    (row) => number(row, 'numberofemployees') < 100 || number(row, 'numberofemployees') > 400,
  ],
  [
    'between of days',
    where('createdon', 'between', undefined, values('2024-06-01', '2024-12-31')),
    (row) =>
      String(row['createdon']) >= '2024-06-01T00:00:00Z' &&
      String(row['createdon']) <= '2024-12-31T00:00:00Z',
  ],
  ['null', where('primarycontactid', 'null'), (row) => row['_primarycontactid_value'] === null],
  [
    'null beside an empty value',
    where('primarycontactid', 'null', ''),
    (row) => row['_primarycontactid_value'] === null,
  ],
  ['not-null', where('primarycontactid', 'not-null'), (row) => row['_primarycontactid_value'] !== null],
  [
    'contain-values',
    where('industrycode', 'contain-values', undefined, values(1, 7)),
    (row) => [1, 7].includes(number(row, 'industrycode')),
  ],
  [
    'not-contain-values',
    where('industrycode', 'not-contain-values', undefined, values(1, 7)),
    (row) => ![1, 7].includes(number(row, 'industrycode')),
  ],
  [
    'eq of a time',
    where('createdon', 'eq', String(first?.['createdon'])),
    (row) => row['createdon'] === first?.['createdon'],
  ],
  [
    'ge of a day',
    where('createdon', 'ge', '2024-09-01'),
    (row) => String(row['createdon']) >= '2024-09-01T00:00:00Z',
  ],
  [
    'on',
    where('createdon', 'on', String(first?.['createdon']).slice(0, 10)),
    (row) => String(row['createdon']).slice(0, 10) === String(first?.['createdon']).slice(0, 10),
  ],
  [
    'on-or-after, as people in America write days',
    where('createdon', 'on-or-after', '9/1/2024'),
    (row) => String(row['createdon']) >= '2024-09-01',
  ],
  [
    'on-or-before, the whole day',
    where('createdon', 'on-or-before', '2024-09-01T03:00:00Z'),
    (row) => String(row['createdon']) < '2024-09-02',
  ],
  [
    'the label of a lookup',
    where('owneridname', 'like', '%a%'),
    (row) => /a/i.test(text(row, '_ownerid_value@OData.Community.Display.V1.FormattedValue') ?? ''),
  ],
  [
    'the label of a choice',
    where('industrycodename', 'eq', 'Consulting'),
    (row) => row['industrycode'] === 7,
  ],
  [
    'two columns of a row',
    '<filter><condition attribute="createdon" operator="lt" valueof="modifiedon"/></filter>',
    (row) => String(row['createdon']) < String(row['modifiedon']),
  ],
  [
    'two columns that differ',
    '<filter><condition attribute="createdon" operator="ne" valueof="modifiedon"/></filter>',
    (row) => row['createdon'] !== row['modifiedon'],
  ],
  [
    'a filter in a filter',
    `<filter type="or">${where('industrycode', 'eq', '7')}<condition attribute="industrycode" operator="eq" value="1"/></filter>`,
    (row) => [1, 7].includes(number(row, 'industrycode')),
  ],
  [
    'several filters',
    where('industrycode', 'eq', '7') + where('creditonhold', 'eq', '0'),
    (row) => row['industrycode'] === 7 && row['creditonhold'] === false,
  ],
  ['an empty filter', '<filter type="or"/>', () => true],
  [
    'a quick find',
    '<filter type="or" isquickfindfields="1"><condition attribute="name" operator="like" value="c%"/><condition attribute="accountnumber" operator="like" value="c%"/></filter>',
    (row) => /^c/i.test(text(row, 'name') ?? ''),
  ],
  [
    'what only people read',
    `<filter hint="union"><condition attribute="ownerid" operator="eq" uiname="x" uitype="systemuser" uihidden="0" value="${owner}"/></filter>`,
    (row) => row['_ownerid_value'] === owner,
  ],
];

describe('Condition operators', () => {
  // OData shows labels only where they are asked for.
  const labelled = rowsOf(lab.get(person('admin'), '/accounts', { prefer: 'odata.include-annotations="*"' }));

  test.each(cases)('%s', (_, filter, test) => {
    const wanted = idsOf(labelled.filter(test));
    expect(found(filter)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(0);
  });

  test('finds nothing by an empty text, and by rows that have no value', () => {
    expect(found(where('name', 'eq', ''))).toEqual([]);
    expect(found(where('parentaccountid', 'gt', owner)).length).toBeLessThan(all.length);
    expect(found(where('description', 'like', '%'))).toEqual([]);
  });
});

describe('The caller', () => {
  const of = (operator: string, caller: Parameters<typeof person>[0] = 'admin') =>
    idsOf(
      rowsOf(
        lab.get(
          person(caller),
          `/accounts?fetchXml=${encodeURIComponent(accounts(where('ownerid', operator)))}`,
        ),
      ),
    );

  test('is found by itself, with its teams, and those who are not it', () => {
    const id = lab.userId('adele@lab.demo.test');
    const own = expected((row) => row['_ownerid_value'] === id);
    expect(of('eq-userid')).toEqual(own);
    expect(of('ne-userid')).toEqual(expected((row) => row['_ownerid_value'] !== id));
    expect(of('eq-useroruserhierarchy')).toEqual(own);
    const teams = of('eq-userteams');
    expect(of('eq-useroruserteams')).toEqual([...own, ...teams].toSorted());
    expect(of('eq-useroruserhierarchyandteams')).toEqual([...own, ...teams].toSorted());
  });

  test('has a business unit and a language', () => {
    const unit = lab.unitId('Contoso');
    const of = (operator: string) => found(where('owningbusinessunit', operator));
    expect(of('eq-businessid')).toEqual(expected((row) => row['_owningbusinessunit_value'] === unit));
    expect(of('ne-businessid')).toEqual(expected((row) => row['_owningbusinessunit_value'] !== unit));
    const languages = `<fetch><entity name="organization"><attribute name="name"/>${where('languagecode', 'eq-userlanguage')}</entity></fetch>`;
    expect(rowsFor(lab, languages, 'organizations')).toHaveLength(1);
  });

  test('stands above those who report to it, unless hierarchy security is off', () => {
    const query = (id: string) =>
      `<fetch><entity name="systemuser"><attribute name="systemuserid"/><filter><condition attribute="systemuserid" operator="${id}"/></filter></entity></fetch>`;
    const open = (settings: EnvironmentSettings) => {
      const other = openLab({ seed: { settings } });
      const [adele, sam] = [other.userId('adele@lab.demo.test'), other.userId('sam@lab.demo.test')];
      const set = { 'parentsystemuserid@odata.bind': `/systemusers(${adele})` };
      expect(other.send(person('admin'), 'PATCH', `/systemusers(${sam})`, set).status).toBe(204);
      return rowsFor(other, query('eq-useroruserhierarchy'), 'systemusers').length;
    };
    expect(open({ hierarchySecurity: { model: 'manager' } })).toBe(2);
    expect(open({})).toBe(1);
  });
});

describe('Hierarchies', () => {
  const units = (operator: string, of: string) =>
    rowsFor(
      lab,
      `<fetch><entity name="businessunit"><attribute name="name"/><filter><condition attribute="businessunitid" operator="${operator}" value="${lab.unitId(of)}"/></filter><order attribute="name"/></entity></fetch>`,
      'businessunits',
    ).map((row) => row['name']);

  test('go up, down and beside a record (Learn: "Query hierarchical data")', () => {
    expect(units('under', 'EMEA')).toEqual(['Germany']);
    expect(units('eq-or-under', 'EMEA')).toEqual(['EMEA', 'Germany']);
    expect(units('not-under', 'EMEA')).toEqual(['Americas', 'Contoso', 'EMEA']);
    expect(units('above', 'Germany')).toEqual(['Contoso', 'EMEA']);
    expect(units('eq-or-above', 'Germany')).toEqual(['Contoso', 'EMEA', 'Germany']);
  });

  test('are those of the table that a lookup points to', () => {
    const below = [lab.unitId('EMEA'), lab.unitId('Germany')];
    expect(found(where('owningbusinessunit', 'eq-or-under', below[0]))).toEqual(
      expected((row) => below.includes(String(row['_owningbusinessunit_value']))),
    );
  });

  test('count the rows right below one', () => {
    const rows = rowsFor(
      lab,
      accounts('<attribute name="accountid" alias="children" rowaggregate="CountChildren"/>'),
    );
    for (const row of rows) {
      expect(row['children']).toBe(
        all.filter((it) => it['_parentaccountid_value'] === row['accountid']).length,
      );
    }
    expect(rows.some((row) => Number(row['children']) > 1)).toBe(true);
    expect(ask(lab, accounts('<attribute name="accountid" alias="n" rowaggregate="Sum"/>')).status).toBe(400);
  });
});
