import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
