import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { userTokens } from '../entra/sign-in.ts';
import { graphToken, people } from '../graph/graph-rig.ts';

let cloud: DemoCloud;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  cloud = await startDemoCloud({ managedIdentities: true });
  tokens['graph'] = await graphToken(cloud, people.adele);
  for (const [name, scope] of [
    ['bap', 'https://service.powerapps.demo.test/.default'],
    ['discovery', 'https://globaldisco.crm.demo.test/.default'],
  ] as const) {
    tokens[name] = (await userTokens(cloud, people.adele, scope)).access_token;
  }
});
afterAll(() => cloud.close());

/** `npm run fuzz` raises it. */
const runs = { numRuns: Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 6000) / 40) };

const value = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '',
    '%',
    '\0',
    '__proto__',
    'constructor',
    '1e999',
    '2023-06-01',
    'permissions',
    "'",
    '()',
    '/subscriptions',
    'https://graph.demo.test',
    'https://service.powerapps.demo.test/',
    '11111111-2222-4333-8444-555555555555',
    'é'.repeat(9),
  ),
);
const query = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'api-version',
      '$expand',
      '$filter',
      '$select',
      'resource',
      'client_id',
      'object_id',
      'principal_id',
      'msi_res_id',
      'mi_res_id',
      'authorization_endpoint',
    ),
    value,
  ),
  value,
  { maxKeys: 5 },
);
const segments = fc.array(
  fc.oneof(
    value,
    fc.constantFrom(
      'providers',
      'Microsoft.BusinessAppPlatform',
      'scopes',
      'admin',
      'environments',
      'adminApplications',
      'addAppUser',
      'api',
      'discovery',
      'v2.0',
      'Instances',
      'common',
      'consumers',
      'openid',
      'userinfo',
      'keys',
      'metadata',
      'identity',
      'msi',
      'token',
    ),
  ),
  { maxLength: 7 },
);
/** Addresses that there are, beside those that nobody would think of. */
const known = fc.constantFrom<readonly [service: string, path: string]>(
  ['bap', '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments'],
  ['bap', '/providers/Microsoft.BusinessAppPlatform/environments'],
  ['bap', '/providers/Microsoft.BusinessAppPlatform/adminApplications'],
  ['bap', '/providers/Microsoft.BusinessAppPlatform/adminApplications/x'],
  ['discovery', '/api/discovery/v2.0/Instances'],
  ['imds', '/metadata/identity/oauth2/token'],
  ['appService', '/msi/token'],
  ['login', '/common/openid/userinfo'],
  ['login', '/common/discovery/instance'],
  ['login', '/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0/.well-known/openid-configuration'],
  ['login', '/common/oauth2/v2.0/logout'],
);
const unknown = fc
  .tuple(fc.constantFrom('bap', 'discovery', 'imds', 'appService', 'login', 'graph'), segments)
  .map(([service, parts]) => [service, `/${parts.map(encodeURIComponent).join('/')}`] as const);

function baseOf(service: string): string {
  const { bap, discovery, graph, login, managedIdentities } = cloud.description;
  const bases: Readonly<Record<string, string | undefined>> = {
    bap,
    discovery,
    graph,
    login: login.http,
    imds: managedIdentities?.authorityHost,
    appService: managedIdentities?.endpoint.replace('/msi/token', ''),
  };
  return bases[service] ?? '';
}

const header = fc.dictionary(
  fc.constantFrom(
    'metadata',
    'x-forwarded-for',
    'client-request-id',
    'return-client-request-id',
    'cookie',
    'origin',
  ),
  fc.constantFrom(
    'true',
    'True',
    '',
    'a=b',
    'null',
    'http://localhost:1',
    '11111111-2222-4333-8444-555555555555',
  ),
  { maxKeys: 3 },
);

test('whatever is asked of the services that are no environment, none of them fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ arbitrary: known, weight: 3 }, { arbitrary: unknown, weight: 1 }),
      fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'),
      query,
      header,
      fc.oneof(fc.json({ maxDepth: 2 }), value),
      fc.boolean(),
      async ([service, path], method, asked, headers, body, signedIn) => {
        const search = new URLSearchParams(asked).toString();
        const token = tokens[service] ?? tokens['graph'] ?? '';
        const answer = await fetch(`${baseOf(service)}${path}?${search}`, {
          method,
          redirect: 'manual',
          headers: {
            ...headers,
            'x-identity-header': cloud.description.managedIdentities?.header ?? '',
            ...(signedIn ? { authorization: `Bearer ${token}` } : {}),
          },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
        });
        await answer.arrayBuffer();
        expect(answer.status).toBeLessThan(500);
      },
    ),
    runs,
  );
});
