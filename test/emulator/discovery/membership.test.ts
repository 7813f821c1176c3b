import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { userTokens } from '../entra/sign-in.ts';
import { asAdmin } from '../server/as-admin.ts';

const bram = 'bram.visser@contoso.demo.test';

let cloud: DemoCloud;
beforeAll(async () => {
  cloud = await startDemoCloud();
});
afterAll(() => cloud.close());

const list = z.object({ value: z.array(z.record(z.string(), z.unknown())) });
const listOf = async (url: string, scope: string) => {
  const { access_token: token } = await userTokens(cloud, bram, scope);
  return list.parse(await (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).json()).value;
};
/** What discovery says of Bram in production; `undefined` where he is nobody. */
const inProduction = async (): Promise<unknown> =>
  (
    await listOf(
      `${cloud.description.discovery}/api/discovery/v2.0/Instances?$select=UrlName,IsUserSysAdmin`,
      'https://globaldisco.crm.demo.test/.default',
    )
  ).find((row) => row['UrlName'] === 'contoso')?.['IsUserSysAdmin'];
/** The environments that the admin API lets him administer. */
const administered = async (): Promise<readonly unknown[]> =>
  (
    await listOf(
      `${cloud.description.bap}/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments?api-version=2023-06-01`,
      'https://service.powerapps.demo.test/.default',
    )
  ).map((row) => row['properties']);
const first = async (query: string, key: string): Promise<string> =>
  String(list.parse(await (await asAdmin(cloud, `GET ${query}`)).json()).value[0]?.[key]);

test('who is a member and who administers is what the environment says now, not what it was made with', async () => {
  expect(await inProduction()).toBe(false);
  expect(await administered()).toEqual([]);
  const user = await first(`systemusers?$filter=domainname eq '${bram}'`, 'systemuserid');
  const unit = await first('businessunits?$filter=parentbusinessunitid eq null', 'businessunitid');
  const role = await first(
    `roles?$filter=name eq 'System Administrator' and _businessunitid_value eq ${unit}`,
    'roleid',
  );
  const link = { '@odata.id': `roles(${role})` };
  const linked = await asAdmin(cloud, `POST systemusers(${user})/systemuserroles_association/$ref`, link);
  expect(linked.status).toBe(204);
  expect(await inProduction()).toBe(true);
  expect(await administered()).toMatchObject([{ displayName: 'Contoso Production' }]);

  expect((await asAdmin(cloud, `PATCH systemusers(${user})`, { isdisabled: true })).ok).toBe(true);
  expect(await inProduction()).toBeUndefined();
  expect(await administered()).toEqual([]);
});
