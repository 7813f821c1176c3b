import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { type Ask, askAs, rowsIn } from '../dataverse/over-http.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
let dataverse: Ask;
let token = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  dataverse = await askAs(cloud, people.adele);
  token = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const scenario = (method: string, path: string, body?: unknown) =>
  fetch(`${cloud.description.control ?? ''}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
afterEach(() => scenario('POST', '/reset'));

const trash = 'directory/deletedItems';
const graph = async (request: string, body?: unknown) => {
  const { json, status } = await askGraph(cloud, token, request, body);
  expect(status, request).toBeLessThan(300);
  return json;
};
const app = () => {
  const { clientId } = appOf(cloud, 'Contoso Portal Sync');
  return { clientId, address: `servicePrincipals(appId='${clientId}')` };
};
const objectId = async (): Promise<string> => String((await graph(`GET ${app().address}`))['id']);

/** State, and whether there is a time of the deletion, of the application user. */
const azureState = async (): Promise<readonly [state: unknown, isDated: boolean]> => {
  const query = `systemusers?$select=azurestate,azuredeletedon&$filter=applicationid eq ${app().clientId}`;
  const [row] = rowsIn(await dataverse(`GET ${query}`));
  return [row?.['azurestate'], typeof row?.['azuredeletedon'] === 'string'];
};

test('an application user says that its service principal was deleted, restored, and deleted for good', async () => {
  const id = await objectId();
  expect(await azureState()).toEqual([0, false]);
  await graph(`DELETE servicePrincipals/${id}`);
  expect(await azureState()).toEqual([1, true]);
  await graph(`POST ${trash}/${id}/restore`);
  expect(await azureState()).toEqual([0, false]);
  await graph(`DELETE servicePrincipals/${id}`);
  await graph(`DELETE ${trash}/${id}`);
  expect(await azureState()).toEqual([2, true]);
});

test('it can be filtered by, and the row has another version', async () => {
  const one = `systemusers?$filter=applicationid eq ${app().clientId}`;
  const before = rowsIn(await dataverse(`GET ${one}`))[0]?.['@odata.etag'];
  await graph(`DELETE ${app().address}`);
  const found = rowsIn(await dataverse(`GET ${one} and azurestate eq 1`));
  expect(found).toHaveLength(1);
  expect(found[0]?.['@odata.etag']).not.toBe(before);
});

test('an application that is deleted takes its service principal along, which comes back by itself', async () => {
  const id = await objectId();
  const { id: application } = await graph(`GET applications(appId='${app().clientId}')`);
  await graph(`DELETE applications/${String(application)}`);
  expect(await azureState()).toEqual([1, true]);
  await graph(`POST ${trash}/${String(application)}/restore`);
  expect(await azureState()).toEqual([1, true]);
  await graph(`POST ${trash}/${id}/restore`);
  expect(await azureState()).toEqual([0, false]);
});

test('another service principal of the same application is not the one that the user was made for', async () => {
  const { clientId } = app();
  await graph(`DELETE ${app().address}`);
  await graph('POST servicePrincipals', { appId: clientId });
  expect(await azureState()).toEqual([1, true]);
});

test('thirty days later nothing is found any more', async () => {
  await graph(`DELETE ${app().address}`);
  await scenario('PUT', '/clock', { advanceSeconds: 31 * 86_400 });
  dataverse = await askAs(cloud, people.adele);
  expect(await azureState()).toEqual([2, true]);
  await scenario('DELETE', '/clock');
  dataverse = await askAs(cloud, people.adele);
});

test('a service that has not looked yet says what it said before', async () => {
  await scenario('PUT', '/rules/azureState', { value: 'asSeeded' });
  await graph(`DELETE ${app().address}`);
  expect(await azureState()).toEqual([0, false]);
  await scenario('PUT', '/rules/azureState', { value: 'followsDirectory' });
  expect(await azureState()).toEqual([1, true]);
});
