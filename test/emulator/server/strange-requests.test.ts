import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { userTokens } from '../entra/sign-in.ts';
import { askGraph, graphToken, people } from '../graph/graph-rig.ts';

const arcTokens = mkdtempSync(join(tmpdir(), 's2s-arc-'));
let cloud: DemoCloud;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  cloud = await startDemoCloud({ managedIdentities: true, arcTokens });
  tokens['graph'] = await graphToken(cloud, people.adele);
  for (const [name, scope] of [
    ['bap', 'https://service.powerapps.demo.test/.default'],
    ['discovery', 'https://globaldisco.crm.demo.test/.default'],
    ['powerPlatform', 'https://api.powerplatform.com/.default'],
  ] as const) {
    tokens[name] = (await userTokens(cloud, people.adele, scope)).access_token;
  }
});
afterAll(async () => {
  await cloud.close();
  rmSync(arcTokens, { recursive: true, force: true });
});

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
    'toString',
    '1e999',
    '2023-06-01',
    'permissions',
    'properties.capacity,properties/addons',
    "properties/x/y.constructor eq 'a' or name ne null",
    'properties.__proto__ eq 1e9',
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
      '$top',
      '$select',
      '$skip',
      'ids',
      'clientid',
      'post_logout_redirect_uri',
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
      'roleAssignments',
      'authorization',
      'environmentmanagement',
      'PowerPlatform.Governance',
      'policies',
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
  ['bap', '/providers/Microsoft.BusinessAppPlatform/listTenantSettings'],
  ['bap', '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/x/roleAssignments'],
  ['bap', '/providers/PowerPlatform.Governance/v2/policies'],
  ['powerPlatform', '/environmentmanagement/environments'],
  ['powerPlatform', '/authorization/roleAssignments'],
  ['powerPlatform', '/authorization/environments/x/roleAssignments/y'],
  ['discovery', '/api/discovery/v2.0/Instances'],
  ['imds', '/metadata/identity/oauth2/token'],
  ['appService', '/msi/token'],
  ['arc', '/metadata/identity/oauth2/token'],
  ['cloudShell', '/oauth2/token'],
  ['otherLogin', '/contoso.demo.test/oauth2/v2.0/token'],
  ['otherLogin', '/contoso.demo.test/v2.0/.well-known/openid-configuration'],
  ['otherLogin', '/common/discovery/instance'],
  ['login', '/treyresearch.demo.test/oauth2/v2.0/authorize'],
  ['login', '/treyresearch.demo.test/oauth2/token'],
  ['login', '/common/openid/userinfo'],
  ['login', '/common/discovery/instance'],
  ['login', '/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0/.well-known/openid-configuration'],
  ['login', '/common/oauth2/v2.0/logout'],
);
const unknown = fc
  .tuple(
    fc.constantFrom(
      'bap',
      'powerPlatform',
      'discovery',
      'imds',
      'appService',
      'arc',
      'login',
      'otherLogin',
      'graph',
    ),
    segments,
  )
  .map(([service, parts]) => [service, `/${parts.map(encodeURIComponent).join('/')}`] as const);

function baseOf(service: string): string {
  const { bap, discovery, graph, key, login, managedIdentities, origin, powerPlatform } = cloud.description;
  const bases: Readonly<Record<string, string | undefined>> = {
    bap,
    powerPlatform,
    discovery,
    arc: managedIdentities?.arc?.metadata,
    cloudShell: managedIdentities?.cloudShell.replace('/oauth2/token', ''),
    otherLogin: `${origin}/${key}/login.microsoftonline.us`,
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

/** Parameters of a sign-in that a client of other people's might send, right and wrong ones together. */
const signIn = fc.record(
  {
    client_id: fc.constant('{client}'),
    redirect_uri: fc.oneof(
      { arbitrary: fc.constant('http://localhost:43210'), weight: 9 },
      { arbitrary: value, weight: 1 },
    ),
    response_type: fc.oneof(
      fc.constantFrom('code', 'token', 'id_token', 'code id_token', 'id_token token', 'code code', 'none'),
      value,
    ),
    response_mode: fc.oneof(fc.constantFrom('query', 'fragment', 'form_post'), value),
    scope: fc.oneof(
      fc.constantFrom('openid', 'openid profile', '{client}/.default', 'User.Read', '//', '/.default'),
      value,
    ),
    resource: value,
    prompt: fc.oneof(fc.constantFrom('none', 'login', 'consent', 'admin_consent'), value),
    nonce: value,
    state: value,
    sid: value,
    login_hint: fc.oneof(fc.constantFrom('O.', 'O.%00', 'O.__proto__', people.adele), value),
    claims: fc.oneof(fc.json({ maxDepth: 3 }), value),
    code_challenge: value,
    code_challenge_method: fc.oneof(fc.constantFrom('S256', 'plain'), value),
  },
  { requiredKeys: ['client_id', 'redirect_uri'] },
);

test('whatever a sign-in asks for, and whoever is picked then, no page fails', async () => {
  const { accounts, adminClientId, apps, login } = cloud.description;
  const made = await askGraph(cloud, tokens['graph'] ?? '', 'POST applications', {
    displayName: 'Takes everything',
    signInAudience: 'AzureADMultipleOrgs',
    web: {
      redirectUris: ['http://localhost:43210'],
      implicitGrantSettings: { enableIdTokenIssuance: true, enableAccessTokenIssuance: true },
    },
    optionalClaims: {
      idToken: ['acct', 'upn', 'sid', 'auth_time', 'constructor'].map((name) => ({ name })),
    },
    groupMembershipClaims: 'All',
    requiredResourceAccess: ['constructor', '00000003-0000-0000-c000-000000000000'].map((resourceAppId) => ({
      resourceAppId,
      resourceAccess: [{ id: 'toString', type: 'Scope' }],
    })),
  });
  expect(made.status).toBe(201);
  const takesAll = String(made.json['appId']);
  await fc.assert(
    fc.asyncProperty(
      signIn,
      fc.constantFrom('/oauth2/v2.0/authorize', '/oauth2/authorize'),
      fc.constantFrom('common', 'organizations', 'consumers', 'contoso.demo.test', 'cat'),
      fc.constantFrom(adminClientId, takesAll, takesAll, ...apps.map(({ clientId }) => clientId)),
      fc.constantFrom(...accounts.map(({ username }) => username), 'nobody', '__proto__'),
      async (asked, path, authority, client, account) => {
        const search = new URLSearchParams(asked).toString().replaceAll('%7Bclient%7D', client);
        const address = `${login.http}/${authority}${path}?${search}`;
        const first = await fetch(address, { redirect: 'manual' });
        expect(first.status).toBeLessThan(500);
        let page = await first.text();
        for (const answer of [{ account }, { answer: 'approve' }, { answer: 'accept' }]) {
          const action = /action="([^"]*)"/.exec(page)?.[1] ?? '';
          const context = /name="ctx" value="([^"]*)"/.exec(page)?.[1] ?? '';
          if (context === '') break;
          const next = await fetch(new URL(action, address), {
            method: 'POST',
            redirect: 'manual',
            body: new URLSearchParams({ ctx: context, ...answer }),
          });
          expect(next.status).toBeLessThan(500);
          page = await next.text();
        }
      },
    ),
    runs,
  );
});
