import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let token = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  token = await graphToken(cloud, people.adele, ['Group.ReadWrite.All', 'RoleManagement.Read.Directory']);
});
afterAll(() => cloud.close());

const ask = (version: 'v1.0' | 'beta', request: string, body?: unknown) =>
  askGraph(cloud, token, request.replace(' ', ` ${cloud.description.graph}/${version}/`), body);
const hub = () => `(appId='${appOf(cloud, 'Contoso Integration Hub').clientId}')`;
const differing = async (path: string) => {
  const [stable, beta] = [await ask('v1.0', `GET ${path}`), await ask('beta', `GET ${path}`)];
  expect([stable.status, beta.status]).toEqual([200, 200]);
  const only = (one: object, other: object) => Object.keys(one).filter((name) => !Object.hasOwn(other, name));
  return { onlyV1: only(stable.json, beta.json), onlyBeta: only(beta.json, stable.json) };
};

test('answers of beta name their own metadata, and lead on to themselves', async () => {
  const { json } = await ask('beta', 'GET groups?$top=1');
  expect(json['@odata.context']).toMatch(/\/beta\/\$metadata#groups$/);
  expect(json['@odata.nextLink']).toMatch(/\/beta\/groups\?/);
  expect((await ask('beta', 'GET groups/delta')).json['@odata.deltaLink']).toMatch(/\/beta\/groups\/delta\?/);
});

test('service principals, people and groups have other properties there', async () => {
  expect(await differing(`servicePrincipals${hub()}`)).toEqual({
    onlyV1: expect.arrayContaining(['oauth2PermissionScopes', 'resourceSpecificApplicationPermissions']),
    onlyBeta: expect.arrayContaining(['api', 'publishedPermissionScopes', 'publisherName']),
  });
  expect((await ask('beta', `GET servicePrincipals${hub()}`)).json['publisherName']).toBe('Contoso');
  expect(await differing(`users/${people.bram}`)).toEqual({
    onlyV1: [],
    onlyBeta: expect.arrayContaining(['accountEnabled', 'userType']),
  });
  const [group] = listShape.parse((await ask('beta', 'GET groups')).json).value;
  expect(await differing(`groups/${String(group?.['id'])}`)).toMatchObject({
    onlyBeta: expect.arrayContaining(['organizationId']),
  });
  const assignments = 'roleManagement/directory/roleAssignments';
  expect(listShape.parse((await ask('beta', `GET ${assignments}`)).json).value[0]).toHaveProperty(
    'resourceScope',
  );
});

test('the permissions of a pre-authorized app have a name of their own there', async () => {
  const scope = {
    id: '5f5d3a8e-0000-4000-8000-000000000003',
    value: 'access_as_user',
    type: 'User',
    isEnabled: true,
    adminConsentDisplayName: 'Use it',
    adminConsentDescription: 'Use it',
  };
  const path = `applications${hub()}`;
  expect((await ask('beta', `PATCH ${path}`, { api: { oauth2PermissionScopes: [scope] } })).status).toBe(204);
  const allow = (name: string) => ({
    api: {
      preAuthorizedApplications: [
        { appId: appOf(cloud, 'Contoso Portal Sync').clientId, [name]: [scope.id] },
      ],
    },
  });
  expect((await ask('beta', `PATCH ${path}`, allow('delegatedPermissionIds'))).status).toBe(400);
  expect((await ask('beta', `PATCH ${path}`, allow('permissionIds'))).status).toBe(204);
  const told = async (version: 'v1.0' | 'beta') =>
    z
      .looseObject({
        api: z.looseObject({ preAuthorizedApplications: z.array(z.record(z.string(), z.unknown())) }),
      })
      .parse((await ask(version, `GET ${path}`)).json).api.preAuthorizedApplications;
  expect(await told('beta')).toMatchObject([{ permissionIds: [scope.id] }]);
  expect(await told('v1.0')).toMatchObject([{ delegatedPermissionIds: [scope.id] }]);
});

test('a batch of beta asks beta', async () => {
  const requests = [{ id: '1', method: 'GET', url: `/servicePrincipals${hub()}?$select=publisherName` }];
  const { json } = await ask('beta', 'POST $batch', { requests });
  expect(json['responses']).toMatchObject([{ id: '1', status: 200, body: { publisherName: 'Contoso' } }]);
});

test('what beta has besides is refused', async () => {
  for (const path of ['identityGovernance', 'security/alerts', 'v1.0/users']) {
    const refused = await ask('beta', `GET ${path}`);
    expect(refused.status).toBe(400);
    errorShape.parse(refused.json);
  }
});
