import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, environmentOf, refusalBody, tenantOf, userTokens } from './sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

/** `npm run fuzz` raises it. */
const runs = { numRuns: Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 6000) / 500) };
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '%', '%zz', '\0', 'null', '[object Object]', '../..', "'", '"><script>', 'é'.repeat(9)),
  // What every object has.
  fc.constantFrom('constructor', '__proto__', 'toString/.default', '__proto__/constructor'),
);
const jsonPart = fc.json({ maxDepth: 2 }).map((value) => Buffer.from(value).toString('base64url'));
const header = fc
  .record(
    {
      alg: fc.oneof(
        fc.constantFrom('RS256', 'PS256', 'none', 'HS256', 'ES256'),
        fc.integer(),
        fc.constant(null),
      ),
      typ: fc.oneof(fc.constantFrom('JWT', 'jwt', 'at+jwt'), fc.array(text)),
      'x5t#S256': fc.oneof(text, fc.integer()),
      x5t: fc.oneof(text, fc.object()),
      kid: text,
    },
    { requiredKeys: [] },
  )
  .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));
/** Things that look like a token from near and from far. */
const token = fc.oneof(
  fc.constantFrom('a.b.c', '...', '.', 'e30.e30.', 'e30.e30.e30', 'Bearer', '\u00e9'),
  text,
  fc.tuple(fc.oneof(header, jsonPart, text), fc.oneof(jsonPart, text), text).map((parts) => parts.join('.')),
);

const names = [
  'grant_type',
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'scope',
  'resource',
  'code',
  'redirect_uri',
  'code_verifier',
  'refresh_token',
  'device_code',
  'claims',
  'client_info',
] as const;

const form = fc.dictionary(fc.oneof(fc.constantFrom(...names), text), text, { maxKeys: 8 });
const address = (path: string, tenant = 'contoso.demo.test'): string =>
  `${cloud.description.login.http}/${tenant}/${path}`;
const send = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url, { ...init, redirect: 'manual' });

describe('whatever is sent, the sign-in service refuses it and does not fail', () => {
  test.each(['oauth2/v2.0/token', 'oauth2/token', 'oauth2/v2.0/devicecode'])('%s', async (path) => {
    const grants = fc.constantFrom(
      'client_credentials',
      'authorization_code',
      'refresh_token',
      'device_code',
      'password',
      '',
    );
    await fc.assert(
      fc.asyncProperty(form, grants, fc.boolean(), async (fields, grant, known) => {
        const body = new URLSearchParams(fields);
        body.set('grant_type', grant);
        if (known) {
          const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
          body.set('client_id', clientId);
          body.set('client_secret', secret);
        }
        const answer = await send(address(path), { method: 'POST', body });
        // The older endpoint wants nothing else of an app that proves itself.
        const isGranted =
          known && grant === 'client_credentials' && path === 'oauth2/token' && answer.status === 200;
        if (isGranted) return;
        expect([400, 401]).toContain(answer.status);
        refusalBody.parse(await answer.json());
      }),
      runs,
    );
  });

  test('client assertions of any kind are refused, with 401 where they are none', async () => {
    await fc.assert(
      fc.asyncProperty(token, async (assertion) => {
        const answer = await send(address('oauth2/v2.0/token'), {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: appOf(cloud, 'Contoso Integration Hub').clientId,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: assertion,
            scope: `${environmentOf(cloud, 'contoso').url}/.default`,
          }),
        });
        const { error, error_codes: codes } = refusalBody.parse(await answer.json());
        // What MSAL.NET recorded of a header that names another type, and of claims that are missing.
        const isIncomplete = codes.some((code) => code === 5002727 || code === 90014);
        expect([answer.status, error]).toEqual(
          isIncomplete ? [400, 'invalid_request'] : [401, 'invalid_client'],
        );
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });

  test.each([
    'oauth2/v2.0/authorize',
    'oauth2/v2.0/logout',
    'adminconsent',
    'v2.0/adminconsent',
    'login',
    'oauth2/deviceauth',
  ])('the pages of %s', async (path) => {
    const known = [
      'client_id',
      'redirect_uri',
      'response_type',
      'response_mode',
      'scope',
      'state',
      'prompt',
      'claims',
      'code_challenge',
      'post_logout_redirect_uri',
      'ctx',
      'account',
      'answer',
      'otc',
    ];
    const fields = fc.dictionary(fc.oneof(fc.constantFrom(...known), text), text, { maxKeys: 8 });
    await fc.assert(
      fc.asyncProperty(fields, fc.boolean(), fc.boolean(), async (given, app, posts) => {
        const query = new URLSearchParams(given);
        if (app) query.set('client_id', cloud.description.adminClientId);
        const answer = posts
          ? await send(address(path), { method: 'POST', body: query })
          : await send(`${address(path)}?${query.toString()}`);
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toContain('"><script>');
      }),
      runs,
    );
  });

  test('tenants and paths of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (tenant, path) => {
        for (const url of [
          address('v2.0/.well-known/openid-configuration', encodeURIComponent(tenant)),
          address(encodeURIComponent(path), tenantOf(cloud, 'Contoso')),
        ]) {
          expect((await send(url)).status).toBeLessThan(500);
        }
      }),
      runs,
    );
  });
});

test('tokens of any kind are answered with 401 by every service', async () => {
  const { graph, bap, discovery } = cloud.description;
  const addresses = [
    `${environmentOf(cloud, 'contoso').pathUrl}/api/data/v9.2/WhoAmI`,
    `${graph}/v1.0/me`,
    `${bap}/providers/Microsoft.BusinessAppPlatform/environments?api-version=2020-10-01`,
    `${discovery}/api/discovery/v2.0/Instances`,
  ];
  const printable = token.map((value) => value.replaceAll(/[^\u0021-\u007e]/g, '') || 'x');
  await fc.assert(
    fc.asyncProperty(printable, async (value) => {
      const answers = await Promise.all(
        addresses.map((url) => send(url, { headers: { authorization: `Bearer ${value}` } })),
      );
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    }),
    runs,
  );
});

test('paths, filters, versions and bodies of any kind are refused by the admin API and by discovery', async () => {
  const { bap, discovery } = cloud.description;
  const tokenFor = async (scope: string) =>
    (await userTokens(cloud, 'adele.admin@contoso.demo.test', `${scope}/.default`)).access_token;
  const admin = await tokenFor('https://service.powerapps.demo.test');
  const person = await tokenFor('https://globaldisco.crm.demo.test');
  const provider = `${bap}/providers/Microsoft.BusinessAppPlatform`;
  const { environmentId } = environmentOf(cloud, 'contoso-dev');
  const place = fc.constantFrom(
    'environments',
    'scopes/admin/environments',
    'adminApplications',
    `scopes/admin/environments/${environmentId}/addAppUser`,
  );
  const version = fc.oneof(fc.constant('2020-10-01'), text);
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH');
  const word = fc.oneof(
    fc.constantFrom('UrlName', 'eq', 'ne', 'and', 'or', "'contoso'", "''", 'State', '0', 'null', '('),
    text,
  );
  const filter = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(place, text, version, method, fc.jsonValue(), filter, async (...given) => {
      const [where, below, number, how, body, condition] = given;
      const address = `${provider}/${where}/${encodeURIComponent(below)}?api-version=${encodeURIComponent(number)}`;
      const asked = await send(address, {
        method: how,
        headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' },
        ...(how === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      expect(asked.status).toBeLessThan(500);
      const headers = { authorization: `Bearer ${person}` };
      for (const query of [`?$filter=${encodeURIComponent(condition)}`, `(${encodeURIComponent(below)})`]) {
        const listed = await send(`${discovery}/api/discovery/v2.0/Instances${query}`, { headers });
        expect(listed.status).toBeLessThan(500);
      }
    }),
    { numRuns: runs.numRuns * 3 },
  );
});
