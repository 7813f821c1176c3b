import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, appTokenFor, environmentOf, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let admin = '';
const powerApps = '475226c6-020e-4fb2-8a90-7a972cbfc1d4';
const adele = 'adele.admin@contoso.demo.test';
const hub = 'Contoso Integration Hub';
const tokenOf = async (username: string, scope = `${powerApps}/.default`): Promise<string> =>
  (await userTokens(cloud, username, scope)).access_token;
beforeAll(async () => {
  cloud = await startDemoCloud();
  admin = await tokenOf(adele);
});
afterAll(() => cloud.close());

/** Adds an app to Contoso Development, where the hub is nobody at first. */
function add(
  token: string,
  body: unknown,
  environmentId = environmentOf(cloud, 'contoso-dev').environmentId,
) {
  const path = `providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environmentId}/addAppUser`;
  return fetch(`${cloud.description.bap}/${path}?api-version=2020-10-01`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
const failure = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    detailUrlType: z.literal('NotSpecified'),
  }),
});
const codeOf = async (response: Response): Promise<string> => failure.parse(await response.json()).error.code;

test('an app becomes System Administrator, once, however often it is added', async () => {
  const { clientId } = appOf(cloud, hub);
  const { pathUrl, url } = environmentOf(cloud, 'contoso-dev');
  const asHub = await appTokenFor(cloud, hub, 'contoso.demo.test', url);
  const get = async (query: string): Promise<Response> =>
    fetch(`${pathUrl}/api/data/v9.2/${query}`, { headers: { authorization: `Bearer ${asHub}` } });
  expect((await get('WhoAmI')).status).toBe(403);
  for (const servicePrincipalAppId of [clientId, clientId.toUpperCase()]) {
    expect((await add(admin, { servicePrincipalAppId })).status).toBe(200);
  }
  const rows = await get(
    `systemusers?$select=fullname,applicationid&$filter=applicationid eq ${clientId}` +
      '&$expand=systemuserroles_association($select=name),createdby($select=fullname)',
  );
  expect(await rows.json()).toMatchObject({
    value: [
      {
        fullname: `# ${hub}`,
        systemuserroles_association: [{ name: 'System Administrator' }],
        createdby: { fullname: 'SYSTEM' },
      },
    ],
  });
});

test.each<[string, () => Promise<Response>, number, string]>([
  ['no client id', () => add(admin, { servicePrincipalAppId: 'hub' }), 400, 'InvalidRequestContent'],
  ['a body that is a list', () => add(admin, []), 400, 'InvalidRequestContent'],
  [
    'an environment of another tenant',
    () =>
      add(
        admin,
        { servicePrincipalAppId: appOf(cloud, hub).clientId },
        environmentOf(cloud, 'fabrikam').environmentId,
      ),
    404,
    'EnvironmentNotFound',
  ],
])('refuses %s', async (_what, ask, status, code) => {
  const answer = await ask();
  expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
});

test('an app that the tenant does not know is answered like any other, and becomes nobody', async () => {
  const { clientId } = appOf(cloud, 'Fabrikam Invoice Bot');
  expect((await add(admin, { servicePrincipalAppId: clientId })).status).toBe(200);
  const { pathUrl, url } = environmentOf(cloud, 'contoso-dev');
  const token = await tokenOf(adele, `${url}/user_impersonation`);
  const rows = await fetch(
    `${pathUrl}/api/data/v9.2/systemusers?$select=fullname&$filter=applicationid eq ${clientId}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  expect(await rows.json()).toMatchObject({ value: [] });
});

test('nor does it become anybody in an environment without Dataverse', async () => {
  const listed = await fetch(
    `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2020-10-01`,
    { headers: { authorization: `Bearer ${admin}` } },
  );
  const { value } = z
    .object({
      value: z.array(z.object({ name: z.string(), properties: z.object({ databaseType: z.string() }) })),
    })
    .parse(await listed.json());
  const bare = value.find(({ properties }) => properties.databaseType === 'None')?.name ?? '';
  const answer = await add(admin, { servicePrincipalAppId: appOf(cloud, hub).clientId }, bare);
  expect(answer.status).toBe(200);
});

test('a plain user may not', async () => {
  const bram = await tokenOf('bram.visser@contoso.demo.test');
  const answer = await add(bram, { servicePrincipalAppId: appOf(cloud, hub).clientId });
  expect([403, 404]).toContain(answer.status);
});
