import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askTenant } from '../../../main/clouds/ask-tenant.ts';
import type { HttpAnswer, HttpClient } from '../../../main/http/http-client.ts';
import { findTenant } from '../../../main/workspaces/find-tenant.ts';
import type { Asking } from '../../../main/workspaces/find-tenant.ts';
import { proposeName } from '../../../main/workspaces/propose-name.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseOrgUrl } from '../../../preload/contract/words/ids.ts';
import type { CloudId } from '../../../preload/contract/words/status.ts';
import { clouds, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';

const never = new AbortController().signal;
const TENANT = '5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

const look = async (text: string, http: HttpClient = cloud.http, wanted: CloudId | null = null) => {
  const told: Asking[] = [];
  const found = await findTenant(
    {
      http,
      understand: clouds.understand,
      askTenant: (url, signal) => askTenant(http.send, url, signal),
    },
    { clouds: clouds.all(), wanted: wanted === null ? null : clouds.find(wanted) },
    text,
    async (asking) => void told.push(asking),
    never,
  );
  return { found, asked: told.map(({ host }) => host) };
};

/** Sign-in services and environments of the world, each with the answer that a test gives it; the others cannot be reached. */
const world = (answers: Readonly<Record<string, Partial<HttpAnswer>>>): HttpClient => ({
  send: async ({ url }) => {
    const answer = answers[new URL(url).host];
    return answer === undefined
      ? failed('network-unreachable', { host: new URL(url).host, reason: 'dns' })
      : ok({ status: 200, headers: {}, body: '', milliseconds: 1, retries: 0, ...answer });
  },
});
const knows = (host: string, more: object = {}): Partial<HttpAnswer> => ({
  body: JSON.stringify({ issuer: `https://${host}/${TENANT}/v2.0`, ...more }),
});
const UNKNOWN: Partial<HttpAnswer> = {
  status: 400,
  body: JSON.stringify({ error: 'invalid_tenant', error_codes: [90002] }),
};
const challenge = (authority: string): Partial<HttpAnswer> => ({
  status: 401,
  headers: { 'www-authenticate': `Bearer authorization_uri=${authority}/${TENANT}/oauth2/authorize` },
});

describe('C20: tenant and cloud of what people paste, in the demo cloud', () => {
  test.each([
    ['an environment', () => 'https://fabrikam-uat.crm.demo.test/main.aspx', 'environment'],
    ['a domain', () => 'fabrikam.demo.test', 'authority'],
    ['a user name', () => 'someone@Fabrikam.demo.test', 'authority'],
    ['a tenant id', () => tenantOf(cloud, 'Fabrikam'), 'authority'],
    [
      'an admin center page',
      () => `https://x.example/manage/tenants/${tenantOf(cloud, 'Fabrikam')}`,
      'authority',
    ],
  ])('%s', async (_what, text, by) => {
    const { found } = await look(text());
    expect(found).toMatchObject({
      ok: true,
      value: { tenantId: tenantOf(cloud, 'Fabrikam'), cloud: 'demo', by },
    });
  });

  test('a domain of the demo cloud is asked of nobody else', async () => {
    const { asked, found } = await look('nobody.demo.test');
    expect(asked).toEqual(['login.demo.test']);
    expect(found).toMatchObject({ error: { code: 'entra', params: { aadsts: 90002 } } });
  });
});

describe('C20: which cloud a tenant is in', () => {
  const US = 'login.microsoftonline.us';
  const COM = 'login.microsoftonline.com';
  test.each([
    ['public', { [COM]: knows(COM, { msgraph_host: 'graph.microsoft.com' }) }],
    ['gcc', { [COM]: knows(COM, { msgraph_host: 'graph.microsoft.com', tenant_region_sub_scope: 'GCC' }) }],
    [
      'gcc-high',
      { [COM]: knows(COM, { msgraph_host: 'graph.microsoft.us', tenant_region_sub_scope: 'DODCON' }) },
    ],
    ['dod', { [COM]: UNKNOWN, [US]: knows(US, { msgraph_host: 'dod-graph.microsoft.us' }) }],
    ['gcc-high', { [COM]: UNKNOWN, [US]: knows(US) }],
    ['china', { [COM]: UNKNOWN, [US]: UNKNOWN, 'login.partner.microsoftonline.cn': knows('x.cn') }],
  ])('%s by its sign-in service', async (id, answers) => {
    expect((await look('contoso.com', world(answers))).found).toMatchObject({
      value: { tenantId: TENANT, cloud: id },
    });
  });

  test('each service is asked once, that of the page first, and asking ends with the first that knows', async () => {
    const page = `https://high.admin.powerplatform.microsoft.us/manage/tenants/${TENANT}`;
    expect((await look(page, world({ [US]: knows(US), [COM]: knows(COM) }))).asked).toEqual([US]);
    const { asked, found } = await look('contoso.com', world({ [COM]: UNKNOWN, [US]: UNKNOWN }));
    expect(asked).toEqual([COM, US, 'login.partner.microsoftonline.cn']);
    // One of them could not be reached: nobody can say that there is no such tenant.
    expect(found).toMatchObject({ error: { code: 'network-unreachable' } });
  });

  test('an id that no service knows may be an environment’s', async () => {
    const nobody = world(
      Object.fromEntries(clouds.all().map(({ authority }) => [new URL(authority).host, UNKNOWN])),
    );
    expect((await look(TENANT, nobody)).found).toMatchObject({
      error: { code: 'url-not-understood', params: { reason: 'unknown-id' } },
    });
    expect((await look('contoso.com', nobody)).found).toMatchObject({ error: { code: 'entra' } });
  });

  test('a chosen cloud is the only one asked, and another one’s tenant is refused', async () => {
    const { asked, found } = await look(
      'contoso.com',
      world({ [COM]: knows(COM, { msgraph_host: 'graph.microsoft.us' }) }),
      'public',
    );
    expect(asked).toEqual([COM]);
    expect(found).toMatchObject({ error: { code: 'cloud-mismatch', params: { cloud: 'public' } } });
  });

  test('an environment whose host says one cloud and whose challenge another is refused', async () => {
    const host = 'contoso.crm4.dynamics.com';
    expect((await look(host, world({ [host]: challenge(`https://${US}`) }))).found).toMatchObject({
      error: { code: 'cloud-mismatch', params: { host: US, cloud: 'public' } },
    });
    expect((await look(host, world({ [host]: challenge('https://login.windows.net') }))).found).toMatchObject(
      {
        value: { cloud: 'public', url: `https://${host}` },
      },
    );
  });

  test('an address of no cloud leads to its tenant where its sign-in service is known, else to nothing', async () => {
    const host = 'crm.contoso.example';
    const url = `https://${host}/main.aspx`;
    expect((await look(url, world({ [host]: challenge(`https://${COM}`) }))).found).toMatchObject({
      value: { tenantId: TENANT, cloud: 'public', url: null },
    });
    expect((await look(url, world({ [host]: challenge('https://login.own.example') }))).found).toMatchObject({
      error: { code: 'cloud-unknown', params: { host, authority: 'login.own.example' } },
    });
  });

  test('the German cloud is recognised', async () => {
    expect((await look('contoso.crm.microsoftdynamics.de', world({}))).found).toMatchObject({
      error: { code: 'url-not-understood', params: { reason: 'retired-cloud' } },
    });
  });
});

test.each([
  ['fabrikam.com', null, 'Fabrikam'],
  [null, 'https://tailspin-toys-uat.crm4.dynamics.com', 'Tailspin Toys'],
  [null, null, ''],
])('a workspace of %s %s is proposed to be called %s', (domain, url, name) => {
  expect(proposeName({ domain, url: url === null ? null : parseOrgUrl(url) })).toBe(name);
});
