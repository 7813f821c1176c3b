import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { tenantElsewhere } from '../../../emulator/seed/tenants.ts';
import { microsoftClouds, microsoftCloudNames } from '../../../emulator/server/microsoft-clouds.ts';
import type { MicrosoftCloudName } from '../../../emulator/server/microsoft-clouds.ts';
import { appOf, environmentOf, post, refusalBody, tenantOf, tokenBody, userTokens } from './sign-in.ts';

const adele = 'adele.admin@contoso.demo.test';
const running = new Map<MicrosoftCloudName, DemoCloud>();
beforeAll(async () => {
  for (const name of microsoftCloudNames) {
    running.set(name, await startDemoCloud({ cloud: name, control: true }));
  }
});
afterAll(() => Promise.all([...running.values()].map((cloud) => cloud.close())));

function cloudOf(name: MicrosoftCloudName): DemoCloud {
  const cloud = running.get(name);
  if (cloud === undefined) throw new Error(`no cloud '${name}'`);
  return cloud;
}

/** Asks by a canonical name, as a proxy does. */
const ask = (
  { description: { origin, key } }: DemoCloud,
  host: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${origin}/${key}/${host}${path}`, { headers: { 'x-forwarded-host': host, ...headers } });

const metadata = z.looseObject({
  token_endpoint: z.string(),
  issuer: z.string(),
  cloud_instance_name: z.string(),
  msgraph_host: z.string(),
  tenant_region_scope: z.string().nullable(),
  tenant_region_sub_scope: z.string().optional(),
});

const environments = z.object({
  value: z.array(
    z.looseObject({
      properties: z.looseObject({
        linkedEnvironmentMetadata: z
          .looseObject({ instanceUrl: z.string(), domainName: z.string() })
          .optional(),
      }),
    }),
  ),
});

// Learn: authentication-national-cloud, Graph deployments, discovery-service; scopes of tenants as ScubaGear checks them.
const played = [
  ['public', 'login.microsoftonline.com', 'graph.microsoft.com', 'crm4.dynamics.com', 'EU', undefined],
  ['gcc', 'login.microsoftonline.com', 'graph.microsoft.com', 'crm9.dynamics.com', 'NA', 'GCC'],
  [
    'gcc-high',
    'login.microsoftonline.us',
    'graph.microsoft.us',
    'crm.microsoftdynamics.us',
    'USGov',
    'DODCON',
  ],
  ['dod', 'login.microsoftonline.us', 'dod-graph.microsoft.us', 'crm.appsplatform.us', 'USGov', 'DOD'],
  [
    'china',
    'login.partner.microsoftonline.cn',
    'microsoftgraph.chinacloudapi.cn',
    'crm.dynamics.cn',
    'AS',
    undefined,
  ],
] as const;

describe.each(played)('a demo cloud that plays %s', (name, login, graph, suffix, scope, subScope) => {
  const row = microsoftClouds[name];

  test('describes its tenants as tenants of that cloud, in Microsoft’s names to who asks by them', async () => {
    const cloud = cloudOf(name);
    const tenant = tenantOf(cloud, 'Contoso');
    const path = `/${tenant}/v2.0/.well-known/openid-configuration`;
    const theirs = metadata.parse(await (await ask(cloud, login, path)).json());
    expect(theirs).toMatchObject({
      issuer: `https://${login}/${tenant}/v2.0`,
      token_endpoint: `https://${login}/${tenant}/oauth2/v2.0/token`,
      msgraph_host: graph,
      tenant_region_scope: scope,
      cloud_instance_name: row.instanceName,
      cloud_graph_host_name: row.olderGraph,
      rbac_url: `https://${row.rbac}`,
    });
    expect(theirs.tenant_region_sub_scope).toBe(subScope);
    const own = metadata.parse(await (await fetch(`${cloud.description.login.http}${path}`)).json());
    expect(own).toMatchObject({
      token_endpoint: `${cloud.description.login.http}/${tenant}/oauth2/v2.0/token`,
      cloud_instance_name: row.instanceName,
    });
  });

  test('an environment is reached by the name that it would have there, with a token for it', async () => {
    const cloud = cloudOf(name);
    const host = `contoso.${suffix}`;
    const challenged = await ask(cloud, host, '/api/data/v9.2/WhoAmI');
    expect(challenged.headers.get('www-authenticate')).toContain(`authorization_uri=https://${login}/`);
    const app = appOf(cloud, 'Contoso Integration Hub');
    const { origin, key } = cloud.description;
    const answer = await post(
      `${origin}/${key}/${login}/${app.tenantId}/oauth2/v2.0/token`,
      {
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.secret ?? '',
        scope: `https://${host}/.default`,
      },
      { 'x-forwarded-host': login },
    );
    const { access_token: token } = tokenBody.parse(await answer.json());
    const who = await ask(cloud, host, '/api/data/v9.2/WhoAmI', { authorization: `Bearer ${token}` });
    expect(await who.json()).toMatchObject({
      '@odata.context': `https://${host}/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
      OrganizationId: environmentOf(cloud, 'contoso').organizationId,
    });
  });

  test('its admin API and discovery name the environments as that cloud does', async () => {
    const cloud = cloudOf(name);
    const resource = typeof row.adminScope === 'string' ? row.adminScope : row.adminScope.module;
    const { access_token: token } = await userTokens(cloud, adele, `https://${resource}/.default`);
    const path = '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2023-06-01';
    const listed = await ask(cloud, row.bap, path, { authorization: `Bearer ${token}` });
    expect(
      environments
        .parse(await listed.json())
        .value.map(({ properties }) => properties.linkedEnvironmentMetadata)
        .find((one) => one?.domainName === 'contoso')?.instanceUrl,
    ).toBe(`https://contoso.${suffix}/`);
    const { access_token: other } = await userTokens(cloud, adele, `https://${row.discovery}/.default`);
    const found = await ask(cloud, row.discovery, '/api/discovery/v2.0/Instances?$select=Url', {
      authorization: `Bearer ${other}`,
    });
    expect(await found.json()).toMatchObject({
      value: expect.arrayContaining([{ Url: `https://contoso.${suffix}/` }]) as unknown,
    });
  });
});

test.each([
  ['gcc', 'module', 'gov.service.powerapps.us', 'service.powerapps.us'],
  ['gcc', 'provider', 'service.powerapps.us', 'gov.service.powerapps.us'],
  ['gcc-high', 'module', 'high.service.powerapps.us', 'high.service.apps.appsplatform.us'],
  ['gcc-high', 'provider', 'high.service.apps.appsplatform.us', 'high.service.powerapps.us'],
] as const)('the resource of the admin API of %s by the rule %s', async (name, value, known, unknown) => {
  const cloud = cloudOf(name);
  const rule = `${cloud.description.control ?? ''}/rules/governmentAdminScope`;
  expect((await fetch(rule, { method: 'PUT', body: JSON.stringify({ value }) })).status).toBe(204);
  const app = appOf(cloud, 'Contoso Integration Hub');
  const asked = async (resource: string): Promise<number> =>
    (
      await post(`${cloud.description.login.http}/${app.tenantId}/oauth2/v2.0/token`, {
        grant_type: 'client_credentials',
        client_id: app.clientId,
        client_secret: app.secret ?? '',
        scope: `https://${resource}/.default`,
      })
    ).status;
  expect([await asked(known), await asked(unknown)]).toEqual([200, 400]);
  await fetch(rule, { method: 'DELETE' });
});

test.each([
  ['own', 'api.high.powerplatform.microsoft.us', 'api.appsplatform.us'],
  ['dod', 'api.appsplatform.us', 'api.high.powerplatform.microsoft.us'],
] as const)(
  'the host of the Power Platform API of GCC High by the rule %s',
  async (value, known, unknown) => {
    const cloud = cloudOf('gcc-high');
    const rule = `${cloud.description.control ?? ''}/rules/highPowerPlatformHost`;
    expect((await fetch(rule, { method: 'PUT', body: JSON.stringify({ value }) })).status).toBe(204);
    const { access_token: token } = await userTokens(cloud, adele, `https://${known}/.default`);
    const path = '/environmentmanagement/environments?api-version=2024-10-01&$select=url';
    const headers = { authorization: `Bearer ${token}` };
    expect(await (await ask(cloud, known, path, headers)).json()).toMatchObject({
      value: expect.arrayContaining([{ url: 'https://contoso.crm.microsoftdynamics.us' }]) as unknown,
    });
    expect((await ask(cloud, unknown, path, headers)).status).toBe(404);
    await fetch(rule, { method: 'DELETE' });
  },
);

test.each(['AS', 'CN'])('the region of a tenant in China by the rule: %s', async (value) => {
  const cloud = cloudOf('china');
  const rule = `${cloud.description.control ?? ''}/rules/chinaRegionScope`;
  expect((await fetch(rule, { method: 'PUT', body: JSON.stringify({ value }) })).status).toBe(204);
  const path = `${cloud.description.login.http}/${tenantOf(cloud, 'Contoso')}/v2.0/.well-known/openid-configuration`;
  expect(metadata.parse(await (await fetch(path)).json()).tenant_region_scope).toBe(value);
  await fetch(rule, { method: 'DELETE' });
});

test.each([
  ['byGrant', [900382, 900432]],
  ['900382', [900382, 900382]],
  ['900432', [900432, 900432]],
])('the number that a confidential client of another cloud is told by the rule: %s', async (value, codes) => {
  const cloud = cloudOf('public');
  const rule = `${cloud.description.control ?? ''}/rules/crossCloudNumber`;
  expect((await fetch(rule, { method: 'PUT', body: JSON.stringify({ value }) })).status).toBe(204);
  const asked = ['client_credentials', 'authorization_code'].map(async (grant) => {
    const answer = await post(`${cloud.description.login.http}/${tenantElsewhere.domain}/oauth2/v2.0/token`, {
      grant_type: grant,
      client_id: cloud.description.adminClientId,
      client_secret: 'x',
    });
    return refusalBody.parse(await answer.json()).error_codes[0];
  });
  expect(await Promise.all(asked)).toEqual(codes);
  await fetch(rule, { method: 'DELETE' });
});

test('instance discovery knows the sign-in services of all clouds by all their names', async () => {
  const cloud = cloudOf('gcc-high');
  const answer = await ask(
    cloud,
    'login.microsoftonline.com',
    '/common/discovery/instance?api-version=1.1&authorization_endpoint=https%3A%2F%2Flogin.usgovcloudapi.net%2Fcommon%2Foauth2%2Fv2.0%2Fauthorize',
  );
  const { metadata: services } = z
    .object({ metadata: z.array(z.object({ preferred_network: z.string(), aliases: z.array(z.string()) })) })
    .parse(await answer.json());
  expect(services.map((one) => one.preferred_network)).toEqual([
    'login.microsoftonline.com',
    'login.partner.microsoftonline.cn',
    'login.microsoftonline.de',
    'login.microsoftonline.us',
    'login-us.microsoftonline.com',
  ]);
});

describe('a tenant that is asked for in the wrong cloud', () => {
  const secret = { client_id: '11111111-1111-4111-8111-111111111111', client_secret: 'secret' };
  const refusalOf = async (answer: Response) => refusalBody.parse(await answer.json());
  const token = (cloud: DemoCloud, host: string, tenant: string, form: Record<string, string>) => {
    const { origin, key } = cloud.description;
    return post(`${origin}/${key}/${host}/${tenant}/oauth2/v2.0/token`, form);
  };

  test.each([
    ['gcc-high', 'login.microsoftonline.com', 'microsoftonline.us', 'graph.microsoft.us'],
    ['dod', 'login.microsoftonline.com', 'microsoftonline.us', 'dod-graph.microsoft.us'],
    ['public', 'login.microsoftonline.us', 'MicrosoftOnline.COM', 'graph.microsoft.com'],
    ['china', 'login.microsoftonline.com', 'partner.microsoftonline.cn', 'microsoftgraph.chinacloudapi.cn'],
  ] as const)('of %s at %s: its metadata is told, no token given', async (name, host, national, graph) => {
    const cloud = cloudOf(name);
    const tenant = tenantOf(cloud, 'Contoso');
    const { preferred } = microsoftClouds[name].signIn;
    const document = await ask(cloud, host, `/${tenant}/.well-known/openid-configuration`);
    expect(metadata.parse(await document.json())).toMatchObject({
      token_endpoint: `https://${preferred}/${tenant}/oauth2/token`,
      msgraph_host: graph,
    });
    const grant = { ...secret, grant_type: 'client_credentials' };
    expect(await refusalOf(await token(cloud, host, tenant, grant))).toMatchObject({
      error: 'invalid_request',
      error_codes: [900382],
    });
    const code = { ...secret, grant_type: 'authorization_code', code: 'x' };
    expect(await refusalOf(await token(cloud, host, tenant, code))).toMatchObject({ error_codes: [900432] });
    const asPublic = { client_id: secret.client_id, grant_type: 'authorization_code', code: 'x' };
    const refused = await refusalOf(await token(cloud, host, tenant, asPublic));
    expect(refused.error_codes).toEqual([90038]);
    expect(refused.error_description).toContain(`is being redirected to the National Cloud '${national}'.`);
  });

  test.each([
    ['gcc-high', 'login.microsoftonline.com', 'AADSTS900439'],
    ['public', 'login.microsoftonline.us', 'AADSTS900440'],
    ['china', 'login.microsoftonline.us', 'AADSTS90038'],
  ] as const)('people of %s at %s are told so (%#)', async (name, host, code) => {
    const cloud = cloudOf(name);
    const tenant = tenantOf(cloud, 'Contoso');
    const page = await ask(cloud, host, `/${tenant}/oauth2/v2.0/authorize?client_id=${secret.client_id}`);
    expect(await page.text()).toContain(code);
    expect((await ask(cloud, host, `/${tenant}/oauth2/v2.0/logout`)).status).toBe(404);
  });

  test.each([
    ['public', 'microsoftonline.us', 'DODCON'],
    ['dod', 'microsoftonline.com', undefined],
  ] as const)('Trey Research is always elsewhere: asked for in %s', async (name, instance, subScope) => {
    const cloud = cloudOf(name);
    const { http } = cloud.description.login;
    const url = `${http}/treyresearch.demo.test`;
    const document = metadata.parse(
      await (await fetch(`${url}/v2.0/.well-known/openid-configuration`)).json(),
    );
    expect(document.cloud_instance_name).toBe(instance);
    expect(document.tenant_region_sub_scope).toBe(subScope);
    const refused = await post(`${url}/oauth2/token`, { ...secret, grant_type: 'client_credentials' });
    expect(await refusalOf(refused)).toMatchObject({ error_codes: [900382] });
    const followed = await post(document.token_endpoint, { ...secret, grant_type: 'client_credentials' });
    expect(await refusalOf(followed)).toMatchObject({ error_codes: [90002] });
  });

  test('a tenant that nobody knows is not found there either', async () => {
    const cloud = cloudOf('gcc-high');
    const answer = await token(cloud, 'login.microsoftonline.com', 'nobody.example', {
      ...secret,
      grant_type: 'x',
    });
    expect(await refusalOf(answer)).toMatchObject({ error_codes: [90002] });
    expect((await ask(cloud, 'login.microsoftonline.com', '/common/oauth2/v2.0/token')).status).toBe(404);
  });
});
