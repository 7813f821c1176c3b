import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, errorShape, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele, ['Group.ReadWrite.All']);
});
afterAll(() => cloud.close());

const missing = { prefer: 'create-if-missing' };
const ask = (request: string, body?: unknown, headers?: Record<string, string>) =>
  askGraph(cloud, adele, request, body, headers);
const codeOf = async (request: string, body?: unknown, headers?: Record<string, string>) => {
  const { json, status } = await ask(request, body, headers);
  return [status, errorShape.parse(json).error.code];
};

const group = {
  displayName: 'Kept by a script',
  mailEnabled: false,
  mailNickname: 'kept',
  securityEnabled: true,
};

// Learn: application-upsert, group-upsert.
describe.each([
  ['applications', { displayName: 'Kept by a script' }],
  ['groups', group],
])('%s by their unique name', (set, body) => {
  const one = `${set}(uniqueName='kept-by-a-script')`;

  test('are made once, and changed from then on', async () => {
    expect(await codeOf(`PATCH ${one}`, body)).toEqual([404, 'Request_ResourceNotFound']);
    const made = await ask(`PATCH ${one}`, body, missing);
    expect([made.status, made.json['uniqueName']]).toEqual([201, 'kept-by-a-script']);
    const description = 'Changed by a script';
    expect((await ask(`PATCH ${one}`, { description }, missing)).status).toBe(204);
    expect((await ask(`GET ${one}`)).json).toMatchObject({ id: made.json['id'], description });
  });

  test('keep their name', async () => {
    const named = { ...body, uniqueName: 'another' };
    expect(await codeOf(`PATCH ${one}`, named)).toEqual([400, 'Request_BadRequest']);
    expect(await codeOf(`POST ${set}`, named)).toEqual([400, 'Request_BadRequest']);
  });

  test('are not made where one is read, deleted or lacks what it needs', async () => {
    const other = `${set}(uniqueName='other')`;
    expect(await codeOf(`GET ${other}`, undefined, missing)).toEqual([404, 'Request_ResourceNotFound']);
    expect(await codeOf(`DELETE ${other}`, undefined, missing)).toEqual([404, 'Request_ResourceNotFound']);
    expect(await codeOf(`PATCH ${other}`, {}, missing)).toEqual([400, 'Request_BadRequest']);
    expect(await codeOf(`PATCH ${set}/00000000-0000-4000-8000-000000000000`, body, missing)).toEqual([
      404,
      'Request_ResourceNotFound',
    ]);
  });

  test('leave their name to the next when they are deleted', async () => {
    expect((await ask(`DELETE ${one}`)).status).toBe(204);
    expect((await ask(`PATCH ${one}`, body, missing)).status).toBe(201);
  });
});

test('a service principal is made once by the id of its app, and changed from then on', async () => {
  const { json } = await ask('POST applications', { displayName: 'An app' });
  const one = `servicePrincipals(appId='${String(json['appId'])}')`;
  expect(await codeOf(`PATCH ${one}`, { displayName: 'Here' })).toEqual([404, 'Request_ResourceNotFound']);
  const made = await ask(`PATCH ${one}`, { displayName: 'Here' }, missing);
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ appDisplayName: 'An app', displayName: 'Here' });
  expect((await ask(`PATCH ${one}`, { displayName: 'There', tags: ['a'] }, missing)).status).toBe(204);
  expect((await ask(`GET ${one}`)).json).toMatchObject({ id: made.json['id'], displayName: 'There' });
  expect(await codeOf(`PATCH ${one}`, { displayName: '' })).toEqual([400, 'Request_BadRequest']);
  const nobody = "servicePrincipals(appId='00000000-0000-4000-8000-000000000000')";
  expect(await codeOf(`PATCH ${nobody}`, {}, missing)).toEqual([400, 'Request_BadRequest']);
});
