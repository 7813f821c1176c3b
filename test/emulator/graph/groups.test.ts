import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, appTokenFor, tenantOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

const GRAPH = 'https://graph.demo.test';
const eventual = { consistencylevel: 'eventual' };
const esther = 'esther.mulder@contoso.demo.test';

let cloud: DemoCloud;
let adele = '';
let bram = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
  bram = await graphToken(cloud, people.bram, ['Group.ReadWrite.All']);
});
afterAll(() => cloud.close());

const ask = (request: string, body?: unknown, headers?: Record<string, string>, token = adele) =>
  askGraph(cloud, token, request, body, headers);
const listOf = async (path: string, headers?: Record<string, string>) =>
  listShape.parse((await ask(`GET ${path}`, undefined, headers)).json).value;
const namesOf = async (path: string, headers?: Record<string, string>): Promise<readonly unknown[]> =>
  (await listOf(path, headers)).map((one) => one['displayName']);
const groupNamed = async (name: string): Promise<string> =>
  String((await listOf(`groups?$filter=displayName eq '${name}'&$select=id`))[0]?.['id']);
const personId = async (name: string): Promise<string> =>
  String((await ask(`GET users/${name}?$select=id`)).json['id']);
const hubId = async (): Promise<string> =>
  String(
    (await ask(`GET servicePrincipals(appId='${appOf(cloud, 'Contoso Integration Hub').clientId}')`)).json[
      'id'
    ],
  );
const refusal = async (request: string, body?: unknown, token = adele) => {
  const { status, json } = await ask(request, body, undefined, token);
  const { error } = errorShape.parse(json);
  return [status, error.code, error.message];
};
const reference = (id: string) => ({
  '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${id}`,
});
const security = (name: string) => ({
  displayName: name,
  mailEnabled: false,
  mailNickname: name.replaceAll(' ', ''),
  securityEnabled: true,
});

describe('groups of the tenant', () => {
  test('are listed with what kind they are, and those of other tenants are not', async () => {
    const groups = await listOf('groups');
    expect(groups.map((one) => one['displayName'])).toEqual([
      'Sales Netherlands',
      'Integration Operators',
      'SG-Integration-Readers',
      'All Guests',
    ]);
    expect(groups[0]).toMatchObject({
      groupTypes: ['Unified'],
      mailEnabled: true,
      securityEnabled: false,
      mail: 'SalesNetherlands@contoso.demo.test',
      proxyAddresses: ['SMTP:SalesNetherlands@contoso.demo.test'],
      visibility: 'Public',
    });
    expect(groups[1]).toMatchObject({ groupTypes: [], securityEnabled: true, mail: null });
    expect(groups[3]).toMatchObject({
      groupTypes: ['DynamicMembership'],
      membershipRule: '(user.userType -eq "Guest")',
    });
  });

  test('are found by filter, search and number', async () => {
    expect(await namesOf(`groups?$filter=groupTypes/any(c:c eq 'Unified')`)).toEqual(['Sales Netherlands']);
    expect(await namesOf(`groups?$filter=startsWith(displayName,'Integration')&$select=displayName`)).toEqual(
      ['Integration Operators'],
    );
    expect(await namesOf(`groups?$search="displayName:operators"`, eventual)).toEqual([
      'Integration Operators',
    ]);
    expect(await namesOf(`groups?$filter=securityEnabled eq true`)).toHaveLength(3);
    expect((await ask('GET groups/$count', undefined, eventual)).text).toBe('4');
  });

  test('show members and owners where they are expanded', async () => {
    const id = await groupNamed('Integration Operators');
    const { json } = await ask(`GET groups/${id}?$expand=members($select=id,displayName),owners&$select=id`);
    expect(json).toMatchObject({
      members: [
        { '@odata.type': '#microsoft.graph.user', displayName: 'Esther Mulder' },
        { '@odata.type': '#microsoft.graph.servicePrincipal', displayName: 'Contoso Integration Hub' },
        { '@odata.type': '#microsoft.graph.servicePrincipal' },
      ],
      owners: [{ '@odata.type': '#microsoft.graph.user', displayName: 'Adele Hartog' }],
    });
  });
});

describe('members', () => {
  test('are of every type, of one type, direct or through groups in the group', async () => {
    const id = await groupNamed('SG-Integration-Readers');
    expect(await namesOf(`groups/${id}/members`)).toEqual(['Integration Operators']);
    expect(await namesOf(`groups/${id}/transitiveMembers/microsoft.graph.user`)).toEqual(['Esther Mulder']);
    // Generated libraries name types by the alias of their namespace.
    expect(await namesOf(`groups/${id}/transitiveMembers/graph.user`)).toEqual(['Esther Mulder']);
    expect(await listOf(`groups/${id}/transitiveMembers?$select=id`)).toContainEqual({
      '@odata.type': '#microsoft.graph.servicePrincipal',
      id: await hubId(),
    });
    expect((await ask(`GET groups/${id}/transitiveMembers/$count`, undefined, eventual)).text).toBe('4');
    expect((await ask(`GET groups/${id}/members/$ref`)).json['value']).toEqual([
      {
        '@odata.id': expect.stringMatching(
          /\/directoryObjects\/[0-9a-f-]{36}\/Microsoft\.DirectoryServices\.Group$/,
        ),
      },
    ]);
    const filtered = `groups/${id}/transitiveMembers/microsoft.graph.user?$filter=displayName eq 'Esther Mulder'`;
    expect((await refusal(`GET ${filtered}`))[1]).toBe('Request_UnsupportedQuery');
    expect(await namesOf(`${filtered}&$count=true`, eventual)).toEqual(['Esther Mulder']);
  });

  test('come and go by reference, once each', async () => {
    const [group, person] = [await groupNamed('Integration Operators'), await personId(people.bram)];
    expect((await ask(`POST groups/${group}/members/$ref`, reference(person))).status).toBe(204);
    expect(await refusal(`POST groups/${group}/members/$ref`, reference(person))).toEqual([
      400,
      'Request_BadRequest',
      "One or more added object references already exist for the following modified properties: 'members'.",
    ]);
    expect(await namesOf(`groups/${group}/members/microsoft.graph.user`)).toContain('Bram Visser');
    expect((await ask(`DELETE groups/${group}/members/${person}/$ref`)).status).toBe(204);
    expect((await refusal(`DELETE groups/${group}/members/${person}/$ref`))[0]).toBe(404);
    expect((await refusal(`DELETE groups/${group}/members/${person}`))[0]).toBe(403);
    expect((await refusal(`POST groups/${group}/members/$ref`, reference(group.replace(/./, 'f'))))[0]).toBe(
      404,
    );
    const broken = await ask(`POST groups/${group}/members/$ref`, { '@odata.id': person });
    expect(errorShape.parse(broken.json).error).toMatchObject({
      code: 'BadRequest',
      message: 'Invalid URL format specified in payload.',
    });
    const unbound = await ask(`PATCH groups/${group}`, { 'members@odata.bind': `["${person}"]` });
    expect(errorShape.parse(unbound.json).error.message).toBe(
      'Invalid URL format specified in @odata.bind for members',
    );
    const several = { 'members@odata.bind': [`${GRAPH}/v1.0/users/${person}`] };
    expect((await ask(`PATCH groups/${group}`, several)).status).toBe(204);
    expect((await ask(`DELETE groups/${group}/members/${person}/$ref`)).status).toBe(204);
  });

  test('of a Microsoft 365 group are people alone; of a dynamic group they are not assigned', async () => {
    const [unified, dynamic] = [await groupNamed('Sales Netherlands'), await groupNamed('All Guests')];
    const add = (id: string) => refusal(`POST groups/${unified}/members/$ref`, reference(id));
    const paramName =
      'paramName: Members, paramValue: , objectType: Microsoft.Online.DirectoryServices.Group';
    expect(await add(await hubId())).toEqual([
      400,
      'Request_BadRequest',
      `Directory object type: ServicePrincipal cannot be added to Unified Groups. ${paramName}`,
    ]);
    expect(await add(unified)).toEqual([
      400,
      'Request_BadRequest',
      `Unified Groups cannot be added to Unified Groups. ${paramName}`,
    ]);
    expect((await add(dynamic))[0]).toBe(400);
    expect((await refusal(`POST groups/${dynamic}/members/$ref`, reference(await personId(esther))))[0]).toBe(
      403,
    );
  });
});

describe('a group', () => {
  test('is made with its first members, owned by whoever made it, changed, deleted and restored with them', async () => {
    const person = await personId(esther);
    const made = await ask('POST groups', {
      ...security('Night Shift'),
      description: 'Who is called at night.',
      'members@odata.bind': [`https://graph.microsoft.com/v1.0/users/${person}`],
    });
    expect(made).toMatchObject({ status: 201, json: { displayName: 'Night Shift', groupTypes: [] } });
    const id = String(made.json['id']);
    expect(await namesOf(`groups/${id}/owners`)).toEqual(['Adele Hartog']);
    expect((await ask(`PATCH groups/${id}`, { description: null, displayName: 'Day Shift' })).status).toBe(
      204,
    );
    expect((await ask(`GET groups/${id}`)).json).toMatchObject({
      description: null,
      displayName: 'Day Shift',
    });
    expect((await ask(`DELETE groups/${id}`)).status).toBe(204);
    expect((await ask(`GET groups/${id}`)).status).toBe(404);
    expect(await namesOf('directory/deletedItems/microsoft.graph.group')).toEqual(['Day Shift']);
    expect((await ask(`POST directory/deletedItems/${id}/restore`)).json).toMatchObject({
      '@odata.type': '#microsoft.graph.group',
      id,
      deletedDateTime: null,
    });
    expect(await namesOf(`groups/${id}/members`)).toEqual(['Esther Mulder']);
    await ask(`DELETE groups/${id}`);
    expect((await ask(`DELETE directory/deletedItems/${id}`)).status).toBe(204);
    expect((await ask(`GET directory/deletedItems/${id}`)).status).toBe(404);
  });

  test('keeps one person as its owner', async () => {
    const id = await groupNamed('Integration Operators');
    const owner = await personId(people.adele);
    expect((await ask(`POST groups/${id}/owners/$ref`, reference(await hubId()))).status).toBe(204);
    expect(await refusal(`DELETE groups/${id}/owners/${owner}/$ref`)).toEqual([
      400,
      'Request_BadRequest',
      'The group must have at least one owner, hence this owner cannot be removed.',
    ]);
    expect((await ask(`DELETE groups/${id}/owners/${await hubId()}/$ref`)).status).toBe(204);
  });

  test.each<[string, unknown, number, string]>([
    [
      'without a nickname',
      { displayName: 'X', mailEnabled: false, securityEnabled: true },
      400,
      'Request_BadRequest',
    ],
    ['with a space in its nickname', { ...security('X'), mailNickname: 'a b' }, 400, 'Request_BadRequest'],
    ['that is mail-enabled', { ...security('X'), mailEnabled: true }, 400, 'Request_BadRequest'],
    [
      'that is dynamic, without a licence for it',
      { ...security('X'), groupTypes: ['DynamicMembership'], membershipRule: '(user.userType -eq "Guest")' },
      400,
      'DynamicGroupLicenseError_NoProperLicense',
    ],
    [
      'that holds directory roles',
      { ...security('X'), isAssignableToRole: true },
      403,
      'Authorization_RequestDenied',
    ],
    ['with what there is not', { ...security('X'), colour: 'red' }, 400, 'Request_BadRequest'],
  ])('%s is not made', async (_, body, status, code) => {
    expect((await refusal('POST groups', body)).slice(0, 2)).toEqual([status, code]);
  });
});

describe('who may do what with groups', () => {
  test('members read and make them, owners change theirs, nobody else does', async () => {
    const own = await ask('POST groups', security('Owned'), undefined, bram);
    expect(own.status).toBe(201);
    const id = String(own.json['id']);
    expect((await ask(`PATCH groups/${id}`, { description: 'Mine' }, undefined, bram)).status).toBe(204);
    const other = await groupNamed('Integration Operators');
    expect((await refusal(`PATCH groups/${other}`, { description: 'Mine' }, bram))[0]).toBe(403);
    expect((await refusal(`POST groups/${other}/members/$ref`, reference(id), bram))[0]).toBe(403);
    await ask(`DELETE groups/${id}`, undefined, undefined, bram);
    const onlyOneself = await startDemoCloud();
    try {
      const token = (await userTokens(onlyOneself, people.bram, `${GRAPH}/User.Read`)).access_token;
      expect((await askGraph(onlyOneself, token, 'GET groups')).status).toBe(403);
      expect((await askGraph(onlyOneself, token, 'GET me/memberOf')).status).toBe(200);
    } finally {
      await onlyOneself.close();
    }
  });

  test('an app needs a permission of its own', async () => {
    const hub = 'Contoso Integration Hub';
    const token = await appTokenFor(cloud, hub, tenantOf(cloud, 'Contoso'), GRAPH);
    expect((await askGraph(cloud, token, 'GET groups')).status).toBe(403);
    const assign = `${GRAPH}/AppRoleAssignment.ReadWrite.All`;
    const admin = (await userTokens(cloud, people.adele, assign)).access_token;
    const graph = (
      await ask(`GET servicePrincipals(appId='00000003-0000-0000-c000-000000000000')?$select=id`)
    ).json;
    const assigned = await ask(
      `POST servicePrincipals/${String(graph['id'])}/appRoleAssignedTo`,
      {
        principalId: await hubId(),
        resourceId: graph['id'],
        appRoleId: '98830695-27a2-44f7-8c18-0c3ebc9698f6',
      },
      undefined,
      admin,
    );
    expect(assigned.status).toBe(201);
    const reading = await appTokenFor(cloud, hub, tenantOf(cloud, 'Contoso'), GRAPH);
    expect((await askGraph(cloud, reading, 'GET groups')).status).toBe(200);
    expect((await askGraph(cloud, reading, 'POST groups', security('By an app'))).status).toBe(403);
  });
});
