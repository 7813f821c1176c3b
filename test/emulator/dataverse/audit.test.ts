import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { changeSet, multipart, operation } from './batch-text.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';
import { solutionWithRole } from './solution-with-role.ts';

let cloud: DemoCloud;
let admin: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({});
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
});
afterAll(() => cloud.close());

const first = async (query: string, column: string): Promise<string> =>
  String(rowsIn(await admin(`GET ${query}`))[0]?.[column]);
const rootUnit = () =>
  first('businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null', 'businessunitid');
const userOf = (name: string) =>
  first(`systemusers?$select=systemuserid&$filter=domainname eq '${name}'`, 'systemuserid');

const history = (ask: Ask, set: string, id: string, paging: object = {}) => {
  const target = encodeURIComponent(JSON.stringify({ '@odata.id': `${set}(${id})` }));
  const info = encodeURIComponent(JSON.stringify(paging));
  return ask(`GET RetrieveRecordChangeHistory(Target=@t,PagingInfo=@p)?@t=${target}&@p=${info}`);
};
const newest = async (set: string, id: string) =>
  (await history(admin, set, id, { PageNumber: 1, Count: 1 })).json;

/** A role for one test, with some privileges at one depth. */
const roleWith = async (name: string, privileges: readonly string[]): Promise<string> => {
  const unit = await rootUnit();
  const made = await admin('POST roles', { name, 'businessunitid@odata.bind': `/businessunits(${unit})` });
  const id = createdId(made);
  const Privileges = await Promise.all(
    privileges.map(async (privilege) => ({
      PrivilegeId: await first(
        `privileges?$select=privilegeid&$filter=name eq '${privilege}'`,
        'privilegeid',
      ),
      Depth: 'Global',
    })),
  );
  await admin(`POST roles(${id})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
  return id;
};

describe('the history of a record', () => {
  test('has each change with old and new values, the newest first, in pages', async () => {
    const id = createdId(await admin('POST accounts', { name: 'Before', revenue: 5 }));
    const user = await userOf('bram.visser@contoso.demo.test');
    await admin(`PATCH accounts(${id})`, { name: 'After', revenue: null });
    await admin(`PATCH accounts(${id})`, { 'ownerid@odata.bind': `/systemusers(${user})` });

    const page = await history(admin, 'accounts', id, {
      PageNumber: 1,
      Count: 2,
      ReturnTotalRecordCount: true,
    });
    expect(page.json).toMatchObject({
      '@odata.context': expect.stringMatching(
        /#Microsoft\.Dynamics\.CRM\.RetrieveRecordChangeHistoryResponse$/,
      ),
      AuditDetailCollection: {
        MoreRecords: true,
        PagingCookie: expect.stringContaining('<cookie page="1">'),
        TotalRecordCount: 3,
        AuditDetails: [
          {
            '@odata.type': '#Microsoft.Dynamics.CRM.AttributeAuditDetail',
            NewValue: { _ownerid_value: user },
          },
          {
            InvalidNewValueAttributes: [],
            LocLabelLanguageCode: 0,
            DeletedAttributes: { Count: 0, Keys: [], Values: [] },
            OldValue: { '@odata.type': '#Microsoft.Dynamics.CRM.account', name: 'Before', revenue: 5 },
            NewValue: { '@odata.type': '#Microsoft.Dynamics.CRM.account', name: 'After' },
          },
        ],
      },
    });
    const rest = await history(admin, 'accounts', id, { PageNumber: 2, Count: 2 });
    expect(rest.json).toMatchObject({
      AuditDetailCollection: {
        MoreRecords: false,
        PagingCookie: '',
        TotalRecordCount: -1,
        AuditDetails: [{ NewValue: { name: 'Before', revenue: 5 } }],
      },
    });
  });

  test('of one column has the changes of that column alone', async () => {
    const id = createdId(await admin('POST contacts', { lastname: 'One' }));
    await admin(`PATCH contacts(${id})`, { jobtitle: 'x' });
    await admin(`PATCH contacts(${id})`, { lastname: 'Two', jobtitle: 'y' });
    const target = encodeURIComponent(`{'@odata.id':'contacts(${id})'}`);
    const ask = (column: string) =>
      admin(
        `GET RetrieveAttributeChangeHistory(Target=@t,AttributeLogicalName=@a)?@t=${target}&@a='${column}'`,
      );
    expect((await ask('lastname')).json).toMatchObject({
      AuditDetailCollection: {
        AuditDetails: [
          {
            OldValue: { '@odata.type': '#Microsoft.Dynamics.CRM.contact', lastname: 'One' },
            NewValue: { '@odata.type': '#Microsoft.Dynamics.CRM.contact', lastname: 'Two' },
          },
          { NewValue: { lastname: 'One' } },
        ],
      },
    });
    expect((await ask('nosuch')).status).toBe(400);
  });

  test('names roles given and taken, and what became of a role', async () => {
    const user = await userOf('bram.visser@contoso.demo.test');
    const role = await roleWith('Audited', ['prvReadAccount']);
    const unit = String(
      (await admin(`GET systemusers(${user})?$select=_businessunitid_value`)).json['_businessunitid_value'],
    );
    const copy = await first(
      `roles?$select=roleid&$filter=_parentrootroleid_value eq ${role} and _businessunitid_value eq ${unit}`,
      'roleid',
    );
    expect(await newest('roles', role)).toMatchObject({
      AuditDetailCollection: {
        AuditDetails: [
          {
            '@odata.type': '#Microsoft.Dynamics.CRM.RolePrivilegeAuditDetail',
            InvalidNewPrivileges: [],
            OldRolePrivileges: [],
            NewRolePrivileges: [{ PrivilegeName: 'prvReadAccount', Depth: 'Global' }],
          },
        ],
      },
    });
    await admin(`POST systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `roles(${copy})`,
    });
    const given = {
      '@odata.type': '#Microsoft.Dynamics.CRM.RelationshipAuditDetail',
      RelationshipName: 'systemuserroles_association',
      TargetRecords: [{ '@odata.type': '#Microsoft.Dynamics.CRM.role', roleid: copy }],
    };
    expect(await newest('systemusers', user)).toMatchObject({
      AuditDetailCollection: { AuditDetails: [given] },
    });
    await admin(`DELETE systemusers(${user})/systemuserroles_association(${copy})/$ref`);
    const rows = rowsIn(
      await admin(`GET audits?$select=action&$filter=_objectid_value eq ${user}&$orderby=createdon desc`),
    );
    expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining([55, 56]));
  });

  test.each([
    ['systemusers', 'jobtitle'],
    ['teams', 'description'],
    ['roles', 'description'],
    ['businessunits', 'description'],
  ])('of %s has what changed', async (set, column) => {
    const unit = await rootUnit();
    const bind = { 'businessunitid@odata.bind': `/businessunits(${unit})` };
    const id =
      set === 'systemusers'
        ? await userOf('bram.visser@contoso.demo.test')
        : createdId(
            await admin(
              `POST ${set}`,
              set === 'businessunits'
                ? { name: 'Audited unit', 'parentbusinessunitid@odata.bind': `/businessunits(${unit})` }
                : { name: `Audited ${set}`, ...bind },
            ),
          );
    await admin(`PATCH ${set}(${id})`, { [column]: 'new' });
    expect(await newest(set, id)).toMatchObject({
      AuditDetailCollection: { AuditDetails: [{ NewValue: { [column]: 'new' } }] },
    });
    const [row] = rowsIn(
      await admin(`GET audits?$select=changedata,operation&$filter=_objectid_value eq ${id} and action eq 2`),
    );
    expect(JSON.parse(String(row?.['changedata']))).toMatchObject({
      changedAttributes: [{ logicalName: column, newValue: 'new' }],
    });
  });

  test('has what was shared with whom', async () => {
    const id = createdId(await admin('POST accounts', { name: 'Shared' }));
    const systemuserid = await userOf('bram.visser@contoso.demo.test');
    const Principal = { systemuserid, '@odata.type': 'Microsoft.Dynamics.CRM.systemuser' };
    const Target = { accountid: id, '@odata.type': 'Microsoft.Dynamics.CRM.account' };
    await admin('POST GrantAccess', { Target, PrincipalAccess: { AccessMask: 'ReadAccess', Principal } });
    await admin('POST RevokeAccess', { Target, Revokee: Principal });
    expect((await history(admin, 'accounts', id, { Count: 2 })).json).toMatchObject({
      AuditDetailCollection: {
        AuditDetails: [
          { OldPrivileges: 'ReadAccess', NewPrivileges: 'None', Principal: { systemuserid } },
          {
            '@odata.type': '#Microsoft.Dynamics.CRM.ShareAuditDetail',
            OldPrivileges: 'None',
            NewPrivileges: 'ReadAccess',
          },
        ],
      },
    });
  });

  test.each([[{ Count: -1 }], [{ Count: 'x' }], [{ PageNumber: 1.5 }]])(
    'is refused with %j',
    async (paging) => {
      const id = createdId(await admin('POST accounts', { name: 'x' }));
      expect((await history(admin, 'accounts', id, paging)).status).toBe(400);
    },
  );
});

describe('an audit row', () => {
  test('shows its details, with formatted values where they are asked for', async () => {
    const parent = createdId(await admin('POST accounts', { name: 'A. Datum' }));
    const id = createdId(await admin('POST accounts', { name: 'Child' }));
    await admin(`PATCH accounts(${id})`, { 'parentaccountid@odata.bind': `/accounts(${parent})` });
    const row = await first(
      `audits?$select=auditid&$filter=_objectid_value eq ${id} and operation eq 2`,
      'auditid',
    );
    const details = await admin(`GET audits(${row})/Microsoft.Dynamics.CRM.RetrieveAuditDetails`, undefined, {
      prefer: 'odata.include-annotations="*"',
    });
    expect(details.json).toMatchObject({
      '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.RetrieveAuditDetailsResponse$/),
      AuditDetail: {
        '@odata.type': '#Microsoft.Dynamics.CRM.AttributeAuditDetail',
        OldValue: { '@odata.type': '#Microsoft.Dynamics.CRM.account' },
        NewValue: {
          '@odata.type': '#Microsoft.Dynamics.CRM.account',
          '_parentaccountid_value@OData.Community.Display.V1.FormattedValue': 'A. Datum',
          '_parentaccountid_value@Microsoft.Dynamics.CRM.associatednavigationproperty': 'parentaccountid',
          '_parentaccountid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
          _parentaccountid_value: parent,
        },
      },
    });
  });

  test('is found from the user who made it; its user is not expanded; one that is not there has a code of its own', async () => {
    const user = await userOf('adele.admin@contoso.demo.test');
    await admin('POST accounts', { name: 'Mine' });
    const own = await admin(`GET systemusers(${user})/lk_audit_userid?$select=operation&$expand=userid`);
    expect(rowsIn(own)[0]).toMatchObject({ operation: expect.any(Number), userid: null });
    const none = await admin('GET audits(20000000-0000-4000-8000-0000000000ff)');
    expect([none.status, codeOf(none)]).toEqual([404, '0x80048d02']);
  });
});

test('Reading the history takes privileges of its own, and reading of the record', async () => {
  const bram = await askAs(cloud, 'bram.visser@contoso.demo.test');
  const user = await userOf('bram.visser@contoso.demo.test');
  const id = createdId(await admin('POST accounts', { name: 'Guarded' }));
  const row = await first(`audits?$select=auditid&$filter=_objectid_value eq ${id}`, 'auditid');
  const details = () => bram(`GET audits(${row})/Microsoft.Dynamics.CRM.RetrieveAuditDetails`);
  const statuses = async () => [
    (await history(bram, 'accounts', id)).status,
    (await details()).status,
    (await bram('GET audits?$top=1')).status,
  ];
  expect(await statuses()).toEqual([403, 403, 403]);

  const { _businessunitid_value: unit } = (
    await admin(`GET systemusers(${user})?$select=_businessunitid_value`)
  ).json;
  const give = async (name: string, privileges: readonly string[]) => {
    const role = await roleWith(name, privileges);
    const copy = await first(
      `roles?$select=roleid&$filter=_parentrootroleid_value eq ${role} and _businessunitid_value eq ${String(unit)}`,
      'roleid',
    );
    await admin(`POST systemusers(${user})/systemuserroles_association/$ref`, {
      '@odata.id': `roles(${copy})`,
    });
  };
  await give('Summary', ['prvReadAuditSummary', 'prvReadAccount']);
  expect(await statuses()).toEqual([403, 403, 200]);
  await give('History', ['prvReadRecordAuditHistory']);
  expect(await statuses()).toEqual([200, 200, 200]);
});

test('a row says by their numbers which columns changed', async () => {
  const id = createdId(await admin('POST accounts', { name: 'Masked' }));
  await admin(`PATCH accounts(${id})`, { telephone1: '1', fax: '2' });
  const mask = await first(
    `audits?$select=attributemask&$filter=_objectid_value eq ${id} and action eq 2`,
    'attributemask',
  );
  const columns = rowsIn(
    await admin(
      "GET EntityDefinitions(LogicalName='account')/Attributes?$select=LogicalName,ColumnNumber&$filter=LogicalName eq 'fax' or LogicalName eq 'telephone1'",
    ),
  );
  const numbers = columns.map((it) => String(it['ColumnNumber']));
  expect(mask.split(',').toSorted()).toEqual(numbers.toSorted());
});

/** The lines of the log since a version: what was done, to which table, and by whom. */
const linesSince = async (version: number) =>
  rowsIn(
    await admin(
      `GET audits?$filter=versionnumber gt ${version}&$orderby=versionnumber asc&$select=action,objecttypecode,_objectid_value,_userid_value,_callinguserid_value`,
    ),
  );
const doneTo = async (version: number, table: string) =>
  (await linesSince(version)).filter((it) => it['objecttypecode'] === table).map((it) => it['action']);
/** A version that nothing has yet: tasks are not audited. */
const now = async (): Promise<number> => {
  const made = await admin('POST tasks', { subject: 'now' }, { prefer: 'return=representation' });
  return Number(String(made.json['@odata.etag']).replace(/\D/g, ''));
};
const unitBelow = async (name: string): Promise<string> =>
  createdId(
    await admin('POST businessunits', {
      name,
      'parentbusinessunitid@odata.bind': `/businessunits(${await rootUnit()})`,
    }),
  );
const appUser = async (app: string): Promise<string> =>
  createdId(await admin('POST systemusers', { applicationid: appOf(cloud, app).clientId }));

// Learn: "Manage Dataverse auditing"; where no page settles whether there is a line, the rule `auditedConsequences` chooses.
describe('what follows from a change is in the log', () => {
  test('the default team of a business unit, its name, and copies of roles', async () => {
    const before = await now();
    const unit = await unitBelow('Followed');
    const roles = rowsIn(await admin(`GET roles?$select=roleid&$filter=_businessunitid_value eq ${unit}`));
    expect(await doneTo(before, 'businessunit')).toEqual([1]);
    expect(await doneTo(before, 'team')).toEqual([1]);
    expect(await doneTo(before, 'role')).toEqual(roles.map(() => 1));

    const renaming = await now();
    await admin(`PATCH businessunits(${unit})`, { name: 'Followed again' });
    expect(await doneTo(renaming, 'team')).toEqual([2]);

    const role = await roleWith('Followed role', []);
    const granting = await now();
    const [privilege] = rowsIn(await admin("GET privileges?$filter=name eq 'prvReadAccount'"));
    const Privileges = [{ PrivilegeId: privilege?.['privilegeid'], Depth: 'Basic' }];
    await admin(`POST roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, { Privileges });
    const copies = rowsIn(await admin(`GET roles?$filter=_parentrootroleid_value eq ${role}`));
    expect(copies.length).toBeGreaterThan(1);
    expect(await doneTo(granting, 'role')).toEqual(copies.map(() => 57));

    await admin(`PATCH businessunits(${unit})`, { isdisabled: true });
    const deleting = await now();
    expect((await admin(`DELETE businessunits(${unit})`)).status).toBe(204);
    expect([await doneTo(deleting, 'team'), await doneTo(deleting, 'businessunit')]).toEqual([[3], [3]]);
  });

  test('members of default teams, when users come, move and go', async () => {
    const unit = await unitBelow('Moved to');
    const coming = await now();
    const user = await appUser('Contoso Retired Connector');
    expect(await doneTo(coming, 'team')).toEqual([31]);
    const moving = await now();
    await admin(`PATCH systemusers(${user})`, {
      'businessunitid@odata.bind': `/businessunits(${unit})`,
      isdisabled: true,
    });
    expect(await doneTo(moving, 'team')).toEqual([32, 31]);
    expect(await doneTo(moving, 'systemuser')).toEqual([2]);
    const going = await now();
    await admin(`DELETE systemusers(${user})`);
    expect([await doneTo(going, 'team'), await doneTo(going, 'systemuser')]).toEqual([[32], [2]]);
    await admin(`DELETE systemusers(${user})`);
    expect(await doneTo(going, 'systemuser')).toEqual([2, 3]);
  });

  test('lookups that pointed to what is deleted, and links, on both records', async () => {
    const contact = createdId(await admin('POST contacts', { lastname: 'First' }));
    const account = createdId(
      await admin('POST accounts', { name: 'x', 'primarycontactid@odata.bind': `/contacts(${contact})` }),
    );
    const before = await now();
    await admin(`DELETE contacts(${contact})`);
    expect(await doneTo(before, 'account')).toEqual([2]);
    expect(await newest('accounts', account)).toMatchObject({
      AuditDetailCollection: { AuditDetails: [{ OldValue: { _primarycontactid_value: contact } }] },
    });

    const linking = await now();
    const opportunity = createdId(
      await admin('POST opportunities', { name: 'x', opportunitycompetitors_association: [{ name: 'y' }] }),
    );
    expect(await doneTo(linking, 'opportunity')).toEqual([1, 33]);
    expect(await doneTo(linking, 'competitor')).toEqual([1, 33]);
    const unlinking = await now();
    await admin(`DELETE opportunities(${opportunity})`);
    expect(await doneTo(unlinking, 'competitor')).toEqual([34]);
  });

  test('what a job deletes, under the name of whoever submitted it', async () => {
    const account = createdId(await admin('POST accounts', { name: 'In bulk' }));
    const me = String((await admin('GET WhoAmI')).json['UserId']);
    await admin('POST BulkDelete', {
      QuerySet: [
        {
          '@odata.type': 'Microsoft.Dynamics.CRM.QueryExpression',
          EntityName: 'account',
          Criteria: {
            FilterOperator: 'And',
            Conditions: [
              {
                AttributeName: 'name',
                Operator: 'Equal',
                Values: [{ Value: 'In bulk', Type: 'System.String' }],
              },
            ],
          },
        },
      ],
      JobName: 'x',
      SendEmailNotification: false,
      ToRecipients: [],
      CCRecipients: [],
      RecurrencePattern: '',
      StartDateTime: '2020-03-13T06:30:00Z',
    });
    const lines = rowsIn(await admin(`GET audits?$filter=_objectid_value eq ${account} and action eq 3`));
    expect(lines).toMatchObject([{ _userid_value: me }]);
  });

  test('what the service writes down of a service principal, as SYSTEM', async () => {
    const { clientId } = appOf(cloud, 'Contoso Portal Sync');
    const user = await first(`systemusers?$filter=applicationid eq ${clientId}`, 'systemuserid');
    const before = await now();
    const token = await graphToken(cloud, people.adele);
    await askGraph(cloud, token, `DELETE servicePrincipals(appId='${clientId}')`);
    const [line, ...more] = (await linesSince(before)).filter((it) => it['_objectid_value'] === user);
    expect([line?.['action'], more]).toEqual([2, []]);
    const by = String(line?.['_userid_value']);
    expect((await admin(`GET systemusers(${by})?$select=fullname`)).json).toMatchObject({
      fullname: 'SYSTEM',
    });
  });
});

describe('the log has no line', () => {
  test('of a change that changes nothing, is refused, or is taken back with its change set', async () => {
    const account = createdId(await admin('POST accounts', { name: 'Same', telephone1: '1' }));
    const before = await now();
    expect((await admin(`PATCH accounts(${account})`, { name: 'Same', telephone1: '1' })).status).toBe(204);
    expect((await admin(`PATCH accounts(${account})`, { name: 'x', nosuch: 1 })).status).toBe(400);
    const set = multipart(
      'all',
      changeSet(
        operation('PATCH', `accounts(${account})`, { name: 'Taken back' }, '1'),
        operation('DELETE', `accounts(${'0'.repeat(8)}-0000-0000-0000-000000000000)`, null, '2'),
      ),
    );
    await admin('POST $batch', set, { 'content-type': 'multipart/mixed; boundary=all' });
    expect((await admin(`GET accounts(${account})`)).json).toMatchObject({ name: 'Same' });
    expect(await linesSince(before)).toEqual([]);
  });

  test('of tables and columns that are not audited', async () => {
    const before = await now();
    const note = createdId(await admin('POST annotations', { subject: 'x' }));
    await admin(`PATCH annotations(${note})`, { subject: 'y' });
    await admin(`DELETE annotations(${note})`);
    expect(await linesSince(before)).toEqual([]);
    const account = createdId(await admin('POST accounts', { name: 'x' }));
    const [line] = rowsIn(await admin(`GET audits?$filter=_objectid_value eq ${account}`));
    expect(String(line?.['changedata'])).not.toMatch(/"(accountid|createdon|createdby|owningbusinessunit)"/);
  });
});

test('a change on behalf of somebody has both users', async () => {
  const user = await userOf('bram.visser@contoso.demo.test');
  const me = String((await admin('GET WhoAmI')).json['UserId']);
  const { status } = await admin('POST contacts', { lastname: 'For Bram' }, { mscrmcallerid: user });
  expect(status).toBe(204);
  const [line] = rowsIn(
    await admin("GET audits?$filter=objecttypecode eq 'contact'&$orderby=versionnumber desc&$top=1"),
  );
  expect(line).toMatchObject({ action: 1, _userid_value: user, _callinguserid_value: me });
});

test('a long value ends with three dots', async () => {
  const id = createdId(await admin('POST accounts', { name: 'x', description: 'a'.repeat(5001) }));
  expect(await newest('accounts', id)).toMatchObject({
    AuditDetailCollection: { AuditDetails: [{ NewValue: { description: `${'a'.repeat(5000)}...` } }] },
  });
});

// Learn: "Configure auditing", organization settings; "Retrieve the history of audited data changes", audit change events, user access events.
test('the organization says what is audited; that it changes is in the log, and so is who comes where it wants that', async () => {
  const [organization] = rowsIn(await admin('GET organizations?$select=organizationid'));
  const set = (values: object) =>
    admin(`PATCH organizations(${String(organization?.['organizationid'])})`, values);
  const before = await now();
  await set({ sharetopreviousowneronassign: true });
  await set({ sharetopreviousowneronassign: false });
  await set({ isauditenabled: false });
  await admin('POST accounts', { name: 'Unseen' });
  await set({ sharetopreviousowneronassign: true });
  await set({ sharetopreviousowneronassign: false, isauditenabled: true });
  expect(await doneTo(before, 'organization')).toEqual([104, 104, 110, 107]);
  expect(await doneTo(before, 'account')).toEqual([]);

  await set({ isuseraccessauditenabled: true, useraccessauditinginterval: 2 });
  const watching = await now();
  await admin('GET WhoAmI');
  await set({ isuseraccessauditenabled: false });
  expect(await doneTo(before, 'organization')).toEqual([104, 104, 110, 107, 112, 113]);
  const me = String((await admin('GET WhoAmI')).json['UserId']);
  const [access, ...more] = rowsIn(
    await admin(`GET audits?$filter=_objectid_value eq ${me} and operation eq 4`),
  );
  expect([access?.['action'], more, await doneTo(watching, 'systemuser')]).toEqual([65, [], []]);
  const details = await admin(
    `GET audits(${String(access?.['auditid'])})/Microsoft.Dynamics.CRM.RetrieveAuditDetails`,
  );
  expect(details.json).toMatchObject({
    AuditDetail: {
      '@odata.type': '#Microsoft.Dynamics.CRM.UserAccessAuditDetail',
      AccessTime: access?.['createdon'],
      Interval: 2,
    },
  });
});

// Learn: ImportSolution and ImportSolutionAsync Actions; "Retrieve the history of audited data changes", security role change events.
test('a role that a solution brings is in the log with what it grants, and nothing of a solution that is refused', async () => {
  const dev = await askAs(cloud, 'adele.admin@contoso.demo.test', 'contoso-dev');
  const { role } = await solutionWithRole(dev);
  const exported = await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed: false });
  const parameters = {
    CustomizationFile: exported.json['ExportSolutionFile'],
    OverwriteUnmanagedCustomizations: true,
    PublishWorkflows: true,
  };
  const inTheWay = await roleWith('Account sync', []);
  const refusing = await now();
  const started = await admin('POST ImportSolutionAsync', parameters);
  const job = await admin(`GET asyncoperations(${String(started.json['AsyncOperationId'])})`);
  expect([job.json['statuscode'], await linesSince(refusing)]).toEqual([31, []]);
  await admin(`DELETE roles(${inTheWay})`);

  const before = await now();
  const again = await admin('POST ImportSolutionAsync', parameters);
  const done = await admin(`GET asyncoperations(${String(again.json['AsyncOperationId'])})`);
  expect(done.json['statuscode']).toBe(30);
  const lines = (await linesSince(before)).filter((it) => it['_objectid_value'] === role);
  expect(lines.map((it) => it['action'])).toEqual([1, 59]);
  expect(await doneTo(before, 'solution')).toEqual([1]);
});
