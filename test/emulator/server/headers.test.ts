import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';
import { graphToken, people } from '../graph/graph-rig.ts';

let cloud: DemoCloud;
let adele = '';
let hub = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  adele = await graphToken(cloud, people.adele);
  const { url } = environmentOf(cloud, 'contoso');
  hub = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), url);
});
afterAll(() => cloud.close());

/** What the transport adds, here and there, and what depends on it. */
const ofTransport = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-firefox-spdy',
]);

/** Names of the headers without those of the transport, and of the cookies. */
function namesOf({ headers }: Response): { readonly headers: string[]; readonly cookies: string[] } {
  const names = [...new Set(headers.keys())].filter(
    (name) => !ofTransport.has(name) && name !== 'set-cookie',
  );
  const cookies = headers.getSetCookie().map((cookie) => cookie.split('=')[0] ?? '');
  return { headers: names.toSorted(), cookies: [...new Set(cookies)].toSorted() };
}

/** Asks a host by its own name, as behind a proxy, where answers have what belongs to it. */
function ask(host: string, path: string, init: RequestInit = {}): Promise<Response> {
  const { origin, key } = cloud.description;
  return fetch(`${origin}/${key}/${host}${path}`, {
    ...init,
    headers: { ...Object.fromEntries(new Headers(init.headers)), 'x-forwarded-host': host },
  });
}

/** Recorded of the sign-in service in answers to Microsoft's libraries: always, when it may be kept, and for tokens. */
const entra = {
  always: [
    'cache-control',
    'content-type',
    'p3p',
    'referrer-policy',
    'strict-transport-security',
    'x-content-type-options',
    'x-ms-ests-server',
    'x-ms-request-id',
    'x-xss-protection',
  ],
  tokens: ['expires', 'pragma', 'x-ms-clitelem', 'x-ms-srs'],
  cookies: ['fpc', 'stsservicecookie', 'x-ms-gateway-slice'],
};

describe('the sign-in service answers with the headers that were recorded', () => {
  test.each(['/common/v2.0/.well-known/openid-configuration', '/common/discovery/v2.0/keys'])(
    'at %s',
    async (path) => {
      const names = namesOf(await ask('login.demo.test', path));
      expect(names).toEqual({
        headers: entra.always.toSorted(),
        cookies: [...entra.cookies, 'esctx'].toSorted(),
      });
    },
  );

  test.each([
    ['with a token', {}, 200, '1,0,0,,'],
    ['with a refusal', { client_secret: 'wrong' }, 401, '1,7000215,0,,'],
  ])('%s, in whose telemetry stands its number', async (_what, fields, status, telemetry) => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const answer = await ask('login.demo.test', `/${tenantOf(cloud, 'Contoso')}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
        scope: 'https://graph.demo.test/.default',
        ...fields,
      }),
    });
    expect([answer.status, answer.headers.get('x-ms-clitelem')]).toEqual([status, telemetry]);
    expect(namesOf(answer)).toEqual({
      headers: [...entra.always, ...entra.tokens].toSorted(),
      cookies: entra.cookies,
    });
  });

  test('and binds no browser to https where it is asked at the loopback address', async () => {
    const answer = await fetch(`${cloud.description.login.http}/common/discovery/keys`);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
  });
});

/** Recorded of Graph: of a change (204), of a new object (201) and of a refusal (403). */
const graph = {
  always: [
    'cache-control',
    'client-request-id',
    'request-id',
    'strict-transport-security',
    'x-ms-ags-diagnostic',
  ],
  body: 'content-type',
  cost: 'x-ms-resource-unit',
  version: 'odata-version',
};

describe('Graph answers with the headers that were recorded', () => {
  const asAdele = (request: string, body?: unknown, token = adele): Promise<Response> => {
    const [method = 'GET', path = ''] = request.split(' ');
    return ask('graph.demo.test', `/v1.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  };

  test('reading, making and changing', async () => {
    const read = await asAdele('GET applications?$top=1');
    expect(namesOf(read)).toEqual({
      headers: [...graph.always, graph.body, graph.cost, graph.version].toSorted(),
      cookies: [],
    });
    expect(read.headers.get('content-type')).toBe(
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    );
    const made = await asAdele('POST applications', { displayName: 'New' });
    expect(namesOf(made).headers).toEqual(
      [...graph.always, graph.body, graph.cost, graph.version, 'location'].toSorted(),
    );
    const id = /directoryObjects\/([0-9a-f-]+)\/Microsoft\.DirectoryServices\.Application$/.exec(
      made.headers.get('location') ?? '',
    )?.[1];
    const changed = await asAdele(`PATCH applications/${id ?? ''}`, { displayName: 'Newer' });
    expect([changed.status, namesOf(changed).headers]).toEqual([
      204,
      [...graph.always, graph.cost].toSorted(),
    ]);
  });

  test('refusing, with the caller’s own id of the request', async () => {
    const refused = await asAdele('GET applications/00000000-0000-4000-8000-000000000000');
    expect([refused.status, refused.headers.get('content-type')]).toEqual([404, 'application/json']);
    expect(namesOf(refused).headers).toEqual([...graph.always, graph.body, graph.cost].toSorted());
    const id = '11111111-2222-4333-8444-555555555555';
    const unknown = await ask('graph.demo.test', '/v1.0/me', { headers: { 'client-request-id': id } });
    expect(unknown.headers.get('client-request-id')).toBe(id);
    expect(namesOf(unknown).headers).toEqual([...graph.always, graph.body, 'www-authenticate'].toSorted());
  });
});

/** Recorded of the Web API: WhoAmI, as Learn's quick start for PowerShell shows it, and a new record. */
const dataverse = [
  'allow',
  'authactivityid',
  'cache-control',
  'content-type',
  'crm.serviceid',
  'expires',
  'odata-version',
  'public',
  'req_id',
  'strict-transport-security',
  'timing-allow-origin',
  'vary',
  'x-ms-dop-hint',
  'x-ms-ratelimit-burst-remaining-xrm-requests',
  'x-ms-ratelimit-time-remaining-xrm-requests',
  'x-ms-service-request-id',
  'x-source',
];

describe('an environment answers with the headers that were recorded', () => {
  const host = () => new URL(environmentOf(cloud, 'contoso').url).host;
  const asHub = (path: string, method = 'GET'): Promise<Response> =>
    ask(host(), `/api/data/v9.2/${path}`, { method, headers: { authorization: `Bearer ${hub}` } });

  test.each([
    ['reading', 'WhoAmI', 200],
    ['refusing a path', 'nothing', 404],
    ['refusing a query', 'accounts?$skip=1', 400],
  ])('%s', async (_what, path, status) => {
    const answer = await asHub(path);
    expect([answer.status, namesOf(answer)]).toEqual([
      status,
      { headers: dataverse, cookies: ['ARRAffinity', 'ReqClientId', 'orgId'] },
    ]);
  });

  test('refusing a method, with those that there are', async () => {
    const answer = await asHub('WhoAmI', 'DELETE');
    expect(answer.headers.get('allow')).toBe('OPTIONS,GET,HEAD,POST');
  });

  test('whom it does not know it tells where to sign in, and its ids', async () => {
    const answer = await ask(host(), '/api/data/v9.2/WhoAmI');
    expect([answer.status, namesOf(answer)]).toEqual([
      401,
      { headers: ['req_id', 'www-authenticate', 'x-ms-service-request-id'], cookies: [] },
    ]);
  });
});

describe('a method that there is not is refused with those that there are (RFC 9110, 15.5.6)', () => {
  test.each([
    ['/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments', 'GET'],
    ['/providers/Microsoft.BusinessAppPlatform/adminApplications', 'GET'],
    [
      '/providers/Microsoft.BusinessAppPlatform/adminApplications/11111111-2222-4333-8444-555555555555',
      'GET, PUT, DELETE',
    ],
  ])('by the admin API at %s', async (path, allowed) => {
    const { access_token: token } = await userTokens(
      cloud,
      people.adele,
      'https://service.powerapps.demo.test/User',
    );
    const answer = await fetch(`${cloud.description.bap}${path}?api-version=2020-10-01`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(answer.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('by the sign-in service, whose token endpoint says so in words', async () => {
    const { login } = cloud.description;
    expect(await (await fetch(`${login.http}/common/oauth2/v2.0/token`)).text()).toContain('AADSTS900561');
  });
});
