import { describe, expect, test } from 'vitest';
import { errorOf, openLab, person, rowsOf } from './rig.ts';

const lab = openLab();
const admin = person('admin');

const fetchRows = (set: string, xml: string) => {
  const answer = lab.get(admin, `/${set}?fetchXml=${encodeURIComponent(xml)}`);
  expect(answer.text).not.toContain('"error"');
  return rowsOf(answer);
};

describe('columns that show others', () => {
  test('are in the definitions, with the column that they are of', () => {
    const at = "/EntityDefinitions(LogicalName='contact')/Attributes";
    const of = (column: string) =>
      Object.fromEntries(
        rowsOf(
          lab.get(
            admin,
            `${at}?$select=LogicalName,AttributeType,IsValidODataAttribute&$filter=AttributeOf eq '${column}'`,
          ),
        ).map((it) => [it['LogicalName'], [it['AttributeType'], it['IsValidODataAttribute']]]),
      );
    expect(of('ownerid')).toEqual({
      owneridname: ['String', false],
      owneridyominame: ['String', false],
      owneridtype: ['EntityName', false],
    });
    expect(of('parentcustomerid')).toEqual({
      parentcustomeridname: ['String', false],
      parentcustomeridyominame: ['String', false],
      parentcustomeridtype: ['EntityName', false],
    });
    expect(of('statecode')).toEqual({ statecodename: ['Virtual', false] });
    expect(of('donotphone')).toEqual({ donotphonename: ['Virtual', false] });
    expect(of('fullname')).toEqual({});
  });

  test('tell name and table in FetchXML, and are no properties of the Web API', () => {
    const [row] = fetchRows(
      'accounts',
      `<fetch top="1"><entity name="account"><attribute name="ownerid"/><attribute name="owneridname"/>
        <attribute name="owneridyominame"/><attribute name="owneridtype"/></entity></fetch>`,
    );
    expect(row).toMatchObject({ owneridname: expect.any(String), owneridtype: 'systemuser' });
    expect(row?.['owneridyominame']).toBe(row?.['owneridname']);
    expect(errorOf(lab.get(admin, '/accounts?$select=owneridtype')).code).toBe('0x80041103');
  });

  test.each(['account', '1'])('take the table by name or number: %s', (value) => {
    const rows = fetchRows(
      'contacts',
      `<fetch><entity name="contact"><attribute name="parentcustomeridtype"/><filter>
        <condition attribute="parentcustomeridtype" operator="eq" value="${value}"/></filter></entity></fetch>`,
    );
    expect(new Set(rows.map((it) => it['parentcustomeridtype']))).toEqual(new Set(['account']));
    expect(rows.length).toBeGreaterThan(0);
  });

  test('regarding is told as activities tell it', () => {
    const rows = fetchRows(
      'tasks',
      `<fetch><entity name="task"><attribute name="regardingobjecttypecode"/><filter>
        <condition attribute="regardingobjectid" operator="not-null"/></filter></entity></fetch>`,
    );
    expect(rows.map((it) => it['regardingobjecttypecode'])).toContain('account');
  });
});

test('a column of a publisher is a custom one; an underscore alone makes none', () => {
  const custom = rowsOf(
    lab.get(
      admin,
      "/EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName&$filter=IsCustomAttribute eq true",
    ),
  ).map((it) => it['LogicalName']);
  expect(custom).toEqual(['ctso_salesregions', 'ctso_salesregionsname']);
});

test('columns have schema names and labels in words', () => {
  const columns = (table: string) =>
    new Map(
      rowsOf(
        lab.get(
          admin,
          `/EntityDefinitions(LogicalName='${table}')/Attributes?$select=LogicalName,SchemaName,DisplayName`,
        ),
      ).map((it) => [it['LogicalName'], [it['SchemaName'], JSON.stringify(it['DisplayName'])] as const]),
    );
  const account = columns('account');
  const of = (name: string): unknown => account.get(name)?.[0];
  expect(
    [
      'accountid address1_stateorprovince donotbulkemail emailaddress1 numberofemployees utcconversiontimezonecode',
      'websiteurl slaid entityimage_timestamp revenue_base ctso_salesregions',
    ].flatMap((it) => it.split(' ').map(of)),
  ).toEqual(
    [
      'AccountId Address1_StateOrProvince DoNotBulkEMail EMailAddress1 NumberOfEmployees UTCConversionTimeZoneCode',
      'WebSiteURL SLAId EntityImage_Timestamp Revenue_Base ctso_salesregions',
    ].flatMap((it) => it.split(' ')),
  );
  const labelled = (name: string, label: string): boolean =>
    account.get(name)?.[1].includes(`"Label":"${label}"`) === true;
  expect(labelled('primarycontactid', 'Primary Contact')).toBe(true);
  expect(labelled('createdonbehalfby', 'Created By (Delegate)')).toBe(true);
  expect(labelled('revenue_base', 'Annual Revenue (Base)')).toBe(true);
  expect(labelled('address1_line1', 'Address 1: Street 1')).toBe(true);
});
