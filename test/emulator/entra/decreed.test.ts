import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decreedCodes } from '../../../emulator/entra/decreed-refusals.ts';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import {
  appOf,
  authorizeRequest,
  environmentOf,
  pickAccount,
  post,
  refusalBody,
  tenantOf,
  userTokens,
} from './sign-in.ts';

const bram = 'bram.visser@contoso.demo.test';
let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());

const control = (body: unknown, path = ''): Promise<Response> =>
  fetch(`${cloud.description.control ?? ''}${path}`, { method: 'POST', body: JSON.stringify(body) });
beforeEach(() => control({}, '/reset'));

/** What an app is told that asks for a token for Contoso's environment. */
async function asApp(name: string, tenant = 'Contoso'): Promise<Response> {
  const app = appOf(cloud, name);
  return post(`${cloud.description.login.http}/${tenantOf(cloud, tenant)}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.secret ?? '',
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
  });
}

describe('what the sign-in service can be made to tell', () => {
  test.each(decreedCodes.person)(
    'a person: AADSTS%d, when tokens are renewed and on the page',
    async (code) => {
      const { refresh_token: refresh = '' } = await userTokens(
        cloud,
        bram,
        'https://graph.demo.test/User.Read offline_access',
      );
      expect((await control({ account: bram, aadsts: code })).status).toBe(204);
      const { login, adminClientId } = cloud.description;
      const renew = () =>
        post(`${login.http}/organizations/oauth2/v2.0/token`, {
          grant_type: 'refresh_token',
          client_id: adminClientId,
          refresh_token: refresh,
        });
      const refused = await renew();
      expect(refused.status).toBe(400);
      expect(refusalBody.parse(await refused.json()).error_codes).toEqual([code]);
      const { query } = authorizeRequest(adminClientId);
      const page = await pickAccount(`${login.http}/organizations/oauth2/v2.0/authorize?${query}`, {
        account: bram,
      });
      expect(await page.text()).toContain(`AADSTS${code}: `);
      expect((await control({ account: bram, aadsts: null })).status).toBe(204);
      expect((await renew()).status).toBe(200);
    },
  );

  test.each(decreedCodes.app)('an app: AADSTS%d', async (code) => {
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    expect((await control({ app: clientId, aadsts: code })).status).toBe(204);
    const refused = await asApp('Contoso Integration Hub');
    const { error_codes: codes, error_description: text } = refusalBody.parse(await refused.json());
    expect(codes).toEqual([code]);
    expect(text).toMatch(new RegExp(`^AADSTS${code}: [A-Z]`));
    expect((await control({}, '/reset')).status).toBe(204);
    expect((await asApp('Contoso Integration Hub')).status).toBe(200);
  });

  test.each([
    { account: 'nobody@contoso.demo.test', aadsts: 53000 },
    { account: bram, aadsts: 1 },
    { account: bram, aadsts: 650057 },
    { account: bram, aadsts: 'x' },
    { app: '00000000-0000-4000-8000-000000000000', aadsts: 650057 },
    { app: 7, aadsts: 650057 },
  ])('but not %j', async (body) => {
    expect((await control(body)).status).toBe(400);
  });

  /** Codes that an administrator of server-to-server apps meets (Learn: reference-error-codes). */
  const met = [
    700016, 7000229, 90002, 900023, 90013, 90014, 900144, 7000112, 70001, 50194, 9001023, 90124, 90130, 50011,
    700011, 7000215, 7000222, 7000218, 70002, 700025, 700027, 700024, 50012, 50013, 500133, 50027, 700030,
    700213, 70021, 500011, 50001, 650057, 650052, 650056, 65005, 1002012, 70011, 28002, 28003, 700022, 700023,
    90009, 65001, 65002, 65004, 90094, 90095, 90008, 53003, 53000, 53001, 53011, 530032, 530034, 530035,
    500021, 500022, 500212, 500213, 50105, 1000031, 50020, 50034, 50076, 50079, 50074, 50053, 50055, 50057,
    50126, 16000, 16003, 50058, 50173, 50196, 51004, 70008, 700082, 70043, 54005, 90099, 90038, 900382,
    900432, 900439, 900440, 90033, 90024,
  ];
  const written = readFileSync(new URL('../../../emulator/entra/aadsts.ts', import.meta.url), 'utf8');
  const byItself = new Set([...written.matchAll(/(?<![\w.])\d{5,7}(?!\w)/g)].map(([code]) => Number(code)));

  test.each(met)('AADSTS%d is told by itself or by decree', (code) => {
    expect(byItself.has(code) || [...decreedCodes.person, ...decreedCodes.app].includes(code)).toBe(true);
  });
});

test('an app that Conditional Access blocks is told by which policy', async () => {
  const refused = await asApp('Contoso Portal Sync', 'Adventure Works');
  expect(refused.status).toBe(400);
  const { claims = '', ...body } = refusalBody.parse(await refused.json());
  expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [53003], suberror: 'message_only' });
  expect(JSON.parse(claims)).toEqual({
    access_token: { capolids: { essential: true, values: [expect.stringMatching(/^[0-9a-f-]{36}$/)] } },
  });
});

test('a secret and an assertion at once are one too many', async () => {
  const app = appOf(cloud, 'Contoso Integration Hub');
  const refused = await post(`${cloud.description.login.http}/${app.tenantId}/oauth2/v2.0/token`, {
    grant_type: 'client_credentials',
    client_id: app.clientId,
    client_secret: app.secret ?? '',
    client_assertion: 'a.b.c',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    scope: `${environmentOf(cloud, 'contoso').url}/.default`,
  });
  expect(refusalBody.parse(await refused.json()).error_codes).toEqual([9002324]);
});

describe('what OpenID Connect has besides', () => {
  const answerTo = async (changes: Record<string, string>): Promise<URLSearchParams> => {
    const { query } = authorizeRequest(cloud.description.adminClientId, {
      response_mode: 'query',
      ...changes,
    });
    const answer = await fetch(
      `${cloud.description.login.http}/organizations/oauth2/v2.0/authorize?${query}`,
      {
        redirect: 'manual',
      },
    );
    return answer.status === 302
      ? new URL(answer.headers.get('location') ?? '').searchParams
      : new URLSearchParams({ shown: String(answer.status) });
  };

  test.each([
    [{ request: 'a.b.c' }, 'request_not_supported'],
    [{ request_uri: 'urn:ietf:params:oauth:request_uri:1' }, 'request_uri_not_supported'],
  ])('%j is refused', async (changes, error) => {
    const told = await answerTo(changes);
    expect([told.get('error'), told.get('state')]).toEqual([error, 'the state']);
  });

  test.each([
    { domain_hint: 'organizations' },
    { acr_values: 'urn:mace:incommon:iap:silver' },
    { id_token_hint: 'a.b.c' },
    { max_age: '0' },
    { max_age: 'x' },
    { ui_locales: 'nl' },
    { unknown: 'x' },
  ])('%j changes nothing of the page', async (changes) => {
    expect((await answerTo(changes)).get('shown')).toBe('200');
  });

  test.each([
    'oauth2/v2.0/par',
    'oauth2/v2.0/revoke',
    'oauth2/v2.0/introspect',
    'saml2',
    'wsfed',
    'federationmetadata/2007-06/federationmetadata.xml',
  ])('there is no %s', async (path) => {
    const url = `${cloud.description.login.http}/organizations/${path}`;
    expect([(await fetch(url)).status, (await post(url, { token: 'x' })).status]).toEqual([404, 404]);
  });
});
