import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { post, tenantOf, appOf, tokenBody, userTokens } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const ask = (request: string, headers?: Record<string, string>) =>
  askGraph(cloud, adele, request, undefined, headers);
const namesOf = async (query: string, headers?: Record<string, string>): Promise<readonly unknown[]> =>
  listShape
    .parse((await ask(`GET users?${query}`, headers)).json)
    .value.map((one) => one['userPrincipalName']);

describe('people of the tenant', () => {
  test('are listed with the default properties, guests under their name of the tenant', async () => {
    const { value } = listShape.parse((await ask('GET users')).json);
    expect(Object.keys(value[0] ?? {}).toSorted()).toEqual(
      (
        'businessPhones displayName givenName id jobTitle mail mobilePhone officeLocation preferredLanguage ' +
        'surname userPrincipalName'
      ).split(' '),
    );
    const names = value.map((one) => one['userPrincipalName']);
    expect(names).toContain(people.adele);
    expect(names).toContain('greta.lind_litware.demo.test#EXT#@contoso.demo.test');
    expect(names).not.toContain(people.felicia);
  });

  test('show more where it is selected', async () => {
    const { value } = listShape.parse(
      (await ask(`GET users?$select=id,accountEnabled,userType&$filter=userType eq 'Guest'`)).json,
    );
    expect(value).toEqual([{ id: expect.any(String), accountEnabled: true, userType: 'Guest' }]);
  });

  test('are found by filter, search and the beginning of a name', async () => {
    expect(await namesOf(`$filter=userPrincipalName eq '${people.bram}'`)).toEqual([people.bram]);
    expect(await namesOf(`$filter=startsWith(displayName,'Bram')`)).toEqual([people.bram]);
    expect(await namesOf(`$search="displayName:Bram"`, { consistencylevel: 'eventual' })).toEqual([
      people.bram,
    ]);
    expect(await namesOf('$filter=accountEnabled eq false')).toEqual([
      'dirk.uittenbogaard@contoso.demo.test',
    ]);
  });

  test('are read one by one, by id and by name', async () => {
    const { id } = (await ask(`GET users/${people.bram}`)).json;
    const byId = await ask(`GET users/${String(id)}?$select=id,userPrincipalName`);
    expect(byId.json).toMatchObject({ id, userPrincipalName: people.bram });
    expect((await ask(`GET users('${String(id)}')?$select=id`)).status).toBe(200);
  });

  test.each([
    ['GET users/nobody@contoso.demo.test', 404, 'Request_ResourceNotFound'],
    [`GET users/${people.felicia}`, 404, 'Request_ResourceNotFound'],
    ['POST users', 405, 'Request_BadRequest'],
    [`GET users/${people.bram}/messages`, 400, 'BadRequest'],
    ['GET users?$filter=contains(displayName,%27a%27)', 400, 'Request_UnsupportedQuery'],
  ])('%s is refused with %d', async (request, status, code) => {
    const refused = await ask(request);
    expect([refused.status, errorShape.parse(refused.json).error.code]).toEqual([status, code]);
  });
});

test('people are not for an app without a permission, nor for a person who may read only oneself', async () => {
  const hub = appOf(cloud, 'Contoso Integration Hub');
  const response = await post(
    `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`,
    {
      grant_type: 'client_credentials',
      client_id: hub.clientId,
      client_secret: hub.secret ?? '',
      scope: 'https://graph.demo.test/.default',
    },
  );
  const app = tokenBody.parse(await response.json()).access_token;
  expect((await askGraph(cloud, app, 'GET users')).status).toBe(403);
  const fresh = await startDemoCloud();
  try {
    const scope = 'https://graph.demo.test/User.Read';
    const bram = (await userTokens(fresh, people.bram, scope)).access_token;
    expect((await askGraph(fresh, bram, 'GET users')).status).toBe(403);
    expect((await askGraph(fresh, bram, `GET users/${people.bram}`)).status).toBe(200);
    expect((await askGraph(fresh, bram, `GET users/${people.adele}`)).status).toBe(403);
  } finally {
    await fresh.close();
  }
});

// As libraries that copy a directory ask (@backstage/plugin-catalog-backend-module-msgraph).
test('memberships and managers are expanded, pictures there are none', async () => {
  const { json } = await ask(
    `GET users/${people.adele}?$select=id&$expand=manager,memberOf($select=id,displayName)`,
  );
  expect(json['memberOf']).toContainEqual(
    expect.objectContaining({
      '@odata.type': '#microsoft.graph.directoryRole',
      displayName: 'Global Administrator',
    }),
  );
  expect(json).not.toHaveProperty('manager');
  const listed = listShape.parse((await ask('GET users?$expand=memberOf&$top=2')).json).value;
  expect(listed.every((one) => Array.isArray(one['memberOf']))).toBe(true);
  for (const path of ['photo', 'photo/$value', 'photos', 'photos/48x48/$value']) {
    const none = await ask(`GET users/${people.bram}/${path}`);
    expect([none.status, errorShape.parse(none.json).error.code]).toEqual([404, 'ImageNotFound']);
  }
  expect((await ask(`GET users/${people.bram}/manager`)).status).toBe(404);
  expect((await ask('GET me/manager')).status).toBe(404);
  expect((await ask('GET me/directReports')).json['value']).toEqual([]);
});
