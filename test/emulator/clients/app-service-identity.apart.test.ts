import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { DemoCloud } from '../../../emulator/index.ts';
import { identitiesOf, startWithIdentities, testLibraries } from './managed-identity-rig.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startWithIdentities();
});
afterAll(() => cloud.close());
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('by the token service of an App Service', () => {
  testLibraries(
    () => cloud,
    () => {
      vi.stubEnv('IDENTITY_ENDPOINT', identitiesOf(cloud).endpoint);
      vi.stubEnv('IDENTITY_HEADER', identitiesOf(cloud).header);
    },
  );
});

test('the token service of an App Service wants its header', async () => {
  const { endpoint, header } = identitiesOf(cloud);
  const ask = (headers: Record<string, string>) =>
    fetch(`${endpoint}?api-version=2019-08-01&resource=https://graph.demo.test`, { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ 'x-identity-header': `${header}x` })).status).toBe(401);
  const body = z
    .record(z.string(), z.string())
    .parse(await (await ask({ 'x-identity-header': header })).json());
  expect(Object.keys(body).toSorted()).toEqual([
    'access_token',
    'client_id',
    'expires_on',
    'not_before',
    'resource',
    'token_type',
  ]);
});

function askWith(query: Record<string, string>): Promise<Response> {
  const { endpoint, header } = identitiesOf(cloud);
  const asked = new URLSearchParams({
    'api-version': '2019-08-01',
    resource: 'https://graph.demo.test',
    ...query,
  });
  return fetch(`${endpoint}?${asked.toString()}`, { headers: { 'x-identity-header': header } });
}

// MicrosoftDocs/azure-docs, issue 53726.
test.each([
  ['no version', '', 'ApiVersionUnspecified'],
  ['an old version', '2016-01-01', 'UnsupportedApiVersion'],
  ['a version that is none', 'latest', 'InvalidApiVersion'],
])('it refuses %s', async (_what, version, code) => {
  const answer = await askWith({ 'api-version': version });
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: { code, message: expect.any(String), innerError: null } },
  ]);
});

const failure = z.strictObject({ statusCode: z.number(), message: z.string(), correlationId: z.guid() });

test.each<[string, Record<string, string>]>([
  ['no resource', { resource: '' }],
  ['two identities', { client_id: 'a', principal_id: 'b' }],
  ['a strange identity', { mi_res_id: '%00\u0000' }],
])('it refuses %s', async (_what, query) => {
  const answer = await askWith(query);
  expect([answer.status, failure.parse(await answer.json()).statusCode]).toEqual([400, 400]);
});
