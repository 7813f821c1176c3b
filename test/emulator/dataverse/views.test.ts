import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
});
afterAll(() => cloud.close());

const viewNamed = async (name: string): Promise<string> =>
  String(
    rowsIn(await admin(`GET savedqueries?$select=name,savedqueryid&$filter=name eq '${name}'`))[0]?.[
      'savedqueryid'
    ],
  );

test('every system view is executed over its table, without nulls, as FetchXML is', async () => {
  const views = rowsIn(await admin('GET savedqueries?$select=savedqueryid,returnedtypecode,fetchxml'));
  expect(views.length).toBeGreaterThan(5);
  for (const { savedqueryid: id, returnedtypecode: table, fetchxml } of views) {
    const set = table === 'opportunity' ? 'opportunities' : `${String(table)}s`;
    const view = await admin(`GET ${set}?savedQuery=${String(id)}`);
    const same = await admin(`GET ${set}?fetchXml=${encodeURIComponent(String(fetchxml))}`);
    expect([set, view.status, rowsIn(view)]).toEqual([set, 200, rowsIn(same)]);
  }
  expect(await viewNamed('Active Accounts')).toBe('00000000-0000-0000-00aa-000010001002');
});

test('a system view is applied to the records of one other record', async () => {
  const parent = createdId(await admin('POST accounts', { name: 'Parent of two' }));
  const bind = { 'parentaccountid@odata.bind': `/accounts(${parent})` };
  await admin('POST accounts', { name: 'Child', ...bind });
  const gone = createdId(await admin('POST accounts', { name: 'Inactive child', ...bind }));
  await admin(`PATCH accounts(${gone})`, { statecode: 1 });
  const id = await viewNamed('Active Accounts');
  const answer = await admin(`GET accounts(${parent})/account_parent_account/?savedQuery=${id}`);
  expect(rowsIn(answer)).toMatchObject([{ name: 'Child' }]);
});

test('a personal view is its owner’s: others do not execute it', async () => {
  const own = createdId(
    await admin('POST userqueries', {
      name: 'Mine',
      returnedtypecode: 'account',
      querytype: 0,
      fetchxml: '<fetch top="1"><entity name="account"><attribute name="name" /></entity></fetch>',
    }),
  );
  expect(rowsIn(await admin(`GET accounts?userQuery=${own}`))).toHaveLength(1);
  const bram = await askAs(cloud, 'bram.visser@contoso.demo.test');
  expect((await bram(`GET accounts?userQuery=${own}`)).status).toBe(403);
});

test.each([
  ['savedQuery=00000000-0000-0000-00aa-0000100010ff', 404, '0x80040217'],
  ['userQuery=00000000-0000-0000-00aa-000010001002', 404, '0x80040217'],
  ['savedQuery=x', 400, '0x80060888'],
])('%s is refused', async (query, status, code) => {
  const answer = await admin(`GET accounts?${query}`);
  expect([answer.status, codeOf(answer)]).toEqual([status, code]);
});

test('a view of another table, and one of a single record, are refused', async () => {
  const id = await viewNamed('Active Contacts');
  expect(codeOf(await admin(`GET accounts?savedQuery=${id}`))).toBe('0x80041128');
  const account = createdId(await admin('POST accounts', { name: 'One' }));
  expect((await admin(`GET accounts(${account})?savedQuery=${id}`)).status).toBe(400);
});

test('a view comes in pages of the size that is asked for, and its next links lead through all of it once', async () => {
  const id = await viewNamed('Active Accounts');
  const whole = rowsIn(await admin(`GET accounts?savedQuery=${id}`)).map((it) => it['accountid']);
  const seen: unknown[] = [];
  let next = `accounts?savedQuery=${id}`;
  while (next !== '' && seen.length <= whole.length) {
    const page = await admin(`GET ${next}`, undefined, { prefer: 'odata.maxpagesize=200' });
    expect(rowsIn(page).length).toBeLessThanOrEqual(200);
    seen.push(...rowsIn(page).map((it) => it['accountid']));
    next = String(page.json['@odata.nextLink'] ?? '').replace(/^.*\/v9\.2\//, '');
  }
  expect(whole.length).toBeGreaterThan(200);
  expect(seen).toEqual(whole);
});

test('a page of a view that is no page is refused', async () => {
  const id = await viewNamed('Active Accounts');
  const answer = await admin(`GET accounts?savedQuery=${id}&$skiptoken=x`);
  expect([answer.status, codeOf(answer)]).toEqual([400, '0x80060888']);
});
