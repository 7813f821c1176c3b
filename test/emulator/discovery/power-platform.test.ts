import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { askGraph, graphToken } from '../graph/graph-rig.ts';
import { appOf, appTokenFor, environmentOf, tenantOf, userTokens } from '../entra/sign-in.ts';

const RESOURCE = 'https://api.powerplatform.com';
const adele = 'adele.admin@contoso.demo.test';
const bram = 'bram.visser@contoso.demo.test';
const esther = 'esther.mulder@contoso.demo.test';
const reader = 'c886ad2e-27f7-4874-8381-5849b8d8a090';
const rbacAdmin = '95e94555-018c-447b-8691-bdac8e12211e';
const contributor = 'ff954d61-a89a-4fbe-ace9-01c367b89f87';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud({ control: true });
});
afterAll(() => cloud.close());
beforeEach(() => fetch(`${cloud.description.control ?? ''}/reset`, { method: 'POST' }));

const tokenOf = async (username: string): Promise<string> =>
  (await userTokens(cloud, username, `${RESOURCE}/.default`)).access_token;
const asApp = (name: string): Promise<string> => appTokenFor(cloud, name, 'contoso.demo.test', RESOURCE);

const failure = z.strictObject({
  code: z.string(),
  message: z.string(),
  innererror: z.strictObject({ code: z.string(), message: z.string().optional() }).optional(),
});
const list = z.object({ value: z.array(z.record(z.string(), z.unknown())) });

function ask(token: string, request: string, body?: unknown): Promise<Response> {
  const [method = 'GET', path = ''] = request.split(/ (.*)/s);
  const joint = path.includes('?') ? '&' : '?';
  return fetch(`${cloud.description.powerPlatform}${path}${joint}api-version=2024-10-01`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
const rowsOf = async (answer: Response) => list.parse(await answer.json()).value;
const namesOf = async (answer: Response) => (await rowsOf(answer)).map((row) => row['displayName']);

/** Object id of an app's service principal at Contoso. */
async function principalOf(name: string): Promise<string> {
  const { clientId } = appOf(cloud, name);
  const token = await graphToken(cloud, adele);
  const answer = await askGraph(cloud, token, `GET servicePrincipals(appId='${clientId}')`);
  return z.object({ id: z.string() }).parse(answer.json).id;
}

const scope = (): string => `/tenants/${tenantOf(cloud, 'Contoso')}`;
async function assignment(name: string, roleDefinitionId: string, at = scope()) {
  return {
    roleDefinitionId,
    principalObjectId: await principalOf(name),
    principalType: 'ApplicationUser',
    scope: at,
  };
}

describe('environments', () => {
  test('are shown with what was seen of them', async () => {
    const [, , one] = await rowsOf(
      await ask(await tokenOf(adele), 'GET /environmentmanagement/environments'),
    );
    expect(Object.keys(one ?? {}).toSorted()).toEqual(
      'adminMode azureRegion backgroundOperationsState createdBy createdDateTime dataverseId deletedDateTime displayName domainName geo id protectionLevel retentionDetails state tenantId type url version'.split(
        ' ',
      ),
    );
    const { environmentId, organizationId, pathUrl } = environmentOf(cloud, 'contoso');
    const single = await ask(
      await tokenOf(adele),
      `GET /environmentmanagement/environments/${environmentId}`,
    );
    expect(await single.json()).toMatchObject({
      id: environmentId,
      dataverseId: organizationId,
      url: pathUrl,
    });
  });

  test('of everybody are their own, of an administrator all', async () => {
    const all = ['Contoso Development', 'Contoso Test', 'Contoso Production', 'Contoso Canvas Apps'];
    const named = async (username: string) =>
      namesOf(await ask(await tokenOf(username), 'GET /environmentmanagement/environments'));
    expect(new Set(await named(adele))).toEqual(new Set(all));
    expect((await named(esther)).length).toBeLessThan(all.length);
  });

  test('are filtered, cut and chosen', async () => {
    const token = await tokenOf(adele);
    const query = (text: string) => ask(token, `GET /environmentmanagement/environments?${text}`);
    expect(await namesOf(await query("$filter=type eq 'Sandbox'"))).toEqual(['Contoso Test']);
    expect(await rowsOf(await query('$select=id&$top=1'))).toEqual([{ id: expect.any(String) as unknown }]);
    expect(await rowsOf(await query('$skip=4'))).toEqual([]);
    const { environmentId } = environmentOf(cloud, 'contoso-dev');
    expect(await rowsOf(await query(`ids=${environmentId.toUpperCase()}`))).toHaveLength(1);
    expect((await query('$filter=type like x')).status).toBe(400);
  });

  test.each([
    ['tenant', 4],
    ['environment', 1],
  ])('are seen by an app that has a role at the %s', async (where, count) => {
    const { environmentId } = environmentOf(cloud, 'contoso');
    const path = where === 'tenant' ? '' : `/environments/${environmentId}`;
    const app = await asApp('Contoso Portal Sync');
    const seen = async () => rowsOf(await ask(app, 'GET /environmentmanagement/environments'));
    expect(await seen()).toEqual([]);
    const body = await assignment('Contoso Portal Sync', reader, `${scope()}${path}`);
    const made = await ask(await tokenOf(adele), `POST /authorization${path}/roleAssignments`, body);
    expect(made.status).toBe(201);
    expect(await seen()).toHaveLength(count);
  });
});

describe('role assignments', () => {
  test('are of four roles', async () => {
    const roles = await rowsOf(await ask(await tokenOf(bram), 'GET /authorization/roleDefinitions'));
    expect(roles.map((role) => role['roleDefinitionName'])).toEqual([
      'Power Platform owner',
      'Power Platform contributor',
      'Power Platform reader',
      'Power Platform role-based access control administrator',
    ]);
  });

  test('are made, may be made twice, listed at their scope alone and taken back', async () => {
    const admin = await tokenOf(adele);
    const { environmentId } = environmentOf(cloud, 'contoso');
    const path = `/authorization/environments/${environmentId}/roleAssignments`;
    const body = await assignment(
      'Contoso Integration Hub',
      contributor,
      `${scope()}/environments/${environmentId}`,
    );
    const first = await ask(admin, `POST ${path}`, body);
    const made = z.looseObject({ roleAssignmentId: z.guid() }).parse(await first.json());
    expect(Object.keys(made)).toEqual([
      'roleAssignmentId',
      'scope',
      'principalType',
      'principalObjectId',
      'roleDefinitionId',
      'createdByPrincipalType',
      'createdByPrincipalObjectId',
      'createdOn',
      'expiresOn',
    ]);
    await ask(admin, `POST ${path}`, body);
    expect(await rowsOf(await ask(admin, `GET ${path}`))).toHaveLength(2);
    expect(await rowsOf(await ask(admin, 'GET /authorization/roleAssignments'))).toEqual([]);
    const gone = (id: string) => ask(admin, `DELETE ${path}/${id}`);
    expect([(await gone(made.roleAssignmentId)).status, (await gone(made.roleAssignmentId)).status]).toEqual([
      204, 404,
    ]);
  });

  test.each([
    [contributor, 403, 'GET'],
    [rbacAdmin, 201, 'GET'],
  ])('an app with the role %s assigns: %d', async (role, status) => {
    const app = await asApp('Contoso Portal Sync');
    const refused = await ask(app, 'GET /authorization/roleAssignments');
    expect([refused.status, failure.parse(await refused.json()).code]).toEqual([403, 'Forbidden']);
    const grant = await assignment('Contoso Portal Sync', role);
    await ask(await tokenOf(adele), 'POST /authorization/roleAssignments', grant);
    expect((await ask(app, 'GET /authorization/roleAssignments')).status).toBe(200);
    const other = await assignment('Contoso Integration Hub', reader);
    expect((await ask(app, 'POST /authorization/roleAssignments', other)).status).toBe(status);
  });

  test('of a group are those of its members', async () => {
    const app = await asApp('Contoso Portal Sync');
    const member = await principalOf('Contoso Portal Sync');
    const token = await graphToken(cloud, adele, ['Group.ReadWrite.All']);
    const group = await askGraph(cloud, token, 'POST groups', {
      displayName: 'Readers of the platform',
      mailEnabled: false,
      mailNickname: 'readers',
      securityEnabled: true,
      'members@odata.bind': [`https://graph.microsoft.com/v1.0/directoryObjects/${member}`],
    });
    const body = {
      roleDefinitionId: reader,
      principalObjectId: z.object({ id: z.string() }).parse(group.json).id,
      principalType: 'Group',
      scope: scope(),
    };
    expect((await ask(app, 'GET /authorization/roleAssignments')).status).toBe(403);
    const made = await ask(await tokenOf(adele), 'POST /authorization/roleAssignments', body);
    expect(made.status).toBe(201);
    expect((await ask(app, 'GET /authorization/roleAssignments')).status).toBe(200);
    expect(await rowsOf(await ask(app, 'GET /environmentmanagement/environments'))).toHaveLength(4);
  });

  test('are refused where a part of them is nothing', async () => {
    const admin = await tokenOf(adele);
    const good = await assignment('Contoso Integration Hub', reader);
    const post = (body: unknown) => ask(admin, 'POST /authorization/roleAssignments', body);
    for (const body of [
      '{',
      '[]',
      'null',
      {},
      { ...good, principalType: 'Application' },
      { ...good, roleDefinitionId: 'x' },
      { ...good, principalObjectId: appOf(cloud, 'Contoso Integration Hub').clientId },
      { ...good, principalObjectId: 7 },
      { ...good, scope: '/tenants/x' },
    ]) {
      const answer = await post(body);
      expect([answer.status, failure.parse(await answer.json()).code]).toEqual([400, 'InvalidRequest']);
    }
    const nowhere = await ask(admin, 'GET /authorization/environments/x/roleAssignments');
    expect([nowhere.status, await nowhere.json()]).toEqual([
      400,
      {
        code: 'EndpointInvalid',
        message: 'Environment id is invalid.',
        innererror: { code: 'EnvironmentIdInvalid' },
      },
    ]);
  });

  test.each([
    ['object', false],
    ['list', true],
  ])('a new one is answered as %s', async (value, isList) => {
    const rule = `${cloud.description.control ?? ''}/rules/roleAssignmentAnswer`;
    await fetch(rule, { method: 'PUT', body: JSON.stringify({ value }) });
    const body = await assignment('Contoso Integration Hub', reader);
    const made: unknown = await (
      await ask(await tokenOf(adele), 'POST /authorization/roleAssignments', body)
    ).json();
    expect(list.safeParse(made).success).toBe(isList);
  });
});

test.each([
  ['GET /environmentmanagement', 404],
  ['PUT /environmentmanagement/environments', 405],
  ['DELETE /authorization/roleAssignments', 405],
  ['GET /authorization/roleAssignments/x', 405],
  ['POST /authorization/roleDefinitions', 405],
  ['GET /%zz', 404],
  ['GET /environmentmanagement/environments/..%2f', 404],
])('%s: %d', async (request, status) => {
  const answer = await ask(await tokenOf(adele), request);
  expect(answer.status).toBe(status);
  failure.parse(await answer.json());
});

test('wants a token for itself and a version', async () => {
  const other = (await userTokens(cloud, adele, 'https://service.powerapps.com/.default')).access_token;
  expect((await ask(other, 'GET /authorization/roleDefinitions')).status).toBe(401);
  const headers = { authorization: `Bearer ${await tokenOf(adele)}` };
  const answer = await fetch(`${cloud.description.powerPlatform}/authorization/roleDefinitions`, { headers });
  expect([answer.status, failure.parse(await answer.json()).code]).toEqual([400, 'ApiVersionInvalid']);
  expect((await fetch(`${cloud.description.powerPlatform}/`)).status).toBe(401);
});
