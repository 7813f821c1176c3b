import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { checkFetchTables } from '../../../preload/contract/words/queries/fetchxml/check-tables.ts';
import { checkFetchXml } from '../../../preload/contract/words/queries/fetchxml/check-fetch.ts';
import { printXml } from '../../../preload/contract/words/queries/fetchxml/print-xml.ts';
import { readXml } from '../../../preload/contract/words/queries/fetchxml/read-xml.ts';
import { newElement, newText } from '../../../preload/contract/words/queries/fetchxml/xml.ts';
import type { XmlElement } from '../../../preload/contract/words/queries/fetchxml/xml.ts';
import { formatQuery } from '../../../preload/contract/words/queries/format-query.ts';
import { placeOf } from '../../../preload/contract/words/queries/query-fault.ts';
import { queryFaultText } from '../../../preload/contract/words/texts/query-faults.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';

const inEntity = (content: string): string => `<fetch><entity name='account'>${content}</entity></fetch>`;

const compared = (attribute: string, operator: string, value: string): string =>
  inEntity(`<filter><condition attribute='${attribute}' operator='${operator}' value='${value}'/></filter>`);
const GUID = '00000000-0000-0000-0000-000000000001';

describe('checking FetchXML', () => {
  test.each([
    `<fetch version="1.0" output-format="xml-platform" mapping="logical" distinct="false"><entity name="account"><attribute name="name" /><order attribute="name" descending="false" /><filter type="and"><condition attribute="ownerid" operator="eq-userid" /></filter></entity></fetch>`,
    `<?xml version="1.0" encoding="utf-8"?>\n<!-- mine --><fetch top='5'><entity name='account'><all-attributes/></entity></fetch>\n`,
    inEntity(
      `<filter><condition attribute='a' operator='in'><value>1</value><value uiname='x'>2</value></condition></filter>`,
    ),
    inEntity(
      `<filter><condition attribute='createdon' operator='between'><value>2024-01-01</value><value>2024-02-01</value></condition></filter>`,
    ),
    inEntity(
      `<filter type='or'><link-entity name='contact' from='parentcustomerid' to='accountid' link-type='not any'/><condition attribute='a' operator='null'/></filter>`,
    ),
    inEntity(
      `<link-entity name='contact' from='contactid' to='primarycontactid' link-type='outer' alias='c' visible='false'><attribute name='fullname' alias='who'/></link-entity>`,
    ),
    `<fetch aggregate='true'><entity name='account'><attribute name='revenue' alias='r' aggregate='sum'/><attribute name='createdon' groupby='true' dategrouping='month' alias='m'/><order alias='r' descending='true'/></entity></fetch>`,
    `<fetch count='50' page='2' paging-cookie='&lt;cookie page=&quot;1&quot;/&gt;' returntotalrecordcount='1'><entity name='account'/></fetch>`,
    inEntity(
      `<filter><condition attribute='a' operator='eq' valueof='b'/><condition entityname='c' attribute='a' operator='eq' value=''/></filter><link-entity name='contact' from='contactid' to='primarycontactid' alias='c'/>`,
    ),
    `<fetch datasource='retained' useraworderby='true' options='OptimizeForUnknown'><entity name='account'><filter hint='union' isquickfindfields='1'><condition attribute='a' operator='like' value='%x%' /></filter></entity></fetch>`,
  ])('has nothing against %s', (text) => {
    expect(checkFetchXml(text).faults).toEqual([]);
  });

  test.each([
    [inEntity(`<atribute name='x'/>`), 'element-unknown', 'atribute'],
    [inEntity(`<condition attribute='a' operator='null'/>`), 'element-misplaced', 'condition'],
    [inEntity(`<attribute nam='x'/>`), 'attribute-unknown,attribute-missing', 'nam'],
    [inEntity(`<filter type='xor'/>`), 'attribute-value', 'xor'],
    [inEntity(`<link-entity name='contact' link-type='left'/>`), 'attribute-value', 'left'],
    [
      inEntity(`<filter><condition attribute='a' operator='equals' value='1'/></filter>`),
      'operator-unknown',
      'equals',
    ],
    [inEntity(`<filter><condition attribute='a' operator='eq'/></filter>`), 'operator-values', 'eq'],
    [
      inEntity(`<filter><condition attribute='a' operator='between'><value>1</value></condition></filter>`),
      'operator-values',
      'between',
    ],
    [
      inEntity(`<filter><condition attribute='a' operator='null' value='1'/></filter>`),
      'operator-no-value',
      'null',
    ],
    [inEntity(`<filter><condition operator='eq' value='1'/></filter>`), 'attribute-missing', 'condition'],
    [inEntity(`<attribute name='x' aggregate='sum' alias='y'/>`), 'aggregate-needed', 'sum'],
    [inEntity(`<link-entity name='contact' link-type='any'/>`), 'link-type-misplaced', 'any'],
    [
      inEntity(`<link-entity name='contact' link-type='exists'><attribute name='x'/></link-entity>`),
      'link-columns-refused',
      'attribute',
    ],
    [inEntity(`<attribute name='a' alias='x'/><attribute name='b' alias='x'/>`), 'alias-twice', 'x'],
    [`<fetch top='6000'><entity name='a'/></fetch>`, 'top-too-large', '6000'],
    [`<fetch top='5' page='2'><entity name='a'/></fetch>`, 'top-with-paging', '2'],
    [`<fetch top='five'><entity name='a'/></fetch>`, 'attribute-value', 'five'],
    [`<fetch no-lock='true'><entity name='a'/></fetch>`, 'no-lock-needless', 'true'],
    [`<fetch/>`, 'element-missing', 'fetch'],
    [`<fetch><entity name='a'/><entity name='b'/></fetch>`, 'element-twice', 'entity'],
    [
      `<fetch aggregate='true'><entity name='a'><attribute name='b' aggregate='sum'/></entity></fetch>`,
      'alias-needed',
      'attribute',
    ],
    [`<query/>`, 'element-misplaced', 'query'],
    [`<constructor/>`, 'element-misplaced', 'constructor'],
    [
      inEntity(`<filter><condition attribute='a' operator='eq' value='x & y'/></filter>`),
      'xml-reference',
      '&',
    ],
    [`<fetch><entity name='a'></fetch>`, 'xml-end-tag', '</fetch>'],
    [`<fetch><entity name='a'>`, 'xml-unclosed', '<entity'],
    [`<fetch top=5/>`, 'xml-attribute', 'top=5'],
    [`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><fetch/>`, 'xml-declaration', '<!'],
    [`<fetch/>hello`, 'xml-text', 'hello'],
    [inEntity('name'), 'xml-text', 'name'],
  ])('%s → %s', (text, codes, at) => {
    const { faults } = checkFetchXml(text);
    expect(faults.map(({ code }) => code).join()).toBe(codes);
    const [first] = faults;
    expect(text.slice(first?.from, first?.to)).toBe(at);
    for (const fault of faults) expect(queryFaultText(fault)).not.toMatch(/undefined/);
  });

  test('says line and column', () => {
    const text = "<fetch>\n  <entity name='account'>\n    <atribute name='x' />\n  </entity>\n</fetch>";
    expect(checkFetchXml(text).faults.map(({ from }) => placeOf(text, from))).toEqual([
      { line: 3, column: 6 },
    ]);
  });

  test('at most 500 conditions and 15 links', () => {
    const conditions = "<condition attribute='a' operator='null'/>".repeat(501);
    expect(checkFetchXml(inEntity(`<filter>${conditions}</filter>`)).faults.map(({ code }) => code)).toEqual([
      'too-many-conditions',
    ]);
    expect(
      checkFetchXml(inEntity("<link-entity name='b'/>".repeat(16))).faults.map(({ code }) => code),
    ).toEqual(['too-many-links']);
  });

  test('never fails on any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '/',
            '"',
            "'",
            '=',
            'fetch',
            ' ',
            '&',
            ';',
            'a',
            '!',
            '-',
            '[',
            ']',
            '?',
            '\n',
          ),
          maxLength: 80,
        }),
        (text) => {
          for (const { from, to } of checkFetchXml(text).faults)
            expect(from >= 0 && from <= to && to <= text.length).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['nesting', '<a>'.repeat(100_000)],
    ['attributes', `<a ${'b="c" '.repeat(3000)}/>`],
    ['references', `<a b="${'&'.repeat(100_000)}"/>`],
    ['comments', '<!--'.repeat(60_000)],
  ])('ends soon on hostile %s', (_name, text) => {
    expect(checkFetchXml(text).faults).not.toEqual([]);
  });

  test.each([
    [`<fetch><entity name='accounts'/></fetch>`, 'table-unknown', 'account'],
    [inEntity(`<attribute name='nam'/>`), 'column-unknown', 'name'],
    [inEntity(`<attribute name='_ownerid_value'/>`), 'column-unknown', 'ownerid'],
    [
      inEntity(
        `<link-entity name='contact' from='contactid' to='primarycontactid' alias='c'><filter><condition attribute='fulname' operator='null'/></filter></link-entity>`,
      ),
      'column-unknown',
      'fullname',
    ],
    [
      inEntity(
        `<link-entity name='contact' from='contactid' to='primarycontactid' alias='c'/><filter><condition entityname='c' attribute='revenue' operator='null'/></filter>`,
      ),
      'column-unknown',
      '',
    ],
    [
      inEntity(`<filter><condition attribute='statecode' operator='eq' value='9'/></filter>`),
      'choice-unknown',
      '0 Active, 1 Inactive',
    ],
    [inEntity(`<attribute name='nwt_bankaccount'/>`), 'column-secured', ''],
    [
      `<fetch aggregate='true'><entity name='account'><attribute name='name' aggregate='sum' alias='n'/></entity></fetch>`,
      'aggregate-type',
      'name',
    ],
    [compared('revenue', 'last-x-days', '3'), 'operator-type', 'revenue, which is a number'],
    [compared('name', 'under', GUID), 'operator-type', 'name, which is a text'],
    [compared('name', 'eq-userid', ''), 'operator-type', 'name, which is a text'],
    [compared('createdon', 'begins-with', '2024%'), 'operator-type', 'createdon, which is a date'],
    [compared('name', 'contain-values', '1'), 'operator-type', 'name, which is a text'],
    [compared('revenue', 'gt', 'much'), 'types-differ', 'a number'],
    [compared('numberofemployees', 'eq', '1.5'), 'types-differ', 'a number'],
    [compared('donotemail', 'eq', 'yes'), 'types-differ', 'yes or no'],
    [compared('createdon', 'on-or-after', 'today'), 'types-differ', 'a date'],
    [compared('createdon', 'on-or-before', '2023-02-29'), 'types-differ', 'a date'],
    [compared('ownerid', 'eq', 'Alice'), 'types-differ', 'an ID'],
    [
      inEntity(
        `<filter><condition attribute='statecode' operator='in'><value>0</value><value>open</value></condition></filter>`,
      ),
      'types-differ',
      'a number',
    ],
  ])('checks names and values: %s', (text, code, instead) => {
    const { root } = readXml(text);
    const faults = root === null ? [] : checkFetchTables(root, SAMPLE_SCHEMA);
    expect(faults.map((fault) => [fault.code, fault.instead])).toEqual([[code, instead]]);
  });
});

test.each([
  compared('primarycontactidname', 'like', 'A%'),
  compared('owneridtype', 'eq', '8'),
  inEntity('<attribute name="statecodename"/><attribute name="owneridyominame"/>'),
  compared('ownerid', 'eq', `{${GUID}}`),
  compared('ownerid', 'eq', ''),
  compared('ownerid', 'eq-userid', ''),
  compared('revenue', 'ge', '-1.5'),
  compared('revenue', 'gt', '{{least}}'),
  compared('donotemail', 'ne', '1'),
  compared('createdon', 'on', '31.12.2024'),
  compared('createdon', 'ge', '5/3/2024 10:00 AM'),
  compared('createdon', 'last-x-days', '3'),
  compared('name', 'like', '%5%'),
  compared('parentaccountid', 'eq-or-under', GUID),
])('has nothing against the value in %s', (text) => {
  const { root } = readXml(text);
  expect(root === null ? null : checkFetchTables(root, SAMPLE_SCHEMA)).toEqual([]);
});

const xmlName = fc.constantFrom('fetch', 'entity', 'filter', 'a-b', 'x_1');
const value = fc.string({ unit: 'grapheme', maxLength: 10 });
const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc
      .tuple(xmlName, fc.dictionary(xmlName, value, { maxKeys: 3, noNullPrototype: true }))
      .map(([name, attributes]) => newElement(name, attributes)),
    fc
      .tuple(
        xmlName,
        value.filter((text) => text.trim() !== ''),
      )
      .map(([name, text]) => newElement(name, {}, [newText(text)])),
    fc
      .tuple(xmlName, fc.array(tie('element'), { minLength: 1, maxLength: 3 }))
      .map(([name, children]) => newElement(name, {}, children)),
  ),
}));

const bare = (root: XmlElement | null): unknown =>
  JSON.parse(
    JSON.stringify(root, (key, part: unknown) =>
      ['from', 'to', 'nameSpan', 'valueSpan'].includes(key) ? undefined : part,
    ),
  );

describe('formatting FetchXML', () => {
  test('what is written is read as the same', () => {
    fc.assert(
      fc.property(element, (root) => {
        expect(bare(readXml(printXml(root)).root)).toEqual(bare(root));
      }),
      { numRuns: 300 },
    );
  });

  test('indents, keeps comments and values', () => {
    const text = `<!-- top --><fetch top='5'><entity name='account'><!-- columns --><attribute name='name'/><filter><condition attribute='name' operator='in'><value> a </value><value>"b" &amp; c</value></condition></filter></entity></fetch>`;
    const once = formatQuery('fetchxml', text);
    expect(once).toBe(
      [
        '<!-- top -->',
        '<fetch top="5">',
        '  <entity name="account">',
        '    <!-- columns -->',
        '    <attribute name="name" />',
        '    <filter>',
        '      <condition attribute="name" operator="in">',
        '        <value> a </value>',
        '        <value>"b" &amp; c</value>',
        '      </condition>',
        '    </filter>',
        '  </entity>',
        '</fetch>',
      ].join('\n'),
    );
    expect(formatQuery('fetchxml', once ?? '')).toBe(once);
    expect(formatQuery('fetchxml', '<fetch>')).toBeNull();
  });
});
