import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, type HttpAnswer, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
let seller: Ask;
let account: string;
beforeAll(async () => {
  cloud = await startDemoCloud();
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
  const currency = rowsIn(await admin('GET transactioncurrencies?$select=transactioncurrencyid'))[0];
  account = createdId(
    await admin('POST accounts', {
      name: 'Contoso Ltd',
      telephone1: '555-1',
      address1_line1: '123 Maple St.',
      address1_city: 'Seattle',
      'transactioncurrencyid@odata.bind': `/transactioncurrencies(${String(currency?.['transactioncurrencyid'])})`,
    }),
  );
});
afterAll(() => cloud.close());

const reference = (id: string, set = 'accounts') => `{'@odata.id':'${set}(${id})'}`;
const refusal = (answer: HttpAnswer) => [answer.status, codeOf(answer)];

// Learn: "Create a table row using the Web API", create a new row from another one; InitializeFrom Function.
describe('InitializeFrom', () => {
  const from = (target: string, type = 'ValidForCreate', ask = admin, source = reference(account)) =>
    ask(
      `GET InitializeFrom(EntityMoniker=@p1,TargetEntityName=@p2,TargetFieldType=@p3)?@p1=${source}&@p2='${target}'&@p3=Microsoft.Dynamics.CRM.TargetFieldType'${type}'`,
    );

  test('answers the body of a record that stands below another one, with what their map takes over', async () => {
    const answer = await from('account');
    expect(answer.json).toEqual({
      '@odata.context': expect.stringMatching(/\$metadata#accounts\/\$entity$/),
      '@odata.type': '#Microsoft.Dynamics.CRM.account',
      'parentaccountid@odata.bind': `accounts(${account})`,
      'transactioncurrencyid@odata.bind': expect.stringMatching(/^transactioncurrencies\(/),
      address1_line1: '123 Maple St.',
      address1_city: 'Seattle',
    });
    const made = createdId(await admin('POST accounts', { ...answer.json, name: 'Below' }));
    expect(
      (await admin(`GET accounts(${made})?$select=address1_city,_parentaccountid_value`)).json,
    ).toMatchObject({
      address1_city: 'Seattle',
      _parentaccountid_value: account,
    });
    expect((await from('contact')).json).toMatchObject({
      'parentcustomerid_account@odata.bind': `accounts(${account})`,
      telephone1: '555-1',
    });
    expect((await from('task')).json).toMatchObject({
      'regardingobjectid_account_task@odata.bind': `accounts(${account})`,
    });
  });

  test('is refused where no map is', async () => {
    expect(refusal(await from('lead'))).toEqual([400, '0x80040e01']);
  });

  test('refuses tables and types of columns that there are not, and records out of reach', async () => {
    expect(refusal(await from('nosuch'))).toEqual([400, '0x80041102']);
    expect(refusal(await from('account', 'Nothing'))).toEqual([400, '0x80060888']);
    expect(
      refusal(await from('account', 'All', admin, reference(account.replaceAll(/[0-9a-f]/g, '9')))),
    ).toEqual([404, '0x80040217']);
    const task = createdId(await admin('POST tasks', { subject: 'x' }));
    const others = await from('task', 'All', seller, reference(task, 'tasks'));
    expect(refusal(others)).toEqual([403, '0x80048306']);
  });
});

// Learn: IsValidStateTransition Function.
describe('IsValidStateTransition', () => {
  const valid = (id: string, set: string, state: string, status: number | string, ask = admin) =>
    ask(
      `GET IsValidStateTransition(Entity=@e,NewState=@s,NewStatus=@t)?@e=${reference(id, set)}&@s='${state}'&@t=${status}`,
    );

  test('says whether a status reason is one of the state', async () => {
    const isValid = async (state: string, status: number): Promise<unknown> =>
      (await valid(account, 'accounts', state, status)).json['IsValid'];
    expect((await valid(account, 'accounts', 'Inactive', 2)).json).toEqual({
      '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.IsValidStateTransitionResponse$/),
      IsValid: true,
    });
    expect([
      await isValid('Inactive', 1),
      await isValid('Inactive', -1),
      await isValid('Nowhere', 1),
    ]).toEqual([false, true, false]);
  });

  test('refuses what has no states, what is no number, and records out of reach', async () => {
    const unit = String(
      rowsIn(await admin('GET businessunits?$select=businessunitid&$top=1'))[0]?.['businessunitid'],
    );
    expect(refusal(await valid(unit, 'businessunits', 'Active', 1))).toEqual([400, '0x80040800']);
    expect(refusal(await valid(account, 'accounts', 'Active', "'x'"))).toEqual([400, '0x80060888']);
    const task = createdId(await admin('POST tasks', { subject: 'x' }));
    expect(refusal(await valid(task, 'tasks', 'Open', 2, seller))).toEqual([403, '0x80048306']);
  });
});

// Learn: SetBusinessSystemUser Action; SetBusinessSystemUserRequest.
describe('SetBusinessSystemUser', () => {
  const unit = (id: string) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.businessunit', businessunitid: id });
  const user = (id: string) => ({ '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: id });
  const move = (id: string, body: object, ask = admin) =>
    ask(`POST systemusers(${id})/Microsoft.Dynamics.CRM.SetBusinessSystemUser`, body);
  const idOf = async (ask: Ask): Promise<string> => String((await ask('GET WhoAmI')).json['UserId']);

  test('moves a user, who loses its roles, and gives what it owns to somebody', async () => {
    const [seller1, administrator] = [await idOf(seller), await idOf(admin)];
    const mine = createdId(await seller('POST tasks', { subject: 'Mine' }));
    const other = rowsIn(
      await admin(
        `GET businessunits?$select=businessunitid&$filter=isdisabled eq false and businessunitid ne ${String((await seller('GET WhoAmI')).json['BusinessUnitId'])}`,
      ),
    )[0];
    const target = unit(String(other?.['businessunitid']));
    expect(refusal(await move(seller1, { BusinessUnit: target }))).toEqual([400, '0x80040203']);
    expect(
      refusal(await move(seller1, { BusinessUnit: user(seller1), ReassignPrincipal: user(administrator) })),
    ).toEqual([400, '0x80060888']);
    expect(
      refusal(await move(seller1, { BusinessUnit: target, ReassignPrincipal: user(seller1) }, seller)),
    ).toEqual([403, '0x80040220']);
    const moved = await move(seller1, { BusinessUnit: target, ReassignPrincipal: user(administrator) });
    expect(moved.status).toBe(204);
    expect((await admin(`GET tasks(${mine})?$select=_ownerid_value`)).json['_ownerid_value']).toBe(
      administrator,
    );
    const after = await admin(
      `GET systemusers(${seller1})?$select=_businessunitid_value&$expand=systemuserroles_association($select=name)`,
    );
    expect(after.json).toMatchObject({
      _businessunitid_value: target.businessunitid,
      systemuserroles_association: [],
    });
  });
});
