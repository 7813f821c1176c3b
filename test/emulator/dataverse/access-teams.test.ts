import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

// Learn: "Use access teams and owner teams to collaborate and share information"; AddUserToRecordTeam and RemoveUserFromRecordTeam Actions.

let cloud: DemoCloud;
let admin: Ask;
let bram: string;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  admin = await askAs(cloud, 'adele.admin@contoso.demo.test');
  bram = await userId('bram.visser@contoso.demo.test');
});
afterAll(() => cloud.close());

async function userId(name: string): Promise<string> {
  const found = await admin(`GET systemusers?$select=systemuserid&$filter=domainname eq '${name}'`);
  return String(rowsIn(found)[0]?.['systemuserid']);
}

const template = (more: object = {}) =>
  admin('POST teamtemplates', {
    teamtemplatename: 'Deal team',
    objecttypecode: 3,
    defaultaccessrightsmask: 3,
    ...more,
  });
const opportunity = async () => createdId(await admin('POST opportunities', { name: 'Deal' }));
const body = (record: string, id: string) => ({
  Record: { '@odata.type': 'Microsoft.Dynamics.CRM.opportunity', opportunityid: record },
  TeamTemplate: { '@odata.type': 'Microsoft.Dynamics.CRM.teamtemplate', teamtemplateid: id },
});
const call = (name: string, record: string, id: string, user = bram, ask = admin) =>
  ask(`POST systemusers(${user})/Microsoft.Dynamics.CRM.${name}`, body(record, id));
const shares = async (record: string) =>
  rowsIn(await admin(`GET principalobjectaccessset?$filter=objectid eq ${record}`));

test('the first member makes the team of a record, which gives what its template says', async () => {
  const [record, deal] = [await opportunity(), createdId(await template())];
  const added = await call('AddUserToRecordTeam', record, deal);
  expect([added.status, added.json]).toEqual([
    200,
    {
      '@odata.context': expect.stringMatching(/#Microsoft\.Dynamics\.CRM\.AddUserToRecordTeamResponse$/),
      AccessTeamId: expect.any(String),
    },
  ]);
  const team = String(added.json['AccessTeamId']);
  const found = await admin(
    `GET teams?$filter=_regardingobjectid_value eq ${record} and _teamtemplateid_value eq ${deal}&$expand=teammembership_association($select=systemuserid),associatedteamtemplateid($select=teamtemplatename)`,
  );
  expect(rowsIn(found)).toMatchObject([
    {
      teamid: team,
      name: `${record}+${deal}`,
      teamtype: 1,
      systemmanaged: true,
      associatedteamtemplateid: { teamtemplatename: 'Deal team' },
      teammembership_association: [{ systemuserid: bram }],
    },
  ]);
  expect(await shares(record)).toMatchObject([
    { principalid: team, principaltypecode: 'team', accessrightsmask: 3 },
  ]);
  const access = await admin(
    `GET systemusers(${bram})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t={'@odata.id':'opportunities(${record})'}`,
  );
  expect(String(access.json['AccessRights'])).toContain('WriteAccess');

  expect(codeOf(await call('AddUserToRecordTeam', record, deal))).toBe('0x80048341');
  const removed = await call('RemoveUserFromRecordTeam', record, deal);
  expect([removed.status, removed.json['AccessTeamId']]).toEqual([200, team]);
  expect(rowsIn(await admin(`GET teams(${team})/teammembership_association`))).toEqual([]);
  await admin(`DELETE teamtemplates(${deal})`);
  expect((await admin(`GET teams(${team})`)).status).toBe(404);
  expect(await shares(record)).toEqual([]);
});

test('the team goes with its record, and its record is shared with nobody else through it', async () => {
  const [record, deal] = [await opportunity(), createdId(await template())];
  const team = String((await call('AddUserToRecordTeam', record, deal)).json['AccessTeamId']);
  const shared = await admin('POST GrantAccess', {
    Target: body(record, deal).Record,
    PrincipalAccess: {
      AccessMask: 'ReadAccess',
      Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.team', teamid: team },
    },
  });
  expect(codeOf(shared)).toBe('0x80048339');
  expect((await admin(`DELETE opportunities(${record})`)).status).toBe(204);
  expect((await admin(`GET teams(${team})`)).status).toBe(404);
  await admin(`DELETE teamtemplates(${deal})`);
});

test('a template is of a table that has such teams, gives some right, and is one of two', async () => {
  expect(codeOf(await template({ objecttypecode: 1 }))).toBe('0x80048334');
  expect(codeOf(await template({ objecttypecode: undefined }))).toBe('0x80048334');
  expect(codeOf(await template({ defaultaccessrightsmask: 0 }))).toBe('0x80048335');
  expect(codeOf(await template({ defaultaccessrightsmask: 32 }))).toBe('0x80048335');
  const ids = [createdId(await template()), createdId(await template())];
  expect(codeOf(await template())).toBe('0x80048333');
  expect(codeOf(await admin(`PATCH teamtemplates(${ids[0]})`, { defaultaccessrightsmask: 0 }))).toBe(
    '0x80048335',
  );
  expect((await admin(`PATCH teamtemplates(${ids[0]})`, { description: 'Reads' })).status).toBe(204);
  for (const id of ids) await admin(`DELETE teamtemplates(${id})`);
});

test('who lacks a privilege for what the team gives does not join, and nobody gives what it lacks', async () => {
  const [record, deal] = [
    await opportunity(),
    createdId(await template({ defaultaccessrightsmask: 65_539 })),
  ];
  const apps = await admin(
    "GET systemusers?$select=systemuserid&$filter=applicationid ne null and systemuserroles_association/any(r:r/name eq 'Integration – Contacts Reader')",
  );
  const reader = String(rowsIn(apps)[0]?.['systemuserid']);
  const refused = await call('AddUserToRecordTeam', record, deal, reader);
  expect([refused.status, codeOf(refused)]).toEqual([403, '0x80048342']);
  const asBram = await askAs(cloud, 'bram.visser@contoso.demo.test');
  expect((await call('AddUserToRecordTeam', record, deal, bram, asBram)).status).toBe(403);
  expect(rowsIn(await admin(`GET teams?$filter=_regardingobjectid_value eq ${record}`))).toEqual([]);
  expect(codeOf(await call('RemoveUserFromRecordTeam', record, deal))).toBe('0x80040203');
  const account = createdId(await admin('POST accounts', { name: 'Other' }));
  const other = { ...body(record, deal), Record: { '@odata.id': `accounts(${account})` } };
  const wrong = await admin(`POST systemusers(${bram})/Microsoft.Dynamics.CRM.AddUserToRecordTeam`, other);
  expect(codeOf(wrong)).toBe('0x80040203');
  await admin(`DELETE teamtemplates(${deal})`);
});

// Learn: ConvertOwnerTeamToAccessTeam Action; ConvertOwnerTeamToAccessTeamRequest.
test('an owner team without roles and records becomes an access team for good', async () => {
  const team = createdId(await admin('POST teams', { name: 'Owners', teamtype: 0 }));
  const convert = () => admin(`POST teams(${team})/Microsoft.Dynamics.CRM.ConvertOwnerTeamToAccessTeam`, {});
  const role = rowsIn(
    await admin(
      `GET teams(${team})/businessunitid/business_unit_roles?$select=roleid&$filter=name eq 'Basic User'`,
    ),
  )[0]?.['roleid'];
  const join = `teams(${team})/teamroles_association`;
  expect((await admin(`POST ${join}/$ref`, { '@odata.id': `roles(${String(role)})` })).status).toBe(204);
  expect(codeOf(await convert())).toBe('0x80048336');
  const owned = createdId(
    await admin('POST accounts', { name: 'Owned', 'ownerid@odata.bind': `/teams(${team})` }),
  );
  await admin(`DELETE ${join}(${String(role)})/$ref`);
  expect(codeOf(await convert())).toBe('0x80048337');
  await admin(`DELETE accounts(${owned})`);
  expect((await convert()).status).toBe(204);
  expect((await admin(`GET teams(${team})?$select=teamtype`)).json['teamtype']).toBe(1);
  expect(codeOf(await convert())).toBe('0x80040203');
});
