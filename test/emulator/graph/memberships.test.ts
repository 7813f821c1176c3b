import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const esther = 'esther.mulder@contoso.demo.test';
const eventual = { consistencylevel: 'eventual' };

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Directory.Read.All']);
});
afterAll(() => cloud.close());

const ask = (request: string, body?: unknown, headers?: Record<string, string>) =>
  askGraph(cloud, adele, request, body, headers);
const valuesOf = async (request: string, body?: unknown): Promise<readonly unknown[]> => {
  const { value } = (await ask(request, body)).json;
  return Array.isArray(value) ? value : [];
};
const namesOf = async (path: string): Promise<readonly unknown[]> =>
  listShape.parse((await ask(`GET ${path}`)).json).value.map((one) => one['displayName']);
const groupNamed = async (name: string): Promise<string> =>
  String(listShape.parse((await ask(`GET groups?$filter=displayName eq '${name}'`)).json).value[0]?.['id']);
const hub = () => `servicePrincipals(appId='${appOf(cloud, 'Contoso Integration Hub').clientId}')`;

describe('what somebody is a member of', () => {
  test('are groups, direct and around them, and directory roles', async () => {
    expect(await namesOf(`users/${esther}/memberOf`)).toEqual(['Integration Operators']);
    expect(await namesOf(`users/${esther}/transitiveMemberOf`)).toEqual([
      'Integration Operators',
      'SG-Integration-Readers',
    ]);
    expect(await namesOf(`${hub()}/transitiveMemberOf/microsoft.graph.group`)).toEqual([
      'Integration Operators',
      'SG-Integration-Readers',
    ]);
    expect(await namesOf('me/memberOf')).toEqual(['Global Administrator']);
    expect(await namesOf('me/memberOf/microsoft.graph.group')).toEqual([]);
    expect(
      (await ask(`GET users/${esther}/transitiveMemberOf/microsoft.graph.group/$count`, undefined, eventual))
        .text,
    ).toBe('2');
    const inner = await groupNamed('Integration Operators');
    expect(await namesOf(`groups/${inner}/memberOf`)).toEqual(['SG-Integration-Readers']);
  });

  test('is told by ids, all of them or those that were asked about', async () => {
    const [inner, outer, sales] = [
      await groupNamed('Integration Operators'),
      await groupNamed('SG-Integration-Readers'),
      await groupNamed('Sales Netherlands'),
    ];
    const person = `users/${esther}`;
    expect(await valuesOf(`POST ${person}/getMemberGroups`, { securityEnabledOnly: true })).toEqual([
      inner,
      outer,
    ]);
    expect(await valuesOf(`POST ${person}/checkMemberGroups`, { groupIds: [outer, sales] })).toEqual([outer]);
    expect(await valuesOf(`POST ${hub()}/microsoft.graph.getMemberObjects`, {})).toEqual([inner, outer]);
    const bram = `users/${people.bram}`;
    expect(await valuesOf(`POST ${bram}/getMemberGroups`, { securityEnabledOnly: false })).toEqual([sales]);
    expect(await valuesOf(`POST ${bram}/getMemberGroups`, { securityEnabledOnly: true })).toEqual([]);
    const mine = await valuesOf('POST me/getMemberObjects', { securityEnabledOnly: false });
    expect(await valuesOf('POST me/checkMemberObjects', { ids: mine })).toEqual(mine);
    const { id } = (await ask(`GET ${person}`)).json;
    expect(await valuesOf(`POST directoryObjects/${String(id)}/getMemberGroups`, {})).toEqual([inner, outer]);
  });

  test.each<[string, unknown, number]>([
    ['POST me/checkMemberGroups', {}, 400],
    ['POST me/checkMemberGroups', { groupIds: Array.from({ length: 21 }, () => 'x') }, 400],
    ['POST me/getMemberGroups', { securityEnabledOnly: 'yes' }, 400],
    ['GET me/getMemberGroups', undefined, 400],
    ['GET me/messages', undefined, 400],
    ['GET me/memberOf/other', undefined, 400],
  ])('%s with %j is refused', async (request, body, status) => {
    const refused = await ask(request, body);
    expect(refused.status).toBe(status);
    errorShape.parse(refused.json);
  });
});

describe('directory roles', () => {
  test('are held by those whose tokens say so', async () => {
    expect(await namesOf('directoryRoles')).toEqual(['Global Administrator']);
    const members = await namesOf(`directoryRoles(roleTemplateId='${globalAdministrator}')/members`);
    expect(members).toContain('Adele Hartog');
    expect(members).not.toContain('Bram Visser');
    expect(decodeJwt(adele)['wids']).toContain(globalAdministrator);
    const [role] = listShape.parse((await ask('GET directoryRoles')).json).value;
    expect(role).toMatchObject({ roleTemplateId: globalAdministrator });
    expect((await ask(`GET directoryRoles/${String(role?.['id'])}`)).status).toBe(200);
    expect((await ask('GET directoryRoles/nothing')).status).toBe(404);
  });

  test('are assigned and defined', async () => {
    const { id } = (await ask('GET me')).json;
    const path = 'roleManagement/directory/roleAssignments';
    expect(await valuesOf(`GET ${path}?$filter=principalId eq '${String(id)}'&$expand=principal`)).toEqual([
      {
        id: expect.stringMatching(/^lAPpYvVpN0KRkAEhdxReE[\w-]+-1$/),
        principalId: id,
        directoryScopeId: '/',
        roleDefinitionId: globalAdministrator,
        principal: expect.objectContaining({
          '@odata.type': '#microsoft.graph.user',
          displayName: 'Adele Hartog',
        }),
      },
    ]);
    expect(await namesOf('roleManagement/directory/roleDefinitions?$select=displayName')).toEqual(
      expect.arrayContaining(['Power Platform Administrator', 'Dynamics 365 Administrator']),
    );
    expect(
      (await ask('GET roleManagement/directory/roleDefinitions/11648597-926c-4cf3-9c36-bcebb0ba8dcc')).json,
    ).toMatchObject({ displayName: 'Power Platform Administrator', isBuiltIn: true });
    expect((await ask('GET roleManagement/entitlementManagement/roleAssignments')).status).toBe(400);
    expect((await ask(`POST ${path}`, {})).status).toBe(405);
  });
});
