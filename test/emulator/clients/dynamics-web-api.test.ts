import { DynamicsWebApi } from 'dynamics-web-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoCloud } from '../../../emulator/index.ts';
import type { DemoCloud } from '../../../emulator/index.ts';
import { appTokenFor, environmentOf, tenantOf } from '../entra/sign-in.ts';

let cloud: DemoCloud;
let api: DynamicsWebApi;
beforeAll(async () => {
  cloud = await startDemoCloud();
  const { pathUrl } = environmentOf(cloud, 'fabrikam');
  api = new DynamicsWebApi({
    // The client resolves its paths against this address, so it ends with a slash.
    serverUrl: `${pathUrl}/`,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => appTokenFor(cloud, 'Contoso Integration Hub', tenantOf(cloud, 'Fabrikam'), pathUrl),
  });
});
afterAll(() => cloud.close());

test('dynamics-web-api asks who it is', async () => {
  const answer: unknown = await api.callFunction('WhoAmI');
  expect(answer).toMatchObject({ OrganizationId: environmentOf(cloud, 'fabrikam').organizationId });
});

test('dynamics-web-api reads systemusers with a filter', async () => {
  const answer = await api.retrieveMultiple<{ fullname: string }>({
    collection: 'systemusers',
    select: ['fullname'],
    filter: "domainname eq 'felicia.admin@fabrikam.demo.test'",
  });
  expect(answer.value.map((row) => row.fullname)).toEqual(['Felicia Monroe']);
});
