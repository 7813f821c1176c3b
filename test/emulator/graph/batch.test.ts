import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf } from '../entra/sign-in.ts';
import { askGraph, errorShape, graphToken, people } from './graph-rig.ts';

let cloud: DemoCloud;
let token = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  token = await graphToken(cloud, people.adele);
});
afterAll(() => cloud.close());

const answers = z.strictObject({
  responses: z.array(
    z.strictObject({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.unknown().optional(),
    }),
  ),
});
const send = (requests: unknown) => askGraph(cloud, token, 'POST $batch', { requests });
const step = (id: string, method: string, url: string, more = {}) => ({ id, method, url, ...more });
const sendJson = (body: unknown) => ({ headers: { 'Content-Type': 'application/json' }, body });

describe('a batch', () => {
  test('answers each request as if it had come alone', async () => {
    const { status, json } = await send([
      step('1', 'GET', '/me?$select=mail'),
      step('2', 'GET', 'applications/none'),
      step('3', 'POST', '/applications', sendJson({ displayName: 'From a batch' })),
      step('4', 'GET', '/applications/$count', { headers: { ConsistencyLevel: 'eventual' } }),
      step('5', 'POST', '/applications', { body: { displayName: 'x' } }),
    ]);
    expect(status).toBe(200);
    const { responses } = answers.parse(json);
    expect(responses.map(({ id, status: one }) => [id, one])).toEqual([
      ['1', 200],
      ['2', 404],
      ['3', 201],
      ['4', 200],
      ['5', 400],
    ]);
    expect(responses[0]?.body).toMatchObject({ mail: people.adele });
    // Spelled as Learn shows them (json-batching): clients look them up in JSON by these names.
    expect(responses[0]?.headers).toEqual({
      'Cache-Control': 'no-cache',
      'x-ms-resource-unit': '1',
      'OData-Version': '4.0',
      'Content-Type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    });
    expect(responses[1]?.headers).toHaveProperty('Content-Type', 'application/json');
    expect(responses[1]?.body).toMatchObject({ error: { code: 'Request_ResourceNotFound' } });
    // Plain text travels in base64.
    expect(Buffer.from(z.string().parse(responses[3]?.body), 'base64').toString()).toMatch(/^\d+$/);
  });

  test('does not do what waits for a failure', async () => {
    const { json } = await send([
      step('a', 'GET', '/applications/none'),
      step('b', 'POST', '/applications', { ...sendJson({ displayName: 'Never' }), dependsOn: ['a'] }),
      step('c', 'GET', '/me', { dependsOn: ['b'] }),
      step('d', 'GET', '/me'),
    ]);
    expect(answers.parse(json).responses.map(({ status }) => status)).toEqual([404, 424, 424, 200]);
    const found = await askGraph(cloud, token, "GET applications?$filter=displayName eq 'Never'");
    expect(found.json['value']).toEqual([]);
  });

  test.each([
    ['nothing', []],
    ['no list', 'x'],
    ['no id', [{ method: 'GET', url: '/me' }]],
    ['an unknown method', [step('1', 'LOOK', '/me')]],
    ['another host', [step('1', 'GET', 'https://graph.demo.test/v1.0/me')]],
    ['a batch inside', [step('1', 'POST', '/$batch')]],
    ['what waits for itself', [step('1', 'GET', '/me', { dependsOn: ['1'] })]],
  ])('of %s is refused', async (_what, requests) => {
    const { status, json } = await send(requests);
    expect(status).toBe(400);
    expect(errorShape.parse(json).error.message).toBe('Invalid batch payload format.');
  });

  test('of one id twice, in whatever case, is refused', async () => {
    const { status, json } = await send([step('a', 'GET', '/me'), step('A', 'GET', '/me')]);
    expect([status, errorShape.parse(json).error]).toMatchObject([
      400,
      { code: 'BadRequest', message: 'Request Id A has to be unique in a batch.' },
    ]);
  });

  test('has twenty requests at most, a token, and is posted', async () => {
    const many = Array.from({ length: 21 }, (_, index) => step(String(index), 'GET', '/me'));
    const { status, json } = await send(many);
    expect([status, errorShape.parse(json).error.code]).toEqual([400, 'MaximumValueExceeded']);
    expect((await send(many.slice(1))).status).toBe(200);
    expect((await askGraph(cloud, null, 'POST $batch', { requests: many })).status).toBe(401);
    expect((await askGraph(cloud, token, 'GET $batch')).status).toBe(405);
  });

  test('of garbage is refused and fails nowhere', async () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('GET', 'POST', '/me', '%', '1'), fc.jsonValue());
    const garbage = fc.record(
      { id: value, method: value, url: value, headers: value, body: value, dependsOn: value },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.array(garbage, { maxLength: 3 }), fc.jsonValue()), async (requests) => {
        const { status, json } = await send(requests);
        const inside = status === 200 ? answers.parse(json).responses.map((one) => one.status) : [status];
        expect(inside.every((one) => one < 500)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('filters, searches and paths of any kind are refused and fail nowhere', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      'displayName',
      'createdDateTime',
      'eq',
      'in',
      'not',
      'and',
      '(',
      ')',
      ',',
      "'x'",
      'null',
      'tags/any(t:',
      'startsWith(',
      '2020-01-01',
      '1e999',
    ),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const option = fc.constantFrom(
    '$filter',
    '$search',
    '$orderby',
    '$select',
    '$top',
    '$skiptoken',
    '$count',
    '$expand',
  );
  const set = fc.constantFrom(
    'applications',
    'users',
    'directoryObjects',
    'auditLogs/signIns',
    'directory/deletedItems/microsoft.graph.application',
    'directory/deletedItems',
    'servicePrincipals',
    'oauth2PermissionGrants',
    'me',
    'organization',
  );
  await fc.assert(
    fc.asyncProperty(set, option, text, fc.string({ maxLength: 8 }), async (name, key, value, below) => {
      const query = `${name}?${encodeURIComponent(key)}=${encodeURIComponent(value)}`;
      const headers = { ConsistencyLevel: 'eventual' };
      const path = `GET ${name}/${encodeURIComponent(below)}`;
      expect((await askGraph(cloud, token, `GET ${query}`, undefined, headers)).status).toBeLessThan(500);
      expect((await askGraph(cloud, token, path)).status).toBeLessThan(500);
    }),
    { numRuns: 80 },
  );
});

test.each<[string, unknown]>([
  ['POST servicePrincipals', { appId: { toString: 1 } }],
  ['POST applications/removePassword', { keyId: { toString: 1 } }],
  ['POST applications/addPassword', { passwordCredential: { startDateTime: '+275760-09-13T00:00:00Z' } }],
  ['POST $batch', { requests: [{ id: '1', method: 'GET', url: '/me', dependsOn: [{ toString: 1 }] }] }],
])('objects that are no text are refused and fail nowhere: %s', async (request, body) => {
  const own = `applications(appId='${appOf(cloud, 'Contoso Integration Hub').clientId}')`;
  const answered = await askGraph(cloud, token, request.replace('applications', own), body);
  expect(answered.status).toBe(400);
});

test('a batch passes over headers that are no text', async () => {
  const body = { requests: [{ id: '1', method: 'GET', url: '/me', headers: { accept: { toString: 1 } } }] };
  expect((await askGraph(cloud, token, 'POST $batch', body)).status).toBe(200);
});
