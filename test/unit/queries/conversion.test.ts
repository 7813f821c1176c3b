import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import type { Conversion } from '../../../preload/contract/words/queries/convert/conversion.ts';
import { fetchToOData } from '../../../preload/contract/words/queries/convert/fetch-to-odata.ts';
import { odataToFetch } from '../../../preload/contract/words/queries/convert/odata-to-fetch.ts';
import { checkFetchXml } from '../../../preload/contract/words/queries/fetchxml/check-fetch.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import { printOData } from '../../../preload/contract/words/queries/odata/print-odata.ts';
import { NO_SCHEMA } from '../../../preload/contract/words/queries/tables.ts';
import { aroundPlaceholders } from '../../../preload/contract/words/queries/parameters/around-placeholders.ts';
import { checkQuery } from '../../../preload/contract/words/queries/parameters/check-query.ts';
import {
  conversionNoteText,
  conversionReasonText,
} from '../../../preload/contract/words/texts/conversion.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';

const GUID = '00000000-0000-0000-0000-000000000001';
const fetch = (content: string, attributes = ''): string =>
  `<fetch${attributes}><entity name="account">${content}</entity></fetch>`;
const where = (content: string): string => fetch(`<attribute name="name" /><filter>${content}</filter>`);
const condition = (content: string): string => where(`<condition ${content} />`);

const toOData = (text: string): string => {
  const converted = fetchToOData(text, SAMPLE_SCHEMA);
  if (!converted.ok) return converted.reasons.map(({ code }) => `! ${code}`).join();
  for (const note of converted.notes) expect(conversionNoteText(note)).not.toBe('');
  expect(
    checkQuery('odata', converted.text, SAMPLE_SCHEMA).filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
  const onOneLine = aroundPlaceholders(converted.text, (text) => printOData(parseOData(text).query, 'line'));
  return onOneLine?.replace('accounts?$select=name&$filter=', '') ?? '';
};

const toFetch = (text: string): string => {
  const converted = odataToFetch(text, SAMPLE_SCHEMA);
  if (!converted.ok) return converted.reasons.map(({ code }) => `! ${code}`).join();
  for (const note of converted.notes) expect(conversionNoteText(note)).not.toBe('');
  expect(checkFetchXml(converted.text).faults).toEqual([]);
  return converted.text.replaceAll(/\n\s*/g, '');
};

/** Why there is no equivalent, or the text that there should not be. Every reason has its words. */
const reasonsOf = (converted: Conversion): readonly string[] =>
  converted.ok
    ? [converted.text]
    : converted.reasons.map((reason) =>
        conversionReasonText(reason).includes('undefined') ? 'no text' : reason.code,
      );

describe('FetchXML → OData', () => {
  test.each([
    [condition('attribute="name" operator="eq" value="O\'Brien"'), "name eq 'O''Brien'"],
    [condition('attribute="name" operator="like" value="%x%"'), "contains(name,'x')"],
    [condition('attribute="name" operator="like" value="x%"'), "startswith(name,'x')"],
    [condition('attribute="name" operator="not-like" value="%x"'), "not endswith(name,'x')"],
    [condition('attribute="name" operator="like" value="x"'), "name eq 'x'"],
    [condition('attribute="name" operator="begins-with" value="x"'), "startswith(name,'x')"],
    [condition('attribute="statecode" operator="ne" value="1"'), 'statecode ne 1'],
    [condition('attribute="donotemail" operator="eq" value="1"'), 'donotemail eq true'],
    [condition('attribute="createdon" operator="ge" value="2024-01-01"'), 'createdon ge 2024-01-01'],
    [
      condition('attribute="createdon" operator="on-or-after" value="2024-01-01"'),
      "Microsoft.Dynamics.CRM.OnOrAfter(PropertyName='createdon',PropertyValue='2024-01-01')",
    ],
    [
      condition('attribute="createdon" operator="last-x-days" value="7"'),
      "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)",
    ],
    [
      condition('attribute="ownerid" operator="eq-userid"'),
      "Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')",
    ],
    [condition(`attribute="ownerid" operator="eq" value="{${GUID}}"`), `_ownerid_value eq ${GUID}`],
    [condition('attribute="primarycontactid" operator="null"'), '_primarycontactid_value eq null'],
    [condition('attribute="name" operator="eq" valueof="address1_city"'), 'name eq address1_city'],
    [
      where('<condition attribute="statecode" operator="in"><value>0</value><value>1</value></condition>'),
      "Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=['0','1'])",
    ],
    [
      where(
        '<condition attribute="revenue" operator="gt" value="5" /><filter type="or"><condition attribute="name" operator="null" /><condition attribute="statecode" operator="eq" value="0" /></filter>',
      ),
      'revenue gt 5 and (name eq null or statecode eq 0)',
    ],
    [
      fetch(
        '<attribute name="name" /><order attribute="revenue" descending="true" /><order attribute="name" />',
        ' top="5"',
      ),
      'accounts?$select=name&$orderby=revenue desc,name&$top=5',
    ],
    [fetch('<all-attributes />', ' returntotalrecordcount="true"'), 'accounts?$count=true'],
    [
      fetch(
        '<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="c"><attribute name="fullname" /></link-entity>',
      ),
      'accounts?$select=name&$expand=primarycontactid($select=fullname)',
    ],
    [
      fetch(
        '<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid"><filter><condition attribute="fullname" operator="eq" value="x" /></filter></link-entity>',
      ),
      "primarycontactid/fullname eq 'x'",
    ],
    [
      fetch('<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid" />'),
      'primarycontactid/contactid ne null',
    ],
    [
      fetch(
        '<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="c" /><filter><condition entityname="c" attribute="fullname" operator="not-null" /></filter>',
      ),
      'primarycontactid/fullname ne null',
    ],
    [
      where(
        '<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="any"><filter><condition attribute="statecode" operator="eq" value="0" /></filter></link-entity>',
      ),
      'contact_customer_accounts/any(o1:o1/statecode eq 0)',
    ],
    [
      where('<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="not any" />'),
      'not contact_customer_accounts/any(o1:o1/contactid ne null)',
    ],
    [
      fetch(
        '<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid" link-type="natural" />',
      ),
      'primarycontactid/contactid ne null',
    ],
    [condition('attribute="revenue" operator="le" value="1e3"'), 'revenue le 1e3'],
    [
      '<fetch aggregate="true"><entity name="account"><attribute name="accountid" alias="n" aggregate="count" /><link-entity name="contact" from="contactid" to="primarycontactid"><attribute name="fullname" alias="who" groupby="true" /></link-entity></entity></fetch>',
      'accounts?$apply=filter(primarycontactid/contactid ne null)/groupby((primarycontactid/fullname),aggregate($count as n))',
    ],
    [
      fetch(
        '<attribute name="name" /><filter><condition entityname="c" attribute="contactid" operator="null" /><condition attribute="statecode" operator="eq" value="0" /></filter><link-entity name="contact" from="parentcustomerid" to="accountid" link-type="outer" alias="c"><filter><condition attribute="statecode" operator="eq" value="0" /></filter></link-entity>',
      ),
      'statecode eq 0 and (not contact_customer_accounts/any(o1:o1/statecode eq 0))',
    ],
    [
      '<fetch distinct="true"><entity name="systemuser"><attribute name="systemuserid" /><link-entity name="systemuserroles" from="systemuserid" to="systemuserid" intersect="true"><link-entity name="role" from="roleid" to="roleid"><filter><condition attribute="name" operator="eq" value="Sales" /></filter></link-entity></link-entity></entity></fetch>',
      "systemusers?$select=systemuserid&$filter=systemuserroles_association/any(o1:o1/name eq 'Sales')",
    ],
    [
      `<fetch><entity name="systemuser"><attribute name="systemuserid" /><filter><link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="not any"><filter><condition attribute="roleid" operator="eq" value="${GUID}" /></filter></link-entity></filter></entity></fetch>`,
      `systemusers?$select=systemuserid&$filter=not systemuserroles_association/any(o1:o1/roleid eq ${GUID})`,
    ],
    [
      fetch(
        '<attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer"><order attribute="fullname" /></link-entity>',
      ),
      'accounts?$select=name&$orderby=_primarycontactid_value',
    ],
    [fetch('<no-attrs />'), 'accounts?$select=accountid'],
    [
      fetch('<attribute name="name" /><order attribute="statecode" />', ' top="3" useraworderby="true"'),
      'accounts?$select=name&$orderby=statecode&$top=3',
    ],
    [
      '<fetch aggregate="true"><entity name="account"><attribute name="revenue" aggregate="sum" alias="total" /><attribute name="accountid" aggregate="count" alias="n" /><attribute name="statecode" groupby="true" alias="s" /><filter><condition attribute="name" operator="not-null" /></filter></entity></fetch>',
      'accounts?$apply=filter(name ne null)/groupby((statecode),aggregate(revenue with sum as total,$count as n))',
    ],
  ])('%s → %s', (text, expected) => {
    expect(toOData(text)).toBe(expected);
  });

  test.each([
    [condition('attribute="name" operator="like" value="a%b"'), 'like-pattern'],
    [condition('attribute="nme" operator="null"'), 'column-unknown'],
    [condition('attribute="ownerid" operator="eq" value="me"'), 'value-unreadable'],
    [condition('attribute="primarycontactidname" operator="like" value="A%"'), 'shown-column'],
    [fetch('<attribute name="statecodename" />'), 'shown-column'],
    [fetch('<attribute name="name" alias="n" />'), 'column-alias'],
    [fetch('<attribute name="name" />', ' distinct="true"'), 'distinct'],
    [fetch('<attribute name="name" />', ' page="2"'), 'paging'],
    [fetch('<attribute name="name" />', ' latematerialize="true"'), 'fetch-option'],
    [
      fetch(
        '<link-entity name="contact" from="parentcustomerid" to="accountid"><attribute name="fullname" /></link-entity>',
      ),
      'rows-per-child',
    ],
    [fetch('<link-entity name="contact" from="fullname" to="name" />'), 'no-relationship'],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer"><filter><condition attribute="fullname" operator="null" /></filter></link-entity>',
      ),
      'outer-filter',
    ],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid"><filter><condition attribute="birthdate" operator="today" /></filter></link-entity>',
      ),
      'function-on-link',
    ],
    [
      '<fetch aggregate="true"><entity name="account"><attribute name="createdon" groupby="true" dategrouping="month" alias="m" /></entity></fetch>',
      'date-grouping',
    ],
    [
      '<fetch aggregate="true"><entity name="account"><attribute name="revenue" aggregate="countcolumn" alias="m" /></entity></fetch>',
      'aggregate',
    ],
    [
      '<fetch aggregate="true"><entity name="account"><attribute name="createdon" groupby="true" alias="d" /></entity></fetch>',
      'date-grouping',
    ],
    [fetch('<attribute name="name" /><order attribute="statecode" />', ' top="3"'), 'order-of-choices'],
    [
      '<fetch top="3" aggregate="true"><entity name="account"><attribute name="statecode" groupby="true" alias="s" /><order alias="s" /></entity></fetch>',
      'order-of-choices',
    ],
    [fetch('<order attribute="ownerid" />', ' useraworderby="true"'), 'fetch-option'],
    [condition('attribute="ownerid" operator="like" value="A%"'), 'operator'],
    [condition('attribute="revenue" operator="gt" value="much"'), 'value-unreadable'],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid" link-type="matchfirstrowusingcrossapply" />',
      ),
      'link-type',
    ],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid" alias="a"><attribute name="fullname" /></link-entity><link-entity name="contact" from="contactid" to="primarycontactid" alias="b"><attribute name="emailaddress1" /></link-entity>',
      ),
      'link-twice',
    ],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer"><link-entity name="account" from="accountid" to="parentcustomerid" /></link-entity>',
      ),
      'outer-filter',
    ],
    [
      '<fetch><entity name="systemuser"><link-entity name="systemuserroles" from="systemuserid" to="systemuserid"><link-entity name="role" from="roleid" to="roleid" /></link-entity></entity></fetch>',
      'rows-per-child',
    ],
    [
      '<fetch distinct="true"><entity name="systemuser"><link-entity name="systemuserroles" from="systemuserid" to="systemuserid"><link-entity name="role" from="roleid" to="roleid"><attribute name="name" /></link-entity></link-entity></entity></fetch>',
      'rows-per-child',
    ],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid"><filter><link-entity name="account" from="primarycontactid" to="contactid" link-type="any" /></filter></link-entity>',
      ),
      'list-behind-lookup',
    ],
    [
      fetch(
        '<link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer"><order attribute="emailaddress1" /></link-entity>',
      ),
      'order-behind-lookup',
    ],
    [
      '<fetch distinct="true"><entity name="systemuser"><link-entity name="systemuserroles" from="systemuserid" to="systemuserid"><filter><condition attribute="systemuserroleid" operator="not-null" /></filter></link-entity></entity></fetch>',
      'intersect-column',
    ],
    ['<fetch aggregate="true"><entity name="account" /></fetch>', 'has-faults'],
    ['<fetch><entity name="lead" /></fetch>', 'table-unknown'],
    ['<fetch><entity></fetch>', 'has-faults'],
  ])('%s has none: %s', (text, code) => {
    expect(reasonsOf(fetchToOData(text, SAMPLE_SCHEMA))).toEqual([code]);
  });

  test('without tables it says that they are needed', () => {
    expect(fetchToOData(fetch(''), NO_SCHEMA)).toMatchObject({
      ok: false,
      reasons: [{ code: 'tables-needed' }],
    });
  });
});

describe('OData → FetchXML', () => {
  test.each([
    [
      "accounts?$select=name,_ownerid_value&$filter=name eq 'x' and revenue gt 5&$orderby=name desc&$top=3",
      '<fetch top="3"><entity name="account"><attribute name="name" /><attribute name="ownerid" /><order attribute="name" descending="true" /><filter type="and"><condition attribute="name" operator="eq" value="x" /><condition attribute="revenue" operator="gt" value="5" /></filter></entity></fetch>',
    ],
    [
      "accounts?$select=name&$filter=not (contains(name,'x') or statecode eq 0)",
      '<fetch><entity name="account"><attribute name="name" /><filter type="and"><condition attribute="name" operator="not-like" value="%x%" /><condition attribute="statecode" operator="ne" value="0" /></filter></entity></fetch>',
    ],
    [
      'accounts?$filter=primarycontactid eq null',
      '<fetch><entity name="account"><all-attributes /><filter><condition attribute="primarycontactid" operator="null" /></filter></entity></fetch>',
    ],
    [
      "accounts?$select=name&$filter=primarycontactid/fullname eq 'x'",
      '<fetch><entity name="account"><attribute name="name" /><filter><condition entityname="primarycontactid" attribute="fullname" operator="eq" value="x" /></filter><link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="primarycontactid" /></entity></fetch>',
    ],
    [
      'accounts?$select=name&$expand=primarycontactid($select=fullname)',
      '<fetch><entity name="account"><attribute name="name" /><link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer" alias="primarycontactid"><attribute name="fullname" /></link-entity></entity></fetch>',
    ],
    [
      'accounts?$select=name&$filter=contact_customer_accounts/any(c:c/statecode eq 0)',
      '<fetch><entity name="account"><attribute name="name" /><filter><link-entity name="contact" from="parentcustomerid" to="accountid" link-type="any"><filter><condition attribute="statecode" operator="eq" value="0" /></filter></link-entity></filter></entity></fetch>',
    ],
    [
      'accounts?$select=name&$filter=contact_customer_accounts/all(c:c/statecode eq 0)',
      '<fetch><entity name="account"><attribute name="name" /><filter><link-entity name="contact" from="parentcustomerid" to="accountid" link-type="not any"><filter><condition attribute="statecode" operator="ne" value="0" /></filter></link-entity></filter></entity></fetch>',
    ],
    [
      "systemusers?$select=systemuserid&$filter=systemuserroles_association/any(r:r/name eq 'Sales')",
      '<fetch><entity name="systemuser"><attribute name="systemuserid" /><filter><link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="any" intersect="true"><link-entity name="role" from="roleid" to="roleid"><filter><condition attribute="name" operator="eq" value="Sales" /></filter></link-entity></link-entity></filter></entity></fetch>',
    ],
    [
      "accounts?$select=name&$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName=@p,PropertyValue=7)&@p='createdon'",
      '<fetch><entity name="account"><attribute name="name" /><filter><condition attribute="createdon" operator="last-x-days" value="7" /></filter></entity></fetch>',
    ],
    [
      `accounts(${GUID})?$select=name`,
      `<fetch><entity name="account"><attribute name="name" /><filter><condition attribute="accountid" operator="eq" value="${GUID}" /></filter></entity></fetch>`,
    ],
    [
      'accounts?$apply=groupby((statecode),aggregate(revenue with average as a,$count as n))&$orderby=n desc',
      '<fetch aggregate="true"><entity name="account"><attribute name="statecode" alias="statecode" groupby="true" /><attribute name="revenue" alias="a" aggregate="avg" /><attribute name="accountid" alias="n" aggregate="count" /><order alias="n" descending="true" /></entity></fetch>',
    ],
    [
      'accounts?fetchXml=%3Cfetch%3E%3Centity%20name=%22account%22/%3E%3C/fetch%3E',
      '<fetch><entity name="account" /></fetch>',
    ],
    [
      'accounts?$select=name&$orderby=statecode,name',
      '<fetch useraworderby="true"><entity name="account"><attribute name="name" /><order attribute="statecode" /><order attribute="name" /></entity></fetch>',
    ],
    [
      'accounts?$filter=5 lt revenue',
      '<fetch><entity name="account"><all-attributes /><filter><condition attribute="revenue" operator="gt" value="5" /></filter></entity></fetch>',
    ],
  ])('%s → %s', (text, expected) => {
    expect(toFetch(text)).toBe(expected);
  });

  test.each([
    ['WhoAmI', 'path'],
    [`accounts(${GUID})/primarycontactid`, 'path'],
    ['accounts?$expand=contact_customer_accounts($select=fullname)', 'expand-many'],
    ['accounts?$expand=primarycontactid($select=fullname;$filter=statecode eq 0)', 'expand-option'],
    ['accounts?$filter=revenue add 1 gt 5', 'filter-expression'],
    ['accounts?$filter=year(createdon) eq 2024', 'filter-expression'],
    ["accounts?$filter=not Microsoft.Dynamics.CRM.Today(PropertyName='createdon')", 'negation'],
    ['accounts?$filter=tolower(name) eq 1', 'filter-expression'],
    ['accounts?$orderby=primarycontactid/fullname,name', 'order-on-link'],
    ['accounts?$orderby=statecode,_ownerid_value', 'order-mixed'],
    ['accounts?$expand=ownerid($select=ownerid)', 'owner-row'],
    ['accounts?$select=name&$top=5001', 'top-too-large'],
    ['accounts?$filter=numberofemployees gt 10.5', 'value-unreadable'],
    ['accounts?$filter=createdon lt 2024-02-30', 'value-unreadable'],
    ["accounts?$filter=contains(_ownerid_value,'x')", 'filter-expression'],
    ['accounts?$top=5&$count=true', 'count-with-top'],
    [`accounts?savedQuery=${GUID}`, 'saved-query'],
    ['leads', 'table-unknown'],
    ['accounts?$skip=1', 'has-faults'],
  ])('%s has none: %s', (text, code) => {
    expect(reasonsOf(odataToFetch(text, SAMPLE_SCHEMA))).toEqual([code]);
  });
});

const text = fc
  .string({
    unit: fc.constantFrom('a', 'b', "'", '"', '&', '<', '%25', ' ', 'ü', '#', '+'),
    minLength: 1,
    maxLength: 8,
  })
  .map((one) => one.replaceAll('%25', 'z'));
const comparison = fc.oneof(
  fc
    .tuple(fc.constantFrom('eq', 'ne', 'gt', 'lt'), text)
    .map(([operator, value]) => `name ${operator} '${value.replaceAll("'", "''")}'`),
  fc
    .tuple(fc.constantFrom('eq', 'le', 'ge'), fc.integer())
    .map(([operator, value]) => `numberofemployees ${operator} ${value}`),
  fc.constantFrom(
    'revenue eq null',
    'address1_city ne null',
    'donotemail eq true',
    'name eq address1_city',
    `_ownerid_value eq ${GUID}`,
  ),
  fc.constantFrom(
    "Microsoft.Dynamics.CRM.Today(PropertyName='createdon')",
    "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=3)",
    "Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=['a','b'])",
  ),
  fc
    .tuple(fc.constantFrom('contains', 'startswith', 'endswith'), fc.constantFrom('a', 'b c'))
    .map(([name, value]) => `${name}(name,'${value}')`),
);
const filter = fc
  .array(fc.array(comparison, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((groups) => groups.map((group) => `(${group.join(' or ')})`).join(' and '));

test('what is told differently by both languages is said beside the equivalent', () => {
  const notes = (converted: Conversion): readonly string[] =>
    converted.ok ? converted.notes.map(({ code }) => code) : ['none'];
  expect(notes(fetchToOData(fetch('<order attribute="statecode" />'), SAMPLE_SCHEMA))).toEqual([
    'order-by-number',
  ]);
  expect(notes(odataToFetch('accounts?$filter=createdon ge 2024-01-01', SAMPLE_SCHEMA))).toEqual([
    'time-zone-of-caller',
  ]);
  const days = '<value>2024-01-01</value><value>2024-01-31</value>';
  const between = where(`<condition attribute="createdon" operator="between">${days}</condition>`);
  const converted = fetchToOData(between, SAMPLE_SCHEMA);
  expect(notes(converted)).toEqual(['day-boundaries']);
  expect(notes(odataToFetch(converted.ok ? converted.text : '', SAMPLE_SCHEMA))).toEqual(['day-boundaries']);
});

test('a query that both languages can say comes back the same', () => {
  fc.assert(
    fc.property(filter, (by) => {
      const encoded = by.replaceAll(/[%&#+]/g, (one) => encodeURIComponent(one));
      const first = printOData(
        parseOData(`accounts?$select=name&$filter=${encoded}&$orderby=name&$top=7`).query,
        'line',
      );
      const there = odataToFetch(first, SAMPLE_SCHEMA);
      expect(there).toMatchObject({ ok: true });
      const back = there.ok ? fetchToOData(there.text, SAMPLE_SCHEMA) : there;
      expect(back).toMatchObject({ ok: true });
      expect(back.ok ? printOData(parseOData(back.text).query, 'line') : '').toBe(first);
    }),
    { numRuns: 200 },
  );
});

describe('what gets its value before the run stays what it is', () => {
  test.each([
    ['name eq {{who}}', '<condition attribute="name" operator="eq" value="{{who}}" />'],
    ['createdon ge {{since}}', '<condition attribute="createdon" operator="ge" value="{{since}}" />'],
    ['_ownerid_value eq {{owner}}', '<condition attribute="ownerid" operator="eq" value="{{owner}}" />'],
    ['donotemail eq {{quiet}}', '<condition attribute="donotemail" operator="eq" value="{{quiet}}" />'],
    ["contains(name,'{{part}}')", '<condition attribute="name" operator="like" value="%{{part}}%" />'],
    ["name eq 'A{{a}}-{{ab}}'", '<condition attribute="name" operator="eq" value="A{{a}}-{{ab}}" />'],
    [
      "Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue={{days}})",
      '<condition attribute="createdon" operator="last-x-days" value="{{days}}" />',
    ],
    [
      "Microsoft.Dynamics.CRM.OnOrAfter(PropertyName='createdon',PropertyValue='{{day}}')",
      '<condition attribute="createdon" operator="on-or-after" value="{{day}}" />',
    ],
    [
      "Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=['{{a}}','{{b}}'])",
      '<condition attribute="name" operator="in"><value>{{a}}</value><value>{{b}}</value></condition>',
    ],
    ['primarycontactid/fullname eq {{who}} and name ne null', null],
  ])('%s, there and back', (filter, xml) => {
    const made = toFetch(`accounts?$select=name&$filter=${filter}`);
    expect(made).toContain(xml === null ? 'link-entity' : where(xml));
    expect(toOData(made)).toBe(filter);
  });

  test('how many rows are wanted', () => {
    const made = toFetch('accounts?$select=name&$top={{most}}');
    expect(made).toBe(fetch('<attribute name="name" />', ' top="{{most}}"'));
    expect(toOData(made)).toBe('accounts?$select=name&$top={{most}}');
  });

  test('a parameter @name becomes a placeholder of the same name; one with a value becomes the value', () => {
    expect(toFetch('accounts?$select=name&$filter=name eq @who')).toContain('value="{{who}}"');
    expect(toFetch("accounts?$select=name&$filter=name eq @who&@who='x'")).toContain('value="x"');
    expect(toFetch('accounts?$select=name&$filter=startswith(name,@part)')).toContain('value="{{part}}%"');
    expect(toFetch('accounts({{id}})?$select=name')).toContain(
      'attribute="accountid" operator="eq" value="{{id}}"',
    );
  });

  test('an @ in FetchXML is a text like others', () => {
    expect(toOData(condition('attribute="name" operator="eq" value="@who"'))).toBe("name eq '@who'");
  });

  test.each([
    [
      'a pattern whose value may have wildcards',
      condition('attribute="name" operator="like" value="{{who}}"'),
      'like-pattern',
    ],
    [
      'a part of a date',
      condition('attribute="createdon" operator="ge" value="{{year}}-01-01"'),
      'value-unreadable',
    ],
    [
      'a part of a number',
      condition('attribute="statecode" operator="eq" value="1{{x}}"'),
      'value-unreadable',
    ],
    ['the name of a column', fetch('<attribute name="{{column}}" />'), 'has-faults'],
  ])('%s has no equivalent', (_what, text, code) => {
    expect(reasonsOf(fetchToOData(text, SAMPLE_SCHEMA))).toEqual([code]);
  });

  test.each([
    ['accounts?$select={{column}}', 'has-faults'],
    ["accounts?$select=name&$filter=name eq '{{a}}b' and name ne {{ab}}", 'value-unreadable'],
  ])('%s has no equivalent', (text, code) => {
    expect(reasonsOf(odataToFetch(text, SAMPLE_SCHEMA))).toEqual([code]);
  });
});
