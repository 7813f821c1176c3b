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

  test('tell what is null, and have ids of joined tables', () => {
    const nothing = cookieIn(page(1, '', '<order attribute="nickname"/>'));
    expect(nothing).toContain('<nickname lastnull="1" firstnull="1" />');
    const joined = cookieIn(
      page(1, '', `<link-entity name="account" from="accountid" to="parentcustomerid" alias="a"/>${byName}`),
    );
    expect(joined).toMatch(/<contactid last="\{[^}]+\}" first="\{[^}]+\}" \/><a\.accountid last="\{/);
  });

  test('are refused where they are none of the query', () => {
    const cookie = cookieIn(page(1, ''));
    expect(errorOf(page(2, encodeURIComponent(cookie))).code).toBe('0x8004112a');
    expect(errorOf(page(2, cookie, '<order attribute="lastname"/>')).code).toBe('0x80041129');
    expect(errorOf(page(2, cookie.replace('{', '{x'))).code).toBe('0x8004112a');
    expect(page(2, '<cookie page="1"></cookie>').status).toBe(200);
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

  test('go on by number where the row is gone', () => {
    const other = openLab();
    const query = (head: string) => contacts(`count="40" ${head}`, byName);
    const first = ask(other, query('page="1"'), 'contacts');
    const cookie = xmlEncoded(cookieIn(first));
    const gone = String(rowsOf(first).at(-1)?.['contactid']);
    expect(other.send(person('admin'), 'DELETE', `/contacts(${gone})`).status).toBe(204);
    expect(rowsOf(ask(other, query(`page="2" paging-cookie="${cookie}"`), 'contacts'))).toHaveLength(40);
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
