import { describe, expect, test } from 'vitest';
import { app, errorOf, openLab, person, rowsOf, serviceRoot, textAt } from './rig.ts';

const lab = openLab();
const admin = person('admin');
const all = { prefer: 'odata.include-annotations="*"' };

const fetch = (xml: string, set = 'accounts', caller = admin) =>
  lab.get(caller, `/${set}?fetchXml=${encodeURIComponent(xml)}`, all);
const names = (xml: string, set?: string) => rowsOf(fetch(xml, set)).map((row) => row['name']);
const odataNames = (options: string) =>
  rowsOf(lab.get(admin, `/accounts?$select=name&${options}`)).map((row) => row['name']);

describe('FetchXML', () => {
  test('answers what the same OData query answers, and leaves out what is null', () => {
    const query = (inner: string) =>
      `<fetch><entity name="account"><attribute name="name"/>${inner}<order attribute="name"/></entity></fetch>`;
    expect(names(query(''))).toEqual(odataNames('$orderby=name'));
    expect(
      names(query('<filter><condition attribute="name" operator="like" value="%a%"/></filter>')),
    ).toEqual(odataNames("$filter=contains(name,'a')&$orderby=name"));
    expect(
      names(query('<filter><condition attribute="revenue" operator="gt" value="100000"/></filter>')),
    ).toEqual(odataNames('$filter=revenue gt 100000&$orderby=name'));
    expect(
      names(
        query(
          '<filter type="or"><condition attribute="statecode" operator="eq" value="1"/><condition attribute="revenue" operator="null"/></filter>',
        ),
      ),
    ).toEqual(odataNames('$filter=statecode eq 1 or revenue eq null&$orderby=name'));
    const [row] = rowsOf(fetch(query('')));
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['@odata.etag', 'accountid', 'name']);
  });

  test('joins inner and outer under an alias, and filters by the joined table', () => {
    const join = (type: string, filter = '') =>
      `<fetch><entity name="account"><attribute name="name"/><link-entity name="contact" from="contactid" to="primarycontactid" link-type="${type}" alias="c"><attribute name="fullname"/></link-entity>${filter}</entity></fetch>`;
    const inner = rowsOf(fetch(join('inner')));
    const outer = rowsOf(fetch(join('outer')));
    expect(outer).toHaveLength(120);
    expect(inner.length).toBeLessThan(outer.length);
    expect(inner.length).toBeGreaterThan(0);
    expect(inner.every((row) => typeof row['c.fullname'] === 'string')).toBe(true);
    const without = '<filter><condition entityname="c" attribute="contactid" operator="null"/></filter>';
    expect(rowsOf(fetch(join('outer', without)))).toHaveLength(outer.length - inner.length);
  });

  test('pages by cookie through a sorted join without losing or repeating a row', () => {
    const seen: string[] = [];
    let [page, cookie, pages] = [1, '', 0];
    for (;;) {
      const answer = fetch(
        `<fetch count="25" page="${page}"${cookie}><entity name="account"><attribute name="name"/><link-entity name="contact" from="parentcustomerid" to="accountid" link-type="outer" alias="c"><attribute name="contactid"/></link-entity><order attribute="name"/></entity></fetch>`,
      );
      seen.push(...rowsOf(answer).map((row) => `${String(row['accountid'])} ${String(row['c.contactid'])}`));
      pages += 1;
      if (answer.json['@Microsoft.Dynamics.CRM.morerecords'] !== true) break;
      const annotation = textAt(answer.json, '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie');
      expect(annotation).toMatch(/^<cookie pagenumber="\d+" pagingcookie="%253c/i);
      const inner = decodeURIComponent(
        decodeURIComponent(/pagingcookie="([^"]*)"/.exec(annotation)?.[1] ?? ''),
      );
      const encoded = inner.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      cookie = ` paging-cookie="${encoded.replaceAll('"', '&quot;')}"`;
      page += 1;
    }
    expect(pages).toBeGreaterThan(4);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(120);
  });

  test('aggregates by group, with one row where there is no group', () => {
    const groups = rowsOf(
      fetch(
        '<fetch aggregate="true"><entity name="account"><attribute name="statecode" alias="state" groupby="true"/><attribute name="accountid" alias="count" aggregate="count"/><attribute name="revenue" alias="sum" aggregate="sum"/><order alias="state"/></entity></fetch>',
      ),
    );
    expect(groups.map((row) => Number(row['count'])).reduce((sum, it) => sum + it, 0)).toBe(120);
    expect(groups[0]).toMatchObject({ 'state@OData.Community.Display.V1.FormattedValue': 'Active' });
    expect(
      rowsOf(
        fetch(
          '<fetch aggregate="true"><entity name="account"><attribute name="accountid" alias="n" aggregate="count"/><filter><condition attribute="name" operator="eq" value="nobody"/></filter></entity></fetch>',
        ),
      ),
    ).toMatchObject([{ n: 0 }]);
  });

  test('is bounded by what the caller may read, also in a joined table', () => {
    const linked =
      '<fetch><entity name="account"><attribute name="name"/><link-entity name="contact" from="parentcustomerid" to="accountid" alias="c"/></entity></fetch>';
    const denied = fetch(linked, 'accounts', app('reader'));
    expect(denied.status).toBe(403);
    expect(errorOf(denied).message).toContain('prvReadContact');
  });

  test.each([
    ['<fetch><entity name="nothing"/></fetch>', '0x80041102'],
    ['<fetch><entity name="contact"/></fetch>', '0x80041128'],
    ['<fetch><entity name="account"><attribute name="nosuch"/></entity></fetch>', '0x80041103'],
    ['<fetch><entity name="account"><attribute name="_ownerid_value"/></entity></fetch>', '0x80041103'],
    ['<fetch><entity name="account">', '0x80040201'],
    ['<fetch><entity name="account"><column name="name"/></entity></fetch>', '0x8004111c'],
    [
      '<fetch><entity name="account"><filter><condition attribute="name" operator="is" value="x"/></filter></entity></fetch>',
      '0x80041120',
    ],
    ['<fetch top="2" page="1"><entity name="account"/></fetch>', '0x80040203'],
    ['<fetch page="2" paging-cookie="%3ccookie"><entity name="account"/></fetch>', '0x8004112a'],
    ['<fetch page="11" count="5000"><entity name="account"/></fetch>', '0x8004430a'],
    [
      '<fetch aggregate="true"><entity name="account"><attribute name="name"/></entity></fetch>',
      '0x80041107',
    ],
    ['<!DOCTYPE a [<!ENTITY b "c">]><fetch><entity name="account"/></fetch>', '0x80040201'],
  ])('%s is refused as the service refuses it', (xml, code) => {
    expect(errorOf(fetch(xml)).code).toBe(code);
  });
});

describe('$batch', () => {
  const body = (...urls: readonly string[]) =>
    `${urls.map((url) => `--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET ${url} HTTP/1.1\r\n\r\n\r\n`).join('')}--b--\r\n`;
  const send = (text: string, headers: Readonly<Record<string, string>> = {}) =>
    lab.send(admin, 'POST', '/$batch', text, { 'content-type': 'multipart/mixed; boundary=b', ...headers });

  test('answers each GET in a part of its own, and ends at the first refusal unless asked to go on', () => {
    const urls = [`${serviceRoot}/WhoAmI`, 'nosuch', '/api/data/v9.2/accounts?$top=1'];
    const ended = send(body(...urls)).text;
    expect(ended.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404']);
    const whole = send(body(...urls), { prefer: 'odata.continue-on-error' }).text;
    expect(whole.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 404', 'HTTP/1.1 200']);
  });

  test('refuses lines without CRLF and a body that is none', () => {
    expect(errorOf(send(body('WhoAmI').replaceAll('\r', ''))).code).toBe('0x80048d19');
    expect(errorOf(send('', { 'content-type': 'application/json' })).code).toBe('0x80048d19');
  });
});
