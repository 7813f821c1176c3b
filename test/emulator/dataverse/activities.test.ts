import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

// Learn: "Activity tables"; activitypointer, task, phonecall, appointment table references.

let cloud: DemoCloud;
let admin: Ask;
let account: string;
let task: string;
let call: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  account = createdId(await admin('POST accounts', { name: 'With activities' }));
  const about = (kind: string) => ({
    [`regardingobjectid_account_${kind}@odata.bind`]: `/accounts(${account})`,
  });
  const scheduledend = '2031-05-06T07:08:09Z';
  task = createdId(await admin('POST tasks', { subject: 'Write', scheduledend, ...about('task') }));
  call = createdId(await admin('POST phonecalls', { subject: 'Ring', scheduledend, ...about('phonecall') }));
});
afterAll(() => cloud.close());

const pointers = (query = '') =>
  admin(
    `GET activitypointers?$select=subject,activitytypecode,scheduledend,statuscode,_regardingobjectid_value&$filter=_regardingobjectid_value eq ${account}${query}`,
  );

test('activitypointers has the activities of every kind with what all of them have', async () => {
  const found = rowsIn(await pointers('&$orderby=subject desc'));
  expect(found).toMatchObject([
    { activityid: task, subject: 'Write', activitytypecode: 'task', statuscode: 2 },
    { activityid: call, subject: 'Ring', activitytypecode: 'phonecall', statuscode: 1 },
  ]);
  expect(found[0]?.['scheduledend']).toBe('2031-05-06T07:08:09Z');
  const below = await admin(`GET accounts(${account})/Account_ActivityPointers?$select=subject`);
  expect(rowsIn(below)).toHaveLength(2);
  const one = await admin(
    `GET activitypointers(${task})?$select=subject&$expand=regardingobjectid_account($select=name)`,
  );
  expect(one.json).toMatchObject({ subject: 'Write', regardingobjectid_account: { accountid: account } });
  const fetchXml = `<fetch aggregate="true"><entity name="activitypointer"><attribute name="activityid" alias="n" aggregate="count"/><attribute name="activitytypecode" alias="kind" groupby="true"/><filter><condition attribute="regardingobjectid" operator="eq" value="${account}"/></filter></entity></fetch>`;
  const counted = rowsIn(await admin(`GET activitypointers?fetchXml=${encodeURIComponent(fetchXml)}`));
  expect(counted.toSorted((a, b) => String(a['kind']).localeCompare(String(b['kind'])))).toMatchObject([
    { kind: 'phonecall', n: 1 },
    { kind: 'task', n: 1 },
  ]);
});

test('activities are written as what they are, never as activitypointers', async () => {
  for (const request of [
    'POST activitypointers',
    `PATCH activitypointers(${task})`,
    `DELETE activitypointers(${task})`,
  ]) {
    const answer = await admin(request, request.startsWith('DELETE') ? undefined : { subject: 'x' });
    expect([answer.status, codeOf(answer)]).toEqual([400, '0x80040800']);
  }
  const multiple = await admin('POST activitypointers/Microsoft.Dynamics.CRM.CreateMultiple', {
    Targets: [{ '@odata.type': 'Microsoft.Dynamics.CRM.activitypointer', subject: 'x' }],
  });
  expect([multiple.status, codeOf(multiple)]).toEqual([400, '0x80040800']);
});

test('each kind has its own states and status reasons', async () => {
  const set = (path: string, body: object) => admin(`PATCH ${path}`, body);
  expect((await set(`phonecalls(${call})`, { statecode: 1 })).status).toBe(204);
  expect((await admin(`GET phonecalls(${call})?$select=statuscode`)).json).toMatchObject({ statuscode: 2 });
  expect(codeOf(await set(`phonecalls(${call})`, { statecode: 1, statuscode: 3 }))).toBe('0x80048408');
  expect(codeOf(await set(`tasks(${task})`, { statecode: 3 }))).toBe('0x8004431a');
  expect((await set(`tasks(${task})`, { statuscode: 7 })).status).toBe(204);
});

test('who reads activities of its own only finds those here', async () => {
  const seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
  const mine = createdId(await seller('POST tasks', { subject: 'Of the seller' }));
  const seen = rowsIn(
    await seller(
      `GET activitypointers?$select=subject&$filter=activityid eq ${task} or activityid eq ${mine}`,
    ),
  );
  expect(seen).toMatchObject([{ activityid: mine }]);
  expect((await seller(`GET activitypointers(${task})`)).status).toBe(403);
});

test('their changes are followed together, deletions too, and go with the record that they are about', async () => {
  const first = await admin('GET activitypointers?$select=subject', undefined, {
    prefer: 'odata.track-changes',
  });
  const link = String(first.json['@odata.deltaLink']).split('/api/data/v9.2/')[1] ?? '';
  await admin(`PATCH tasks(${task})`, { subject: 'Changed' });
  await admin(`DELETE phonecalls(${call})`);
  expect((await admin(`GET ${link}`)).json['value']).toMatchObject([
    { activityid: task, subject: 'Changed' },
    { id: call, reason: 'deleted' },
  ]);
  await admin(`DELETE accounts(${account})`);
  expect((await admin(`GET activitypointers(${task})`)).status).toBe(404);
});
