import { beforeAll, describe, expect, test } from 'vitest';
import type { DataverseClient } from '../../../main/dataverse/dataverse-client.ts';
import { readTable } from '../../../main/query/editor/read-table.ts';
import { readTables } from '../../../main/query/editor/read-tables.ts';
import type { Conversion } from '../../../preload/contract/words/queries/convert/conversion.ts';
import { fetchToOData } from '../../../preload/contract/words/queries/convert/fetch-to-odata.ts';
import { odataToFetch } from '../../../preload/contract/words/queries/convert/odata-to-fetch.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import { printOData } from '../../../preload/contract/words/queries/odata/print-odata.ts';
import type { QuerySchema } from '../../../preload/contract/words/queries/tables.ts';
import { demoCloud } from '../dataverse/demo-cloud.ts';

const cloud = demoCloud();
const signal = AbortSignal.timeout(60_000);
const TABLES = ['account', 'contact', 'opportunity', 'systemuser', 'role', 'team', 'businessunit'] as const;

let client: DataverseClient;
let schema: QuerySchema;

beforeAll(async () => {
  client = await cloud.clientAsAdmin(cloud.environment('Fabrikam Production'));
  const tables = await readTables(client, signal);
  const details = await Promise.all(TABLES.map((table) => readTable(client, table, signal)));
  schema = {
    tables: tables.ok ? tables.value : [],
    details: new Map(details.flatMap((read) => (read.ok ? [[read.value.logicalName, read.value]] : []))),
  };
});

/** The values of a row of an aggregate, whatever they are called. */
const valuesOf = (row: Record<string, unknown>): string =>
  Object.values(row)
    .map(String)
    .toSorted((one, other) => one.localeCompare(other))
    .join(' ');

/** IDs of the answer, in its order; of an aggregate its rows. */
const answered = async (path: string): Promise<readonly unknown[]> => {
  const answer = await client.get(path, { signal });
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(answer.error)}`);
  const { value: rows } = answer.value.body as { readonly value: readonly Record<string, unknown>[] };
  const table = path.split('?')[0];
  const primaryId = schema.tables.find(({ entitySet }) => entitySet === table)?.primaryId ?? '';
  return rows.map((row) => row[primaryId] ?? valuesOf(row));
};

const asOData = (text: string): Promise<readonly unknown[]> =>
  answered(printOData(parseOData(text).query, 'line'));
const asFetch = (text: string): Promise<readonly unknown[]> => {
  const table = /<entity name="(\w+)"/.exec(text)?.[1];
  const set = schema.tables.find(({ logicalName }) => logicalName === table)?.entitySet ?? '';
  return answered(`${set}?fetchXml=${encodeURIComponent(text)}`);
};
const textOf = (converted: Conversion): string => {
  if (!converted.ok) throw new Error(converted.reasons.map(({ code, value }) => `${code} ${value}`).join());
  return converted.text;
};

/** Rows whose order says nothing. */
const inAnyOrder = (rows: readonly unknown[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted((one, other) => one.localeCompare(other));

const account = (content: string, attributes = ''): string =>
  `<fetch${attributes}><entity name="account"><attribute name="name" /><attribute name="accountid" />${content}</entity></fetch>`;
const where = (content: string): string => account(`<filter>${content}</filter>`);
const user = (content: string, attributes = ''): string =>
  `<fetch${attributes}><entity name="systemuser"><attribute name="systemuserid" />${content}</entity></fetch>`;
const toRole = (content: string): string =>
  `<link-entity name="role" from="roleid" to="roleid">${content}</link-entity>`;
const named = (pattern: string): string =>
  `<filter><condition attribute="name" operator="like" value="${pattern}" /></filter>`;

describe('FetchXML and the OData that it becomes answer the same rows', () => {
  test.each([
    where('<condition attribute="name" operator="like" value="%a%" />'),
    where('<condition attribute="name" operator="not-like" value="A%" />'),
    where('<condition attribute="name" operator="begins-with" value="c" />'),
    where('<condition attribute="statecode" operator="eq" value="0" />'),
    where(
      '<condition attribute="revenue" operator="between"><value>1000</value><value>9000000</value></condition>',
    ),
    where(
      '<condition attribute="createdon" operator="between"><value>2000-01-01</value><value>2100-01-01</value></condition>',
    ),
    where('<condition attribute="createdon" operator="on-or-after" value="2000-01-01" />'),
    where('<condition attribute="statecode" operator="in"><value>0</value><value>1</value></condition>'),
    where('<condition attribute="primarycontactid" operator="not-null" />'),
    where(
      '<filter type="or"><condition attribute="revenue" operator="null" /><condition attribute="revenue" operator="gt" value="100" /></filter>',
    ),
    where('<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="any" />'),
    where(
      '<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="not any"><filter><condition attribute="fullname" operator="like" value="A%" /></filter></link-entity>',
    ),
    account(
      '<link-entity name="contact" from="contactid" to="primarycontactid"><filter><condition attribute="fullname" operator="like" value="%a%" /></filter></link-entity>',
    ),
    account(
      '<link-entity name="contact" from="parentcustomerid" to="accountid" link-type="exists"><filter><condition attribute="statecode" operator="eq" value="0" /></filter></link-entity>',
    ),
    user(
      `<link-entity name="systemuserroles" from="systemuserid" to="systemuserid" intersect="true">${toRole(named('%a%'))}</link-entity>`,
      ' distinct="true"',
    ),
    user(
      `<link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="exists">${toRole(named('System%'))}</link-entity>`,
    ),
    user(
      `<filter><link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="not any">${toRole(named('System%'))}</link-entity></filter>`,
    ),
    user(
      '<filter type="or"><link-entity name="teammembership" from="systemuserid" to="systemuserid" link-type="any" /><condition attribute="isdisabled" operator="eq" value="1" /></filter>',
    ),
    user(
      `<filter><link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="all">${toRole(named('System Administrator'))}</link-entity></filter>`,
    ),
    account(
      '<filter><condition entityname="c" attribute="contactid" operator="null" /></filter><link-entity name="contact" from="parentcustomerid" to="accountid" link-type="outer" alias="c"><filter><condition attribute="fullname" operator="like" value="A%" /></filter></link-entity>',
    ),
    user(
      '<filter><condition entityname="r" attribute="roleid" operator="null" /></filter><link-entity name="systemuserroles" from="systemuserid" to="systemuserid" link-type="outer" alias="r" />',
    ),
    '<fetch aggregate="true"><entity name="account"><attribute name="accountid" alias="n" aggregate="count" /><link-entity name="contact" from="contactid" to="primarycontactid" alias="c"><attribute name="contactid" alias="who" groupby="true" /><filter><condition attribute="fullname" operator="like" value="%a%" /></filter></link-entity></entity></fetch>',
    '<fetch aggregate="true"><entity name="account"><attribute name="statecode" groupby="true" alias="statecode" /><attribute name="accountid" aggregate="count" alias="n" /></entity></fetch>',
  ])('%s', async (text) => {
    const rows = await asFetch(text);
    expect(rows).not.toEqual([]);
    expect(inAnyOrder(await asOData(textOf(fetchToOData(text, schema))))).toEqual(inAnyOrder(rows));
  });

  test('a condition on the intersect table’s column of the other side', async () => {
    const roles = await client.get("roles?$select=roleid&$filter=name eq 'System Administrator'", { signal });
    const id = /"roleid":"([^"]+)"/.exec(JSON.stringify(roles))?.[1] ?? '';
    const text = user(
      `<link-entity name="systemuserroles" from="systemuserid" to="systemuserid"><filter><condition attribute="roleid" operator="eq" value="${id}" /></filter></link-entity>`,
      ' distinct="true"',
    );
    const rows = await asFetch(text);
    expect(rows).not.toEqual([]);
    expect(inAnyOrder(await asOData(textOf(fetchToOData(text, schema))))).toEqual(inAnyOrder(rows));
  });

  test.each([
    account('<order attribute="revenue" descending="true" /><order attribute="name" />', ' top="30"'),
    account('<order attribute="primarycontactid" /><order attribute="name" />'),
    account(
      '<link-entity name="contact" from="contactid" to="primarycontactid" link-type="outer"><order attribute="fullname" descending="true" /></link-entity>',
    ),
  ])('in the same order: %s', async (text) => {
    const rows = await asFetch(text);
    expect(rows).not.toEqual([]);
    expect(await asOData(textOf(fetchToOData(text, schema)))).toEqual(rows);
  });
});

describe('OData and the FetchXML that it becomes answer the same rows', () => {
  test.each([
    "accounts?$select=name&$filter=contains(name,'a') and not (statecode eq 1 or revenue eq null)",
    'accounts?$select=name&$filter=contact_customer_accounts/any()',
    'accounts?$select=name&$filter=contact_customer_accounts/any(c:c/statecode eq 0)',
    "accounts?$select=name&$filter=not contact_customer_accounts/any(c:startswith(c/fullname,'A'))",
    'accounts?$select=name&$filter=contact_customer_accounts/all(c:c/statecode eq 0)',
    "accounts?$select=name&$filter=primarycontactid/fullname ne null and Microsoft.Dynamics.CRM.Between(PropertyName='createdon',PropertyValues=['2000-01-01','2100-01-01'])",
    "systemusers?$select=systemuserid&$filter=systemuserroles_association/any(r:r/name eq 'System Administrator')",
    "accounts?$select=name&$filter=contains(name,'a') eq true and startswith(name,'F') ne true",
    "accounts?$select=name&$filter=contains(name,'an') eq false or true eq endswith(name,'d')",
    "systemusers?$select=systemuserid&$filter=not systemuserroles_association/any(r:contains(r/name,'Sync'))",
    "systemusers?$select=systemuserid&$filter=systemuserroles_association/all(r:contains(r/name,'a'))",
    'systemusers?$select=systemuserid&$filter=teammembership_association/any() or isdisabled eq true',
    'roles?$select=roleid&$filter=systemuserroles_association/any(u:u/isdisabled eq false)',
    'accounts?$apply=groupby((statecode),aggregate($count as n,revenue with max as most))',
    'accounts?$apply=groupby((primarycontactid/contactid),aggregate($count as n))',
    'accounts?$apply=aggregate(primarycontactid/createdon with max as latest)',
    'accounts?$select=name&$expand=primarycontactid($select=fullname)&$filter=primarycontactid ne null',
  ])('%s', async (text) => {
    const rows = await asOData(text);
    expect(rows).not.toEqual([]);
    expect(inAnyOrder(await asFetch(textOf(odataToFetch(text, schema))))).toEqual(inAnyOrder(rows));
  });

  test.each([
    'accounts?$select=name&$orderby=revenue desc,name&$top=25',
    'accounts?$select=name&$orderby=statecode,name',
    'accounts?$select=name&$orderby=_primarycontactid_value desc',
  ])('in the same order: %s', async (text) => {
    const rows = await asOData(text);
    expect(rows).not.toEqual([]);
    expect(await asFetch(textOf(odataToFetch(text, schema)))).toEqual(rows);
  });
});
