import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, type HttpAnswer, rowsIn } from './over-http.ts';

// Learn: "Delete data in bulk"; BulkDelete Action; asyncoperation, bulkdeleteoperation and bulkdeletefailure table references.

let cloud: DemoCloud;
let admin: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const scenario = (method: string, path: string, body?: object) =>
  fetch(`${cloud.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
beforeEach(async () => {
  await scenario('POST', '/reset');
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
});

const named = (EntityName: string, name: string, column = 'name') => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.QueryExpression',
  EntityName,
  Criteria: {
    FilterOperator: 'And',
    Conditions: [
      { AttributeName: column, Operator: 'Equal', Values: [{ Value: name, Type: 'System.String' }] },
    ],
  },
});
const bulk = (QuerySet: unknown, more: object = {}) => ({
  QuerySet,
  JobName: 'Clean up',
  SendEmailNotification: false,
  ToRecipients: [],
  CCRecipients: [],
  RecurrencePattern: '',
  StartDateTime: '2020-03-13T06:30:00Z',
  ...more,
});
const submit = (body: unknown, ask = admin) => ask('POST BulkDelete', body);
const jobOf = async (answer: HttpAnswer) =>
  (
    await admin(
      `GET asyncoperations(${String(answer.json['JobId'])})?$expand=AsyncOperation_BulkDeleteOperation,AsyncOperation_BulkDeleteFailure`,
    )
  ).json;
const make = async (set: string, body: object): Promise<string> =>
  createdId(await admin(`POST ${set}`, body));
const statusOf = async (path: string): Promise<number> => (await admin(`GET ${path}`)).status;
const refusal = (answer: HttpAnswer) => [answer.status, codeOf(answer)];

test('a job deletes what its queries find, with what goes along, and tells how many', async () => {
  const [one, two, other] = await Promise.all(
    ['Old', 'Old', 'New'].map((name) => make('accounts', { name })),
  );
  const task = await make('tasks', {
    subject: 'Of an old one',
    'regardingobjectid_account_task@odata.bind': `/accounts(${one})`,
  });
  const answer = await submit(bulk([named('account', 'Old'), named('task', 'Of an old one', 'subject')]));
  expect([answer.status, answer.json]).toEqual([
    200,
    {
      '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.BulkDeleteResponse$/),
      JobId: expect.any(String),
    },
  ]);
  expect(await jobOf(answer)).toMatchObject({
    name: 'Clean up',
    operationtype: 13,
    statecode: 3,
    statuscode: 30,
    completedon: expect.any(String),
    AsyncOperation_BulkDeleteOperation: [
      { successcount: 2, failurecount: 0, isrecurring: false, statecode: 3, statuscode: 30 },
    ],
    AsyncOperation_BulkDeleteFailure: [],
  });
  const left = await Promise.all([one, two, other].map((id) => statusOf(`accounts(${id})`)));
  expect([...left, await statusOf(`tasks(${task})`)]).toEqual([404, 404, 200, 404]);
});

test('queries have conditions in groups, links and everything else that FetchXML has', async () => {
  const parent = await make('accounts', { name: 'Parent <&"> one' });
  const child = await make('accounts', {
    name: 'Child',
    'parentaccountid@odata.bind': `/accounts(${parent})`,
  });
  const sibling = await make('accounts', { name: 'Child' });
  const answer = await submit(
    bulk([
      {
        EntityName: 'account',
        Criteria: {
          FilterOperator: 'Or',
          Filters: [
            {
              FilterOperator: 'And',
              Conditions: [{ AttributeName: 'name', Operator: 'In', Values: [{ Value: 'Child' }] }],
            },
            { Conditions: [{ AttributeName: 'name', Operator: 'Null', Values: [] }] },
          ],
        },
        LinkEntities: [
          {
            LinkFromAttributeName: 'parentaccountid',
            LinkToEntityName: 'account',
            LinkToAttributeName: 'accountid',
            JoinOperator: 'Inner',
            LinkCriteria: {
              FilterOperator: 'And',
              Conditions: [
                { AttributeName: 'name', Operator: 'Equal', Values: [{ Value: 'Parent <&"> one' }] },
              ],
            },
          },
        ],
      },
    ]),
  );
  expect(answer.status).toBe(200);
  expect(await Promise.all([parent, child, sibling].map((id) => statusOf(`accounts(${id})`)))).toEqual([
    200, 404, 200,
  ]);
});

// PowerPlatform-Dataverse-Client (Python), _delete_multiple in _data/_odata.py: what it sends.
test("the Python client's request deletes the records with its ids", async () => {
  const ids = await Promise.all(['One', 'Two', 'Three'].map((name) => make('accounts', { name })));
  const [one, two, kept] = ids;
  const answer = await submit(
    bulk(
      [
        {
          '@odata.type': 'Microsoft.Dynamics.CRM.QueryExpression',
          EntityName: 'account',
          ColumnSet: {
            '@odata.type': 'Microsoft.Dynamics.CRM.ColumnSet',
            AllColumns: false,
            Columns: [],
          },
          Criteria: {
            '@odata.type': 'Microsoft.Dynamics.CRM.FilterExpression',
            FilterOperator: 'And',
            Conditions: [
              {
                '@odata.type': 'Microsoft.Dynamics.CRM.ConditionExpression',
                AttributeName: 'accountid',
                Operator: 'In',
                Values: [one, two].map((Value) => ({ Value, Type: 'System.Guid' })),
              },
            ],
          },
        },
      ],
      { JobName: 'Bulk delete 2 records of account' },
    ),
  );
  expect([answer.status, answer.json['JobId']]).toEqual([200, expect.any(String)]);
  const left = await Promise.all([one, two, kept].map((id) => statusOf(`accounts(${id})`)));
  expect(left).toEqual([404, 404, 200]);
});

test('what cannot be deleted is written down, and the job goes on', async () => {
  const found = rowsIn(
    await admin('GET systemusers?$select=systemuserid&$filter=isdisabled eq false&$top=1'),
  );
  const user = String(found[0]?.['systemuserid']);
  const id = await make('accounts', { name: 'Old' });
  const answer = await submit(bulk([named('systemuser', user, 'systemuserid'), named('account', 'Old')]));
  expect(await jobOf(answer)).toMatchObject({
    statuscode: 30,
    AsyncOperation_BulkDeleteOperation: [{ successcount: 1, failurecount: 1 }],
    AsyncOperation_BulkDeleteFailure: [
      {
        _regardingobjectid_value: user,
        errornumber: 0x80040227 | 0,
        errordescription: expect.stringContaining('cannot be deleted'),
        orderedqueryindex: 0,
      },
    ],
  });
  expect(await statusOf(`accounts(${id})`)).toBe(404);
});

test('a job of the future waits, may be cancelled, and is deleted when it is done alone', async () => {
  await scenario('PUT', '/clock', { now: '2031-01-01T00:00:00Z', stopped: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const id = await make('accounts', { name: 'Old' });
  const StartDateTime = '2031-01-01T00:10:00Z';
  const answer = await submit(bulk([named('account', 'Old')], { StartDateTime }));
  const job = `asyncoperations(${String(answer.json['JobId'])})`;
  expect(await jobOf(answer)).toMatchObject({ statecode: 1, statuscode: 10, postponeuntil: StartDateTime });
  expect(refusal(await admin(`DELETE ${job}`))).toEqual([400, '0x8004416a']);
  expect(refusal(await admin(`PATCH ${job}`, { statecode: 3, statuscode: 30 }))).toEqual([400, '0x80044162']);
  expect((await admin(`PATCH ${job}`, { statecode: 3, statuscode: 32 })).status).toBe(204);
  await scenario('PUT', '/clock', { advanceSeconds: 1200 });
  expect(await jobOf(answer)).toMatchObject({
    statecode: 3,
    statuscode: 32,
    AsyncOperation_BulkDeleteOperation: [{ statuscode: 32, successcount: 0 }],
  });
  expect(refusal(await admin(`PATCH ${job}`, { statecode: 0 }))).toEqual([400, '0x80044162']);
  expect(await statusOf(`accounts(${id})`)).toBe(200);
  expect((await admin(`DELETE ${job}`)).status).toBe(204);
});

test('a daily job runs each day until it is deleted', async () => {
  await scenario('PUT', '/clock', { now: '2031-01-01T00:00:00Z', stopped: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const daily = bulk([named('account', 'Old')], {
    RecurrencePattern: 'FREQ=DAILY;INTERVAL=1;',
    StartDateTime: '2031-01-01T00:00:00Z',
  });
  const answer = await submit(daily);
  const next = (nextrun: string, successcount: number) => ({
    statecode: 1,
    AsyncOperation_BulkDeleteOperation: [{ isrecurring: true, nextrun, successcount }],
  });
  expect(await jobOf(answer)).toMatchObject(next('2031-01-02T00:00:00Z', 0));
  await make('accounts', { name: 'Old' });
  await scenario('PUT', '/clock', { advanceSeconds: 86_400 });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  expect(await jobOf(answer)).toMatchObject(next('2031-01-03T00:00:00Z', 1));
  const operations = rowsIn(await admin('GET bulkdeleteoperations?$select=name'));
  expect(
    (await admin(`DELETE bulkdeleteoperations(${String(operations[0]?.['bulkdeleteoperationid'])})`)).status,
  ).toBe(204);
  expect(await statusOf(`asyncoperations(${String(answer.json['JobId'])})`)).toBe(404);
});

test('is refused with what it needs missing, with unknown names, and with what no query is', async () => {
  const good = named('account', 'Old');
  const wrong = [400, '0x80060888'];
  expect(refusal(await submit(bulk([])))).toEqual(wrong);
  expect(refusal(await submit(bulk('account')))).toEqual(wrong);
  expect(refusal(await submit(bulk([{ ...good, Criteria: { FilterOperator: 'Xor' } }])))).toEqual(wrong);
  expect(refusal(await submit(bulk([{ ...good, LinkEntities: {} }])))).toEqual(wrong);
  for (const name of Object.keys(bulk([good]))) {
    const { [name]: _, ...rest } = Object.fromEntries(Object.entries(bulk([good])));
    expect(refusal(await submit(rest))).toEqual(wrong);
  }
  expect(refusal(await submit(bulk([good], { StartDateTime: 'now' })))).toEqual(wrong);
  for (const RecurrencePattern of ['FREQ=HOURLY;INTERVAL=1', 'FREQ=DAILY;INTERVAL=0'])
    expect(refusal(await submit(bulk([good], { RecurrencePattern })))).toEqual([400, '0x8004d2a0']);
  expect(refusal(await submit(bulk([named('nosuch', 'x')])))).toEqual([400, '0x80041102']);
  expect(refusal(await submit(bulk([named('account', 'x', 'nosuch')])))[0]).toBe(400);
  expect(refusal(await submit(bulk([named('privilege', 'x')])))).toEqual([400, '0x80040800']);
  expect(rowsIn(await admin('GET asyncoperations?$select=name'))).toEqual([]);
});

test('needs prvBulkDelete, and Delete and Read of the tables; a job does no more than its user may', async () => {
  const reader = await askAs(cloud, 'bram.visser@contoso.demo.test');
  expect(refusal(await submit(bulk([named('account', 'Old')]), reader))).toEqual([403, '0x80040220']);
  expect(refusal(await reader('GET bulkdeleteoperations'))).toEqual([403, '0x80040220']);
});

test('jobs are made by what starts them alone', async () => {
  for (const set of ['asyncoperations', 'bulkdeleteoperations', 'bulkdeletefailures'])
    expect(refusal(await admin(`POST ${set}`, {}))).toEqual([400, '0x80040800']);
});
