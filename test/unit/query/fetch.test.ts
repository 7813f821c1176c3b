import { fc } from '@fast-check/vitest';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { readFetchCookie } from '../../../main/query/fetch-cookie.ts';
import { fetchPageXml, parseFetchRequest } from '../../../main/query/fetch-request.ts';
import { fetchTag, xmlDecoded } from '../../../main/query/fetch-tag.ts';

const request = (xml: string) => {
  const parsed = parseFetchRequest(xml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.params));
  return parsed.value;
};
const problem = (xml: string): unknown => {
  const parsed = parseFetchRequest(xml);
  return parsed.ok ? null : parsed.error.params['problem'];
};

/** The attributes of the fetch element as another XML parser reads them. */
const attributesOf = (xml: string): Readonly<Record<string, string>> => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
  });
  const { fetch } = parser.parse(xml);
  return fetch;
};

/** XML knows neither control characters nor lone surrogates, so no cookie holds them. */
const cookieText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
  .filter((text) => text.isWellFormed() && !/[\p{Cc}\uFFFE\uFFFF]/u.test(text));

describe('a paging cookie', () => {
  test('comes back as it was, however the service encoded it', () => {
    fc.assert(
      fc.property(cookieText, (cookie) => {
        const encoded = encodeURIComponent(encodeURIComponent(cookie)).replaceAll("'", '%2527');
        const annotation = `<cookie pagenumber="2" pagingcookie="${encoded}" istracking="False" />`;
        expect(readFetchCookie(annotation)).toBe(cookie);
        const query = request("<fetch distinct='false' mapping='logical'><entity name='account' /></fetch>");
        const xml = fetchPageXml(query, { page: 2, cookie }, 50);
        const tag = fetchTag(xml);
        expect(xmlDecoded(tag?.attributes.get('paging-cookie') ?? '')).toBe(cookie);
        expect([...(tag?.attributes.keys() ?? [])]).toEqual([
          'distinct',
          'mapping',
          'count',
          'page',
          'paging-cookie',
        ]);
      }),
    );
  });

  test('is read by another parser as it was', () => {
    const cookie = `<cookie page="1"><name last="O'Neill &amp; Søn &lt;1&gt;" /><accountid last="{A}" /></cookie>`;
    const xml = fetchPageXml(request('<fetch><entity name="account" /></fetch>'), { page: 3, cookie }, 50);
    expect(attributesOf(xml)).toMatchObject({ count: '50', page: '3', 'paging-cookie': cookie });
  });

  test('anything else is none, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readFetchCookie(text)).toSatisfy((it) => it === null || typeof it === 'string');
        expect(readFetchCookie(`<cookie pagingcookie="%ZZ" />`)).toBeNull();
      }),
    );
  });
});

describe('a FetchXML query', () => {
  test('is refused before anything is asked where that needs no environment', () => {
    expect(problem('<fetch><entity name="account"></fetch>')).toMatch(/well-formed/);
    expect(problem('<!DOCTYPE a [<!ENTITY b "c">]><fetch><entity name="account"/></fetch>')).toMatch(
      /document type/,
    );
    expect(problem('<entity name="account" />')).toMatch(/begin with <fetch>/);
    expect(problem('<fetch><entity name="a" /><entity name="b" /></fetch>')).toMatch(/exactly one/);
    expect(problem('<fetch><entity name="../roles" /></fetch>')).toMatch(/exactly one/);
    expect(problem('<fetch top="3" page="2"><entity name="a" /></fetch>')).toMatch(/top/);
  });

  test('keeps its declaration, comments and own attributes, and its own page size and start', () => {
    const xml = `<?xml version="1.0"?>\n<!-- all > of them -->\n<fetch count='7' page="3" no-lock='a"b'><entity name="account"/></fetch>`;
    expect(fetchPageXml(request(xml), { page: 4, cookie: null }, 5000)).toBe(
      `<?xml version="1.0"?>\n<!-- all > of them -->\n<fetch count="7" page="4" no-lock="a&quot;b"><entity name="account"/></fetch>`,
    );
    expect(request(xml)).toMatchObject({ table: 'account', page: 3, pageable: true });
  });

  test('any text is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(parseFetchRequest(text)).toHaveProperty('ok');
        expect(parseFetchRequest(`<fetch ${text}><entity name="a"/></fetch>`)).toHaveProperty('ok');
      }),
    );
  });
});
