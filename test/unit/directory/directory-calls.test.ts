import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../preload/contract/index.ts';
import { consoleRig } from '../console/console-rig.ts';
import { signInAs } from '../identity/browser.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { clientIdOf, errorOf, NOBODY, there } from './directory-rig.ts';

let cloud: RunningCloud;
let rig: Awaited<ReturnType<typeof consoleRig>>;
beforeAll(async () => {
  cloud = await startCloud({ control: true });
  rig = await consoleRig(cloud, {
    openLink: async (url) => void signInAs(url, new URL(url).searchParams.get('login_hint') ?? ''),
  });
});
afterAll(async () => {
  await rig.close();
  await cloud.close();
});

const hub = 'Contoso Integration Hub';
const workspaceOf = async (tenant: string) => {
  const { workspaces } = await rig.get(contract['workspaces.exploreDemo'], {});
  return there(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, tenant))).id;
};
const signIn = async (tenant: string) => {
  const workspaceId = await workspaceOf(tenant);
  const loginHint = administratorOf(cloud, tenant);
  await rig.get(contract['identity.signIn'], { workspaceId, loginHint });
  const purpose = { kind: 'graph', permission: 'Application.Read.All' } as const;
  await rig.get(contract['identity.signIn'], { workspaceId, loginHint, purpose });
  return workspaceId;
};

test('nothing is asked of Graph before somebody has signed in', async () => {
  const workspaceId = await workspaceOf('Adventure Works');
  const answer = await rig.ask('directory.search', { workspaceId, place: 'own', text: '' });
  expect(errorOf(answer).code).toBe('sign-in-needed');
});

test('an app at home: its ids, owners, and which credential is ours', async () => {
  const workspaceId = await signIn('Contoso');
  const clientId = clientIdOf(cloud, hub);
  const before = await rig.get(contract['directory.app'], { workspaceId, clientId });
  expect(before.application?.credentials.map(({ kind, ours }) => [kind, ours])).toEqual([
    ['secret', null],
    ['certificate', null],
  ]);
  const { profiles } = await rig.get(contract['appProfiles.addDemo'], { workspaceId });
  const profile = there(profiles.find(({ name }) => name === hub));
  const idOf = (kind: string) => there(profile.credentials.find((one) => one.kind === kind)).id;
  const after = await rig.get(contract['directory.app'], { workspaceId, clientId });
  expect(after).toMatchObject({
    tenantId: tenantOf(cloud, 'Contoso'),
    application: {
      audience: 'AzureADMultipleOrgs',
      owners: [{ name: 'Adele Hartog', mail: 'adele.admin@contoso.demo.test' }],
      ownersError: null,
      credentials: [
        { kind: 'secret', name: 'Rollout', ours: idOf('secret') },
        { kind: 'certificate', ours: idOf('certificate') },
      ],
    },
    principal: { enabled: true, ownerTenantId: tenantOf(cloud, 'Contoso') },
  });
  const ids = [clientId, after.application?.objectId, after.principal?.objectId];
  expect(new Set(ids).size).toBe(3);
});

test('at a customer the same app is an enterprise app, without anything of its home', async () => {
  const workspaceId = await signIn('Fabrikam');
  const retired = clientIdOf(cloud, 'Contoso Retired Connector');
  const found = await rig.get(contract['directory.app'], { workspaceId, clientId: retired });
  expect(found).toMatchObject({
    application: null,
    principal: { enabled: false, ownerTenantId: tenantOf(cloud, 'Contoso') },
  });
  const { apps } = await rig.get(contract['directory.search'], {
    workspaceId,
    place: 'enterprise',
    text: 'retired',
  });
  expect(apps.map(({ clientId }) => clientId)).toEqual([retired]);
  const unknown = clientIdOf(cloud, 'Adventure Works Warehouse');
  expect(await rig.get(contract['directory.app'], { workspaceId, clientId: unknown })).toMatchObject({
    application: null,
    principal: null,
  });
});

test('C31: an id that is no client id is told for what it is', async () => {
  const workspaceId = await signIn('Contoso');
  const clientId = clientIdOf(cloud, hub);
  const { application } = await rig.get(contract['directory.app'], { workspaceId, clientId });
  const identify = (id: string) => rig.get(contract['directory.identify'], { workspaceId, id });
  expect(await identify(there(application).objectId)).toMatchObject({
    kind: 'application-object-id',
    app: { clientId, name: hub },
  });
  expect(await identify(NOBODY)).toEqual({ kind: 'unknown', app: null, partial: false });
});

test('a search can be cancelled', async () => {
  const workspaceId = await signIn('Contoso');
  await fetch(there(cloud.description.control), {
    method: 'POST',
    body: JSON.stringify({ target: 'graph.demo.test', fault: 'latency', milliseconds: 30_000, times: 1 }),
  });
  const stop = new AbortController();
  const answer = rig.askUntil('directory.search', { workspaceId, place: 'own', text: 'x' }, stop.signal);
  stop.abort();
  expect(errorOf(await answer).code).toBe('cancelled');
});
