import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

const RESOURCE = 'https://service.powerapps.com';
let cloud: DemoCloud;
let admin = '';
let maker = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  admin = await tokenOf('adele.admin@contoso.demo.test');
  maker = await tokenOf('bram.visser@contoso.demo.test');
});
afterAll(() => cloud.close());

const tokenOf = async (username: string): Promise<string> =>
  (await userTokens(cloud, username, `${RESOURCE}/.default`)).access_token;
const ask = (token: string, path: string, method = 'GET'): Promise<Response> =>
  fetch(`${cloud.description.bap}${path}?api-version=2020-10-01`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
const provider = '/providers/Microsoft.BusinessAppPlatform';
const failure = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    detailUrlType: z.literal('NotSpecified'),
  }),
});

describe('what stock is taken of', () => {
  test.each(['POST', 'GET'])('settings of the tenant, asked for with %s', async (method) => {
    const answer = await ask(admin, `${provider}/listTenantSettings`, method);
    expect(await answer.json()).toMatchObject({
      disableEnvironmentCreationByNonAdminUsers: false,
      powerPlatform: { teamsIntegration: { shareWithColleaguesUserLimit: 10_000 } },
    });
  });

  test('the tenant', async () => {
    expect(await (await ask(maker, `${provider}/tenant`)).json()).toEqual({
      tenantId: tenantOf(cloud, 'Contoso'),
      state: 'Enabled',
      location: 'europe',
      aadCountryGeo: 'europe',
      dataStorageGeo: 'europe',
      defaultEnvironmentGeo: 'europe',
      aadDataBoundary: 'none',
      fedRAMPHighCertificationRequired: false,
    });
  });

  test('where environments can be made, and with what', async () => {
    const list = z.object({ value: z.array(z.looseObject({ name: z.string(), id: z.string() })) });
    const { value } = list.parse(await (await ask(admin, `${provider}/locations`)).json());
    expect(value.find(({ name }) => name === 'europe')).toEqual({
      id: `${provider}/locations/europe`,
      type: 'Microsoft.BusinessAppPlatform/locations',
      name: 'europe',
      properties: {
        displayName: 'Europe',
        code: 'EMEA',
        azureRegions: ['westeurope', 'northeurope'],
        isDefault: true,
        isDisabled: false,
        canProvisionDatabase: true,
        canProvisionCustomerEngagementDatabase: true,
      },
    });
    const ofEurope = `${provider}/locations/europe`;
    expect(await (await ask(admin, `${ofEurope}/environmentCurrencies`)).json()).toMatchObject({
      value: expect.arrayContaining([
        {
          name: 'EUR',
          id: `${ofEurope}/environmentCurrencies/EUR`,
          type: 'Microsoft.BusinessAppPlatform/locations/environmentCurrencies',
          properties: { code: 'EUR', symbol: '€', isTenantDefault: true },
        },
      ]),
    });
    expect(await (await ask(admin, `${ofEurope}/environmentLanguages`)).json()).toMatchObject({
      value: expect.arrayContaining([
        {
          name: '1033',
          id: `${ofEurope}/environmentLanguages/1033`,
          type: 'Microsoft.BusinessAppPlatform/locations/environmentLanguages',
          properties: {
            localeId: 1033,
            localizedName: 'English (United States)',
            displayName: 'English (United States)',
            isTenantDefault: true,
          },
        },
      ]),
    });
    expect((await ask(admin, `${provider}/locations/constructor/environmentLanguages`)).status).toBe(404);
    expect((await ask(admin, `${provider}/locations`, 'DELETE')).status).toBe(405);
  });

  test('data policies, for administrators', async () => {
    const path = '/providers/PowerPlatform.Governance/v2/policies';
    const { value } = z
      .object({ value: z.array(z.object({ policyDefinition: z.looseObject({ name: z.guid() }) })) })
      .parse(await (await ask(admin, path)).json());
    const name = value[0]?.policyDefinition.name ?? '';
    expect(await (await ask(admin, `${path}/${name}`)).json()).toMatchObject({
      policyDefinition: { name, environmentType: 'AllEnvironments' },
    });
    expect((await ask(admin, `${path}/x`)).status).toBe(404);
    expect((await ask(maker, path)).status).toBe(403);
    const app = await appTokenFor(cloud, 'Contoso Integration Hub', 'fabrikam.demo.test', RESOURCE);
    expect((await ask(app, path)).status).toBe(200);
  });

  test('tenant isolation, of one’s own tenant', async () => {
    const path = (tenant: string) =>
      `/providers/PowerPlatform.Governance/v1/tenants/${tenantOf(cloud, tenant)}/tenantIsolationPolicy`;
    expect(await (await ask(admin, path('Contoso'))).json()).toEqual({
      properties: { tenantId: tenantOf(cloud, 'Contoso'), isDisabled: true, allowedTenants: [] },
    });
    expect((await ask(admin, path('Fabrikam'))).status).toBe(403);
  });

  test('roles of an environment without a database; with one, its security roles take their place', async () => {
    const environments = z
      .object({ value: z.array(z.object({ name: z.string(), properties: z.looseObject({}) })) })
      .parse(await (await ask(admin, `${provider}/scopes/admin/environments`)).json()).value;
    const bare = environments.find(({ properties }) => properties['databaseType'] === 'None')?.name ?? '';
    const roles = async (id: string, token = admin) =>
      ask(token, `${provider}/scopes/admin/environments/${id}/roleAssignments`);
    const { value } = z
      .object({ value: z.array(z.record(z.string(), z.unknown())) })
      .parse(await (await roles(bare)).json());
    expect(value[0]).toEqual({
      id: expect.stringMatching(/\/roleAssignments\/[0-9a-f-]{36}$/),
      type: 'Microsoft.BusinessAppPlatform/scopes/environments/roleAssignments',
      name: expect.any(String),
      properties: {
        scope: `/providers/Microsoft.BusinessAppPlatform/environments/${bare}`,
        roleDefinition: {
          id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${bare}/roleDefinitions/EnvironmentAdmin`,
          type: 'Microsoft.BusinessAppPlatform/scopes/environments/roleDefinitions',
          name: 'EnvironmentAdmin',
        },
        principal: {
          id: expect.any(String),
          displayName: expect.any(String),
          email: expect.stringContaining('@contoso.demo.test'),
          type: 'User',
          tenantId: tenantOf(cloud, 'Contoso'),
        },
      },
    });
    expect((await roles(environmentOf(cloud, 'contoso').environmentId)).status).toBe(403);
    expect([(await roles('x')).status, (await roles(bare, maker)).status]).toEqual([404, 404]);
  });

  test.each([
    [`${provider}/listTenantSettings`, 'DELETE'],
    [`${provider}/tenant`, 'POST'],
    ['/providers/PowerPlatform.Governance/v2/policies', 'PUT'],
  ])('%s takes no %s', async (path, method) => {
    const answer = await ask(admin, path, method);
    expect([answer.status, failure.parse(await answer.json()).error.code]).toEqual([405, 'MethodNotAllowed']);
  });
});
