import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, type HttpAnswer, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
let account: string;
beforeAll(async () => {
  cloud = await startDemoCloud();
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  account = createdId(await admin('POST accounts', { name: 'Limits' }));
});
afterAll(() => cloud.close());

const refusal = (answer: HttpAnswer) => [answer.status, codeOf(answer)];

// Learn: account, contact and opportunity table references (MinValue, MaxValue); Web service error codes.
describe('numbers', () => {
  test.each([
    ['numberofemployees', -1, '0x8004432f'],
    ['numberofemployees', 1_000_000_001, '0x8004432f'],
    ['address1_utcoffset', 1501, '0x8004432f'],
    ['address1_latitude', 90.1, '0x80044330'],
    ['exchangerate', 0, '0x80044330'],
    ['revenue', -0.01, '0x80040317'],
    ['creditlimit', 100_000_000_000.01, '0x80040317'],
  ])('%s is not %d', async (column, value, code) => {
    expect(refusal(await admin(`PATCH accounts(${account})`, { [column]: value }))).toEqual([400, code]);
  });

  test.each([
    ['numberofemployees', 0],
    ['address1_longitude', -180],
    ['revenue', 100_000_000_000_000],
    ['creditlimit', null],
  ])('%s is %d', async (column, value) => {
    expect((await admin(`PATCH accounts(${account})`, { [column]: value })).status).toBe(204);
  });

  test('definitions say the same', async () => {
    const definition = (type: string, column: string) =>
      admin(
        `GET EntityDefinitions(LogicalName='account')/Attributes(LogicalName='${column}')/Microsoft.Dynamics.CRM.${type}AttributeMetadata`,
      );
    expect((await definition('Integer', 'numberofemployees')).json).toMatchObject({
      MinValue: 0,
      MaxValue: 1_000_000_000,
      SchemaName: 'NumberOfEmployees',
    });
    expect((await definition('Money', 'revenue')).json).toMatchObject({
      MinValue: 0,
      MaxValue: 100_000_000_000_000,
      Precision: 2,
    });
    expect((await definition('Double', 'address1_latitude')).json).toMatchObject({ Precision: 5 });
  });
});

// Learn: "Multi-select choices"; Web service error codes, PicklistValueOutOfRange.
test('several choices are choices of their column', async () => {
  const set = (value: string) => admin(`PATCH accounts(${account})`, { ctso_salesregions: value });
  expect((await set('948930001,948930004')).status).toBe(204);
  const answer = await set('948930001,7');
  expect(answer.json).toMatchObject({
    error: {
      code: '0x8004431a',
      message: expect.stringContaining("The value 7 of 'ctso_salesregions'"),
    },
  });
  expect((await admin(`GET accounts(${account})?$select=ctso_salesregions`)).json).toMatchObject({
    ctso_salesregions: '948930001,948930004',
  });
});

// OData 4.0 ABNF, string; Learn: "Web API Query Function Reference".
test('texts stand in single quotes, except in lists in the form of JSON', async () => {
  for (const path of [
    'accounts?$filter=name eq "Limits"',
    'accounts?$filter=contains(name,"Limits")',
    'accounts(accountnumber="A")',
    'accounts?$filter=name eq @p&@p="Limits"',
  ])
    expect(refusal(await admin(`GET ${path}`))).toEqual([400, '0x80060888']);
  expect((await admin('GET accounts?$filter=name eq "Limits"')).json).toMatchObject({
    error: { message: `Syntax error: character '"' is not valid at position 8 in 'name eq "Limits"'.` },
  });
  const list = `Microsoft.Dynamics.CRM.In(PropertyName='name',PropertyValues=["Limits"])`;
  expect(rowsIn(await admin(`GET accounts?$select=name&$filter=${list}`))).toHaveLength(1);
});
