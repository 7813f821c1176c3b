import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, rowsIn } from './over-http.ts';

// Learn: "How to clean up inherited access"; ResetInheritedAccess Function, CreateAsyncJobToRevokeInheritedAccess Action.

let cloud: DemoCloud;
let admin: Ask;
let seller: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
});
afterAll(() => cloud.close());

const query = (conditions: string, more = '') =>
  `<fetch><entity name="principalobjectaccess"><attribute name="principalobjectaccessid"/><filter type="and">${conditions}</filter>${more}</entity></fetch>`;
const reset = (ask: Ask, fetchXml: string, quote = '') =>
  ask(
    `GET ResetInheritedAccess(FetchXml=@fetchXml)?@fetchXml=${encodeURIComponent(quote + fetchXml + quote)}`,
  );
const ofNobody =
  '<condition attribute="principalid" operator="eq" value="9b5f621b-584e-423f-99fd-4620bb00bf1f" />';

test('what is inherited is worked out again, with the query in quotes or without', async () => {
  for (const quote of ['', "'"]) {
    const { json } = await reset(admin, query(ofNobody), quote);
    expect(json).toEqual({
      '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.ResetInheritedAccessResponse$/),
      ResetInheritedAccessResponse:
        'Resetting the inherited access job is successfully created. ExecutionMode : Sync',
    });
  }
  const all =
    'GET principalobjectaccessset?$filter=inheritedaccessrightsmask gt 0&$orderby=objectid,principalid';
  const before = rowsIn(await admin(all));
  const everybody = query('<condition attribute="inheritedaccessrightsmask" operator="gt" value="0" />');
  expect((await reset(admin, everybody)).status).toBe(200);
  expect(rowsIn(await admin(all))).toEqual(before);
  const byTable = query('<condition attribute="objecttypecode" operator="eq" value="4212" />');
  expect((await reset(admin, byTable)).status).toBe(200);
});

test('other queries are refused, and others than administrators and customizers', async () => {
  expect(
    (await reset(admin, '<fetch><entity name="account"><attribute name="accountid"/></entity></fetch>'))
      .status,
  ).toBe(400);
  expect((await reset(admin, query(ofNobody, '<attribute name="objectid"/>'))).status).toBe(400);
  const joined = '<link-entity name="account" from="accountid" to="objectid" />';
  expect((await reset(admin, query(ofNobody, joined))).status).toBe(400);
  const unknown = query('<condition attribute="nothing" operator="eq" value="1" />');
  expect((await reset(admin, unknown)).status).toBe(400);
  expect((await reset(admin, '<fetch>')).status).toBe(400);
  expect(codeOf(await reset(seller, query(ofNobody)))).toBe('0x80040220');
});

test('a relationship is cleaned up by a job', async () => {
  const action = 'POST CreateAsyncJobToRevokeInheritedAccess';
  const answer = await admin(action, { RelationshipSchema: 'account_parent_account' });
  expect([answer.status, answer.text]).toEqual([204, '']);
  const jobs = await admin('GET asyncoperations?$filter=operationtype eq 96');
  expect(rowsIn(jobs)).toMatchObject([{ name: 'RevokeInheritedAccess', statecode: 3, statuscode: 30 }]);
  expect((await admin(action, { RelationshipSchema: 'nothing' })).status).toBe(400);
  expect((await admin(action, {})).status).toBe(400);
  expect(codeOf(await seller(action, { RelationshipSchema: 'account_parent_account' }))).toBe('0x80040220');
});
