import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../preload/contract/index.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { signInAs } from '../identity/browser.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { consoleRig } from './console-rig.ts';

let cloud: RunningCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.close());

test('a query leaves its token to be looked at, a new one can be had, and a certificate that Entra does not know is refused by name', async () => {
  const { get, close } = await consoleRig(cloud, {
    openLink: async (url) => {
      void signInAs(url, new URL(url).searchParams.get('login_hint') ?? '');
    },
  });
  const { workspaces } = await get(contract['workspaces.exploreDemo'], {});
  const { id: workspaceId } = must(
    workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso')),
  );
  const loginHint = administratorOf(cloud, 'Contoso');
  await get(contract['identity.signIn'], { workspaceId, loginHint });
  const { environments } = await get(contract['environments.discover'], { workspaceId });
  const environment = must(environments.find(({ name }) => name === 'Contoso Production'));
  const { profiles } = await get(contract['appProfiles.addDemo'], { workspaceId });
  const hub = must(profiles.find(({ name }) => name === 'Contoso Integration Hub'));
  const credentialId = must(hub.credentials.find(({ kind }) => kind === 'secret')).id;
  await get(contract['query.run'], {
    workspaceId,
    appProfileId: hub.id,
    credentialId,
    environmentIds: [environment.id],
    query: { language: 'odata', text: 'contacts?$select=fullname&$top=3' },
    rowsPerEnvironment: 10,
  });
  const which = { workspaceId, appProfileId: hub.id };
  const listed = await get(contract['tokens.list'], which);
  expect(listed.tokens).toMatchObject([{ environmentId: environment.id, credentialId, refusal: null }]);
  // The demo cloud runs on this computer's clock; its answers said so.
  expect(Math.abs(must(listed.clockAheadSeconds))).toBeLessThanOrEqual(2);

  const made = await get(contract['appProfiles.makeCertificate'], {
    id: hub.id,
    label: null,
    subject: 'Made here',
    bits: 2048,
    validUntil: new Date(Date.now() + 90 * 86_400_000).toISOString(),
  });
  const asked = { ...which, environmentId: environment.id };
  const refused = await get(contract['tokens.request'], { ...asked, credentialId: made.credentialId });
  expect(refused.refusal).toMatchObject({ code: 'entra', params: { aadsts: 700027 } });
  const fresh = await get(contract['tokens.request'], { ...asked, credentialId });
  expect(fresh.content?.claims.find(({ name }) => name === 'aud')?.value).toContain(environment.url);
  expect((await get(contract['tokens.list'], which)).tokens).toHaveLength(2);
  await close();
}, 60_000);
