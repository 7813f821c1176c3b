import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { tenantOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele: string;
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
});
afterAll(() => cloud.close());

const ask = (request: string, body?: unknown) => askGraph(cloud, adele, request, body);
const valuesOf = async (request: string) => listShape.parse((await ask(request)).json).value;
const graphAppId = '00000003-0000-0000-c000-000000000000';

/** What CLI for Microsoft 365 and the Azure CLI were seen to send. */
describe('as command-line tools send them', () => {
  test('paths may name the tenant, and relationships in any case', async () => {
    const tenantId = tenantOf(cloud, 'Contoso');
    const ids = async (path: string) => (await valuesOf(`GET ${path}`)).map((one) => one['id']);
    const plain = await ids('applications');
    expect(plain.length).toBeGreaterThan(0);
    expect(await ids('myorganization/applications')).toEqual(plain);
    expect(await ids(`${tenantId}/applications`)).toEqual(plain);
    expect((await ask(`GET ${tenantOf(cloud, 'Fabrikam')}/applications`)).status).toBe(400);
    expect(await ids(`applications/${String(plain[0])}/Owners`)).toEqual(
      await ids(`applications/${String(plain[0])}/owners`),
    );
  });

  test('names in $select are read in any case, and answered as they are', async () => {
    expect(await valuesOf(`GET users?$select=Id&$filter=userPrincipalName eq '${people.bram}'`)).toEqual([
      { id: expect.any(String) },
    ]);
  });

  test('one property is read by its name', async () => {
    const [principal] = await valuesOf(`GET servicePrincipals?$filter=appId eq '${graphAppId}'`);
    const id = String(principal?.['id']);
    const scopes = await ask(`GET servicePrincipals/${id}/oauth2PermissionScopes`);
    expect(scopes.json['@odata.context']).toContain(
      `$metadata#servicePrincipals('${id}')/oauth2PermissionScopes`,
    );
    expect(listShape.parse(scopes.json).value).toContainEqual(
      expect.objectContaining({
        id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
        value: 'User.Read',
        type: 'User',
      }),
    );
    expect((await ask(`GET users/${people.bram}/displayName`)).json['value']).toBe('Bram Visser');
    expect((await ask(`GET users/${people.bram}/jobTitle`)).status).toBe(204);
    expect((await ask(`GET users/${people.bram}/shoeSize`)).status).toBe(400);
  });

  test.each([
    [graphAppId, 'https://graph.microsoft.com'],
    ['00000007-0000-0000-c000-000000000000', 'https://admin.services.crm.dynamics.com/'],
    ['475226c6-020e-4fb2-8a90-7a972cbfc1d4', 'https://service.powerapps.com/'],
    ['797f4846-ba00-4fd7-ba43-dac1f8f63013', 'https://management.azure.com/'],
  ])('the service %s is found by its name %s', async (appId, name) => {
    const found = await valuesOf(`GET servicePrincipals?$filter=servicePrincipalNames/any(c:c eq '${name}')`);
    expect(found.map((one) => one['appId'])).toEqual([appId]);
    expect(found[0]?.['oauth2PermissionScopes']).not.toEqual([]);
  });

  test('what somebody owns is listed, also by type', async () => {
    const names = async (path: string) => (await valuesOf(`GET ${path}`)).map((one) => one['displayName']);
    const created = await ask('POST applications', { displayName: 'Mine' });
    expect(await names('me/ownedObjects')).toContain('Mine');
    expect(await names('me/ownedObjects/microsoft.graph.application')).toContain('Mine');
    expect(await names('me/ownedObjects/microsoft.graph.group')).not.toContain('Mine');
    expect(await names(`users/${people.bram}/ownedObjects`)).not.toContain('Mine');
    await ask(`DELETE applications/${String(created.json['id'])}`);
  });

  test('a group is made with names in any case, and steps of a batch may be numbered', async () => {
    const body = { displayName: 'Ops', mailEnabled: false, mailNickName: 'ops', securityEnabled: true };
    const group = await ask('POST groups', body);
    expect(group).toMatchObject({ status: 201, json: { mailNickname: 'ops' } });
    const { json } = await ask('POST $batch', {
      requests: [{ id: 1, method: 'GET', url: `/groups/${String(group.json['id'])}` }],
    });
    expect(json['responses']).toEqual([expect.objectContaining({ id: '1', status: 200 })]);
  });

  test('roles of a manifest for the Azure CLI say in words that they are on', async () => {
    const created = await ask('POST applications', { displayName: 'With roles' });
    const path = `applications/${String(created.json['id'])}`;
    const role = {
      id: '0c0f8f4e-6d0a-4f9b-9b53-5a2b5f2f7c11',
      allowedMemberTypes: ['User'],
      description: 'Approvers can mark documents as approved',
      displayName: 'Approver',
      isEnabled: 'true',
      value: 'approver',
    };
    expect((await ask(`PATCH ${path}`, { appRoles: [role] })).status).toBe(204);
    expect(await valuesOf(`GET ${path}/appRoles`)).toMatchObject([{ isEnabled: true }]);
    expect((await ask(`PATCH ${path}`, { appRoles: [{ ...role, isEnabled: 'yes' }] })).status).toBe(400);
    await ask(`DELETE ${path}`);
  });

  test('somebody who is not there is not found, whatever is asked', async () => {
    expect((await ask('POST users/undefined/getMemberGroups', { securityEnabledOnly: true })).status).toBe(
      404,
    );
  });
});
