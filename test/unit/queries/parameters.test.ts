import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readXml } from '../../../preload/contract/words/queries/fetchxml/read-xml.ts';
import { formatQuery } from '../../../preload/contract/words/queries/format-query.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import { checkQuery } from '../../../preload/contract/words/queries/parameters/check-query.ts';
import { fillQuery } from '../../../preload/contract/words/queries/parameters/fill-query.ts';
import { findParameters } from '../../../preload/contract/words/queries/parameters/find-parameters.ts';
import { looksLikeSecret } from '../../../preload/contract/words/queries/parameters/looks-like-secret.ts';
import type {
  ParameterType,
  ParameterValue,
} from '../../../preload/contract/words/queries/parameters/parameter.ts';
import type { QueryLanguage } from '../../../preload/contract/words/queries/format-query.ts';
import { NO_SCHEMA } from '../../../preload/contract/words/queries/tables.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';

const where = (condition: string): string =>
  `<fetch><entity name="account"><filter>${condition}</filter></entity></fetch>`;
const typesIn = (language: QueryLanguage, text: string): Readonly<Record<string, ParameterType | null>> =>
  Object.fromEntries(findParameters(language, text, SAMPLE_SCHEMA).map(({ name, type }) => [name, type]));
const of = (name: string, type: ParameterType, value: string): ParameterValue => ({ name, type, value });

describe('parameters of a query', () => {
  test.each<[QueryLanguage, string, Readonly<Record<string, ParameterType | null>>]>([
    ['odata', 'accounts?$filter=name eq @p and revenue gt @least', { p: 'text', least: 'number' }],
    ['odata', 'accounts?$filter=createdon ge {{since}}&$top={{most}}', { since: 'date', most: 'number' }],
    [
      'odata',
      "accounts?$filter=contains(name,'{{part}}') and statecode eq {{state}}",
      { part: 'text', state: 'choice' },
    ],
    ['odata', 'accounts({{id}})?$select=name', { id: 'guid' }],
    [
      'odata',
      'accounts?$filter=_primarycontactid_value eq @who or donotemail eq @mail',
      { who: 'guid', mail: 'boolean' },
    ],
    ['odata', 'accounts?$filter=contact_customer_accounts/any(c:c/fullname eq @p)', { p: 'text' }],
    [
      'odata',
      "accounts?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue={{days}})",
      { days: 'number' },
    ],
    ['odata', 'foos?$filter=bar eq @p', { p: null }],
    ['odata', "accounts?$filter=name eq @p&@p='x'", {}],
    ['odata', 'accounts?$select={{column}}', {}],
    ['odata', '// accounts?$filter=name eq {{x}}\naccounts', {}],
    [
      'fetchxml',
      where(`<condition attribute="revenue" operator="gt" value="{{least}}" />`),
      { least: 'number' },
    ],
    [
      'fetchxml',
      where(`<condition attribute="name" operator="like" value="%{{part}}%" />`),
      { part: 'text' },
    ],
    [
      'fetchxml',
      where(`<condition attribute="createdon" operator="last-x-days" value="{{days}}" />`),
      { days: 'number' },
    ],
    [
      'fetchxml',
      where(
        `<condition attribute="statecode" operator="in"><value>{{a}}</value><value>{{b}}</value></condition>`,
      ),
      { a: 'choice', b: 'choice' },
    ],
    [
      'fetchxml',
      `<fetch top="{{most}}"><entity name="{{table}}" /><!-- {{none}} --></fetch>`,
      { most: 'number' },
    ],
  ])('%s: %s', (language, text, types) => {
    expect(typesIn(language, text)).toEqual(types);
  });

  test.each<[QueryLanguage, string, readonly ParameterValue[], string]>([
    [
      'odata',
      'accounts?$filter=name eq @p',
      [of('p', 'text', "O'Neil & sons")],
      "accounts?$filter=name eq @p&@p='O''Neil%20%26%20sons'",
    ],
    [
      'odata',
      "accounts?$filter=contains(name,'a{{p}}b')",
      [of('p', 'text', "'")],
      "accounts?$filter=contains(name,'a''b')",
    ],
    [
      'odata',
      'accounts?$filter=name eq {{p}} and statecode eq {{s}}&$top={{t}}',
      [of('p', 'text', 'x'), of('s', 'choice', '1'), of('t', 'number', '5')],
      "accounts?$filter=name eq 'x' and statecode eq 1&$top=5",
    ],
    [
      'fetchxml',
      where(`<condition attribute="name" operator="eq" value="{{p}}" />`),
      [of('p', 'text', `"><a b='&`)],
      where(`<condition attribute="name" operator="eq" value="&quot;&gt;&lt;a b=&apos;&amp;" />`),
    ],
    [
      'fetchxml',
      where(`<condition attribute="donotemail" operator="eq" value="{{p}}" />`),
      [of('p', 'boolean', 'true')],
      where(`<condition attribute="donotemail" operator="eq" value="1" />`),
    ],
  ])('%s filled: %s', (language, text, values, filled) => {
    expect(fillQuery(language, text, values)).toEqual({ ok: true, text: filled });
  });

  test.each<[string, readonly ParameterValue[], string]>([
    ['accounts?$filter=name eq @p', [], 'missing'],
    ['accounts?$filter=name eq @p', [of('p', 'text', '')], 'missing'],
    ['accounts?$filter=revenue gt {{p}}', [of('p', 'number', '1 or 1 eq 1')], 'not-of-type'],
    ['accounts?$filter=createdon gt {{p}}', [of('p', 'date', '2026-13-01')], 'not-of-type'],
    ['accounts?$filter=accountid eq {{p}}', [of('p', 'guid', 'x')], 'not-of-type'],
    ['accounts?$filter=name eq {{p}}', [of('p', 'text', 'a\u0000')], 'control-character'],
    ['accounts?$top={{p}}', [of('p', 'number', '1.5')], 'no-whole-number'],
    ['{{p}}?$top=1', [of('p', 'text', 'accounts')], 'misplaced'],
    ['accounts?$expand=primarycontactid($filter=fullname eq @p)', [of('p', 'text', 'x')], 'misplaced'],
  ])('%s with %j is not filled', (text, values, problem) => {
    const filled = fillQuery('odata', text, values);
    expect(filled.ok ? [] : filled.problems.map((one) => one.problem)).toEqual([problem]);
  });

  test('a placeholder inside $expand is filled there, where no alias may stand', () => {
    const text = 'accounts?$expand=contact_customer_accounts($filter=fullname eq {{p}};$top={{n}})';
    expect(checkQuery('odata', text, SAMPLE_SCHEMA)).toEqual([]);
    expect(fillQuery('odata', text, [of('p', 'text', 'x'), of('n', 'number', '2')])).toEqual({
      ok: true,
      text: "accounts?$expand=contact_customer_accounts($filter=fullname eq 'x';$top=2)",
    });
  });

  test('no value of any type leaves the literal that it is put into', () => {
    const texts = [
      'accounts?$filter=name eq {{p}} and revenue gt 1&$select=name',
      "accounts?$filter=contains(name,'a {{p}}') or name eq 'x'",
      "accounts(name='{{p}}')?$select=name",
      'accounts?$filter=name eq @p or revenue gt 5',
      "accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=[\"{{p}}\",'y'])",
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.constantFrom<ParameterType>('text', 'number', 'date', 'guid', 'boolean', 'choice'),
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({
            unit: fc.constantFrom(
              "'",
              '"',
              '\\',
              '&',
              '%',
              '27',
              '#',
              '?',
              '(',
              ')',
              ',',
              '@p',
              '$top=1',
              ' or ',
              '\ud800',
              '{{p}}',
            ),
          }),
        ),
        (text, type, value) => {
          const filled = fillQuery('odata', text, [of('p', type, value)]);
          if (!filled.ok) return;
          const parsed = parseOData(filled.text);
          expect(parsed.faults).toEqual([]);
          const plain = fillQuery('odata', text, [of('p', 'text', 'z')]);
          const shape = (what: string): string =>
            JSON.stringify(parseOData(what).query, (key, one: unknown) =>
              key === 'from' || key === 'to' || key === 'text' || key === 'type' ? undefined : one,
            );
          expect(shape(filled.text)).toBe(shape(plain.ok ? plain.text : ''));
          if (type !== 'text') return;
          expect(JSON.stringify(parsed.query)).toContain(JSON.stringify(value.toWellFormed()).slice(1, -1));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no value leaves the XML that it is put into', () => {
    const text = where(
      `<condition attribute="name" operator="in"><value>{{p}}</value></condition><condition attribute='name' operator='eq' value='x{{p}}'/>`,
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', ';', ']]>', '<!--', '#x41', '\ud800') }),
        ),
        (value) => {
          const filled = fillQuery('fetchxml', text, [of('p', 'text', value)]);
          if (!filled.ok) return;
          const { faults, root } = readXml(filled.text);
          expect(faults).toEqual([]);
          const filter = root?.children[0]?.kind === 'element' ? root.children[0].children[0] : undefined;
          const second = filter?.kind === 'element' ? filter.children[1] : undefined;
          const attribute = second?.kind === 'element' ? second.attributes[2]?.value : undefined;
          expect(attribute).toBe(`x${value.toWellFormed()}`);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ['accounts?$filter=name eq @p', []],
    ["accounts?$filter=name eq '{{p}}' and revenue in ({{a}})", ['operator-refused']],
    ['accounts?$select={{p}}', ['placeholder-misplaced']],
    ['accounts?$filter=nam eq {{p}}', ['column-unknown']],
    ['accounts?$expand=primarycontactid($filter=fullname eq @p)', ['alias-in-expand']],
  ])('faults of %s', (text, codes) => {
    expect(checkQuery('odata', text, SAMPLE_SCHEMA).map(({ code }) => code)).toEqual(codes);
  });

  test('a placeholder in FetchXML is no fault where a value stands, and one in a name is', () => {
    const good = where(`<condition attribute="revenue" operator="gt" value="{{p}}" />`);
    expect(checkQuery('fetchxml', good, SAMPLE_SCHEMA)).toEqual([]);
    const bad = `<fetch top="{{n}}"><entity name="{{p}}" /></fetch>`;
    expect(checkQuery('fetchxml', bad, NO_SCHEMA).map(({ code }) => code)).toEqual(['placeholder-misplaced']);
  });

  test('a query with placeholders is formatted as one without', () => {
    const text = "accounts?$select=name&$filter=name eq {{p}} and contains(name,'{{a}}b')&$top={{n}}";
    expect(formatQuery('odata', text)).toBe(
      "accounts?$select=name\n&$filter=name eq {{p}}\n  and contains(name,'{{a}}b')\n&$top={{n}}",
    );
  });

  test.each([
    ['a1b8Q~0123456789abcdefghijklmnopqrstuvwxyz', true],
    ['eyJhbGciOiJSUzI1.eyJhdWQiOiJodHRw.c2ln', true],
    ['AuthType=ClientSecret;ClientSecret=abc', true],
    ['Contoso', false],
    ['11111111-2222-4333-8444-555555555555', false],
  ])('%s is a secret: %s', (value, secret) => {
    expect(looksLikeSecret(value)).toBe(secret);
  });
});
