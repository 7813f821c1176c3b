import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const answer = z.looseObject({ value: z.array(z.record(z.string(), z.unknown())) });

const tenantNamed = (urlName: string): string => {
  const { tenantId } = environmentOf(cloud, urlName);
  return cloud.description.tenants.find((one) => one.id === tenantId)?.name ?? '';
};

async function asApp(app: string, urlName: string, query: string): Promise<Response> {
  const { url, pathUrl } = environmentOf(cloud, urlName);
  const token = await appTokenFor(cloud, app, tenantOf(cloud, tenantNamed(urlName)), url);
  return fetch(`${pathUrl}/api/data/v9.2/${query}`, { headers: { authorization: `Bearer ${token}` } });
}

async function asPerson(username: string, urlName: string, query: string, prefer = ''): Promise<Response> {
  const { url, pathUrl } = environmentOf(cloud, urlName);
  const { access_token: token } = await userTokens(cloud, username, `${url}/.default`);
  return fetch(`${pathUrl}/api/data/v9.2/${query}`, {
    headers: { authorization: `Bearer ${token}`, prefer },
  });
}

const hub = 'Contoso Integration Hub';
const administrators: Readonly<Record<string, string>> = {
  Contoso: 'adele.admin@contoso.demo.test',
  Fabrikam: 'felicia.admin@fabrikam.demo.test',
  'Adventure Works': 'alastair.admin@adventureworks.demo.test',
};
const reachable = [
  'contoso-dev',
  'contoso-test',
  'contoso',
  'fabrikam-sandbox',
  'fabrikam-uat',
  'fabrikam',
  'adventureworks-sandbox',
];

describe('what the demo cloud has to tell', () => {
  test.each(['contoso-dev', 'contoso-test', 'fabrikam-sandbox'])(
    'the hub is nobody in %s',
    async (urlName) => {
      const response = await asApp(hub, urlName, 'WhoAmI');
      expect(response.status).toBe(403);
      expect(failure.parse(await response.json()).error.code).toBe('0x80072560');
    },
  );

  test.each(['fabrikam', 'adventureworks-sandbox', 'fabrikam-uat'])(
    'the hub reads accounts in %s',
    async (urlName) => {
      const response = await asApp(hub, urlName, 'accounts?$select=name&$top=3');
      expect(answer.parse(await response.json()).value).toHaveLength(3);
    },
  );

  test('the hub is let into Contoso Production, but may not read accounts there', async () => {
    expect((await asApp(hub, 'contoso', 'WhoAmI')).status).toBe(200);
    const response = await asApp(hub, 'contoso', 'accounts?$select=name');
    expect(response.status).toBe(403);
    const { error } = failure.parse(await response.json());
    expect(error.code).toBe('0x80040220');
    expect(error.message).toContain('is missing prvReadAccount privilege');
  });

  test('a disabled, a deleted and a role-less application user are told apart', async () => {
    const disabled = await asApp('Contoso Legacy Loader', 'contoso', 'WhoAmI');
    expect(failure.parse(await disabled.json()).error.code).toMatch(/^0x(?:80040225|8004A112)$/);
    const deleted = await asApp('Contoso Legacy Loader', 'fabrikam-sandbox', 'WhoAmI');
    expect(deleted.status).toBe(403);
    const roleless = await asApp('Fabrikam Invoice Bot', 'fabrikam-sandbox', 'accounts');
    expect(roleless.status).toBe(403);
  });

  test.each(reachable)(
    'the administrator sees users, application users and more than sixty roles in %s',
    async (urlName) => {
      const who = administrators[tenantNamed(urlName)] ?? '';
      const rows = async (query: string): Promise<number> =>
        answer.parse(await (await asPerson(who, urlName, query)).json()).value.length;
      expect(await rows('systemusers?$select=fullname&$filter=applicationid eq null')).toBeGreaterThan(10);
      expect(await rows('systemusers?$select=fullname&$filter=applicationid ne null')).toBeGreaterThanOrEqual(
        4,
      );
      const distinct = 'roles?$select=name&$filter=businessunitid/parentbusinessunitid eq null';
      expect(await rows(distinct)).toBeGreaterThanOrEqual(60);
    },
  );

  test('contacts of Contoso Production come in pages', async () => {
    const response = await asPerson('adele.admin@contoso.demo.test', 'contoso', 'contacts?$select=fullname');
    const page = answer.parse(await response.json());
    expect(page.value).toHaveLength(5000);
    expect(page['@odata.nextLink']).toContain('$skiptoken=');
  });

  test('a plain user sees little', async () => {
    const response = await asPerson('bram.visser@contoso.demo.test', 'contoso-test', 'accounts?$select=name');
    expect(answer.parse(await response.json()).value.length).toBeLessThan(50);
  });

  test('a token of another tenant is of no use', async () => {
    const dataverse = '00000007-0000-0000-c000-000000000000';
    const token = await appTokenFor(cloud, hub, tenantOf(cloud, 'Contoso'), dataverse);
    const response = await fetch(`${environmentOf(cloud, 'fabrikam').pathUrl}/api/data/v9.2/WhoAmI`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(403);
    expect(failure.parse(await response.json()).error.code).toBe('0x80072560');
  });
});

test('in a large cloud the hub reads accounts everywhere', async () => {
  const large = await startDemoCloud({ seed: { environments: 12, usersPerEnvironment: 500 } });
  const tenant = tenantOf(large, 'Contoso');
  const counts = await Promise.all(
    large.description.environments.map(async ({ url, pathUrl }) => {
      const token = await appTokenFor(large, hub, tenant, url);
      const response = await fetch(`${pathUrl}/api/data/v9.2/accounts?$select=name`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return answer.parse(await response.json()).value.length;
    }),
  );
  await large.close();
  expect(counts).toEqual(Array.from({ length: 12 }, () => 60));
});
