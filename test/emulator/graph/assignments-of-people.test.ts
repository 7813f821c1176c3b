import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, listShape, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Group.Read.All', 'AppRoleAssignment.ReadWrite.All']);
});
afterAll(() => cloud.close());

const ask = (request: string, body?: unknown, token = adele) => askGraph(cloud, token, request, body);
const hub = async (): Promise<string> => {
  const { clientId } = appOf(cloud, 'Contoso Integration Hub');
  return String((await ask(`GET servicePrincipals(appId='${clientId}')`)).json['id']);
};
const assignment = async (principalId: string) => ({
  principalId,
  resourceId: await hub(),
  appRoleId: '00000000-0000-0000-0000-000000000000',
});

// Learn: user-post-approleassignments, group-post-approleassignments.
test.each([
  ['users', 'User'],
  ['groups', 'Group'],
])('of %s are made, listed, read and taken away below them', async (set, type) => {
  const [one, other] = listShape.parse((await ask(`GET ${set}?$select=id`)).json).value;
  const id = String(one?.['id']);
  const path = `${set}/${id}/appRoleAssignments`;
  const refused = await ask(`POST ${path}`, await assignment(String(other?.['id'])));
  expect(refused.status).toBe(400);
  errorShape.parse(refused.json);
  const made = await ask(`POST ${path}`, await assignment(id));
  expect([made.status, made.json['principalType']]).toEqual([201, type]);
  expect(made.json['@odata.context']).toMatch(
    new RegExp(`#${set}\\('${id}'\\)/appRoleAssignments/\\$entity$`),
  );
  expect((await ask(`POST ${path}`, await assignment(id))).status).toBe(400);
  const assignmentPath = `${path}/${String(made.json['id'])}`;
  expect((await ask(`GET ${assignmentPath}`)).json).toMatchObject({ principalId: id });
  const filter = `?$filter=resourceId eq ${await hub()}`;
  expect(listShape.parse((await ask(`GET ${path}${filter}`)).json).value).toHaveLength(1);
  expect((await ask(`DELETE ${assignmentPath}`)).status).toBe(204);
  expect(listShape.parse((await ask(`GET ${path}`)).json).value).toEqual([]);
  expect((await ask(`GET ${set}/${id}/appRoleAssignedTo`)).status).toBe(400);
});

test('a person reads their own, and assigns nothing', async () => {
  const bram = await graphToken(cloud, people.bram);
  expect(listShape.parse((await ask('GET me/appRoleAssignments', undefined, bram)).json).value).toEqual([]);
  const { id } = (await ask('GET me', undefined, bram)).json;
  const refused = await ask('POST me/appRoleAssignments', await assignment(String(id)), bram);
  expect(refused.status).toBe(403);
});
