import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Group.Read.All']);
});
afterAll(() => cloud.close());

const ask = (path: string, headers?: Record<string, string>) =>
  askGraph(cloud, adele, `GET ${path}`, undefined, headers);
const found = async (set: string, filter: string): Promise<readonly unknown[]> => {
  const { json } = await ask(`${set}?$filter=${filter}&$count=true&$top=999`, {
    consistencylevel: 'eventual',
  });
  return listShape.parse(json).value.map(({ id }) => id);
};

// Learn: application-list, example 5; resources application, servicePrincipal and group, "Relationships".
test.each(['applications', 'servicePrincipals', 'groups'])(
  '%s are found by the number of their owners',
  async (set) => {
    const all = listShape.parse((await ask(`${set}?$top=999`)).json).value.map(({ id }) => String(id));
    const numbers = new Map<string, number>();
    for (const id of all) {
      numbers.set(id, listShape.parse((await ask(`${set}/${id}/owners`)).json).value.length);
    }
    const having = (fits: (count: number) => boolean) => all.filter((id) => fits(numbers.get(id) ?? 0));
    expect(await found(set, 'owners/$count eq 0')).toEqual(having((count) => count === 0));
    expect(await found(set, 'owners/$count ne 0')).toEqual(having((count) => count > 0));
    expect(await found(set, 'owners/$count eq 1')).toEqual(having((count) => count === 1));
    expect(await found(set, 'owners/$count eq 0 or owners/$count eq 1')).toEqual(
      having((count) => count < 2),
    );
  },
);

test.each(['applications', 'servicePrincipals'])('owners of %s are counted, cast and named', async (set) => {
  const path = `${set}(appId='${appOf(cloud, 'Contoso Integration Hub').clientId}')/owners`;
  const bram = String((await ask(`users/${people.bram}`)).json['id']);
  const link = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${bram}` };
  expect((await askGraph(cloud, adele, `POST ${path}/$ref`, link)).status).toBe(204);
  const eventual = { consistencylevel: 'eventual' };
  const owners = listShape.parse((await ask(path)).json).value;
  const ofType = (type: string) =>
    owners.filter((owner) => owner['@odata.type'] === `#microsoft.graph.${type}`).map(({ id }) => id);
  expect((await ask(`${path}/$count`, eventual)).text).toBe(String(owners.length));
  for (const type of ['user', 'servicePrincipal']) {
    const cast = listShape.parse((await ask(`${path}/microsoft.graph.${type}`)).json).value;
    expect(cast.map(({ id }) => id)).toEqual(ofType(type));
  }
  expect(listShape.parse((await ask(`${path}/$ref`)).json).value).toHaveLength(owners.length);
});

test.each([
  'oauth2PermissionGrants',
  `users/${people.bram}/oauth2PermissionGrants`,
  'me/oauth2PermissionGrants',
  "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/appRoleAssignedTo",
  "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/oauth2PermissionGrants",
])('%s is counted', async (path) => {
  const { value } = listShape.parse((await ask(`${path}?$top=999`)).json);
  const counted = await ask(`${path}/$count`, { consistencylevel: 'eventual' });
  expect([counted.status, counted.text]).toEqual([200, String(value.length)]);
  expect((await ask(`${path}/$count`)).status).toBe(400);
});

test('applications are found by whether they have federated credentials', async () => {
  const none = await found('applications', 'federatedIdentityCredentials/$count eq 0');
  const some = await found('applications', 'federatedIdentityCredentials/$count ne 0');
  expect(none.length + some.length).toBe(
    listShape.parse((await ask('applications?$top=999')).json).value.length,
  );
});

test.each([
  ['without a consistency level', 'applications?$filter=owners/$count eq 0', {}],
  [
    'of more than one',
    'applications?$filter=owners/$count eq 2&$count=true',
    { consistencylevel: 'eventual' },
  ],
  ['by size', 'applications?$filter=owners/$count gt 0&$count=true', { consistencylevel: 'eventual' }],
  ['of a text', "applications?$filter=owners/$count eq '0'&$count=true", { consistencylevel: 'eventual' }],
  [
    'of properties',
    'applications?$filter=displayName/$count eq 0&$count=true',
    { consistencylevel: 'eventual' },
  ],
])('but not %s', async (_what, path, headers) => {
  const refused = await ask(path, { ...headers });
  expect([refused.status, errorShape.parse(refused.json).error.code]).toEqual([
    400,
    'Request_UnsupportedQuery',
  ]);
});
