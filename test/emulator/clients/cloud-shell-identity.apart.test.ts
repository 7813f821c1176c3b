import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ManagedIdentityApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { environmentOf } from '../entra/sign-in.ts';
import { identitiesOf, identityOf } from './managed-identity-rig.ts';
import { readUsers } from './read-users.ts';

const folder = mkdtempSync(join(tmpdir(), 's2s-arc-'));
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ managedIdentities: true, arcTokens: folder, control: true });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const failure = z.object({ error: z.string() });
const answered = z.record(z.string(), z.string());
const GRAPH = 'https://graph.demo.test';

describe('Azure Cloud Shell', () => {
  test('gives msal-node tokens of who opened it', async () => {
    vi.stubEnv('MSI_ENDPOINT', identitiesOf(cloud).cloudShell);
    const { url, pathUrl } = environmentOf(cloud, 'contoso');
    const { accessToken } = await new ManagedIdentityApplication().acquireToken({ resource: url });
    expect(decodeJwt(accessToken)).toMatchObject({
      upn: 'adele.admin@contoso.demo.test',
      scp: 'user_impersonation',
      idtyp: 'user',
    });
    expect(await readUsers(pathUrl, accessToken)).toContain('Adele Hartog');
  });

  test.each([
    ['no header', {}, 'resource=https://graph.demo.test', 'bad_request_102'],
    ['no resource', { metadata: 'true' }, '', 'invalid_request'],
    ['an unknown resource', { metadata: 'true' }, 'resource=https://nobody.example', 'AudienceNotSupported'],
  ])('refuses %s', async (_what, headers, body, code) => {
    const answer = await fetch(identitiesOf(cloud).cloudShell, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: { code, message: expect.stringMatching(/not (?:specified|a supported MSI token audience)/) } },
    ]);
    expect((await fetch(identitiesOf(cloud).cloudShell)).status).toBe(405);
  });
});

describe('a server with Azure Arc', () => {
  const ask = (query: Record<string, string> = {}, headers: Record<string, string> = {}) => {
    const asked = new URLSearchParams({ 'api-version': '2020-06-01', resource: GRAPH, ...query });
    return fetch(`${identitiesOf(cloud).arc?.endpoint ?? ''}?${asked.toString()}`, {
      headers: { metadata: 'true', ...headers },
    });
  };
  const fileOf = (answer: Response): string =>
    /^Basic realm=(.*\.key)$/.exec(answer.headers.get('www-authenticate') ?? '')?.[1] ?? '';

  test('names a file, and gives a token to who has read it, once', async () => {
    const challenged = await ask();
    expect(challenged.status).toBe(401);
    const secret = readFileSync(fileOf(challenged), 'utf8');
    const authorization = `Basic ${secret}`;
    const given = answered.parse(await (await ask({}, { authorization })).json());
    expect(decodeJwt(given['access_token'] ?? '')['appid']).toBe(identityOf(cloud, 'system').clientId);
    expect(readdirSync(folder)).toEqual([]);
    expect((await ask({}, { authorization })).status).toBe(401);
  });

  test('says which user-assigned identity it used', async () => {
    const { clientId } = identityOf(cloud, 'user');
    const secret = readFileSync(fileOf(await ask()), 'utf8');
    const answer = await ask({ client_id: clientId }, { authorization: `Basic ${secret}` });
    expect(await answer.json()).toMatchObject({ client_id: clientId });
  });

  test('forgets challenges that nobody answers, and leaves no file behind', async () => {
    const other = mkdtempSync(join(tmpdir(), 's2s-arc-'));
    const own = await startDemoCloud({ managedIdentities: true, arcTokens: other });
    for (let count = 0; count < 20; count += 1) {
      const asked = await fetch(
        `${identitiesOf(own).arc?.endpoint ?? ''}?api-version=2020-06-01&resource=x`,
        {
          headers: { metadata: 'true' },
        },
      );
      expect(asked.status).toBe(401);
    }
    expect(readdirSync(other)).toHaveLength(16);
    await own.close();
    expect(readdirSync(other)).toEqual([]);
    rmSync(other, { recursive: true });
  });

  test('can only say that it cannot, where it cannot write', async () => {
    const other = mkdtempSync(join(tmpdir(), 's2s-arc-'));
    const own = await startDemoCloud({ managedIdentities: true, arcTokens: other });
    rmSync(other, { recursive: true });
    writeFileSync(other, 'no folder');
    const asked = await fetch(`${identitiesOf(own).arc?.endpoint ?? ''}?api-version=2020-06-01&resource=x`, {
      headers: { metadata: 'true' },
    });
    expect(asked.status).toBe(503);
    await own.close();
    rmSync(other);
  });

  test('refuses who does not say that they are no browser, whatever they know', async () => {
    const answer = await ask({}, { metadata: 'yes' });
    expect([answer.status, failure.parse(await answer.json()).error]).toEqual([400, 'bad_request_102']);
  });
});

describe('App Service of before its second version', () => {
  const ask = (query: Record<string, string>, secret = identitiesOf(cloud).header) => {
    const asked = new URLSearchParams({ 'api-version': '2017-09-01', resource: GRAPH, ...query });
    return fetch(`${identitiesOf(cloud).endpoint}?${asked.toString()}`, { headers: { secret } });
  };

  test('knows its caller by another header, an identity by another name, and has another kind of time', async () => {
    const { clientId } = identityOf(cloud, 'user');
    const given = answered.parse(await (await ask({ clientid: clientId })).json());
    expect(Object.keys(given)).toEqual(['access_token', 'expires_on', 'resource', 'token_type']);
    expect(given['expires_on']).toMatch(/^\d\d\/\d\d\/\d{4} (?:0[1-9]|1[0-2]):\d\d:\d\d (?:AM|PM) \+00:00$/);
    expect(decodeJwt(given['access_token'] ?? '')['appid']).toBe(clientId);
    expect((await ask({}, 'wrong')).status).toBe(401);
    expect((await ask({ clientid: 'x' })).status).toBe(400);
  });

  test.each([
    ['', 'ApiVersionUnspecified', 'An API version is required, but was not specified.'],
    ['2018-01-01', 'UnsupportedApiVersion', "does not support the API version '2018-01-01'."],
    ['x', 'InvalidApiVersion', "does not support the API version 'x'."],
  ])('refuses version %o', async (version, code, message) => {
    const answer = await ask({ 'api-version': version });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { error: { code, message: expect.stringContaining(message), innerError: null } },
    ]);
  });

  test('says of what the sign-in service refuses only that it did', async () => {
    const answer = await ask({ resource: 'https://nobody.example' });
    const body = z.record(z.string(), z.coerce.string()).parse(await answer.json());
    expect([answer.status, body['statusCode'], body['message'], body['correlationId']]).toEqual([
      500,
      '500',
      'An unexpected error occured while fetching the AAD Token.',
      answer.headers.get('x-correlation-id'),
    ]);
  });
});

test('a token is kept for a day less five minutes, whatever changes', async () => {
  const ask = async () => {
    const url = `${identitiesOf(cloud).authorityHost}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${GRAPH}`;
    return answered.parse(await (await fetch(url, { headers: { metadata: 'true' } })).json());
  };
  const move = (advanceSeconds: number) =>
    fetch(`${cloud.description.control ?? ''}/clock`, {
      method: 'PUT',
      body: JSON.stringify({ advanceSeconds }),
    });
  const first = await ask();
  await move(23 * 3600);
  const later = await ask();
  expect(later['access_token']).toBe(first['access_token']);
  expect(Number(later['expires_in'])).toBeLessThan(3600);
  await move(3600);
  expect((await ask())['access_token']).not.toBe(first['access_token']);
  await fetch(`${cloud.description.control ?? ''}/clock`, { method: 'DELETE' });
  expect((await ask())['expires_in']).toBe('86399');
});
