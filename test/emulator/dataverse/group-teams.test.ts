import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';
import { type Ask, askAs, codeOf, createdId, rowsIn } from './over-http.ts';

// Learn: "Manage group teams", "Work with Microsoft Entra ID group teams".
const esther = 'esther.mulder@contoso.demo.test';
const greta = 'greta.lind@litware.demo.test';
const readers = 'SG-Integration-Readers';

let cloud: DemoCloud;
let adele: Ask;
let graphAdmin = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  adele = await askAs(cloud, people.adele);
  graphAdmin = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
});
afterAll(() => cloud.close());

const scenario = (method: string, path: string, body?: unknown) =>
  fetch(`${cloud.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
afterEach(() => scenario('POST', '/reset'));

const graph = async (request: string, body?: unknown) => {
  const { json, status } = await askGraph(cloud, graphAdmin, request, body);
  expect(status, request).toBeLessThan(300);
  return json;
};
const found = z.looseObject({ value: z.array(z.looseObject({ id: z.string() })) });
const groupId = async (name: string): Promise<string> =>
  found.parse(await graph(`GET groups?$filter=displayName eq '${name}'`)).value[0]?.id ?? '';
const personId = async (name: string): Promise<string> =>
  found.parse(await graph(`GET users?$filter=mail eq '${name}'`)).value[0]?.id ?? '';

const teamsNamed = async (name: string) =>
  rowsIn(await adele(`GET teams?$select=teamid,teamtype,membershiptype&$filter=name eq '${name}'`));
const teamId = async (name: string): Promise<string> => String((await teamsNamed(name))[0]?.['teamid']);
const membersOf = async (team: string): Promise<readonly unknown[]> =>
  rowsIn(await adele(`GET teams(${team})/teammembership_association?$select=fullname&$orderby=fullname`)).map(
    (row) => row['fullname'],
  );
const rowsOf = async (name: string) =>
  rowsIn(
    await adele(
      `GET systemusers?$select=fullname,systemuserid,_businessunitid_value&$filter=domainname eq '${name}'`,
    ),
  );
const rolesOf = async (objectId: string): Promise<readonly unknown[]> =>
  rowsIn(await adele(`GET RetrieveAadUserRoles(DirectoryObjectId=${objectId})?$select=name`)).map(
    (row) => row['name'],
  );
/** A link to a role of the root business unit. */
const roleLink = async (name: string) => {
  const filter = `name eq '${name}' and businessunitid/parentbusinessunitid eq null`;
  const [row] = rowsIn(await adele(`GET roles?$select=roleid&$filter=${filter}`));
  return {
    '@odata.id': `${environmentOf(cloud, 'contoso').url}/api/data/v9.2/roles(${String(row?.['roleid'])})`,
  };
};
const action = async (team: string, name: string) =>
  `POST teams(${await teamId(team)})/Microsoft.Dynamics.CRM.${name}`;

describe('the team of a group', () => {
  test('lets a member in who has no row yet, and out again with the group', async () => {
    const id = await personId(esther);
    expect(await rowsOf(esther)).toEqual([]);
    expect(await rolesOf(id)).toEqual(['Integration – Accounts Reader']);
    const told = await adele(`GET RetrieveAadUserPrivileges(DirectoryObjectId=${id})`);
    expect(told.text).toContain('prvReadAccount');

    const ask = await askAs(cloud, esther);
    expect((await ask('GET accounts?$top=1&$select=name')).status).toBe(200);
    const [root] = rowsIn(
      await adele('GET businessunits?$select=businessunitid&$filter=_parentbusinessunitid_value eq null'),
    );
    const [row] = await rowsOf(esther);
    expect(row).toMatchObject({
      fullname: 'Esther Mulder',
      _businessunitid_value: root?.['businessunitid'],
    });
    expect(await membersOf(await teamId(readers))).toEqual(['Esther Mulder']);
    const held = `systemusers(${String(row?.['systemuserid'])})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`;
    expect((await adele(`GET ${held}`)).text).toContain('prvReadAccount');

    await graph(`DELETE groups/${await groupId('Integration Operators')}/members/${id}/$ref`);
    expect(codeOf(await (await askAs(cloud, esther))('GET accounts?$top=1'))).toBe('0x80042F09');
    expect(await membersOf(await teamId(readers))).toEqual([]);
    expect(await rolesOf(id)).toEqual([]);
  });

  test('is named and typed after the group, once for each kind of member', async () => {
    const group = await groupId('Sales Netherlands');
    const teams: string[] = [];
    for (const membershiptype of [0, 1, 2, 3]) {
      const made = await adele('POST teams', { azureactivedirectoryobjectid: group, membershiptype });
      expect(made.status).toBe(204);
      teams.push(createdId(made));
    }
    const twice = { azureactivedirectoryobjectid: group, membershiptype: 0 };
    expect(codeOf(await adele('POST teams', twice))).toBe('0x80040237');
    const all = await teamsNamed('Sales Netherlands');
    expect(all.map((row) => [row['teamtype'], row['membershiptype']])).toEqual(
      expect.arrayContaining([0, 1, 2, 3].map((membershiptype) => [3, membershiptype])),
    );
    for (const who of [people.bram, greta]) {
      expect((await (await askAs(cloud, who))('GET WhoAmI')).status).toBe(200);
    }
    expect(await Promise.all(teams.map(membersOf))).toEqual([
      ['Bram Visser', 'Greta Lind'],
      ['Bram Visser'],
      ['Adele Hartog'],
      ['Greta Lind'],
    ]);
    await adele(`PATCH teams(${teams[1] ?? ''})`, { membershiptype: 0, name: 'Renamed' });
    expect(await teamsNamed('Renamed')).toMatchObject([{ membershiptype: 1 }]);
  });

  test('takes nobody by hand; whoever is taken out comes back with the next access', async () => {
    const ask = await askAs(cloud, esther);
    await ask('GET WhoAmI');
    const member = async (name: string) => ({
      Members: [
        {
          '@odata.type': 'Microsoft.Dynamics.CRM.systemuser',
          systemuserid: (await rowsOf(name))[0]?.['systemuserid'],
        },
      ],
    });
    const adding = await adele(await action(readers, 'AddMembersTeam'), await member(people.bram));
    expect([adding.status, codeOf(adding)]).toEqual([405, '0x8004023B']);
    const team = await teamId(readers);
    const removing = await adele(await action(readers, 'RemoveMembersTeam'), await member(esther));
    expect(removing.status).toBe(204);
    expect(await membersOf(team)).toEqual([]);
    await ask('GET WhoAmI');
    expect(await membersOf(team)).toEqual(['Esther Mulder']);
    await graph(`DELETE groups/${await groupId(readers)}`);
    expect(await membersOf(team)).toEqual([]);
  });

  test('is synchronized on request', async () => {
    expect((await adele(await action(readers, 'SyncGroupMembersToTeam'))).status).toBe(204);
    expect(await membersOf(await teamId(readers))).toEqual(['Esther Mulder']);
    expect(codeOf(await adele(await action('Data Stewards', 'SyncGroupMembersToTeam')))).toBe('0x8004023B');
  });

  test('follows who is impersonated', async () => {
    const as = { CallerObjectId: await personId(esther) };
    expect((await adele('GET accounts?$top=1&$select=name', undefined, as)).status).toBe(200);
    expect(await membersOf(await teamId(readers))).toEqual(['Esther Mulder']);
  });
});

test('a write that names a group or a person by the id of the directory makes the team or the user', async () => {
  const link = await roleLink('Basic User');
  const key = `azureactivedirectoryobjectid=${await groupId('Sales Netherlands')},membershiptype=0`;
  expect((await adele(`POST teams(${key})/teamroles_association/$ref`, link)).status).toBe(204);
  expect(await teamsNamed('Sales Netherlands')).toMatchObject([{ teamtype: 3, membershiptype: 0 }]);
  const give = (id: string) =>
    adele(`POST systemusers(azureactivedirectoryobjectid=${id})/systemuserroles_association/$ref`, link);
  expect((await give(await personId(esther))).status).toBe(204);
  expect(await rowsOf(esther)).toHaveLength(1);
  const mirthe = await personId('mirthe.faber@contoso.demo.test');
  const read = await adele(`GET systemusers(azureactivedirectoryobjectid=${mirthe})?$select=fullname`);
  expect(read.json).toMatchObject({ fullname: 'Mirthe Faber' });
  expect((await give('11111111-2222-4333-8444-555555555555')).status).toBe(404);
});
