import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const ask = (request: string, body?: unknown, token = adele) => askGraph(cloud, token, request, body);
const idOf = async (path: string): Promise<string> => String((await ask(`GET ${path}`)).json['id']);
const hub = () => `(appId='${appOf(cloud, 'Contoso Integration Hub').clientId}')`;

test('an object is found by its id alone and says what it is', async () => {
  for (const [path, type] of [
    [`users/${people.bram}`, 'user'],
    [`applications${hub()}`, 'application'],
    [`servicePrincipals${hub()}`, 'servicePrincipal'],
  ] as const) {
    const id = await idOf(path);
    expect((await ask(`GET directoryObjects/${id}?$select=id,displayName`)).json).toMatchObject({
      '@odata.type': `#microsoft.graph.${type}`,
      id,
    });
  }
});

test('many are found at once, those that there are and of the types that are asked for', async () => {
  const [person, app] = [await idOf(`users/${people.bram}`), await idOf(`applications${hub()}`)];
  const ids = [person, app, app, '11111111-2222-4333-8444-555555555555'];
  const idsOf = async (body: unknown): Promise<readonly unknown[]> =>
    listShape.parse((await ask('POST directoryObjects/getByIds', body)).json).value.map(({ id }) => id);
  expect(await idsOf({ ids })).toEqual([person, app]);
  expect(await idsOf({ ids, types: ['user', 'servicePrincipal'] })).toEqual([person]);
});

test.each<[string, unknown, number]>([
  ['GET directoryObjects', undefined, 400],
  ['GET directoryObjects/nobody', undefined, 404],
  ['DELETE directoryObjects/11111111-2222-4333-8444-555555555555', undefined, 405],
  ['GET directoryObjects/getByIds', undefined, 405],
  ['POST directoryObjects/getByIds', {}, 400],
  ['POST directoryObjects/getByIds', { ids: [5] }, 400],
  ['POST directoryObjects/getByIds', { ids: [], types: 'user' }, 400],
])('%s with %j is refused with %d', async (request, body, status) => {
  const refused = await ask(request, body);
  expect(refused.status).toBe(status);
  errorShape.parse(refused.json);
});

test('who may read nothing of it is refused', async () => {
  const fresh = await startDemoCloud();
  try {
    const token = (await userTokens(fresh, people.bram, 'https://graph.demo.test/User.Read')).access_token;
    const id = await idOf(`applications${hub()}`);
    expect((await askGraph(fresh, token, `GET directoryObjects/${id}`)).status).toBe(403);
    expect((await askGraph(fresh, token, 'POST directoryObjects/getByIds', { ids: [id] })).status).toBe(403);
  } finally {
    await fresh.close();
  }
});
