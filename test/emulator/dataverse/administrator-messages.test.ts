import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

let cloud: DemoCloud;
let admin: Ask;
let seller: Ask;
/** People of one business unit: names as their ids. */
let people: readonly string[];
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  seller = await askAs(cloud, 'bram.visser@contoso.demo.test');
  const found = await admin(
    'GET systemusers?$select=systemuserid&$filter=isdisabled eq false and applicationid eq null and businessunitid/parentbusinessunitid eq null and accessmode eq 0&$top=4',
  );
  people = rowsIn(found).map((it) => String(it['systemuserid']));
});
afterAll(() => cloud.close());

const user = (id: string | undefined) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.systemuser',
  systemuserid: id,
});
const managerOf = async (id: string | undefined) =>
  (await admin(`GET systemusers(${id})?$select=_parentsystemuserid_value`)).json['_parentsystemuserid_value'];

// Learn: SetParentSystemUser, RemoveParent Actions; RetrieveAllChildUsersSystemUser Function.
test('users get a manager, keep or lose their reports, and lose their manager', async () => {
  const [top, middle, low, other] = people;
  const set = (of: string | undefined, parent: string | undefined, KeepChildUsers: boolean) =>
    admin(`POST systemusers(${of})/Microsoft.Dynamics.CRM.SetParentSystemUser`, {
      Parent: user(parent),
      KeepChildUsers,
    });
  expect((await set(middle, top, true)).status).toBe(204);
  expect((await set(low, middle, true)).status).toBe(204);
  const below = await admin(
    `GET systemusers(${top})/Microsoft.Dynamics.CRM.RetrieveAllChildUsersSystemUser()?$select=systemuserid`,
  );
  expect(rowsIn(below).map((it) => it['systemuserid'])).toEqual([middle, low]);
  expect((await set(middle, other, false)).status).toBe(204);
  expect(await managerOf(middle)).toBe(other);
  expect(await managerOf(low)).toBe(top);
  expect((await admin('POST RemoveParent', { Target: user(low) })).status).toBe(204);
  expect(await managerOf(low)).toBe(null);
  expect(codeOf(await admin('POST RemoveParent', { Target: user(low) }))).toBe('0x80041D1E');
  expect(codeOf(await set(other, middle, true))).toBe('0x80041D25');
  const asSeller = await seller('POST RemoveParent', { Target: user(middle) });
  expect(asSeller.status).toBe(403);
});

// Learn: ReassignObjectsOwner Action.
test('all that a team owns goes to somebody else', async () => {
  const team = createdId(await admin('POST teams', { name: 'Old owners', teamtype: 0 }));
  const role = rowsIn(
    await admin(
      `GET teams(${team})/businessunitid/business_unit_roles?$select=roleid&$filter=name eq 'Salesperson'`,
    ),
  )[0]?.['roleid'];
  await admin(`POST teams(${team})/teamroles_association/$ref`, { '@odata.id': `roles(${String(role)})` });
  const owned = createdId(
    await admin('POST accounts', { name: 'Moves', 'ownerid@odata.bind': `/teams(${team})` }),
  );
  const reassign = (ask: Ask) =>
    ask('POST ReassignObjectsOwner', {
      FromPrincipal: { '@odata.type': 'Microsoft.Dynamics.CRM.team', teamid: team },
      ToPrincipal: user(people[0]),
    });
  expect((await reassign(seller)).status).toBe(403);
  expect((await reassign(admin)).status).toBe(204);
  expect((await admin(`GET accounts(${owned})?$select=_ownerid_value`)).json['_ownerid_value']).toBe(
    people[0],
  );
  expect(codeOf(await admin('POST ReassignObjectsOwner', { FromPrincipal: user(people[0]) }))).toBe(
    '0x80040203',
  );
});

// Learn: "Delete audit data"; RetrieveAuditPartitionList Function.
test('the history of a record is deleted, and of partitions there are none', async () => {
  const account = createdId(await admin('POST accounts', { name: 'Forgotten' }));
  await admin(`PATCH accounts(${account})`, { name: 'Forgotten soon' });
  const body = { Target: { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: account } };
  expect(codeOf(await seller('POST DeleteRecordChangeHistory', body))).toBe('0x80040220');
  const deleted = await admin('POST DeleteRecordChangeHistory', body);
  expect(deleted.json).toEqual({
    '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.DeleteRecordChangeHistoryResponse$/),
    DeletedEntriesCount: 2,
  });
  expect(rowsIn(await admin(`GET audits?$filter=_objectid_value eq ${account}`))).toEqual([]);
  expect((await admin('GET RetrieveAuditPartitionList')).json['AuditPartitionDetailCollection']).toEqual([]);
  const partitions = await admin('POST DeleteAuditData', { EndDate: '2021-04-09T00:00:00Z' });
  expect([partitions.status, partitions.json]).toEqual([
    400,
    { error: { code: '0x80040203', message: 'There are no partitions ending before the given date' } },
  ]);
  expect(codeOf(await admin('POST DeleteAuditData', { EndDate: 'soon' }))).toBe('0x80060888');
});

// Learn: reference pages of each function.
test('what an environment is asked for', async () => {
  const get = async (path: string) => (await admin(`GET ${path}`)).json;
  expect(await get('IsDataEncryptionActive')).toMatchObject({ IsActive: true });
  expect(await get('RetrieveInstalledLanguagePacks')).toMatchObject({
    RetrieveInstalledLanguagePacks: [1033],
  });
  expect(await get('RetrieveDeprovisionedLanguages()')).toMatchObject({ RetrieveDeprovisionedLanguages: [] });
  for (const name of ['RetrieveInstalledLanguagePackVersion', 'RetrieveProvisionedLanguagePackVersion'])
    expect(await get(`${name}(Language=1033)`)).toMatchObject({ Version: expect.stringMatching(/^9\.2\./) });
  const info = await get('RetrieveOrganizationInfo');
  expect(info['organizationInfo']).toMatchObject({
    InstanceType: 'Customer',
    Solutions: [{ SolutionUniqueName: 'Default', VersionNumber: '1.0' }],
  });
  const currency = rowsIn(await admin('GET transactioncurrencies'))[0]?.['transactioncurrencyid'];
  expect(await get(`RetrieveExchangeRate(TransactionCurrencyId=${String(currency)})`)).toMatchObject({
    ExchangeRate: 1,
  });
  expect(await get('UtcTimeFromLocalTime(TimeZoneCode=110,LocalTime=2026-07-01T12:00:00Z)')).toMatchObject({
    UtcTime: '2026-07-01T10:00:00Z',
  });
  expect(
    codeOf(await admin('GET UtcTimeFromLocalTime(TimeZoneCode=1110,LocalTime=2026-07-01T12:00:00Z)')),
  ).toBe('0x80040203');
  const zones = await admin(
    'GET timezonedefinitions/Microsoft.Dynamics.CRM.GetAllTimeZonesWithDisplayName(LocaleId=1033)?$select=timezonecode&$filter=timezonecode eq 110',
  );
  expect(rowsIn(zones)).toMatchObject([{ timezonecode: 110 }]);
});

// Learn: RetrieveEnvironmentVariableValue, IsComponentCustomizable Functions.
test('the value of a variable is its own, or the default', async () => {
  const definition = createdId(
    await admin('POST environmentvariabledefinitions', {
      schemaname: 'cit_address',
      displayname: 'Address',
      defaultvalue: 'https://default',
    }),
  );
  const value = async () =>
    (await admin("GET RetrieveEnvironmentVariableValue(DefinitionSchemaName=@p1)?@p1='cit_address'")).json[
      'Value'
    ];
  expect(await value()).toBe('https://default');
  await admin('POST environmentvariablevalues', {
    schemaname: 'cit_address',
    value: 'https://own',
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${definition})`,
  });
  expect(await value()).toBe('https://own');
  const missing = await admin("GET RetrieveEnvironmentVariableValue(DefinitionSchemaName='cit_none')");
  expect([missing.status, codeOf(missing)]).toEqual([404, '0x80040217']);
  const customizable = `GET IsComponentCustomizable(ComponentId=${definition},ComponentType=380)`;
  expect((await admin(customizable)).json['IsComponentCustomizable']).toBe(true);
});
