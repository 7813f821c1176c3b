import { describe, expect, test } from 'vitest';
import { type Answer, errorOf, openLab, person, rowsOf, textAt } from '../rig.ts';
import { ask, rowsFor } from './fetch-lab.ts';

const lab = openLab();

/** The cookie inside the annotation, as the steps of Learn: "Page results using FetchXml" get it out. */
const cookieIn = (answer: Answer): string => {
  const annotation = textAt(answer.json, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
  const encoded = /pagingcookie="([^"]*)"/.exec(annotation)?.[1] ?? '';
  return decodeURIComponent(decodeURIComponent(encoded));
};

const xmlEncoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const contacts = (head: string, inside: string) =>
  `<fetch ${head}><entity name="contact"><attribute name="fullname"/>${inside}</entity></fetch>`;
const byName = '<order attribute="fullname" descending="true"/>';
const page = (number: number, cookie: string, inside = byName, size = 40): Answer =>
  ask(
    lab,
    contacts(
      `count="${size}" page="${number}"${cookie === '' ? '' : ` paging-cookie="${xmlEncoded(cookie)}"`}`,
      inside,
    ),
    'contacts',
  );

const whole = rowsFor(lab, contacts('', byName), 'contacts');
const names = (answer: Answer) => rowsOf(answer).map((row) => row['contactid']);
const namesFrom = (from: number, until: number) => whole.slice(from, until).map((row) => row['contactid']);

describe('Paging cookies', () => {
  test('have the form that Microsoft shows', () => {
    const answer = page(1, '');
    const annotation = textAt(answer.json, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
    expect(annotation).toMatch(
      /^<cookie pagenumber="2" pagingcookie="%253ccookie%2520page%253d%25221%2522%253e%253cfullname%2520last%253d%2522[^"]*" istracking="False" \/>$/,
    );
    const [first, last] = [whole[0], whole[39]];
    const id = (row: typeof first) => `{${String(row?.['contactid']).toUpperCase()}}`;
    expect(cookieIn(answer)).toBe(
      `<cookie page="1"><fullname last="${String(last?.['fullname'])}" first="${String(first?.['fullname'])}" /><contactid last="${id(last)}" first="${id(first)}" /></cookie>`,
    );
    expect(answer.json['@odata.context']).toMatch(/\$metadata#contacts\(fullname,contactid\)$/);
  });

  test('go forwards, backwards, over pages and back to the first one', () => {
    const cookies = [page(1, '')];
    for (let number = 2; number <= 4; number += 1) {
      cookies.push(page(number, cookieIn(cookies[number - 2] ?? page(1, ''))));
    }
    expect(cookies.map(names)).toEqual([0, 40, 80, 120].map((from) => namesFrom(from, from + 40)));
    const last = cookies[3];
    expect(Object.keys(last?.json ?? {}).filter((it) => /morerecords|cookie/.test(it))).toEqual([]);
    const second = cookieIn(cookies[1] ?? page(1, ''));
    expect(names(page(4, second))).toEqual(namesFrom(120, 160));
    expect(names(page(2, second))).toEqual(namesFrom(40, 80));
    const third = cookieIn(cookies[2] ?? page(1, ''));
    expect(names(page(2, third))).toEqual(namesFrom(40, 80));
    expect(names(page(1, third))).toEqual(namesFrom(0, 40));
  });

  test('tell what is null, and have the id of the main table alone (dynamics-365-customer-engagement, issue 1917)', () => {
    const nothing = cookieIn(page(1, '', '<order attribute="nickname"/>'));
    expect(nothing).toContain('<nickname lastnull="1" firstnull="1" />');
    const joined = cookieIn(
      page(
        1,
        '',
        `<link-entity name="account" from="accountid" to="parentcustomerid" alias="a" link-type="outer"/><order attribute="createdon"/>`,
      ),
    );
    expect(joined).toMatch(
      /^<cookie page="1"><createdon last="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00" first="[^"]+" \/><contactid last="\{[^}]+\}" first="\{[^}]+\}" \/><\/cookie>$/,
    );
  });

  test('name lookups and choices (stackoverflow.com/a/28962649)', () => {
    const cookie = cookieIn(page(1, '', '<order attribute="ownerid"/><order attribute="statecode"/>'));
    expect(cookie).toMatch(/<owneridname last="[^"{]+" first="[^"{]+" \/><statecodename last="Active" /);
    const raw = ask(
      lab,
      contacts('count="3" useraworderby="true"', '<order attribute="statecode"/>'),
      'contacts',
    );
    expect(cookieIn(raw)).toContain('<statecode last="0" first="0" />');
  });

  test.each([
    ['ownerid and statecode', '<order attribute="ownerid"/><order attribute="statecode" descending="true"/>'],
    ['createdon', '<order attribute="createdon" descending="true"/>'],
    ['contactid', '<order attribute="contactid"/>'],
    ['nickname, which is null', '<order attribute="nickname"/>'],
    ['a flag', '<order attribute="donotphone"/>'],
    ['a number', '<order attribute="numberofchildren"/>'],
    ['nothing', ''],
  ])('visit every row once when sorted by %s', (_, order) => {
    const all = rowsFor(lab, contacts('', order), 'contacts').map((row) => row['contactid']);
    const seen: unknown[] = [];
    let cookie = '';
    for (let number = 1; ; number += 1) {
      const answer = page(number, cookie, order, 35);
      seen.push(...names(answer));
      if (answer.json['@Microsoft.Dynamics.CRM.morerecords'] !== true) break;
      cookie = cookieIn(answer);
    }
    expect(seen).toEqual(all);
  });

  test('are refused where they are none of the query', () => {
    const answer = page(1, '');
    const cookie = cookieIn(answer);
    // github.com/davidyack/Xrm.Tools.CRMWebAPI/issues/117
    expect(errorOf(page(2, cookie.slice(0, -3)))).toMatchObject({
      message: 'Malformed XML in the Paging Cookie',
    });
    expect(errorOf(page(2, encodeURIComponent(cookie))).code).toBe('0x8004112a');
    expect(errorOf(page(2, cookie, '<order attribute="lastname"/>')).code).toBe('0x80041129');
    expect(errorOf(page(2, cookie.replace(/last="\{/, 'last="{x'))).code).toBe('0x8004112a');
    expect(page(2, '<cookie page="1"></cookie>').status).toBe(200);
    // A client that sends the annotation itself has reported this.
    const annotation = textAt(answer.json, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
    expect(errorOf(page(2, annotation))).toMatchObject({
      code: '0x80041129',
      message: 'Paging Cookie And Query Do Not Match',
    });
  });

  test('do not come with rows that are sorted by a joined table, nor with distinct ones', () => {
    const linked = page(
      1,
      '',
      '<link-entity name="account" from="accountid" to="parentcustomerid" alias="a"><order attribute="name"/></link-entity>',
    );
    expect(linked.json['@Microsoft.Dynamics.CRM.morerecords']).toBe(true);
    expect(linked.json).not.toHaveProperty('@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
    const distinct = ask(
      lab,
      '<fetch distinct="true" count="3"><entity name="contact"><attribute name="jobtitle"/><order attribute="jobtitle"/></entity></fetch>',
      'contacts',
    );
    const rows = rowsOf(distinct);
    expect(rows).toHaveLength(3);
    expect(rows[0]).not.toHaveProperty('contactid');
    expect(distinct.json).not.toHaveProperty('@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
    expect(distinct.json['@Microsoft.Dynamics.CRM.morerecords']).toBe(true);
  });

  test('go on with the next row where the last one is gone, or sorted elsewhere now (Learn: "Page results", paging is dynamic)', () => {
    const other = openLab();
    const query = (head: string) => contacts(`count="40" ${head}`, byName);
    const first = ask(other, query('page="1"'), 'contacts');
    const cookie = xmlEncoded(cookieIn(first));
    const second = () => names(ask(other, query(`page="2" paging-cookie="${cookie}"`), 'contacts'));
    const before = second();
    const last = String(rowsOf(first).at(-1)?.['contactid']);
    const moved = { firstname: 'Aaaa', lastname: 'Aaaa' };
    expect(other.send(person('admin'), 'PATCH', `/contacts(${last})`, moved).status).toBe(204);
    expect(second()).toEqual(before);
    expect(other.send(person('admin'), 'DELETE', `/contacts(${last})`).status).toBe(204);
    expect(second()).toEqual(before);
  });
});

describe('Pages of parents with their children (FetchXMLBuilder, pull request 616)', () => {
  const parents = (head: string) =>
    `<fetch count="4" ${head}><entity name="account"><attribute name="name"/><link-entity name="contact" from="parentcustomerid" to="accountid" alias="c"><attribute name="contactid"/></link-entity></entity></fetch>`;
  const pairs = (answer: Answer) => rowsOf(answer).map((row) => [row['accountid'], row['c.contactid']]);

  test('pass over what is left of the parent at the end of a page when they go by cookie, and lose nothing by number', () => {
    const all = pairs(ask(lab, parents('').replace('count="4"', 'count="5000"')));
    const byNumber: unknown[] = [];
    const byCookie: unknown[] = [];
    for (let number = 1, more = true; more; number += 1) {
      const answer = ask(lab, parents(`page="${number}"`));
      byNumber.push(...pairs(answer));
      more = answer.json['@Microsoft.Dynamics.CRM.morerecords'] === true;
    }
    let expected: readonly unknown[][] = [];
    let rest: readonly unknown[][] = all;
    let cookie = '';
    for (let number = 1, more = true; more; number += 1) {
      const answer = ask(
        lab,
        parents(`page="${number}"${cookie === '' ? '' : ` paging-cookie="${xmlEncoded(cookie)}"`}`),
      );
      byCookie.push(...pairs(answer));
      const shown = rest.slice(0, 4);
      const parent = shown.at(-1)?.[0];
      expected = [...expected, ...shown];
      rest = rest.slice(4).filter(([id]) => id !== parent);
      more = answer.json['@Microsoft.Dynamics.CRM.morerecords'] === true;
      expect(more).toBe(rest.length > 0);
      if (more) cookie = cookieIn(answer);
    }
    expect(byNumber).toEqual(all);
    expect(byCookie).toEqual(expected);
    expect(byCookie.length).toBeLessThan(all.length);
  });

  test('of children with their parents lose nothing', () => {
    const children = (head: string) =>
      `<fetch count="7" ${head}><entity name="contact"><attribute name="ownerid"/><link-entity name="account" to="parentcustomerid" from="accountid"><attribute name="name"/></link-entity><order attribute="ownerid"/></entity></fetch>`;
    const whole = names(ask(lab, children('').replace('count="7"', 'count="5000"'), 'contacts'));
    const seen: unknown[] = [];
    let cookie = '';
    for (let number = 1, more = true; more; number += 1) {
      const answer = ask(
        lab,
        children(`page="${number}"${cookie === '' ? '' : ` paging-cookie="${xmlEncoded(cookie)}"`}`),
        'contacts',
      );
      seen.push(...names(answer));
      more = answer.json['@Microsoft.Dynamics.CRM.morerecords'] === true;
      // powerapps-docs, issue 2132: this query has a cookie.
      if (more) cookie = cookieIn(answer);
    }
    expect(seen).toEqual(whole);
  });
});

describe('Counts', () => {
  test('are told where the query or the address asks for them', () => {
    const count = (head: string, more = '') =>
      ask(lab, `<fetch ${head}><entity name="contact"/></fetch>`, 'contacts', more).json;
    expect(count('')).toMatchObject({ '@Microsoft.Dynamics.CRM.totalrecordcount': -1 });
    expect(count('')).not.toHaveProperty('@odata.count');
    for (const json of [
      count('count="2" returntotalrecordcount="true"'),
      count('count="2"', '&$count=true'),
    ]) {
      expect(json).toMatchObject({
        '@odata.count': 150,
        '@Microsoft.Dynamics.CRM.totalrecordcount': 150,
        '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': false,
      });
    }
  });

  test('end at 5,000', () => {
    const large = openLab({ seed: { records: { accounts: 0, contacts: 5_010 } } });
    const answer = ask(
      large,
      '<fetch returntotalrecordcount="1" count="9000"><entity name="contact"><no-attrs/></entity></fetch>',
      'contacts',
    );
    expect(rowsOf(answer)).toHaveLength(5_000);
    expect(answer.json).toMatchObject({
      '@odata.count': 5_000,
      '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': true,
      '@Microsoft.Dynamics.CRM.morerecords': true,
    });
    expect(Object.keys(rowsOf(answer)[0] ?? {})).toEqual(['@odata.etag', 'contactid']);
  });

  test('are of no rows where only retained ones are asked for', () => {
    expect(rowsFor(lab, '<fetch datasource="retained"><entity name="contact"/></fetch>', 'contacts')).toEqual(
      [],
    );
  });
});

test('A query with hundreds of conditions over thousands of rows ends like one that takes too long', () => {
  const large = openLab({ seed: { records: { accounts: 0, contacts: 3_000 } } });
  const like = `<condition attribute="fullname" operator="like" value="%${'z'.repeat(200)}%"/>`;
  const answer = ask(large, contacts('', `<filter type="or">${like.repeat(500)}</filter>`), 'contacts');
  expect(errorOf(answer)).toMatchObject({ code: '0x80044151' });
});
