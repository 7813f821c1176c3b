import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appOf, appTokenFor, userTokens } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let admin = '';
beforeAll(async () => {
  cloud = await startDemoCloud();
  admin = await userToken('adele.admin@contoso.demo.test');
});
afterAll(() => cloud.close());

const userToken = async (username: string): Promise<string> =>
  (await userTokens(cloud, username, `${powerAppsResource}/.default`)).access_token;
const powerAppsResource = '475226c6-020e-4fb2-8a90-7a972cbfc1d4';
const provider = '/providers/Microsoft.BusinessAppPlatform';

function send(token: string, path: string, method = 'GET'): Promise<Response> {
  return fetch(`${cloud.description.bap}${provider}${path}?api-version=2020-10-01`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
}

const list = z.strictObject({ value: z.array(z.strictObject({ applicationId: z.guid() })) });
const failure = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string(),
    detailUrlType: z.literal('NotSpecified'),
  }),
});
const idsOf = async (token: string): Promise<readonly string[]> =>
  list.parse(await (await send(token, '/adminApplications')).json()).value.map((one) => one.applicationId);
const codeOf = async (response: Response): Promise<string> => failure.parse(await response.json()).error.code;

test('an administrator sees what was registered once, in their own tenant only', async () => {
  const retired = appOf(cloud, 'Contoso Retired Connector').clientId;
  const ids = await idsOf(admin);
  expect(ids).toContain(retired);
  expect(ids).toHaveLength(2);
  expect(await idsOf(await userToken('felicia.admin@fabrikam.demo.test'))).toEqual([
    appOf(cloud, 'Contoso Integration Hub').clientId,
  ]);
  expect(await (await send(admin, `/adminApplications/${retired.toUpperCase()}`)).json()).toEqual({
    applicationId: retired,
  });
});

describe('registering', () => {
  test('is idempotent, opens the environments to the app, and is taken back by DELETE', async () => {
    const hub = appOf(cloud, 'Contoso Integration Hub').clientId;
    const asHub = await appTokenFor(cloud, 'Contoso Integration Hub', 'contoso.demo.test', powerAppsResource);
    const environments = () => send(asHub, '/scopes/admin/environments');
    expect((await environments()).status).toBe(403);
    for (const _ of [1, 2]) {
      const put = await send(admin, `/adminApplications/${hub}`, 'PUT');
      expect(put.status).toBe(200);
      expect(await put.json()).toEqual({ applicationId: hub });
    }
    const seen = z.object({ value: z.array(z.unknown()) }).parse(await (await environments()).json());
    expect(seen.value.length).toBeGreaterThan(1);
    expect((await send(asHub, '/adminApplications')).status).toBe(200);
    expect((await send(admin, `/adminApplications/${hub}`, 'DELETE')).status).toBe(200);
    expect((await environments()).status).toBe(403);
    const again = await send(admin, `/adminApplications/${hub}`, 'DELETE');
    expect([again.status, await codeOf(again)]).toEqual([404, 'AdminApplicationNotFound']);
  });

  test('is refused to an app, also to a registered one, and to people who administer nothing', async () => {
    const asRetired = await appTokenFor(
      cloud,
      'Contoso Retired Connector',
      'contoso.demo.test',
      powerAppsResource,
    );
    const bram = await userToken('bram.visser@contoso.demo.test');
    const id = appOf(cloud, 'Contoso Portal Sync').clientId;
    for (const token of [asRetired, bram]) {
      const refused = await send(token, `/adminApplications/${id}`, 'PUT');
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'Forbidden']);
    }
    expect((await send(bram, '/adminApplications')).status).toBe(403);
    expect(await idsOf(admin)).not.toContain(id);
  });

  test('wants a GUID and a method that means something', async () => {
    expect((await send(admin, '/adminApplications/hub', 'PUT')).status).toBe(400);
    expect((await send(admin, '/adminApplications', 'PUT')).status).toBe(405);
    expect(
      (await send(admin, `/adminApplications/${appOf(cloud, 'Contoso Portal Sync').clientId}`, 'POST'))
        .status,
    ).toBe(405);
  });
});
