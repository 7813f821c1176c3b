import { describe, expect, test } from 'vitest';
import { app, type Body, errorOf, openLab, person, rowsOf } from '../rig.ts';
import { accounts, allRows, ask, idsOf, rowsFor, where } from './fetch-lab.ts';

const lab = openLab();
const parents = allRows(lab, 'accounts');
const children = allRows(lab, 'contacts');
const childrenOf = (row: Body): readonly Body[] =>
  children.filter((it) => it['_parentcustomerid_value'] === row['accountid']);
const isSure = (row: Body): boolean => row['donotemail'] === true;
const expected = (test: (row: Body) => boolean) => idsOf(parents.filter(test));

const link = (type: string, inside = '', more = '') =>
  `<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="${type}" ${more}>${inside}</link-entity>`;
const sure = where('donotemail', 'eq', '1');
const found = (inside: string) => idsOf(rowsFor(lab, accounts(inside)));
const inFilter = (inside: string, type = 'and') => `<filter type="${type}">${inside}</filter>`;

/** Meanings by Learn: "link-entity element", "Join tables using FetchXml", "Filter rows using FetchXml". */
describe('Links that only ask whether rows are there', () => {
  test.each([
    ['exists', link('exists'), (row: Body) => childrenOf(row).length > 0],
    ['exists with a filter', link('exists', sure), (row: Body) => childrenOf(row).some(isSure)],
    ['in', link('in', sure), (row: Body) => childrenOf(row).some(isSure)],
    ['any', inFilter(link('any')), (row: Body) => childrenOf(row).length > 0],
    ['any with a filter', inFilter(link('any', sure)), (row: Body) => childrenOf(row).some(isSure)],
    ['not any', inFilter(link('not any')), (row: Body) => childrenOf(row).length === 0],
    ['not any with a filter', inFilter(link('not any', sure)), (row: Body) => !childrenOf(row).some(isSure)],
    [
      'not all, which means any',
      inFilter(link('not all', sure)),
      (row: Body) => childrenOf(row).some(isSure),
    ],
    [
      'all, which means some but none such',
      inFilter(link('all', sure)),
      (row: Body) => childrenOf(row).length > 0 && !childrenOf(row).some(isSure),
    ],
    [
      'any, or something else',
      inFilter(`${link('any', sure)}<condition attribute="industrycode" operator="eq" value="7"/>`, 'or'),
      (row: Body) => childrenOf(row).some(isSure) || row['industrycode'] === 7,
    ],
    [
      'any, compared with the row around it',
      inFilter(
        link(
          'any',
          '<filter><condition attribute="ownerid" operator="eq" valueof="account.ownerid"/></filter>',
        ),
      ),
      (row: Body) => childrenOf(row).some((it) => it['_ownerid_value'] === row['_ownerid_value']),
    ],
    [
      'any, with a link in it',
      inFilter(
        link(
          'any',
          `<link-entity name="systemuser" from="systemuserid" to="owninguser">${where('fullname', 'like', '%a%')}</link-entity>`,
        ),
      ),
      (row: Body) =>
        childrenOf(row).some((it) => /a/i.test(names.get(String(it['_owninguser_value'])) ?? '')),
    ],
  ])('%s', (_, inside, test) => {
    const wanted = expected(test);
    expect(found(inside)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThan(parents.length);
  });

  const names = new Map(
    allRows(lab, 'systemusers').map((it) => [String(it['systemuserid']), String(it['fullname'])]),
  );
});

describe('Joins', () => {
  test('give a row for each match, or one at most', () => {
    const pairs = parents.flatMap(childrenOf).length;
    expect(found(link('inner'))).toHaveLength(pairs);
    expect(found(link('natural'))).toHaveLength(pairs);
    const childless = expected((row) => childrenOf(row).length === 0);
    expect(found(link('outer'))).toHaveLength(pairs + childless.length);
    const once = rowsFor(
      lab,
      accounts(link('matchfirstrowusingcrossapply', '<attribute name="fullname"/>', 'alias="c"')),
    );
    // As an inner one, with schema names instead of aliases (Learn: "Join tables using FetchXml").
    expect(idsOf(once)).toEqual(expected((row) => childrenOf(row).length > 0));
    expect(once.every((row) => typeof row['FullName'] === 'string')).toBe(true);
  });

  test('of type inner drop a row also inside one of type outer that finds nothing, unless chosen otherwise', () => {
    const inside = '<link-entity name="systemuser" from="systemuserid" to="owninguser" link-type="KIND"/>';
    const nested = (kind: string) => link('outer', inside.replace('KIND', kind));
    const childless = expected((row) => childrenOf(row).length === 0);
    const missing = (of: readonly string[]) => childless.filter((id) => !of.includes(id));
    expect(missing(found(nested('inner')))).toEqual(childless);
    expect(missing(found(nested('outer')))).toEqual([]);
    const chosen = openLab({ seed: { settings: { innerUnderOuter: 'keepsRow' } } });
    const kept = rowsFor(chosen, accounts(nested('inner'))).map((row) => String(row['accountid']));
    expect(missing(kept)).toEqual([]);
  });

  test('filter with the join, or after it where a condition names the table', () => {
    const withJoin = found(link('outer', sure, 'alias="c"'));
    expect(new Set(withJoin)).toEqual(new Set(expected(() => true)));
    const condition = (operator: string) =>
      `<filter><condition entityname="c" attribute="donotemail" operator="${operator}" value="1"/></filter>`;
    expect(new Set(found(link('outer', condition('eq'), 'alias="c"')))).toEqual(
      new Set(expected((row) => childrenOf(row).some(isSure))),
    );
    expect(new Set(found(link('outer', '', 'alias="c"') + condition('eq')))).toEqual(
      new Set(expected((row) => childrenOf(row).some(isSure))),
    );
    const none = '<filter><condition entityname="contact" attribute="contactid" operator="null"/></filter>';
    expect(found(link('outer') + none)).toEqual(expected((row) => childrenOf(row).length === 0));
  });

  test('call a table without an alias by its name and a number', () => {
    const [row] = rowsFor(lab, accounts(link('inner', '<attribute name="fullname"/>')));
    expect(Object.keys(row ?? {})).toContain('contact1.fullname');
    expect(row).toMatchObject({ 'contact1.fullname@OData.Community.Display.V1.AttributeName': 'fullname' });
  });

  test('go over an intersect table, and over columns without a relationship', () => {
    const members = rowsFor(
      lab,
      '<fetch><entity name="systemuser"><attribute name="fullname"/><link-entity name="teammembership" from="systemuserid" to="systemuserid" intersect="true" visible="false"><link-entity name="team" from="teamid" to="teamid" alias="team"><attribute name="name"/><filter><condition attribute="name" operator="eq" value="Field Team"/></filter></link-entity></link-entity></entity></fetch>',
      'systemusers',
    );
    expect(members).toMatchObject([{ fullname: 'Tess Team', 'team.name': 'Field Team' }]);
    const same = found(
      '<link-entity name="account" from="address1_city" to="address1_city" alias="other"><filter><condition attribute="accountid" operator="ne" valueof="account.accountid"/></filter></link-entity>',
    );
    expect(new Set(same).size).toBeGreaterThan(1);
  });

  // Learn: "link-entity element", using from and to attributes; the second query is its example.
  test('find a many-to-many relationship where a link names no columns', () => {
    const users = (link: string) =>
      rowsFor(
        lab,
        `<fetch><entity name="systemuser"><attribute name="fullname"/>${link}</entity></fetch>`,
        'systemusers',
      );
    const team = '<attribute name="name"/>';
    const chosen = users(`<link-entity name="team" alias="team">${team}</link-entity>`);
    const named = users(
      `<link-entity name="teammembership" from="systemuserid" to="systemuserid" intersect="true"><link-entity name="team" from="teamid" to="teamid" link-type="inner" alias="team">${team}</link-entity></link-entity>`,
    );
    const inOrder = (rows: readonly Body[]) =>
      rows.map((it) => `${String(it['fullname'])} ${String(it['team.name'])}`).toSorted();
    expect(inOrder(chosen)).toEqual(inOrder(named));
    expect(errorOf(ask(lab, accounts('<link-entity name="contact"/>'))).message).toBe(
      'No system many-to-many relationship exists between account and contact.  If attempting to link through a custom many-to-many relationship ensure that you provide the from and to attributes.',
    );
  });

  test.each([
    ['to="primarycontactid"', (row: Body) => row['_primarycontactid_value'] !== null],
    ['from="contactid"', (row: Body) => row['_primarycontactid_value'] !== null],
    ['from="parentcustomerid"', (row: Body) => childrenOf(row).length > 0],
  ])('find the other column by the relationship of the one that is named: %s', (named, test) => {
    expect(found(`<link-entity name="contact" ${named} link-type="exists"/>`)).toEqual(expected(test));
  });

  test('may use one name for a table and for a column (Learn: "Order rows using FetchXml")', () => {
    const xml = (order: string, inner: string) =>
      `<fetch><entity name="account"><attribute name="name"/><link-entity name="account" from="accountid" to="parentaccountid" alias="parentaccount"><attribute name="name" alias="parentaccount"/>${inner}</link-entity>${order}<order attribute="name"/></entity></fetch>`;
    const own = rowsFor(lab, xml('', '<order attribute="name"/>')).map((row) => String(row['name']));
    expect(own).toEqual(own.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'accent' })));
    const linked = rowsFor(lab, xml('<order entityname="parentaccount" attribute="name"/>', '')).map((row) =>
      String(row['parentaccount']),
    );
    expect(linked).toEqual(linked.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'accent' })));
  });

  test('refuse a query that would go through rows without end', () => {
    const product = (depth: number): string =>
      `<link-entity name="account" from="creditonhold" to="creditonhold" alias="a${depth}">${depth > 0 ? product(depth - 1) : ''}</link-entity>`;
    expect(errorOf(ask(lab, accounts(`${product(4)}<order attribute="name"/>`))).code).toBe('0x80044151');
  });
});

describe('What a caller may not read', () => {
  const as = (caller: ReturnType<typeof app>, xml: string) =>
    lab.get(caller, `/accounts?fetchXml=${encodeURIComponent(xml)}`);

  test.each(['inner', 'outer', 'exists', 'in', 'matchfirstrowusingcrossapply'])(
    'is refused in a link of type %s, and in one inside a filter',
    (type) => {
      const denied = as(app('reader'), accounts(link(type)));
      expect(denied.status).toBe(403);
      expect(errorOf(denied).message).toContain('prvReadContact');
      expect(as(app('reader'), accounts(inFilter(link('not any')))).status).toBe(403);
    },
  );

  test('is not joined to either: rows beyond the reach of the caller are not there', () => {
    const sam = person('sam');
    const readable = new Set(
      rowsOf(lab.get(sam, '/contacts?$select=contactid')).map((row) => String(row['contactid'])),
    );
    expect(readable.size).toBeLessThan(children.length);
    const mine = rowsOf(as(sam, accounts(link('inner', '<attribute name="contactid"/>', 'alias="c"')))).map(
      (row) => String(row['c.contactid']),
    );
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every((id) => readable.has(id))).toBe(true);
  });

  test('is null in a secured column: in the answer, in filters, orders, joins and aggregates', () => {
    const secured = openLab({
      seed: {
        columnSecurity: {
          secured: [
            { table: 'account', column: 'creditlimit' },
            { table: 'account', column: 'primarycontactid' },
          ],
          profiles: [],
        },
      },
    });
    const rows = (inside: string) =>
      rowsOf(secured.get(person('dana'), `/accounts?fetchXml=${encodeURIComponent(accounts(inside))}`));
    const count = rows('').length;
    expect(count).toBeGreaterThan(0);
    expect(rows('<attribute name="creditlimit"/>').some((row) => 'creditlimit' in row)).toBe(false);
    expect(rows(where('creditlimit', 'gt', '0'))).toEqual([]);
    expect(rows(where('creditlimit', 'null'))).toHaveLength(count);
    expect(rows('<link-entity name="contact" from="contactid" to="primarycontactid"/>')).toEqual([]);
    expect(rows(where('primarycontactidname', 'not-null'))).toEqual([]);
    const sum = secured.get(
      person('dana'),
      `/accounts?fetchXml=${encodeURIComponent('<fetch aggregate="true"><entity name="account"><attribute name="creditlimit" alias="sum" aggregate="sum"/><attribute name="creditlimit" alias="n" aggregate="countcolumn"/></entity></fetch>')}`,
    );
    expect(rowsOf(sum)).toEqual([{ sum: 0, n: 0 }]);
  });
});
