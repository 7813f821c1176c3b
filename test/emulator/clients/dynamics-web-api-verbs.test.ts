import { DynamicsWebApi } from 'dynamics-web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

type Account = { readonly accountid: string; readonly name: string; readonly statuscode: number };

let cloud: DemoCloud;
let api: DynamicsWebApi;
beforeAll(async () => {
  cloud = await startDemoCloud();
  const { pathUrl } = environmentOf(cloud, 'fabrikam');
  api = new DynamicsWebApi({
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Fabrikam'), pathUrl),
  });
});
afterAll(() => cloud.close());

async function adminApi(): Promise<DynamicsWebApi> {
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const { access_token: token } = await userTokens(cloud, 'adele.admin@contoso.demo.test', `${url}/.default`);
  return new DynamicsWebApi({
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve(token),
  });
}

describe('dynamics-web-api', () => {
  test('reads pages, counts, filters, expands, and one record by key and by alternate key', async () => {
    const first = await api.retrieveMultiple<Account>({
      collection: 'accounts',
      select: ['name'],
      maxPageSize: 3,
      count: true,
    });
    expect(first.value).toHaveLength(3);
    const all = await api.retrieveAll<Account>({ collection: 'accounts', select: ['name'], maxPageSize: 50 });
    expect(new Set(all.value.map((it) => it.accountid)).size).toBe(all.value.length);
    expect(await api.count({ collection: 'accounts' })).toBe(all.value.length);
    const [one] = first.value;
    const expanded = await api.retrieve<Account & { ownerid: unknown }>({
      collection: 'accounts',
      key: one?.accountid ?? '',
      select: ['name', 'accountnumber'],
      expand: [{ property: 'createdby', select: ['fullname'] }],
    });
    expect(expanded).toMatchObject({ name: one?.name, createdby: { fullname: expect.any(String) } });
    const again = await api.retrieve<Account>({
      collection: 'accounts',
      key: `accountnumber='AC-10001'`,
      select: ['name'],
    });
    expect(again.accountid).toEqual(expect.any(String));
  });

  test('merges two accounts, and deletes one with what stands below it', async () => {
    const admin = await adminApi();
    const account = (name: string) =>
      admin.create<{ readonly name: string }, Account>({
        collection: 'accounts',
        data: { name },
        returnRepresentation: true,
      });
    const [target, subordinate] = [await account('Kept'), await account('Merged')];
    const below = await admin.create<Record<string, string>, { readonly contactid: string }>({
      collection: 'contacts',
      data: {
        lastname: 'Below',
        'parentcustomerid_account@odata.bind': `accounts(${subordinate.accountid})`,
      },
      returnRepresentation: true,
    });
    const type = 'Microsoft.Dynamics.CRM.account';
    await admin.callAction({
      actionName: 'Merge',
      action: {
        Target: { '@odata.type': type, accountid: target.accountid },
        Subordinate: { '@odata.type': type, accountid: subordinate.accountid },
        PerformParentingChecks: false,
      },
    });
    const moved = await admin.retrieve({
      collection: 'contacts',
      key: below.contactid,
      select: ['_parentcustomerid_value'],
    });
    expect(moved).toMatchObject({ _parentcustomerid_value: target.accountid });
    await admin.deleteRecord({ collection: 'accounts', key: target.accountid });
    await expect(admin.retrieve({ collection: 'contacts', key: below.contactid })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('follows the changes of a table', async () => {
    const admin = await adminApi();
    const collection = 'contacts';
    const asked = { collection, select: ['lastname'], trackChanges: true };
    const all = await admin.retrieveAll<{ contactid: string }>({ ...asked, maxPageSize: 50 });
    const link = all.oDataDeltaLink;
    expect(link).toContain('$deltatoken=');
    const made = await admin.create<Record<string, string>, { readonly contactid: string }>({
      collection,
      data: { lastname: 'Changed' },
      returnRepresentation: true,
    });
    const gone = String(all.value[0]?.contactid);
    await admin.deleteRecord({ collection, key: gone });
    const changes = await admin.retrieveMultiple<Record<string, unknown>>(asked, link);
    expect(changes.value).toMatchObject([
      { contactid: made.contactid, lastname: 'Changed' },
      { id: gone, reason: 'deleted' },
    ]);
    expect((await admin.retrieveMultiple(asked, changes.oDataDeltaLink)).value).toEqual([]);
  });

  test('aggregates with $apply, and asks with FetchXML', async () => {
    const groups = await api.retrieveMultiple<{ statuscode: number; n: number }>({
      collection: 'accounts',
      apply: 'groupby((statuscode),aggregate($count as n))',
    });
    const total = groups.value.reduce((sum, it) => sum + it.n, 0);
    expect(await api.count({ collection: 'accounts' })).toBe(total);
    const fetched = await api.fetch<Account>({
      collection: 'accounts',
      fetchXml: '<fetch count="2"><entity name="account"><attribute name="name"/></entity></fetch>',
    });
    expect(fetched.value).toHaveLength(2);
  });

  test('reads definitions of tables, columns, relationships and choices', async () => {
    const tables = await api.retrieveEntities({
      select: ['LogicalName'],
      filter: "LogicalName eq 'account'",
    });
    const [table] = tables.value;
    const MetadataId = String(table?.MetadataId);
    expect(table).toMatchObject({ LogicalName: 'account' });
    const columns = await api.retrieveAttributes({
      entityKey: MetadataId,
      castType: 'Microsoft.Dynamics.CRM.PicklistAttributeMetadata',
      select: ['LogicalName'],
      expand: [{ property: 'OptionSet', select: ['Options'] }],
    });
    expect(columns.value.map((it) => it.LogicalName)).toContain('industrycode');
    const column = await api.retrieveAttribute({
      entityKey: "LogicalName='account'",
      attributeKey: "LogicalName='revenue'",
      castType: 'Microsoft.Dynamics.CRM.MoneyAttributeMetadata',
      select: ['LogicalName'],
    });
    expect(column).toMatchObject({ LogicalName: 'revenue' });
    const relationships = await api.retrieveRelationships({
      castType: 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
      select: ['SchemaName'],
      filter: "ReferencedEntity eq 'account'",
    });
    expect(relationships.value.length).toBeGreaterThan(3);
    const choice = await api.retrieveGlobalOptionSet({ key: "Name='ctso_salesregion'" });
    expect(choice).toMatchObject({ Name: 'ctso_salesregion' });
  });
});
