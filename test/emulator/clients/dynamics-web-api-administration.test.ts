import { DynamicsWebApi } from 'dynamics-web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';

type Row = Readonly<Record<string, unknown>>;
type Person = { readonly key: string; readonly impersonateAAD: string };

let cloud: DemoCloud;
let api: DynamicsWebApi;
let root: string;
let me: string;

beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await fetch(`${cloud.description.control ?? ''}/reset`, { method: 'POST' });
  const { pathUrl, url } = environmentOf(cloud, 'contoso-test');
  const admin = 'adele.admin@contoso.demo.test';
  const { access_token: token } = await userTokens(cloud, admin, `${url}/.default`);
  api = new DynamicsWebApi({
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve(token),
  });
  const who = await api.callFunction<Readonly<Record<'UserId' | 'BusinessUnitId', string>>>('WhoAmI');
  root = who.BusinessUnitId;
  me = who.UserId;
});

const create = async (collection: string, data: object, more: object = {}): Promise<string> =>
  String(await api.create({ collection, data, ...more }));
const rows = async (collection: string, filter: string, select: readonly string[]): Promise<readonly Row[]> =>
  (await api.retrieveMultiple<Row>({ collection, filter, select: [...select] })).value;
const refusal = (status: number, code: string) => expect.objectContaining({ status, code });

/** A user with a role of the root unit, and nothing else; everything is done in its name by impersonation. */
async function someone(role: string, at = 0): Promise<Person> {
  const found = await rows(
    'systemusers',
    `accessmode eq 0 and isdisabled eq false and applicationid eq null and systemuserid ne ${me} and _businessunitid_value eq ${root}`,
    ['azureactivedirectoryobjectid'],
  );
  const key = String(found[at]?.['systemuserid']);
  const held = await api.retrieve<{ readonly systemuserroles_association: readonly Row[] }>({
    collection: 'systemusers',
    key,
    expand: [{ property: 'systemuserroles_association', select: ['name'] }],
  });
  const link = {
    collection: 'systemusers',
    primaryKey: key,
    relationshipName: 'systemuserroles_association',
  };
  for (const { roleid } of held.systemuserroles_association)
    await api.disassociate({ ...link, relatedKey: String(roleid) });
  const [own] = await rows('roles', `name eq '${role}' and _businessunitid_value eq ${root}`, ['name']);
  await api.associate({ ...link, relatedCollection: 'roles', relatedKey: String(own?.['roleid']) });
  return { key, impersonateAAD: String(found[at]?.['azureactivedirectoryobjectid']) };
}

describe('dynamics-web-api, in the name of others', () => {
  test('is held to the mode of access of a user', async () => {
    const { key, impersonateAAD } = await someone('Salesperson');
    const make = () => create('accounts', { name: 'x' }, { impersonateAAD });
    expect(await make()).toMatch(/^[0-9a-f-]{36}$/);
    await api.update({ collection: 'systemusers', key, data: { accessmode: 2 } });
    await expect(make()).rejects.toEqual(refusal(403, '0x80044502'));
    await api.update({ collection: 'systemusers', key, data: { accessmode: 1 } });
    await expect(api.retrieveMultiple({ collection: 'accounts', top: 1, impersonateAAD })).rejects.toEqual(
      refusal(403, '0x80040220'),
    );
  });

  test('reaches own rows alone, and what is assigned to it where it may read that', async () => {
    const { key, impersonateAAD } = await someone('Basic User');
    const all = { collection: 'contacts', select: ['lastname'], impersonateAAD };
    const mine = await create('contacts', { lastname: 'Mine' }, { impersonateAAD });
    const other = await create('contacts', { lastname: 'Another one’s' });
    expect((await api.retrieveMultiple<Row>(all)).value.map((it) => it['contactid'])).toContain(mine);
    expect((await api.retrieveMultiple<Row>(all)).value.map((it) => it['contactid'])).not.toContain(other);
    await expect(api.retrieve({ collection: 'contacts', key: other, impersonateAAD })).rejects.toEqual(
      refusal(403, '0x80048306'),
    );
    const owner = { 'ownerid@odata.bind': `systemusers(${key})` };
    await api.update({ collection: 'contacts', key: other, data: owner });
    expect(await api.retrieve({ collection: 'contacts', key: other, impersonateAAD })).toMatchObject({
      _ownerid_value: key,
    });
  });

  test('gives no role without the privilege for it, and none with more than it holds', async () => {
    const { impersonateAAD } = await someone('Salesperson');
    const other = await someone('Basic User', 1);
    const [administrator] = await rows(
      'roles',
      `name eq 'System Administrator' and _businessunitid_value eq ${root}`,
      ['name'],
    );
    await expect(
      api.associate({
        collection: 'systemusers',
        primaryKey: other.key,
        relationshipName: 'systemuserroles_association',
        relatedCollection: 'roles',
        relatedKey: String(administrator?.['roleid']),
        impersonateAAD,
      }),
    ).rejects.toEqual(refusal(403, '0x80040220'));
  });

  test('sees what reports own once hierarchy security is on', async () => {
    const manager = await someone('Basic User');
    const report = await someone('Basic User', 1);
    await api.update({
      collection: 'systemusers',
      key: report.key,
      data: { 'parentsystemuserid@odata.bind': `systemusers(${manager.key})` },
    });
    const key = await create(
      'contacts',
      { lastname: 'Of a report' },
      { impersonateAAD: report.impersonateAAD },
    );
    const read = () => api.retrieve({ collection: 'contacts', key, impersonateAAD: manager.impersonateAAD });
    await expect(read()).rejects.toEqual(refusal(403, '0x80048306'));
    const [organization] = (await api.retrieveMultiple<Row>({ collection: 'organizations' })).value;
    await api.update({
      collection: 'organizations',
      key: String(organization?.['organizationid']),
      data: { ishierarchicalsecuritymodelenabled: true },
    });
    expect(await read()).toMatchObject({ contactid: key });
    // No circle of managers.
    await expect(
      api.update({
        collection: 'systemusers',
        key: manager.key,
        data: { 'parentsystemuserid@odata.bind': `systemusers(${report.key})` },
      }),
    ).rejects.toMatchObject({ code: '0x80041D25' });
  });

  test('follows FetchXML’s words for the caller, and rows of the user’s own settings', async () => {
    const { key, impersonateAAD } = await someone('Salesperson');
    const mine = await create('accounts', { name: 'Mine' }, { impersonateAAD });
    const fetched = await api.fetch<Row>({
      collection: 'accounts',
      fetchXml:
        "<fetch><entity name='account'><attribute name='name'/><filter><condition attribute='ownerid' operator='eq-userid'/></filter></entity></fetch>",
      impersonateAAD,
    });
    expect(fetched.value.map((it) => it['accountid'])).toContain(mine);
    const settings = { collection: 'usersettingscollection', key, impersonateAAD };
    await api.update({ ...settings, data: { timezonecode: 110 } });
    expect(await api.retrieve({ ...settings, select: ['timezonecode'] })).toMatchObject({
      timezonecode: 110,
    });
  });
});

describe('dynamics-web-api, as an administrator', () => {
  test('deletes a user softly, then for good, once it owns nothing', async () => {
    const { key, impersonateAAD } = await someone('Salesperson');
    await create('accounts', { name: 'Owned' }, { impersonateAAD });
    const remove = () => api.deleteRecord({ collection: 'systemusers', key });
    await expect(remove()).rejects.toEqual(refusal(405, '0x80040227'));
    await api.update({ collection: 'systemusers', key, data: { isdisabled: true } });
    const again = await remove().then(
      () => 'deleted',
      (error: unknown) => error,
    );
    // The directory still knows whom it made (Learn: "Delete users").
    expect(again).toMatchObject({ code: '0x80048359' });
  });

  test('moves business units, and closes no loop of them', async () => {
    const unit = (name: string, parent: string) =>
      create('businessunits', { name, 'parentbusinessunitid@odata.bind': `businessunits(${parent})` });
    const above = await unit('Above', root);
    const below = await unit('Below', above);
    const move = (key: string, parent: string) =>
      api.update({
        collection: 'businessunits',
        key,
        data: { 'parentbusinessunitid@odata.bind': `businessunits(${parent})` },
      });
    await expect(move(above, below)).rejects.toMatchObject({ status: 400, code: '0x80041D21' });
    await move(below, root);
    expect(await api.retrieve({ collection: 'businessunits', key: below })).toMatchObject({
      _parentbusinessunitid_value: root,
    });
  });

  test('reads shares, texts of choices, settings and activities', async () => {
    const { key } = await someone('Basic User');
    const account = await create('accounts', { name: 'Shared', industrycode: 1 });
    await api.callAction({
      actionName: 'GrantAccess',
      action: {
        Target: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: account },
        PrincipalAccess: {
          Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: key },
          AccessMask: 'ReadAccess',
        },
      },
    });
    expect(
      await rows('principalobjectaccessset', `objectid eq ${account}`, ['accessrightsmask']),
    ).toMatchObject([{ accessrightsmask: 1 }]);
    expect(
      await rows('stringmaps', "objecttypecode eq 'account' and attributename eq 'industrycode'", ['value']),
    ).toContainEqual(expect.objectContaining({ value: 'Accounting' }));
    await create('tasks', {
      subject: 'A',
      'regardingobjectid_account_task@odata.bind': `accounts(${account})`,
    });
    const pointers = await rows('activitypointers', `_regardingobjectid_value eq ${account}`, [
      'activitytypecode',
    ]);
    expect(pointers).toMatchObject([{ activitytypecode: 'task' }]);
    const zones = await rows('timezonedefinitions', 'timezonecode eq 110', ['standardname']);
    expect(zones).toMatchObject([{ standardname: 'W. Europe Standard Time' }]);
  });

  test('runs a view and one of its own', async () => {
    const [view] = await rows('savedqueries', "returnedtypecode eq 'account' and name eq 'Active Accounts'", [
      'name',
    ]);
    const seen = await api.retrieveMultiple<Row>({
      collection: 'accounts',
      queryParams: [`savedQuery=${String(view?.['savedqueryid'])}`],
    });
    expect(seen.value.length).toBeGreaterThan(0);
    const userQuery = await create('userqueries', {
      name: 'Mine',
      querytype: 0,
      returnedtypecode: 'account',
      fetchxml: "<fetch><entity name='account'><attribute name='name'/></entity></fetch>",
    });
    const own = await api.retrieveMultiple<Row>({
      collection: 'accounts',
      queryParams: [`userQuery=${userQuery}`],
    });
    expect(own.value.length).toBeGreaterThanOrEqual(seen.value.length);
  });

  test('is refused numbers, choices, texts and columns that there are not', async () => {
    const make = (data: object) => create('accounts', { name: 'x', ...data });
    await expect(make({ revenue: 1e15 })).rejects.toMatchObject({ status: 400, code: '0x80040317' });
    await expect(make({ industrycode: 9999 })).rejects.toMatchObject({ status: 400, code: '0x8004431a' });
    await expect(make({ name: 'x'.repeat(161) })).rejects.toMatchObject({ status: 400, code: '0x80044331' });
    await expect(make({ nothing: 1 })).rejects.toMatchObject({ status: 400 });
    await expect(make({ statuscode: 2 })).rejects.toMatchObject({ status: 400, code: '0x80048408' });
  });

  test('writes what other options of the client ask for as usual', async () => {
    const key = await create(
      'accounts',
      { name: 'Options' },
      { bypassCustomPluginExecution: true, duplicateDetection: true },
    );
    expect(
      await api.retrieve({ collection: 'accounts', key, select: ['name'], noCache: true }),
    ).toMatchObject({
      name: 'Options',
    });
  });

  test('is told of changes in the log', async () => {
    const key = await create('accounts', { name: 'Logged' });
    await api.update({ collection: 'accounts', key, data: { name: 'Logged again' } });
    const log = await api.retrieveMultiple<Row>({
      collection: 'audits',
      select: ['action', 'operation', 'attributemask', '_userid_value'],
      filter: `_objectid_value eq ${key}`,
      orderBy: ['createdon desc'],
    });
    expect(new Set(log.value.map((it) => it['operation']))).toEqual(new Set([1, 2]));
    expect(log.value.find((it) => it['operation'] === 2)).toMatchObject({
      action: 2,
      _userid_value: me,
      attributemask: expect.stringMatching(/^\d/),
    });
  });
});
