import { request as httpRequest } from 'node:http';
import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, tenantOf } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let token: string;
beforeAll(async () => {
  cloud = await startDemoCloud();
  token = await appTokenFor(
    cloud,
    'Contoso Integration Hub',
    tenantOf(cloud, 'Contoso'),
    environmentOf(cloud, 'contoso').url,
  );
});
afterAll(() => cloud.close());

type Raw = { readonly status: number; readonly body: string; readonly headers: Record<string, unknown> };

/** A request whose target and headers are sent exactly as given. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Raw> {
  const { port } = new URL(cloud.description.origin);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const bearer = () => ({ authorization: `Bearer ${token}` });
const contosoPath = () => new URL(environmentOf(cloud, 'contoso').pathUrl).pathname;

describe('addresses', () => {
  test('name the form asked in the links of an answer', async () => {
    const { pathUrl, url } = environmentOf(cloud, 'contoso');
    const context = async (headers: Record<string, string>): Promise<string> =>
      (await raw(`${contosoPath()}/api/data/v9.2/WhoAmI`, { ...bearer(), ...headers })).body;
    expect(await context({})).toContain(`"${pathUrl}/api/data/v9.2/$metadata`);
    expect(await context({ 'x-forwarded-host': new URL(url).host })).toContain(
      `"${url}/api/data/v9.2/$metadata`,
    );
  });

  test('are refused when X-Forwarded-Host says otherwise', async () => {
    const headers = { ...bearer(), 'x-forwarded-host': 'fabrikam.crm.demo.test' };
    expect((await raw(`${contosoPath()}/api/data/v9.2/WhoAmI`, headers)).status).toBe(400);
  });

  test.each(['evil.example', 'localhost', '127.0.0.1', 'localhost:1', 'login.demo.test'])(
    'are refused for the Host header "%s"',
    async (host) => {
      const answer = await raw('/common/discovery/keys', { host });
      expect(answer.status).toBe(421);
      expect(answer.body).not.toContain('keys');
    },
  );

  test('answer to localhost as well as to the number', async () => {
    const { port } = new URL(cloud.description.origin);
    expect((await raw('/common/discovery/keys', { host: `localhost:${port}` })).status).toBe(200);
    expect((await raw('/common/discovery/keys')).status).toBe(200);
  });

  test('need the key of the run, except for signing in', async () => {
    expect((await raw('/portal')).status).toBe(404);
    expect((await raw('/graph.demo.test/v1.0/me')).status).toBe(404);
    expect(
      (await raw(`/${'0'.repeat(32)}/contoso.crm4.demo.test/api/data/v9.2/WhoAmI`, bearer())).status,
    ).toBe(404);
  });

  test('of unknown hosts are not found', async () => {
    const { key } = cloud.description;
    expect((await raw(`/${key}/nothing.crm4.demo.test/api/data/v9.2/WhoAmI`)).status).toBe(404);
  });

  test('carry no permission for pages of the web', async () => {
    for (const method of ['OPTIONS', 'GET', 'POST']) {
      const answer = await raw(
        `${contosoPath()}/api/data/v9.2/WhoAmI`,
        { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
        method,
      );
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  test('bind browsers to https under canonical names alone, never for all of localhost', async () => {
    const { key } = cloud.description;
    const name = 'login.demo.test';
    const path = `/${key}/${name}/common/discovery/keys`;
    const header = 'strict-transport-security';
    expect((await raw(path, { 'x-forwarded-host': name })).headers[header]).toMatch(/^max-age=/);
    expect((await raw(path)).headers[header]).toBeUndefined();
    expect((await raw('/common/discovery/keys')).headers[header]).toBeUndefined();
  });

  test('take URLs of 32 KB and refuse longer ones', async () => {
    const path = `${contosoPath()}/api/data/v9.2/WhoAmI`;
    const room = 32_768 - '/api/data/v9.2/WhoAmI?'.length;
    expect((await raw(`${path}?${'a'.repeat(room)}`, bearer())).status).not.toBe(414);
    expect((await raw(`${path}?${'a'.repeat(room + 1)}`, bearer())).status).toBe(414);
    expect((await raw(`${path}?${'a'.repeat(70_000)}`, bearer())).status).toBe(431);
  });

  test('take segments of 260 characters and refuse longer ones', async () => {
    const path = `${contosoPath()}/api/data/v9.2/accounts(accountnumber='${'a'.repeat(234)}')`;
    expect((await raw(path, bearer())).status).toBe(403);
    const refused = await raw(path.replace("')", "aa')"), bearer());
    expect(refused.status).toBe(400);
    expect(refused.body).toContain('Bad Request - Invalid URL');
  });

  test('never make the server fail, whatever they are', async () => {
    const { key } = cloud.description;
    const host = fc.constantFrom(
      '',
      key,
      `${key}/login.demo.test`,
      `${key}/graph.demo.test`,
      `${key}/api.bap.demo.test`,
      `${key}/globaldisco.crm.demo.test`,
      `${key}/contoso.crm4.demo.test`,
      `${key}/portal`,
    );
    const segment = fc.oneof(
      fc.constantFrom(
        '%',
        '%zz',
        '%00',
        '..',
        'common',
        'oauth2',
        'v2.0',
        'token',
        'authorize',
        'login',
        'api',
        'data',
        'v9.2',
        'Instances',
        'v1.0',
        'me',
        'error',
        "Instances('",
        'control',
      ),
      fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text)),
    );
    const target = fc
      .tuple(
        host,
        fc.array(segment, { maxLength: 6 }),
        fc.constantFrom('', '?', '?$filter=%', '?ctx=1&ctx=2'),
      )
      .map(([first, rest, query]) => `/${[first, ...rest].join('/')}${query}`);
    await fc.assert(
      fc.asyncProperty(
        target,
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
        async (path, method) => {
          const { status } = await raw(path, { 'content-type': 'application/x-www-form-urlencoded' }, method);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('refuse bodies that are too large', async () => {
    const answer = await raw('/common/oauth2/v2.0/token', {}, 'POST', 'a'.repeat(17 * 1024 * 1024));
    expect(answer.status).toBe(413);
  });
});

test('a closed demo cloud answers nobody, also those who keep a connection', async () => {
  const other = await startDemoCloud({ https: true });
  const url = `${other.description.login.http}/common/discovery/keys`;
  expect((await fetch(url)).status).toBe(200);
  await other.close();
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('ids and secrets are the same in every run, keys are not', async () => {
  const other = await startDemoCloud();
  await other.close();
  const plain = ({ description }: DemoCloud) => ({
    apps: description.apps.map(({ name, clientId, secret }) => ({ name, clientId, secret })),
    environments: description.environments.map(({ pathUrl, ...rest }) => ({
      ...rest,
      keyed: pathUrl !== '',
    })),
  });
  expect(plain(other)).toEqual(plain(cloud));
  expect(other.description.key).not.toBe(cloud.description.key);
  expect(other.description.apps[0]?.certificatePem).not.toBe(cloud.description.apps[0]?.certificatePem);
});
