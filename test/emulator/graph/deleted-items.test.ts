import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, userTokens } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
  adele = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const ask = (request: string, body?: unknown, token = adele) => askGraph(cloud, token, request, body);
const trash = 'directory/deletedItems';
const idsOf = async (type: string): Promise<readonly string[]> =>
  listShape.parse((await ask(`GET ${trash}/microsoft.graph.${type}`)).json).value.map(({ id }) => String(id));

/** An application with its service principal, both deleted by deleting the application. */
async function deleted(): Promise<{ app: string; principal: string; appId: string }> {
  const { id, appId } = (await ask('POST applications', { displayName: 'Short-lived' })).json;
  const principal = (await ask('POST servicePrincipals', { appId })).json['id'];
  expect((await ask(`DELETE applications/${String(id)}`)).status).toBe(204);
  return { app: String(id), principal: String(principal), appId: String(appId) };
}

test('an application that was deleted is kept with its service principal, and says when that was', async () => {
  const { app, principal, appId } = await deleted();
  expect((await ask(`GET applications/${app}`)).status).toBe(404);
  expect(await idsOf('application')).toContain(app);
  expect(await idsOf('servicePrincipal')).toContain(principal);
  const one = (await ask(`GET ${trash}/${app}`)).json;
  expect(one).toMatchObject({ '@odata.type': '#microsoft.graph.application', id: app, appId });
  expect(String(one['deletedDateTime'])).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  const found = await ask(`GET ${trash}/microsoft.graph.application?$filter=appId eq '${appId}'&$select=id`);
  expect(found.json['value']).toEqual([{ id: app }]);
});

test('each is restored without the other', async () => {
  const { app, principal, appId } = await deleted();
  const restored = await ask(`POST ${trash}/${app}/restore`);
  expect([restored.status, restored.json['id'], restored.json['deletedDateTime']]).toEqual([200, app, null]);
  expect((await ask(`GET applications/${app}`)).status).toBe(200);
  expect((await ask(`GET servicePrincipals(appId='${appId}')`)).status).toBe(404);
  expect((await ask(`POST ${trash}/${principal}/restore`)).json).toMatchObject({
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id: principal,
  });
  expect((await ask(`GET servicePrincipals/${principal}`)).status).toBe(200);
  expect((await ask(`POST ${trash}/${principal}/restore`)).status).toBe(404);
});

test('a service principal is not restored beside a new one of the same application', async () => {
  const { app, principal, appId } = await deleted();
  await ask(`POST ${trash}/${app}/restore`);
  await ask('POST servicePrincipals', { appId });
  const refused = await ask(`POST ${trash}/${principal}/restore`);
  expect([refused.status, errorShape.parse(refused.json).error.code]).toEqual([
    409,
    'Request_MultipleObjectsWithSameKeyValue',
  ]);
});

test('a service principal comes back with its consents and roles, and with those that others have at it', async () => {
  const assigner = (
    await userTokens(cloud, people.adele, 'https://graph.demo.test/AppRoleAssignment.ReadWrite.All')
  ).access_token;
  const idOf = async (appId: string): Promise<string> =>
    String((await ask(`GET servicePrincipals(appId='${appId}')?$select=id`)).json['id']);
  const graphId = await idOf('00000003-0000-0000-c000-000000000000');
  const appRoleId = '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30';
  const { appId } = (await ask('POST applications', { displayName: 'Comes back' })).json;
  const id = String((await ask('POST servicePrincipals', { appId })).json['id']);
  const hub = await idOf(appOf(cloud, 'Contoso Integration Hub').clientId);
  const grant = (clientId: string, resourceId: string, scope: string): Promise<unknown> =>
    ask('POST oauth2PermissionGrants', { clientId, consentType: 'AllPrincipals', resourceId, scope });
  await grant(id, graphId, 'User.Read');
  await grant(hub, id, 'Orders.Read');
  const role = { principalId: id, resourceId: graphId, appRoleId };
  expect((await ask(`POST servicePrincipals/${id}/appRoleAssignments`, role, assigner)).status).toBe(201);
  const held = async (): Promise<readonly number[]> => {
    const consents = listShape.parse((await ask('GET oauth2PermissionGrants')).json).value;
    const roles = listShape.parse(
      (await ask(`GET servicePrincipals/${graphId}/appRoleAssignedTo`)).json,
    ).value;
    return [
      consents.filter(({ clientId }) => clientId === id).length,
      consents.filter(({ resourceId }) => resourceId === id).length,
      roles.filter(({ principalId }) => principalId === id).length,
    ];
  };
  expect(await held()).toEqual([1, 1, 1]);
  await ask(`DELETE servicePrincipals/${id}`);
  expect(await held()).toEqual([0, 0, 0]);
  await ask(`POST ${trash}/${id}/restore`);
  expect(await held()).toEqual([1, 1, 1]);
  await ask(`DELETE servicePrincipals/${id}`);
  await ask(`DELETE ${trash}/${id}`);
  expect(await held()).toEqual([0, 0, 0]);
});

test('what is deleted for good, or thirty days ago, is gone', async () => {
  const { app, principal } = await deleted();
  expect((await ask(`DELETE ${trash}/${app}`)).status).toBe(204);
  expect((await ask(`GET ${trash}/${app}`)).status).toBe(404);
  const clock = `${cloud.description.control ?? ''}/clock`;
  await fetch(clock, { method: 'PUT', body: JSON.stringify({ advanceSeconds: 31 * 86_400 }) });
  const later = await graphToken(cloud, people.adele);
  expect((await ask(`GET ${trash}/${principal}`, undefined, later)).status).toBe(404);
  await fetch(clock, { method: 'DELETE' });
});

test('only administrators and owners restore, and another tenant sees nothing of it', async () => {
  const { app } = await deleted();
  const bram = await graphToken(cloud, people.bram);
  const felicia = await graphToken(cloud, people.felicia);
  expect((await ask(`POST ${trash}/${app}/restore`, undefined, bram)).status).toBe(403);
  expect((await ask(`GET ${trash}/${app}`, undefined, felicia)).status).toBe(404);
  expect((await ask(`POST ${trash}/${app}/restore`)).status).toBe(200);
});

test('types are named by the alias of their namespace too, and actions by their full names', async () => {
  const { json: app } = await ask('POST applications', { displayName: 'Named in full' });
  const id = String(app['id']);
  const added = await ask(`POST applications/${id}/microsoft.graph.addPassword`, { passwordCredential: {} });
  expect(added.json).toHaveProperty('secretText');
  await ask(`DELETE applications/${id}`);
  const found = await ask(`GET ${trash}/graph.application?$select=id`);
  expect(listShape.parse(found.json).value).toContainEqual({ id });
  expect((await ask(`POST ${trash}/${id}/microsoft.graph.restore`)).status).toBe(200);
  expect((await ask(`GET applications/${id}/microsoft.graph.owners`)).status).toBe(400);
});

test.each([
  ['GET directory/deletedItems', 400],
  ['GET directory', 400],
  ['GET directory/administrativeUnits', 400],
  ['GET directory/deletedItems/microsoft.graph.group', 403],
  ['GET directory/deletedItems/microsoft.graph.user', 404],
  ['POST directory/deletedItems/microsoft.graph.application', 405],
  ['GET directory/deletedItems/microsoft.graph.application/x', 400],
])('%s is refused with %d', async (request, status) => {
  const refused = await ask(request);
  expect(refused.status).toBe(status);
  errorShape.parse(refused.json);
});
