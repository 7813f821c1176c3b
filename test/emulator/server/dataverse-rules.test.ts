import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from '../dataverse/over-http.ts';
import { archiveOf, filesIn, grant, solutionWithRole } from '../dataverse/solution-with-role.ts';
import { environmentOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { asAdmin } from './as-admin.ts';
import { askScenario, chooseRule } from './choose-rule.ts';

let cloud: DemoCloud;
let admin: Ask;
/** Somebody in sales, who is no administrator. */
let seller: Ask;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, people.adele);
  seller = await askAs(cloud, people.bram);
});
afterAll(() => cloud.close());

const choose = (rule: string, value: string): Promise<void> => chooseRule(cloud, rule, value);
afterEach(() => askScenario(cloud, 'POST', '/reset'));

const record = z.record(z.string(), z.unknown());
const userPage = z.object({
  value: z.array(z.object({ systemuserid: z.string() })),
  '@odata.nextLink': z.string().optional(),
});
const first = async (query: string): Promise<Readonly<Record<string, unknown>>> =>
  rowsIn(await admin(`GET ${query}`))[0] ?? {};
const root = 'businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null';

test.each([
  ['refuse', 405],
  ['answer', 200],
])('HEAD of the Web API: %s', async (value, status) => {
  await choose('headRequests', value);
  const answer = await asAdmin(cloud, 'HEAD accounts?$top=1');
  expect([answer.status, await answer.text()]).toEqual([status, '']);
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  expect(answer.headers.get('allow')).toContain('HEAD');
});

test.each([
  ['null', false],
  ['choice', true],
])('a choice of one column alone as a global one: %s', async (value, isTold) => {
  await choose('ownChoiceAsGlobal', value);
  const globalOf = async (column: string): Promise<unknown> => {
    const path = `EntityDefinitions(LogicalName='account')/Attributes(LogicalName='${column}')/Microsoft.Dynamics.CRM.PicklistAttributeMetadata`;
    const { json } = await admin(`GET ${path}?$select=LogicalName&$expand=GlobalOptionSet($select=Name)`);
    return json['GlobalOptionSet'];
  };
  const own = expect.objectContaining({ Name: 'account_industrycode' });
  expect(await globalOf('industrycode')).toEqual(isTold ? own : null);
});

/** Names of what one expanded record has, in the query for one account and in that for many. */
async function expandedNames(expand: string, name: string): Promise<readonly (readonly string[])[]> {
  const { accountid } = await first(
    'accounts?$select=accountid&$filter=_primarycontactid_value ne null and contact_customer_accounts/any()',
  );
  const one = record.parse(
    await (await asAdmin(cloud, `GET accounts(${String(accountid)})?$select=name&$expand=${expand}`)).json(),
  );
  const many = await first(
    `accounts?$select=name&$filter=accountid eq ${String(accountid)}&$expand=${expand}`,
  );
  return [one, many].map(({ [name]: found }) =>
    Object.keys(z.record(z.string(), z.unknown()).parse(Array.isArray(found) ? found[0] : found)),
  );
}

const etag = '@odata.etag';
const back = '_parentcustomerid_value';
test.each([
  ['byQuery', 'primarycontactid($select=fullname)', [etag, 'fullname'], ['fullname']],
  ['always', 'primarycontactid($select=fullname)', [etag, 'fullname'], [etag, 'fullname']],
  ['byQuery', 'contact_customer_accounts($select=fullname)', [etag, 'fullname'], [etag, 'fullname', back]],
  ['always', 'contact_customer_accounts($select=fullname)', [etag, 'fullname'], [etag, 'fullname']],
  [
    'byQuery',
    'contact_customer_accounts($select=fullname;$expand=owninguser($select=fullname))',
    [etag, 'fullname'],
    ['fullname'],
  ],
])('what an expanded record has: %s %s', async (value, expand, ofOne, ofMany) => {
  await choose('expandedEtags', value);
  const [name = ''] = expand.split('(');
  const [one = [], many = []] = await expandedNames(expand, name);
  const beside = (names: readonly string[]) =>
    names.filter((it) => it !== 'contactid' && it !== 'owninguser');
  expect([beside(one), beside(many)]).toEqual([ofOne, ofMany]);
});

test.each([
  ['refuse', false, '0x8004F016'],
  ['refuse', true, ''],
  ['convert', false, ''],
])(
  'a managed solution over what is here unmanaged: %s, ConvertToManaged %s',
  async (value, ConvertToManaged, code) => {
    await choose('unmanagedUnderManaged', value);
    const [dev, production] = await Promise.all([
      askAs(cloud, 'adele.admin@contoso.demo.test', 'contoso-dev'),
      askAs(cloud, 'adele.admin@contoso.demo.test'),
    ]);
    const { role } = await solutionWithRole(dev);
    const within = { 'MSCRM.SolutionUniqueName': 'cit_roles' };
    const variable = { schemaname: 'cit_url', displayname: 'Address', type: 100_000_000 };
    await dev('POST environmentvariabledefinitions', variable, within);
    const profile = createdId(await dev('POST fieldsecurityprofiles', { name: 'Sync profile' }, within));
    const exported = await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed: true });
    const [unit] = rowsIn(await production('GET businessunits?$filter=parentbusinessunitid eq null'));
    const place = { 'businessunitid@odata.bind': `/businessunits(${String(unit?.['businessunitid'])})` };
    const here: readonly (readonly [string, object])[] = [
      ['roles', { name: 'Ours', roleid: role, ...place }],
      ['fieldsecurityprofiles', { name: 'Ours', fieldsecurityprofileid: profile }],
      ['environmentvariabledefinitions', variable],
    ];
    for (const [set, body] of here) {
      const made = await production(`POST ${set}`, body);
      const answer = await production('POST ImportSolution', {
        OverwriteUnmanagedCustomizations: false,
        PublishWorkflows: true,
        CustomizationFile: exported.json['ExportSolutionFile'],
        ConvertToManaged,
      });
      expect(codeOf(answer)).toBe(code);
      const now = await production(`GET ${set}(${createdId(made)})?$select=ismanaged`);
      expect(now.json['ismanaged'] === true).toBe(code === '');
      if (code === '') await production('POST UninstallSolutionAsync', { SolutionUniqueName: 'cit_roles' });
      else await production(`DELETE ${set}(${createdId(made)})`);
    }
  },
);

test.each([
  ['refuse', 412],
  ['accept', 201],
])('a second publisher of the same unique name: %s', async (value, status) => {
  await choose('publisherNameTwice', value);
  const publisher = { uniquename: 'contosoit', friendlyname: 'Contoso IT', customizationprefix: 'cit' };
  expect((await asAdmin(cloud, 'POST publishers', publisher)).status).toBe(201);
  const second = await asAdmin(cloud, 'POST publishers', { ...publisher, uniquename: 'ContosoIT' });
  expect(second.status).toBe(status);
  // Prefixes are shared either way.
  const other = await asAdmin(cloud, 'POST publishers', { ...publisher, uniquename: 'contosohr' });
  expect(other.status).toBe(201);
});

test.each([
  ['asListed', [200, 200]],
  ['writeSolution', [403, 403]],
])('somebody in sales adds to a solution and takes out of it: %s', async (value, statuses) => {
  await choose('solutionContents', value);
  const dev = await askAs(cloud, people.adele, 'contoso-dev');
  const { role } = await solutionWithRole(dev);
  const file = await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed: false });
  await admin('POST ImportSolution', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: file.json['ExportSolutionFile'],
  });
  const component = { ComponentType: 20, SolutionUniqueName: 'cit_roles' };
  const added = await seller('POST AddSolutionComponent', {
    ...component,
    ComponentId: role,
    AddRequiredComponents: false,
  });
  const removed = await seller('POST RemoveSolutionComponent', {
    ...component,
    SolutionComponent: {
      '@odata.type': 'Microsoft.Dynamics.CRM.solutioncomponent',
      solutioncomponentid: role,
    },
  });
  expect([added.status, removed.status]).toEqual(statuses);
});

test.each([
  ['held', 403],
  ['any', 204],
])('a role is imported by who does not hold what it grants: %s', async (value, status) => {
  await choose('importedRolePrivileges', value);
  const dev = await askAs(cloud, people.adele, 'contoso-dev');
  await solutionWithRole(dev);
  const file = await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed: false });
  // What somebody needs to import a role, and not what the role grants.
  const { businessunitid } = await first(root);
  const importer = createdId(
    await admin('POST roles', {
      name: 'Importer',
      'businessunitid@odata.bind': `/businessunits(${String(businessunitid)})`,
    }),
  );
  await grant(admin, importer, {
    prvImportCustomization: 'Global',
    prvCreateSolution: 'Global',
    prvCreatePublisher: 'Global',
    prvReadSolution: 'Global',
    prvCreateRole: 'Global',
    prvReadRole: 'Global',
    prvWriteRole: 'Global',
    prvReadUser: 'Global',
  });
  const user = await first(`systemusers?$select=systemuserid&$filter=domainname eq '${people.bram}'`);
  await admin(`POST systemusers(${String(user['systemuserid'])})/systemuserroles_association/$ref`, {
    '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${importer})`,
  });
  const answer = await seller('POST ImportSolution', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: file.json['ExportSolutionFile'],
  });
  expect(answer.status).toBe(status);
});

test.each([
  ['accept', 204],
  ['refuse', 400],
])('a reference without the address of the Web API: %s', async (value, status) => {
  await choose('relativeReferences', value);
  const { systemuserid: user } = await first('systemusers?$select=systemuserid&$filter=isdisabled eq false');
  const { roleid: role } = await first("roles?$select=roleid&$filter=name eq 'Salesperson'");
  const link = `systemusers(${String(user)})/systemuserroles_association/$ref`;
  const { pathUrl } = environmentOf(cloud, 'contoso');
  const sent = async (address: string): Promise<number> =>
    (await admin(`POST ${link}`, { '@odata.id': address })).status;
  expect(await sent(`roles(${String(role)})`)).toBe(status);
  expect(await sent(`${pathUrl}/api/data/v9.2/roles(${String(role)})`)).toBe(204);
});

test.each([
  ['refuse', 400, 400],
  ['accept', 201, 200],
])('an alternate key with a character that addresses do not take: %s', async (value, made, read) => {
  await choose('alternateKeyCharacters', value);
  const key = "accounts(accountnumber='A%2F1')";
  const body = { name: 'Slash' };
  const headers = { prefer: 'return=representation' };
  expect((await admin(`PATCH ${key}`, body, headers)).status).toBe(made);
  await admin('POST accounts', { ...body, accountnumber: 'A/2' });
  expect((await admin("GET accounts(accountnumber='A%2F2')")).status).toBe(read);
});

test.each(['0x80041102', '0x80060888'])('definitions of a table that there is not: %s', async (value) => {
  await choose('unknownTableCode', value);
  const answer = await admin("GET EntityDefinitions(LogicalName='nosuch')");
  expect([answer.status, codeOf(answer)]).toEqual([404, value]);
});

test.each([
  ['beside', false],
  ['createdOn', true],
])('a new record that says when it was made: %s', async (value, isTaken) => {
  await choose('overriddenCreatedOn', value);
  const when = '2018-03-01T00:00:00Z';
  const body = { name: 'Migrated', overriddencreatedon: when };
  const { json } = await admin('POST accounts?$select=createdon,overriddencreatedon', body, {
    prefer: 'return=representation',
  });
  expect(json['overriddencreatedon']).toBe(when);
  expect(json['createdon'] === when).toBe(isTaken);
});

test.each([
  ['asMade', false],
  ['byKey', true],
])('rows that nobody orders, page after page: %s', async (value, isSorted) => {
  await choose('rowsWithoutOrder', value);
  const idsOf = async (first: string): Promise<readonly string[]> => {
    const ids: string[] = [];
    let next: string | undefined = first;
    while (next !== undefined) {
      const { json } = await admin(`GET ${next}`, undefined, { prefer: 'odata.maxpagesize=3' });
      const page = userPage.parse(json);
      ids.push(...page.value.map(({ systemuserid }) => systemuserid));
      next = page['@odata.nextLink']?.split('/api/data/v9.2/')[1];
    }
    return ids;
  };
  const ids = await idsOf('systemusers?$select=systemuserid');
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(3);
  expect(ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)).toBe(isSorted);
  const fetch = encodeURIComponent(
    '<fetch><entity name="systemuser"><attribute name="systemuserid"/></entity></fetch>',
  );
  const fetched = userPage.parse((await admin(`GET systemusers?fetchXml=${fetch}`)).json);
  expect(fetched.value.map(({ systemuserid }) => systemuserid)).toEqual(ids);
});

test.each([
  ['allow', 200, ''],
  ['refuse', 400, '0x80040203'],
])('hierarchies that a lookup leads to: %s', async (value, status, code) => {
  await choose('hierarchyOfLookups', value);
  const { accountid } = await first('accounts?$select=accountid');
  const above = (column: string) =>
    admin(
      `GET accounts?$filter=Microsoft.Dynamics.CRM.Under(PropertyName='${column}',PropertyValue='${String(accountid)}')`,
    );
  const answer = await above('parentaccountid');
  expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  expect((await above('accountid')).status).toBe(200);
});

test.each([
  ['answered', 200],
  ['refused', 400],
])('a client of an older OData: %s', async (value, status) => {
  await choose('olderProtocol', value);
  for (const header of ['odata-version', 'odata-maxversion'])
    expect((await admin('GET accounts?$top=1', undefined, { [header]: '3.0' })).status).toBe(status);
  expect((await admin('GET accounts?$top=1', undefined, { 'odata-maxversion': '4.0' })).status).toBe(200);
});

test.each([
  ['notFound', 404],
  ['notUnderstood', 400],
])('a version that there is not: %s', async (value, status) => {
  await choose('unknownVersion', value);
  expect((await admin('GET ../v7.1/accounts')).status).toBe(status);
});

test.each([
  ['allow', 200],
  ['refuse', 400],
])('groups by the value of a lookup: %s', async (value, status) => {
  await choose('groupedLookups', value);
  const grouped = (by: string) => admin(`GET accounts?$apply=groupby((${by}),aggregate($count as many))`);
  expect((await grouped('_ownerid_value')).status).toBe(status);
  expect((await grouped('statuscode')).status).toBe(200);
});

test.each([
  ['clears', null],
  ['ignored', expect.any(String)],
])('a lookup that is set to null by its navigation property: %s', async (value, left: unknown) => {
  await choose('lookupSetToNull', value);
  const { accountid } = await first('accounts?$select=accountid&$filter=_primarycontactid_value ne null');
  expect((await admin(`PATCH accounts(${String(accountid)})`, { primarycontactid: null })).status).toBe(204);
  const now = await admin(`GET accounts(${String(accountid)})?$select=_primarycontactid_value`);
  expect(now.json['_primarycontactid_value']).toEqual(left);
});

test.each([
  ['json', [201, 200, 204]],
  ['refuse', [415, 415, 415]],
])('a body without a content type: %s', async (value, statuses) => {
  await choose('bodyWithoutType', value);
  const name = { name: 'x' };
  const targets = { Targets: [{ '@odata.type': 'Microsoft.Dynamics.CRM.account', name: 'y' }] };
  const { pathUrl, url } = environmentOf(cloud, 'contoso');
  const { access_token: token } = await userTokens(cloud, people.adele, `${url}/.default`);
  // Bytes have no type of their own, as text has.
  const bare = async (path: string, body: object): Promise<number> =>
    (
      await fetch(`${pathUrl}/api/data/v9.2/${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, prefer: 'return=representation' },
        body: Buffer.from(JSON.stringify(body)),
      })
    ).status;
  expect([
    await bare('accounts', name),
    await bare('accounts/Microsoft.Dynamics.CRM.CreateMultiple', targets),
    await bare('PublishXml', { ParameterXml: '<importexportxml/>' }),
  ]).toEqual(statuses);
});

const esther = 'esther.mulder@contoso.demo.test';
const found = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) });
const asGroupAdmin = async (request: string) =>
  askGraph(cloud, await graphToken(cloud, people.adele, ['Group.ReadWrite.All']), request);
const directoryId = async (query: string): Promise<string> =>
  found.parse((await asGroupAdmin(`GET ${query}`)).json).value[0]?.id ?? '';
const readsAccounts = async (ask: Ask, headers = {}): Promise<number> =>
  (await ask('GET accounts?$top=1&$select=name', undefined, headers)).status;
const takeOut = async (member: string): Promise<void> => {
  const group = await directoryId("groups?$filter=displayName eq 'Integration Operators'");
  expect((await asGroupAdmin(`DELETE groups/${group}/members/${member}/$ref`)).status).toBe(204);
};

test.each([
  ['untilSignIn', [200, 200, 403, 403]],
  ['atOnce', [200, 403, 403, 403]],
])('somebody who is taken out of the group of a team: %s', async (value, statuses) => {
  await choose('groupMembership', value);
  const ask = await askAs(cloud, esther);
  const before = await readsAccounts(ask);
  await takeOut(await directoryId(`users?$filter=mail eq '${esther}'`));
  const after = await readsAccounts(ask);
  const again = await askAs(cloud, esther);
  expect([before, after, await readsAccounts(again), await readsAccounts(ask)]).toEqual(statuses);
});

test.each([
  ['untilSignIn', [200, 200, 403]],
  ['atOnce', [200, 403, 403]],
])('the same without a sign-in, and eight hours later: %s', async (value, statuses) => {
  await choose('groupMembership', value);
  const member = await directoryId(`users?$filter=mail eq '${esther}'`);
  const onBehalf = { CallerObjectId: member };
  const before = await readsAccounts(admin, onBehalf);
  await takeOut(member);
  const after = await readsAccounts(admin, onBehalf);
  await askScenario(cloud, 'PUT', '/clock', { advanceSeconds: 8 * 3600 });
  const later = await readsAccounts(await askAs(cloud, people.adele), onBehalf);
  expect([before, after, later]).toEqual(statuses);
});

test('a group that is deleted empties its teams, whoever is signed in', async () => {
  const ask = await askAs(cloud, esther);
  expect(await readsAccounts(ask)).toBe(200);
  const group = await directoryId("groups?$filter=displayName eq 'SG-Integration-Readers'");
  expect((await asGroupAdmin(`DELETE groups/${group}`)).status).toBe(204);
  expect(await readsAccounts(ask)).toBe(403);
});

test.each([
  ['count', 200],
  ['ignore', 403],
])('somebody in a group that is in the group of a team: %s', async (value, status) => {
  await choose('groupsInGroups', value);
  expect(await readsAccounts(await askAs(cloud, esther))).toBe(status);
});

test.each([
  ['removed', 0],
  ['kept', 1],
])('copies of roles in a unit that left the one they come from: %s', async (value, count) => {
  await choose('rolesOfMovedUnits', value);
  const { businessunitid } = await first(root);
  const unit = async (name: string, parent: string): Promise<string> =>
    createdId(
      await admin('POST businessunits', {
        name,
        'parentbusinessunitid@odata.bind': `/businessunits(${parent})`,
      }),
    );
  const [from, to] = [
    await unit('Leaving from', String(businessunitid)),
    await unit('Going to', String(businessunitid)),
  ];
  const moved = await unit('Moved', from);
  await admin('POST roles', { name: 'Of the first', 'businessunitid@odata.bind': `/businessunits(${from})` });
  await admin(`PATCH businessunits(${moved})`, {
    'parentbusinessunitid@odata.bind': `/businessunits(${to})`,
  });
  const copies = await admin(
    `GET roles?$filter=name eq 'Of the first' and _businessunitid_value eq ${moved}&$select=roleid`,
  );
  expect(rowsIn(copies)).toHaveLength(count);
});

test.each([
  ['yes', 1],
  ['no', 0],
])('the profile System Administrator of a team with the role of that name: %s', async (value, count) => {
  await choose('administratorProfileOfTeams', value);
  const { businessunitid } = await first(root);
  const bind = { 'businessunitid@odata.bind': `/businessunits(${String(businessunitid)})` };
  const team = createdId(await admin('POST teams', { name: 'Administrators', ...bind }));
  const { roleid } = await first(
    `roles?$select=roleid&$filter=name eq 'System Administrator' and _businessunitid_value eq ${String(businessunitid)}`,
  );
  const linked = await admin(`POST teams(${team})/teamroles_association/$ref`, {
    '@odata.id': `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/roles(${String(roleid)})`,
  });
  expect(linked.status).toBe(204);
  expect(rowsIn(await admin(`GET teams(${team})/teamprofiles_association?$select=name`))).toHaveLength(count);
});

test.each([
  ['kept', { progress: 0, data: expect.stringContaining('result="failure" errorcode="0x8004F007"') }],
  ['gone', { error: expect.objectContaining({ code: '0x80040217' }) }],
])('the job of an import that fails while the caller waits: %s', async (value, job) => {
  await choose('failedImportJob', value);
  const dev = await askAs(cloud, people.adele, 'contoso-dev');
  await solutionWithRole(dev);
  const exported = await dev('POST ExportSolution', { SolutionName: 'cit_roles', Managed: false });
  const files = await filesIn(String(exported.json['ExportSolutionFile']));
  const restricted = String(files['solution.xml']).replace('>cit_roles<', '>Default<');
  const ImportJobId = '00000000-0000-4000-8000-0000000000aa';
  const answer = await admin('POST ImportSolution', {
    OverwriteUnmanagedCustomizations: false,
    PublishWorkflows: true,
    CustomizationFile: await archiveOf({ ...files, 'solution.xml': restricted }),
    ImportJobId,
  });
  expect(codeOf(answer)).toBe('0x8004F007');
  expect((await admin(`GET importjobs(${ImportJobId})`)).json).toMatchObject(job);
});

test.each([
  ['nothing', [200, 200]],
  ['refuse', [404, 404]],
])('roles and privileges of an id that nobody in the directory has: %s', async (value, statuses) => {
  await choose('unknownDirectoryUser', value);
  const nobody = 'DirectoryObjectId=99999999-0000-4000-8000-000000000000';
  expect([
    (await admin(`GET RetrieveAadUserRoles(${nobody})`)).status,
    (await admin(`GET RetrieveAadUserPrivileges(${nobody})`)).status,
  ]).toEqual(statuses);
  const known = await directoryId(`users?$filter=mail eq '${esther}'`);
  expect((await admin(`GET RetrieveAadUserRoles(DirectoryObjectId=${known})`)).status).toBe(200);
});

test.each([
  ['keepsHigher', 'Global'],
  ['lowers', 'Basic'],
])('AddPrivilegesRole with a lower depth than the role has: %s', async (value, depth) => {
  await choose('addedLowerDepth', value);
  const { businessunitid } = await first(root);
  const role = createdId(
    await admin('POST roles', {
      name: 'Depths',
      'businessunitid@odata.bind': `/businessunits(${String(businessunitid)})`,
    }),
  );
  await grant(admin, role, { prvReadAccount: 'Global' });
  const { privilegeid } = await first("privileges?$select=privilegeid&$filter=name eq 'prvReadAccount'");
  const added = await admin(`POST roles(${role})/Microsoft.Dynamics.CRM.AddPrivilegesRole`, {
    Privileges: [{ PrivilegeId: privilegeid, Depth: 'Basic' }],
  });
  expect(added.status).toBe(204);
  const { json } = await admin(`GET RetrieveRolePrivilegesRole(RoleId=${role})`);
  expect(json['RolePrivileges']).toMatchObject([{ PrivilegeName: 'prvReadAccount', Depth: depth }]);
});
