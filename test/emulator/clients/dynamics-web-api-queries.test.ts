import { DynamicsWebApi } from 'dynamics-web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken } from '../graph/graph-rig.ts';

type Row = Readonly<Record<string, unknown>>;

let cloud: DemoCloud;
let api: DynamicsWebApi;
let other: DynamicsWebApi;

async function clientOf(urlName: string): Promise<DynamicsWebApi> {
  const { pathUrl, url } = environmentOf(cloud, urlName);
  const admin = 'adele.admin@contoso.demo.test';
  const { access_token: token } = await userTokens(cloud, admin, `${url}/.default`);
  return new DynamicsWebApi({
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve(token),
  });
}
beforeAll(async () => {
  cloud = await startDemoCloud();
  api = await clientOf('contoso-dev');
  other = await clientOf('contoso-test');
});
afterAll(() => cloud.close());

const create = async (collection: string, data: object, with_ = api): Promise<string> =>
  String(await with_.create({ collection, data }));
const names = async (collection: string, fetchXml: string, column = 'name'): Promise<readonly unknown[]> =>
  (await api.fetch<Row>({ collection, fetchXml })).value.map((it) => it[column]);

describe('FetchXML that dynamics-web-api sends', () => {
  const tree: string[] = [];
  beforeAll(async () => {
    for (const name of ['Root of a client', 'Child of a client', 'Grandchild of a client']) {
      const above = tree.at(-1);
      const parent = above === undefined ? {} : { 'parentaccountid@odata.bind': `accounts(${above})` };
      tree.push(await create('accounts', { name, ...parent }));
    }
  });

  // Learn: "Query hierarchical data", the words of its operators.
  test.each([
    ['under', 0, ['Child of a client', 'Grandchild of a client']],
    ['eq-or-under', 1, ['Child of a client', 'Grandchild of a client']],
    ['above', 2, ['Child of a client', 'Root of a client']],
    ['eq-or-above', 0, ['Root of a client']],
  ] as const)('goes along hierarchies: %s', async (operator, at, wanted) => {
    expect(
      await names(
        'accounts',
        `<fetch><entity name='account'><attribute name='name'/><order attribute='name'/><filter><condition attribute='accountid' operator='${operator}' value='${tree[at] ?? ''}'/></filter></entity></fetch>`,
      ),
    ).toEqual(wanted);
  });

  test('counts what is right below a row, as Learn’s "Aggregate data using FetchXml" has it', async () => {
    const { value } = await api.fetch<Row>({
      collection: 'accounts',
      fetchXml: `<fetch top='5'>
   <entity name='account'>
      <attribute name='name' />
      <attribute name='accountid'
         alias='numberOfChildren'
         rowaggregate='CountChildren' />
      <filter><condition attribute='accountid' operator='eq' value='${tree[0] ?? ''}'/></filter>
   </entity>
</fetch>`,
    });
    expect(value).toMatchObject([{ name: 'Root of a client', numberOfChildren: 1 }]);
  });

  test('has all rows counted, and asks for retained ones', async () => {
    const query = (more: string) =>
      `<fetch ${more}><entity name='account'><attribute name='name'/></entity></fetch>`;
    const counted = await api.fetch<Row>({
      collection: 'accounts',
      fetchXml: query("count='2' returntotalrecordcount='true'"),
    });
    expect(counted.oDataCount).toBe(await api.count({ collection: 'accounts' }));
    expect(await names('accounts', query("datasource='retained'"))).toEqual([]);
  });

  test('finds the same with what is said to the database', async () => {
    const plain = await names(
      'accounts',
      "<fetch><entity name='account'><attribute name='name'/><order attribute='name'/></entity></fetch>",
    );
    expect(
      await names(
        'accounts',
        "<fetch no-lock='true' latematerialize='true' options='OptimizeForUnknown'><entity name='account'><attribute name='name'/><order attribute='name'/></entity></fetch>",
      ),
    ).toEqual(plain);
  });

  test('finds quickly, and by a relationship of many to many', async () => {
    expect(
      await names(
        'accounts',
        "<fetch><entity name='account'><attribute name='name'/><filter type='or' isquickfindfields='1'><condition attribute='name' operator='like' value='Grandchild of%'/><condition attribute='accountnumber' operator='like' value='Grandchild of%'/></filter></entity></fetch>",
      ),
    ).toEqual(['Grandchild of a client']);
    expect(
      await names(
        'systemusers',
        "<fetch top='1' distinct='true'><entity name='systemuser'><attribute name='fullname'/><link-entity name='systemuserroles' from='systemuserid' to='systemuserid' intersect='true'><link-entity name='role' from='roleid' to='roleid' alias='r'><filter><condition attribute='name' operator='eq' value='System Administrator'/></filter></link-entity></link-entity></entity></fetch>",
        'fullname',
      ),
    ).toHaveLength(1);
  });

  test.each([
    "<fetch><entity name='account'>",
    "<!DOCTYPE fetch><fetch><entity name='account'/></fetch>",
    '<fetch>&x;</fetch>',
  ])('is refused where it is no XML: %s', async (fetchXml) => {
    await expect(api.fetch({ collection: 'accounts', fetchXml })).rejects.toMatchObject({
      status: 400,
      code: '0x80040201',
    });
  });
});

describe('dynamics-web-api', () => {
  test('finds rows by one of several choices', async () => {
    const made = await create('accounts', { name: 'Choices', ctso_salesregions: '948930001,948930002' });
    const by = async (name: string) =>
      (
        await api.retrieveMultiple<Row>({
          collection: 'accounts',
          select: ['name'],
          filter: `name eq 'Choices' and Microsoft.Dynamics.CRM.${name}(PropertyName='ctso_salesregions',PropertyValues=['948930001'])`,
        })
      ).value.map((it) => it['accountid']);
    expect(await by('ContainValues')).toEqual([made]);
    expect(await by('DoesNotContainValues')).toEqual([]);
    await expect(create('accounts', { name: 'x', ctso_salesregions: '1' })).rejects.toMatchObject({
      status: 400,
    });
  });

  // The query of Learn's "Query schema definitions".
  test('queries definitions as the SDK does', async () => {
    const answer = await api.callFunction<Readonly<Record<'EntityMetadata', readonly Row[]>> & Row>({
      name: 'RetrieveMetadataChanges',
      parameters: {
        Query: {
          Properties: { AllProperties: false, PropertyNames: ['SchemaName', 'Attributes'] },
          Criteria: {
            FilterOperator: 'And',
            Conditions: [
              {
                PropertyName: 'LogicalName',
                ConditionOperator: 'Equals',
                Value: { Type: 'System.String', Value: 'account' },
              },
            ],
          },
          AttributeQuery: {
            Properties: { AllProperties: false, PropertyNames: ['LogicalName'] },
          },
        },
      },
    });
    expect(answer.EntityMetadata).toMatchObject([{ SchemaName: 'Account' }]);
    expect(answer['ServerVersionStamp']).toEqual(expect.any(String));
  });

  // Learn: "How to clean up inherited access".
  test('cleans up inherited access', async () => {
    const answer = await api.callFunction<Row>({
      name: 'ResetInheritedAccess',
      parameters: {
        FetchXml:
          '<fetch><entity name="principalobjectaccess"><attribute name="principalobjectaccessid"/><filter type="and"><condition attribute="principalid" operator="eq" value="9b5f621b-584e-423f-99fd-4620bb00bf1f" /></filter></entity></fetch>',
      },
    });
    expect(answer['ResetInheritedAccessResponse']).toBe(
      'Resetting the inherited access job is successfully created. ExecutionMode : Sync',
    );
    await api.callAction({
      actionName: 'CreateAsyncJobToRevokeInheritedAccess',
      action: { RelationshipSchema: 'account_parent_account' },
    });
    const jobs = await api.retrieveMultiple<Row>({
      collection: 'asyncoperations',
      filter: 'operationtype eq 96',
    });
    expect(jobs.value).toMatchObject([{ statecode: 3, statuscode: 30 }]);
  });

  test('synchronizes the team of a group', async () => {
    const token = await graphToken(cloud, 'adele.admin@contoso.demo.test', ['Group.Read.All']);
    const { json } = await askGraph(cloud, token, "GET groups?$filter=displayName eq 'Sales Netherlands'");
    const [group] = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) }).parse(json).value;
    const team = await create('teams', {
      name: 'Sales Netherlands',
      teamtype: 2,
      membershiptype: 0,
      azureactivedirectoryobjectid: group?.id,
    });
    await api.callAction({
      collection: 'teams',
      key: team,
      actionName: 'Microsoft.Dynamics.CRM.SyncGroupMembersToTeam',
    });
    const { teammembership_association: members } = await api.retrieve<
      Readonly<Record<'teammembership_association', readonly Row[]>>
    >({
      collection: 'teams',
      key: team,
      expand: [{ property: 'teammembership_association', select: ['fullname'] }],
    });
    expect(members.length).toBeGreaterThan(0);
  });

  test('brings a managed solution to another environment, upgrades it there and takes it away', async () => {
    const { BusinessUnitId } = await api.callFunction<Readonly<Record<'BusinessUnitId', string>>>('WhoAmI');
    const role = await create('roles', {
      name: 'Of an upgrade',
      'businessunitid@odata.bind': `businessunits(${BusinessUnitId})`,
    });
    const publisherid = await create('publishers', {
      uniquename: 'clientpublisher',
      friendlyname: 'Client publisher',
      customizationprefix: 'clnt',
      customizationoptionvalueprefix: 12_345,
    });
    const solution = await create('solutions', {
      uniquename: 'clntupgrade',
      friendlyname: 'Upgrade',
      version: '1.0.0.0',
      'publisherid@odata.bind': `publishers(${publisherid})`,
    });
    await api.callAction({
      actionName: 'AddSolutionComponent',
      action: {
        ComponentId: role,
        ComponentType: 20,
        SolutionUniqueName: 'clntupgrade',
        AddRequiredComponents: false,
      },
    });
    const exported = async (): Promise<string> =>
      String(
        (
          await api.callAction<Row>({
            actionName: 'ExportSolution',
            action: { SolutionName: 'clntupgrade', Managed: true },
          })
        )['ExportSolutionFile'],
      );
    const options = (CustomizationFile: string, ImportJobId: string) => ({
      OverwriteUnmanagedCustomizations: false,
      PublishWorkflows: true,
      CustomizationFile,
      ImportJobId,
    });
    const there = async (): Promise<readonly unknown[]> =>
      (
        await other.retrieveMultiple<Row>({
          collection: 'solutions',
          filter: "startswith(uniquename,'clntupgrade')",
          select: ['uniquename', 'version'],
        })
      ).value.map((it) => `${String(it['uniquename'])} ${String(it['version'])}`);
    await other.callAction({
      actionName: 'ImportSolution',
      action: options(await exported(), '11111111-2222-4333-8444-000000000001'),
    });
    expect(await there()).toEqual(['clntupgrade 1.0.0.0']);
    await api.update({ collection: 'solutions', key: solution, data: { version: '2.0.0.0' } });
    await other.callAction({
      actionName: 'ImportSolution',
      action: { ...options(await exported(), '11111111-2222-4333-8444-000000000002'), HoldingSolution: true },
    });
    expect(await there()).toContain('clntupgrade_Upgrade 2.0.0.0');
    await other.callAction({ actionName: 'DeleteAndPromote', action: { UniqueName: 'clntupgrade' } });
    expect(await there()).toEqual(['clntupgrade 2.0.0.0']);
    await other.callAction({
      actionName: 'UninstallSolutionAsync',
      action: { SolutionUniqueName: 'clntupgrade' },
    });
    expect(await there()).toEqual([]);
  });
});
