import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

// Learn: principalobjectaccess table reference; "Manage PrincipalObjectAccess storage"; "Sharing and assigning", sharing and inheritance.

let cloud: DemoCloud;
let admin: Ask;
let user: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  const found = await admin(
    "GET systemusers?$select=systemuserid&$filter=domainname eq 'bram.visser@contoso.demo.test'",
  );
  user = String(rowsIn(found)[0]?.['systemuserid']);
});
afterAll(() => cloud.close());

const reference = (type: string, id: string) => ({
  '@odata.type': `Microsoft.Dynamics.CRM.${type}`,
  [type === 'task' ? 'activityid' : `${type}id`]: id,
});
const grant = (Target: object, AccessMask: string) =>
  admin('POST GrantAccess', {
    Target,
    PrincipalAccess: { AccessMask, Principal: reference('systemuser', user) },
  });
const shares = (filter: string, ask = admin) =>
  ask(`GET principalobjectaccessset?$filter=${filter}&$orderby=objecttypecode`);

test('what is shared has a row with the rights as a mask, and what stands below it inherits them', async () => {
  const account = createdId(await admin('POST accounts', { name: 'Shared' }));
  const task = createdId(
    await admin('POST tasks', {
      subject: 'Below',
      'regardingobjectid_account_task@odata.bind': `/accounts(${account})`,
    }),
  );
  await grant(reference('account', account), 'ReadAccess, WriteAccess');
  const row = {
    principalid: user,
    principaltypecode: 'systemuser',
    changedon: expect.stringMatching(/^\d{4}-/),
    principalobjectaccessid: expect.any(String),
  };
  const both = `principalid eq ${user} and (objectid eq ${account} or objectid eq ${task})`;
  expect(rowsIn(await shares(both))).toMatchObject([
    {
      ...row,
      objectid: account,
      objecttypecode: 'account',
      accessrightsmask: 3,
      inheritedaccessrightsmask: 0,
    },
    { ...row, objectid: task, objecttypecode: 'task', accessrightsmask: 0, inheritedaccessrightsmask: 3 },
  ]);
  await grant(reference('task', task), 'ReadAccess');
  expect(rowsIn(await shares(`objectid eq ${task}`))).toMatchObject([
    { accessrightsmask: 1, inheritedaccessrightsmask: 3 },
  ]);
  // Every user may ask for it (seen in clients).
  const seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
  expect(rowsIn(await shares(both, seller))).toHaveLength(2);

  const fetchXml = `<fetch><entity name="principalobjectaccess"><attribute name="accessrightsmask"/><filter><condition attribute="objectid" operator="eq" value="${account}"/></filter><link-entity name="systemuser" from="systemuserid" to="principalid" alias="u"><attribute name="domainname"/></link-entity></entity></fetch>`;
  const joined = await admin(`GET principalobjectaccessset?fetchXml=${encodeURIComponent(fetchXml)}`);
  expect(rowsIn(joined)).toMatchObject([
    { accessrightsmask: 3, 'u.domainname': 'bram.visser@contoso.demo.test' },
  ]);

  await admin('POST RevokeAccess', {
    Target: reference('account', account),
    Revokee: reference('systemuser', user),
  });
  expect(rowsIn(await shares(both))).toMatchObject([
    { objectid: task, accessrightsmask: 1, inheritedaccessrightsmask: 0 },
  ]);
  await admin(`DELETE accounts(${account})`);
  expect(rowsIn(await shares(both))).toEqual([]);
});

// How clients ask: forms and views give tables by their numbers (Learn: returnedtypecode (SavedQuery), an integer there).
test('FetchXML gives tables by their numbers too; answers name them, and tell their display names', async () => {
  const account = createdId(await admin('POST accounts', { name: 'By numbers' }));
  await grant(reference('account', account), 'ReadAccess');
  const asked = async (column: string, operator: string) => {
    const fetchXml = `<fetch><entity name="principalobjectaccess"><attribute name="objecttypecode"/><attribute name="principaltypecode"/><filter><condition attribute="objectid" operator="eq" value="${account}"/><condition attribute="${column}" ${operator}</filter></entity></fetch>`;
    return rowsIn(
      await admin(`GET principalobjectaccessset?fetchXml=${encodeURIComponent(fetchXml)}`, undefined, {
        Prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"',
      }),
    );
  };
  const row = {
    objecttypecode: 'account',
    'objecttypecode@OData.Community.Display.V1.FormattedValue': 'Account',
    principaltypecode: 'systemuser',
    'principaltypecode@OData.Community.Display.V1.FormattedValue': 'User',
  };
  expect(await asked('principaltypecode', 'operator="eq" value="8"/>')).toMatchObject([row]);
  expect(await asked('principaltypecode', 'operator="eq" value="systemuser"/>')).toMatchObject([row]);
  const two = 'operator="in"><value>9</value><value>8</value></condition>';
  expect(await asked('principaltypecode', two)).toMatchObject([row]);
  expect(await asked('objecttypecode', 'operator="eq" value="1"/>')).toMatchObject([row]);
  expect(await asked('objecttypecode', 'operator="eq" value="2"/>')).toEqual([]);
  expect(await asked('objecttypecode', 'operator="ne" value="2"/>')).toMatchObject([row]);
});

// Learn: EntityNameAttributeMetadata EntityType.
test('columns that name a table have a type of their own', async () => {
  const columns = await admin(
    "GET EntityDefinitions(LogicalName='principalobjectaccess')/Attributes/Microsoft.Dynamics.CRM.EntityNameAttributeMetadata?$select=LogicalName,AttributeType,AttributeTypeName,IsEntityReferenceStored&$expand=OptionSet",
  );
  const type = {
    AttributeType: 'EntityName',
    AttributeTypeName: { Value: 'EntityNameType' },
    IsEntityReferenceStored: false,
  };
  expect(rowsIn(columns)).toMatchObject([
    { ...type, LogicalName: 'principaltypecode' },
    { ...type, LogicalName: 'objecttypecode' },
  ]);
});

test('its rows are written by sharing alone', async () => {
  const answer = await admin('POST principalobjectaccessset', { accessrightsmask: 1 });
  expect([answer.status, codeOf(answer)]).toEqual([400, '0x80040800']);
});

test('shares go back with a snapshot', async () => {
  const control = (path: string, method: string) =>
    fetch(`${cloud.description.control ?? ''}${path}`, { method });
  const account = createdId(await admin('POST accounts', { name: 'Snapshot' }));
  await control('/snapshots/one', 'PUT');
  await grant(reference('account', account), 'ReadAccess');
  expect(rowsIn(await shares(`objectid eq ${account}`))).toHaveLength(1);
  await control('/snapshots/one/restore', 'POST');
  expect(rowsIn(await shares(`objectid eq ${account}`))).toEqual([]);
});
