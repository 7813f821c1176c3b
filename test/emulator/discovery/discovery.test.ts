import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, appTokenFor, consentToGraph, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';
import { reference } from '../reference.ts';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const adele = 'adele.admin@contoso.demo.test';
const bram = 'bram.visser@contoso.demo.test';
const felicia = 'felicia.admin@fabrikam.demo.test';
const mina = 'mina.sharma@adventureworks.demo.test';
const rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

async function userToken(username: string, resource: string): Promise<string> {
  return (await userTokens(cloud, username, `${resource}/.default`)).access_token;
}

async function get(
  url: string,
  token: string | null,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, { headers: token === null ? headers : { ...headers, authorization: `Bearer ${token}` } });
}

describe('global discovery', () => {
  const resource = 'https://globaldisco.crm.demo.test';
  const ask = async (username: string, query = '', key = ''): Promise<Response> =>
    get(
      `${cloud.description.discovery}/api/discovery/v2.0/Instances${key}${query}`,
      await userToken(username, resource),
    );
  const root = (): string => `${cloud.description.discovery}/api/discovery/v2.0`;
  const names = async (response: Response): Promise<unknown[]> =>
    rows.parse(await response.json()).value.map((row) => row['UrlName']);

  test('lists the environments in which the person is a user, with what is to be known of them', async () => {
    const response = await ask(adele);
    const answer = rows.parse(await response.json());
    const { url: _url, pathUrl, ...test } = environmentOf(cloud, 'contoso-test');
    expect(answer.value[1]).toMatchObject({
      Id: test.organizationId,
      EnvironmentId: test.environmentId,
      TenantId: test.tenantId,
      FriendlyName: 'Contoso Test',
      Url: `${pathUrl}/`,
      IsUserSysAdmin: true,
      State: 0,
      Region: 'EMEA',
    });
    expect(Object.keys(answer.value[0] ?? {}).toSorted()).toEqual(
      'ApiUrl DatacenterId DatacenterName EnvironmentId FriendlyName Id IsUserSysAdmin LastUpdated OrganizationType Purpose Region SchemaType State StatusMessage TenantId TrialExpirationDate UniqueName Url UrlName Version'.split(
        ' ',
      ),
    );
    // Learn: OrganizationType EnumType.
    expect(answer.value.map((row) => [row['UrlName'], row['OrganizationType']])).toEqual([
      ['contoso-dev', 13],
      ['contoso-test', 5],
      ['contoso', 12],
    ]);
    expect(await names(await ask(felicia))).toEqual(['fabrikam-sandbox', 'fabrikam-uat', 'fabrikam']);
  });

  test('names canonical addresses to a canonical request', async () => {
    const response = await get(
      `${cloud.description.discovery}/api/discovery/v2.0/Instances?$select=Url,ApiUrl`,
      await userToken(mina, resource),
      { 'X-Forwarded-Host': 'globaldisco.crm.demo.test' },
    );
    expect(await response.json()).toEqual({
      '@odata.context':
        'https://globaldisco.crm.demo.test/api/discovery/v2.0/$metadata#Instances(Url,ApiUrl)',
      value: [
        {
          Url: 'https://adventureworks-sandbox.crm11.demo.test/',
          ApiUrl: 'https://adventureworks-sandbox.api.crm11.demo.test/',
        },
        {
          Url: 'https://adventureworks.crm11.demo.test/',
          ApiUrl: 'https://adventureworks.api.crm11.demo.test/',
        },
      ],
    });
  });

  test.each([
    ["$filter=UrlName eq 'contoso'", ['contoso']],
    ["$filter=UrlName eq 'Contoso'", []],
    ["$filter=State eq 0 and UrlName ne 'contoso'", ['contoso-dev', 'contoso-test']],
    ["$filter=UrlName eq 'contoso' or FriendlyName eq 'Contoso Test'", ['contoso-test', 'contoso']],
    ['$filter=IsUserSysAdmin eq false', []],
    // Learn: discovery-service, "Use OData $filter query options"; text is compared with case.
    [
      "$filter=startswith(FriendlyName,'Contoso') and not endswith(FriendlyName,'Test')",
      ['contoso-dev', 'contoso'],
    ],
    ["$filter=contains(FriendlyName,'contoso')", []],
    [
      "$filter=(contains(UrlName,'dev') or contains(UrlName,'test')) and State le 0",
      ['contoso-dev', 'contoso-test'],
    ],
    ['$filter=TrialExpirationDate lt 2022-07-14T00:00:00Z', ['contoso-dev', 'contoso-test', 'contoso']],
    ['$filter=TrialExpirationDate ge 2022-07-14T00:00:00Z', []],
  ])('filters: %s', async (query, expected) => {
    expect(await names(await ask(adele, `?${query}`))).toEqual(expected);
  });

  test('answers keys with a list of one', async () => {
    const { organizationId } = environmentOf(cloud, 'contoso');
    expect(await names(await ask(adele, '', `(${organizationId})`))).toEqual(['contoso']);
    expect(await names(await ask(adele, '', "(UrlName='contoso-dev')"))).toEqual(['contoso-dev']);
    expect(await names(await ask(adele, '', "(UniqueName='nothing')"))).toEqual([]);
    expect(await names(await ask(adele, '', "(Region='EMEA')"))).toEqual([
      'contoso-dev',
      'contoso-test',
      'contoso',
    ]);
    expect(await names(await ask(adele, '', '(State=1)'))).toEqual([]);
  });

  test('describes itself: one set, and its type with alternate keys', async () => {
    const at = (path: string) => userToken(adele, resource).then((token) => get(`${root()}${path}`, token));
    expect(await (await at('/')).json()).toMatchObject({ value: [{ name: 'Instances', kind: 'EntitySet' }] });
    const document = await at('/$metadata');
    expect(document.headers.get('content-type')).toContain('application/xml');
    const described = [...(await document.text()).matchAll(/<Property Name="(\w+)"/g)].map(
      ([, name]) => name,
    );
    const [row] = rows.parse(await (await ask(adele)).json()).value;
    expect(new Set(described)).toEqual(new Set(Object.keys(row ?? {})));
  });

  test.each([
    '$select=urlname',
    '$select=constructor',
    '$filter=constructor eq null',
    '$filter=urlname eq 1',
    '$filter=UrlName gt 1',
    "$filter=concat(UrlName,'a') eq 'a'",
    '$filter=contains(State,1)',
    '$filter=not',
    '$filter=',
    '$top=1',
    '$filter=UrlName eq',
  ])('refuses %s', async (query) => {
    expect((await ask(adele, `?${query}`)).status).toBe(400);
  });

  test('is closed to apps and strangers', async () => {
    const url = `${cloud.description.discovery}/api/discovery/v2.0/Instances`;
    expect((await get(url, null)).status).toBe(401);
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), resource);
    expect((await get(url, token)).status).toBe(403);
  });
});

describe('the list of environments', () => {
  const resource = 'https://service.powerapps.demo.test';
  const path = '/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments';
  const list = (token: string | null, rest = '?api-version=2023-06-01'): Promise<Response> =>
    get(`${cloud.description.bap}${path}${rest}`, token);

  test('shows an administrator all of the tenant', async () => {
    const answer = rows.parse(await (await list(await userToken(felicia, resource))).json());
    expect(answer.value).toHaveLength(3);
    const { pathUrl, environmentId, organizationId, tenantId } = environmentOf(cloud, 'fabrikam');
    expect(answer.value[2]).toMatchObject({
      name: environmentId,
      id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environmentId}`,
      location: 'unitedstates',
      properties: {
        tenantId,
        environmentSku: 'Default',
        isDefault: true,
        linkedEnvironmentMetadata: {
          resourceId: organizationId,
          instanceUrl: `${pathUrl}/`,
          domainName: 'fabrikam',
        },
      },
    });
  });

  test('shows one environment, and nothing to people without the role', async () => {
    const { environmentId } = environmentOf(cloud, 'contoso');
    const token = await userToken(adele, resource);
    const one = await list(token, `/${environmentId}?api-version=2023-06-01`);
    expect(await one.json()).toMatchObject({ name: environmentId });
    const byDefault = await list(token, '/~Default?api-version=2023-06-01');
    expect(await byDefault.json()).toMatchObject({ name: environmentId, properties: { isDefault: true } });
    const none = rows.parse(await (await list(await userToken(mina, resource))).json());
    expect(none.value).toEqual([]);
    const other = await list(
      token,
      `/${environmentOf(cloud, 'fabrikam').environmentId}?api-version=2023-06-01`,
    );
    expect(other.status).toBe(404);
    const { environmentId: id } = environmentOf(cloud, 'fabrikam');
    expect(await other.json()).toEqual({
      error: {
        code: 'EnvironmentNotFound',
        message: `The environment '${id}' could not be found in the tenant '${tenantOf(cloud, 'Contoso')}'.`,
        detailUrlType: 'NotSpecified',
      },
    });
  });

  test('shows what the caller may do in each, where that is asked for: an administrator, and a maker', async () => {
    const named = z.looseObject({
      value: z.array(
        z.looseObject({
          name: z.string(),
          properties: z.looseObject({
            permissions: z.record(z.string(), z.strictObject({ displayName: z.string() })).optional(),
          }),
        }),
      ),
    });
    const permissions = async (token: string, address: string) => {
      const answer = named.parse(await (await get(`${cloud.description.bap}${address}`, token)).json());
      const { environmentId } = environmentOf(cloud, 'contoso');
      return answer.value.find(({ name }) => name === environmentId)?.properties.permissions;
    };
    const version = '?api-version=2023-06-01';
    const makers = path.replace('/scopes/admin', '');
    const admin = await userToken(adele, resource);
    const maker = await userToken(bram, resource);
    expect(await permissions(admin, `${path}${version}`)).toBeUndefined();
    expect(
      await permissions(admin, `${path}${version}&$expand=permissions,properties.capacity`),
    ).toMatchObject({
      ReadEnvironment: { displayName: 'Read Environment' },
      AdminReadEnvironment: { displayName: 'Admin Read Environment' },
      SetDLPPolicy: { displayName: 'Set DLP Policy' },
    });
    const ofMaker = await permissions(maker, `${makers}${version}&$expand=Permissions`);
    expect(Object.keys(ofMaker ?? {})).toContain('CreatePowerApp');
    expect(Object.keys(ofMaker ?? {})).not.toContain('AdminReadEnvironment');
  });

  const namesOf = async (answer: Response): Promise<unknown[]> =>
    rows.parse(await answer.json()).value.map(({ properties }) => {
      const shown = z.looseObject({ displayName: z.string() }).parse(properties);
      return shown.displayName;
    });

  test.each([
    ["properties.displayName eq 'Contoso Test'", ['Contoso Test']],
    ["properties/environmentSku eq 'Developer'", ['Contoso Development']],
    ["properties.protectionStatus.keyManagedBy eq 'Customer'", []],
    ["properties/isDefault eq false and properties/databaseType eq 'None'", ['Contoso Canvas Apps']],
    ["properties/cat eq 'x' or properties/displayName/length ne null and name eq 'x'", []],
  ])('filters as published clients write it: %s', async (filter, expected) => {
    const token = await userToken(adele, resource);
    const query = `?api-version=2023-06-01&$filter=${encodeURIComponent(filter)}`;
    expect(await namesOf(await list(token, query))).toEqual(expected);
  });

  test('finds the environment of an organization by its id, which stands there without quotes', async () => {
    const { organizationId } = environmentOf(cloud, 'contoso-test');
    const filter = `properties/linkedEnvironmentMetadata/resourceId eq ${organizationId}`;
    const query = `?api-version=2021-04-01&$expand=permissions&$filter=${filter}`;
    expect(await namesOf(await list(await userToken(adele, resource), query))).toEqual(['Contoso Test']);
  });

  test.each([
    '',
    'properties.displayName',
    "startswith(properties.displayName,'x')",
    'name gt 1',
    "name eq 'x",
  ])('refuses the filter "%s"', async (filter) => {
    const query = `?api-version=2023-06-01&$filter=${encodeURIComponent(filter)}`;
    const response = await list(await userToken(adele, resource), query);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'InvalidFilterInQueryString' } });
  });

  test.each(['properties.capacity,properties.addons', 'properties/capacity, properties/addons'])(
    'tells what each takes up with $expand=%s',
    async (expand) => {
      const shape = z.looseObject({
        name: z.string(),
        properties: z.looseObject({
          databaseType: z.string(),
          addons: z.array(z.never()),
          capacity: z.array(
            z.strictObject({
              capacityType: z.string(),
              actualConsumption: z.number(),
              ratedConsumption: z.number(),
              capacityUnit: z.literal('MB'),
              updatedOn: z.string().regex(/^\d{4}-\d\d-\d\dT03:00:00Z$/),
            }),
          ),
        }),
      });
      const query = `?api-version=2020-10-01&$expand=${expand}`;
      const answer = await (await list(await userToken(adele, resource), query)).json();
      for (const { properties } of z.looseObject({ value: z.array(shape) }).parse(answer).value) {
        const types = ['Database', 'File', 'Log', 'FinOpsDatabase', 'FinOpsFile'];
        expect(properties.capacity.map(({ capacityType }) => capacityType)).toEqual(
          properties.databaseType === 'None' ? [] : types,
        );
        expect(properties.capacity.every((one) => one.ratedConsumption >= one.actualConsumption)).toBe(true);
      }
    },
  );

  test.each([
    ['', 400, 'MissingApiVersionParameter'],
    ['?api-version=latest', 400, 'InvalidApiVersionParameter'],
    ['?api-version=2023-06-01%00', 400, 'InvalidApiVersionParameter'],
  ])('wants a version of the API: "%s"', async (query, status, code) => {
    const response = await list(await userToken(adele, resource), query);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  test('is closed to apps that are not registered for it, to strangers, and to tokens for others', async () => {
    const refused = async (answer: Response): Promise<string> => `${answer.status} ${await answer.text()}`;
    expect(await refused(await list(null))).toContain("The 'Authorization' header is missing.");
    expect(await refused(await list('a.b.c'))).toContain('"InvalidAuthenticationToken"');
    const elsewhere = await refused(await list(await userToken(adele, 'https://graph.demo.test')));
    expect(elsewhere).toMatch(/^401 .*has been obtained from wrong audience or resource/);
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), resource);
    const response = await list(token);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('does not have permission to access the path');
  });

  test('shows the environment without Dataverse to administrators of its tenant, and discovery knows nothing of it', async () => {
    const described = (answer: unknown) =>
      rows.parse(answer).value.filter((row) => JSON.stringify(row).includes('Contoso Canvas Apps'));
    const token = await userToken(adele, resource);
    const [bare] = described(await (await list(token)).json());
    expect(bare).toMatchObject({ properties: { databaseType: 'None', environmentSku: 'Production' } });
    expect(JSON.stringify(bare)).not.toContain('linkedEnvironmentMetadata');
    const one = await get(
      `${cloud.description.bap}${path}/${String(bare?.['name'])}?api-version=2023-06-01`,
      token,
    );
    expect(await one.json()).toEqual(bare);
    expect(described(await (await list(await userToken(felicia, resource))).json())).toEqual([]);
    const person = await userToken(adele, 'https://globaldisco.crm.demo.test');
    const found = await get(`${cloud.description.discovery}/api/discovery/v2.0/Instances`, person);
    expect(await found.text()).not.toContain('Contoso Canvas Apps');
  });

  const recording = reference('recorded/bap-environments.json');
  test.skipIf(recording.path === null)(`has no field that a recording lacks${recording.note}`, async () => {
    const shapes = (value: unknown, at = ''): readonly string[] => {
      if (Array.isArray(value)) return value.flatMap((one: unknown) => shapes(one, `${at}[]`));
      if (typeof value !== 'object' || value === null) return [`${at}:${typeof value}`];
      return Object.entries(value).flatMap(([name, one]) => shapes(one, `${at}.${name}`));
    };
    const recorded = new Set(shapes(JSON.parse(readFileSync(recording.path ?? '', 'utf8'))));
    const answer: unknown = await (await list(await userToken(adele, resource))).json();
    expect([...new Set(shapes(answer))].filter((shape) => !recorded.has(shape))).toEqual([]);
  });

  test.skipIf(recording.path === null)(
    `has every property that all recorded environments have${recording.note}`,
    async () => {
      const listed = z.looseObject({
        value: z.array(z.looseObject({ properties: z.record(z.string(), z.unknown()) })),
      });
      const namesOf = (answer: unknown) =>
        listed.parse(answer).value.map(({ properties }) => Object.keys(properties));
      const [first = [], ...others] = namesOf(JSON.parse(readFileSync(recording.path ?? '', 'utf8')));
      const everywhere = first.filter((name) => others.every((names) => names.includes(name)));
      // What its administrator wrote, and what one without Dataverse has not.
      const optional = new Set(['description', 'linkedEnvironmentMetadata']);
      for (const names of namesOf(await (await list(await userToken(adele, resource))).json())) {
        expect(everywhere.filter((name) => !names.includes(name) && !optional.has(name))).toEqual([]);
      }
    },
  );
});

describe('Graph', () => {
  const resource = 'https://graph.demo.test';
  const ask = async (username: string, path: string): Promise<Response> => {
    await consentToGraph(cloud, username);
    return get(`${cloud.description.graph}/v1.0/${path}`, await userToken(username, resource));
  };

  test('shows an app in its home tenant with its credentials, but no secret', async () => {
    const { clientId, secret = '' } = appOf(cloud, 'Contoso Integration Hub');
    const text = await (await ask(adele, `applications(appId='${clientId}')`)).text();
    expect(JSON.parse(text)).toMatchObject({
      appId: clientId,
      signInAudience: 'AzureADMultipleOrgs',
      passwordCredentials: [{ displayName: 'Rollout', hint: secret.slice(0, 3), secretText: null }],
      keyCredentials: [{ type: 'AsymmetricX509Cert', usage: 'Verify', key: null }],
    });
    expect(text).not.toContain(secret);
  });

  test('shows a service principal to a customer, but not the application', async () => {
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    const principal = await ask(
      felicia,
      `servicePrincipals(appId='${clientId}')?$select=id,appOwnerOrganizationId`,
    );
    expect(await principal.json()).toMatchObject({ appOwnerOrganizationId: tenantOf(cloud, 'Contoso') });
    const application = await ask(felicia, `applications(appId='${clientId}')`);
    expect(application.status).toBe(404);
    expect(await application.json()).toMatchObject({
      error: {
        code: 'Request_ResourceNotFound',
        innerError: {
          date: expect.any(String),
          'request-id': expect.any(String),
          'client-request-id': expect.any(String),
        },
      },
    });
  });

  test('knows who asks', async () => {
    expect(await (await ask(adele, 'me')).json()).toMatchObject({
      userPrincipalName: adele,
      displayName: 'Adele Hartog',
    });
  });

  test('refuses strangers, apps and other paths', async () => {
    const { clientId } = appOf(cloud, 'Contoso Integration Hub');
    expect((await get(`${cloud.description.graph}/v1.0/me`, null)).status).toBe(401);
    expect((await ask(adele, 'drives')).status).toBe(400);
    const token = await appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Contoso'), resource);
    const denied = await get(`${cloud.description.graph}/v1.0/applications(appId='${clientId}')`, token);
    expect(denied.status).toBe(403);
    expect(await denied.json()).toMatchObject({ error: { code: 'Authorization_RequestDenied' } });
  });
});
