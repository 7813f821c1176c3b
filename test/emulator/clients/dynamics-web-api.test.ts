import { DynamicsWebApi } from 'dynamics-web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let api: DynamicsWebApi;
let admin: DynamicsWebApi;

const clientOf = (pathUrl: string, onTokenRefresh: () => Promise<string>): DynamicsWebApi =>
  new DynamicsWebApi({
    // The client resolves its paths against this address, so it ends with a slash.
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh,
  });

beforeAll(async () => {
  cloud = await startDemoCloud();
  const { pathUrl, url } = environmentOf(cloud, 'fabrikam');
  api = clientOf(pathUrl, () =>
    appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Fabrikam'), pathUrl),
  );
  const { access_token: token } = await userTokens(
    cloud,
    'felicia.admin@fabrikam.demo.test',
    `${url}/.default`,
  );
  admin = clientOf(pathUrl, () => Promise.resolve(token));
});
afterAll(() => cloud.close());

test('dynamics-web-api asks who it is', async () => {
  const answer: unknown = await api.callFunction('WhoAmI');
  expect(answer).toMatchObject({ OrganizationId: environmentOf(cloud, 'fabrikam').organizationId });
});

test('dynamics-web-api reads systemusers with a filter', async () => {
  const answer = await api.retrieveMultiple<{ fullname: string }>({
    collection: 'systemusers',
    select: ['fullname'],
    filter: "domainname eq 'felicia.admin@fabrikam.demo.test'",
  });
  expect(answer.value.map((row) => row.fullname)).toEqual(['Felicia Monroe']);
});

type Account = { readonly accountid: string; readonly name: string; readonly telephone1?: string | null };
const collection = 'accounts';
const make = (name: string): Promise<Account> =>
  admin.create<{ name: string }, Account>({ collection, data: { name }, returnRepresentation: true });

describe('dynamics-web-api', () => {
  test('creates, reads, changes, upserts and deletes a record', async () => {
    const { accountid: key } = await make('Made by a client');
    expect(await admin.retrieve<Account>({ collection, key, select: ['name'] })).toMatchObject({
      name: 'Made by a client',
    });
    await admin.update({ collection, key, data: { telephone1: '1' } });
    await admin.updateSingleProperty({ collection, key, fieldValuePair: { name: 'Renamed' } });
    const after = await admin.upsert<Partial<Account>, Account>({
      collection,
      key,
      data: { telephone1: '2' },
      returnRepresentation: true,
      select: ['name', 'telephone1'],
    });
    expect(after).toMatchObject({ name: 'Renamed', telephone1: '2' });
    await admin.deleteRecord({ collection, key, fieldName: 'telephone1' });
    expect(await admin.retrieve<Account>({ collection, key, select: ['telephone1'] })).toMatchObject({
      telephone1: null,
    });
    await admin.deleteRecord({ collection, key });
    await expect(admin.retrieve({ collection, key })).rejects.toMatchObject({ status: 404 });
  });

  test('is stopped by an etag that is no longer true', async () => {
    const { accountid: key } = await make('Etag');
    // The client says false where the service says 412.
    expect(await admin.update({ collection, key, data: { name: 'x' }, ifmatch: 'W/"1"' })).toBe(false);
    expect(await admin.retrieve<Account>({ collection, key, select: ['name'] })).toMatchObject({
      name: 'Etag',
    });
  });

  test('pages, counts and reads everything', async () => {
    const first = await admin.retrieveMultiple<Account>({
      collection,
      select: ['name'],
      maxPageSize: 7,
      count: true,
    });
    expect(first.value).toHaveLength(7);
    const second = await admin.retrieveMultiple<Account>(
      { collection, select: ['name'], maxPageSize: 7 },
      first['@odata.nextLink'] ?? first.oDataNextLink,
    );
    expect(second.value.map((row) => row.accountid)).not.toContain(first.value[0]?.accountid);
    const all = await admin.retrieveAll<Account>({ collection, select: ['name'] });
    expect(await admin.count({ collection })).toBe(all.value.length);
    expect(await admin.countAll({ collection, filter: 'name ne null' })).toBe(all.value.length);
  });

  test('pages FetchXML by its cookie', async () => {
    const fetchXml =
      '<fetch><entity name="account"><attribute name="name"/><order attribute="name"/></entity></fetch>';
    const paged = {
      collection,
      fetchXml: fetchXml.replace('<fetch>', '<fetch count="300">'),
      includeAnnotations: 'Microsoft.Dynamics.CRM.fetchxmlpagingcookie',
    };
    const first = await admin.fetch<Account>(paged);
    expect(first.value).toHaveLength(300);
    const all = await admin.fetchAll<Account>(paged);
    const whole = await admin.fetch<Account>({ collection, fetchXml });
    expect(all.value.map((row) => row.accountid)).toEqual(whole.value.map((row) => row.accountid));
  });

  test('links and unlinks records', async () => {
    const { accountid: parent } = await make('Parent');
    const { accountid: child } = await make('Child');
    const single = { collection, primaryKey: child, navigationProperty: 'parentaccountid' };
    await admin.associateSingleValued({ ...single, relatedCollection: 'accounts', relatedKey: parent });
    const read = (): Promise<Record<string, unknown>> =>
      admin.retrieve({ collection, key: child, select: ['_parentaccountid_value'] });
    expect(await read()).toMatchObject({ _parentaccountid_value: parent });
    await admin.disassociateSingleValued(single);
    expect(await read()).toMatchObject({ _parentaccountid_value: null });

    const [user] = (
      await admin.retrieveMultiple<{ systemuserid: string }>({
        collection: 'systemusers',
        select: ['systemuserid'],
        filter: "domainname eq 'dwayne.okoro@fabrikam.demo.test'",
      })
    ).value;
    const [role] = (
      await admin.retrieveMultiple<{ roleid: string }>({
        collection: 'roles',
        select: ['roleid'],
        filter: "name eq 'System Customizer' and _parentrootroleid_value eq roleid",
      })
    ).value;
    const many = {
      collection: 'systemusers',
      primaryKey: user?.systemuserid ?? '',
      relationshipName: 'systemuserroles_association',
      relatedKey: role?.roleid ?? '',
    };
    const roles = async (): Promise<readonly string[]> =>
      (
        await admin.retrieve<{ systemuserroles_association: readonly { name: string }[] }>({
          collection: 'systemusers',
          key: many.primaryKey,
          select: ['fullname'],
          expand: [{ property: 'systemuserroles_association', select: ['name'] }],
        })
      ).systemuserroles_association.map((row) => row.name);
    await admin.associate({ ...many, relatedCollection: 'roles' });
    expect(await roles()).toContain('System Customizer');
    await admin.disassociate(many);
    expect(await roles()).not.toContain('System Customizer');
  });

  test('asks several things in one batch', async () => {
    admin.startBatch();
    void admin.retrieveMultiple({ collection, select: ['name'], top: 1 });
    void admin.callFunction('WhoAmI');
    const answers = await admin.executeBatch();
    expect(answers).toMatchObject([
      { value: [{}] },
      { OrganizationId: environmentOf(cloud, 'fabrikam').organizationId },
    ]);
  });

  test('calls functions with parameters, and reads metadata', async () => {
    const [user] = (
      await admin.retrieveMultiple<{ systemuserid: string }>({ collection: 'systemusers', top: 1 })
    ).value;
    const privileges: unknown = await admin.callFunction({
      collection: 'systemusers',
      key: user?.systemuserid ?? '',
      name: 'Microsoft.Dynamics.CRM.RetrieveUserPrivileges',
    });
    expect(privileges).toHaveProperty('RolePrivileges');
    const tables = await admin.retrieveEntities<{ LogicalName: string }>({
      select: ['LogicalName'],
      filter: "LogicalName eq 'account'",
    });
    expect(tables.value.map((row) => row.LogicalName)).toEqual(['account']);
    const csdl = await admin.retrieveCsdlMetadata();
    expect(csdl).toContain('<EntityType Name="account"');
  });
});
