import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nodeTransport } from '../../../main/http/node-transport.ts';
import type { Transport } from '../../../main/http/transport.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import type { WorkspaceId } from '../../../preload/contract/words/ids.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { folderConsole } from './support/folder-console.ts';
import type { FolderConsole } from './support/folder-console.ts';
import { must } from './support/journal-folder.ts';

let cloud: RunningCloud;
let folder: string;
let console: FolderConsole;
let workspaceId: WorkspaceId;

type TransportRequest = Parameters<Transport>[0];
type Ending = 'as it is' | 'answer lost' | 'not sent';
/** How a request ends; what a test wants to happen around it happens here. */
let bend: (request: TransportRequest) => TransportRequest = (request) => request;
let endingOf: (request: TransportRequest) => Ending | Promise<Ending> = () => 'as it is';

const plain = nodeTransport();
const broken = (): never => {
  throw Object.assign(new Error('fetch failed'), { code: 'ECONNRESET' });
};
const transport: Transport = async (request) => {
  const ending = await endingOf(request);
  if (ending === 'not sent') return broken();
  const answer = await plain(bend(request));
  if (ending === 'as it is') return answer;
  await answer.text();
  return broken();
};

beforeAll(async () => {
  cloud = await startCloud();
  folder = mkdtempSync(join(tmpdir(), 's2s-lost-'));
  const account = administratorOf(cloud, 'Contoso');
  console = await folderConsole(folder, cloud, { transport, account });
  const { workspaces } = await console.get(contract['workspaces.exploreDemo'], {});
  workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await console.get(contract['identity.signIn'], { workspaceId, loginHint: account });
  const purpose = { kind: 'graph', permission: 'Application.ReadWrite.All' } as const;
  await console.get(contract['identity.signIn'], { workspaceId, purpose });
});
afterEach(() => {
  endingOf = () => 'as it is';
  bend = (request) => request;
});
afterAll(async () => {
  await console.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = (change: TenantChange) => console.get(contract['fleet.planTenant'], { workspaceId, change });
type Plan = Awaited<ReturnType<typeof plan>>;

/** Applies a plan and tells how its steps in the tenant ended. */
const stepsOf = async ({ id: planId, digest, confirmations }: Plan) => {
  await console.get(contract['fleet.apply'], { planId, digest, confirmations });
  const { operations } = await console.get(contract['fleet.operations'], { workspaceId });
  const { id: operationId } = must(operations[0]);
  const detail = await console.get(contract['fleet.operation'], { workspaceId, operationId });
  return must(detail.tenant).first;
};

const register = (name: string): TenantChange => ({
  kind: 'register-application',
  name,
  audience: 'AzureADMyOrg',
  publicRedirect: false,
});
/** How many apps of the name the tenant has, as a further plan sees it. */
const profilesNamed = async (wanted: string) => {
  const { profiles } = await console.get(contract['appProfiles.list'], { workspaceId });
  return profiles.filter(({ name }) => name === wanted);
};
const creates = ({ method, url }: TransportRequest): boolean =>
  method === 'POST' && url.endsWith('/v1.0/applications');

test('an app of the name that somebody made after the plan is not taken for ours', async () => {
  const [first, second] = [await plan(register('Twin')), await plan(register('Twin'))];
  expect((await stepsOf(first)).map(({ state }) => state)).toEqual(['verified', 'verified', 'verified']);
  const [created] = await stepsOf(second);
  expect(created).toMatchObject({
    state: 'failed',
    error: { code: 'already-exists', params: { name: 'Twin' } },
  });
  expect(await profilesNamed('Twin')).toHaveLength(1);
});

test('an app whose creation was answered by nobody is found again and not made twice', async () => {
  let sent = 0;
  endingOf = (request) => {
    if (!creates(request)) return 'as it is';
    sent += 1;
    return sent === 1 ? 'answer lost' : 'as it is';
  };
  const steps = await stepsOf(await plan(register('Lost')));
  expect(steps.map(({ state }) => state)).toEqual(['verified', 'verified', 'verified']);
  expect(sent).toBe(1);
});

test('when two of the name have come in the moment of a lost answer, neither is taken', async () => {
  const other = await plan(register('Rivals'));
  const mine = await plan(register('Rivals'));
  let sent = 0;
  endingOf = async (request) => {
    if (!creates(request)) return 'as it is';
    sent += 1;
    if (sent !== 1) return 'as it is';
    await stepsOf(other);
    return 'answer lost';
  };
  const { id: planId, digest } = mine;
  await console.get(contract['fleet.apply'], { planId, digest, confirmations: [] });
  const { operations } = await console.get(contract['fleet.operations'], { workspaceId });
  const states = await Promise.all(
    operations.slice(0, 2).map(async ({ id: operationId }) => {
      const detail = await console.get(contract['fleet.operation'], { workspaceId, operationId });
      return must(detail.tenant).first[0]?.state;
    }),
  );
  expect(new Set(states)).toEqual(new Set(['unrecorded', 'verified']));
  expect(await profilesNamed('Rivals')).toHaveLength(1);
});

test('a creation that never got an answer is not said to have failed', async () => {
  endingOf = (request) => (creates(request) ? 'not sent' : 'as it is');
  const [created] = await stepsOf(await plan(register('Unheard')));
  expect(created).toMatchObject({ state: 'unrecorded', error: { code: 'network-unreachable' } });
});

test('a secret that could be neither kept nor removed again is told, with the key id to remove it by', async () => {
  await stepsOf(await plan(register('Forgetful')));
  const { id: appProfileId } = must((await profilesNamed('Forgetful'))[0]);
  const change: TenantChange = {
    kind: 'add-secret',
    appProfileId,
    label: 'nobody’s',
    endsOn: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const made = await plan(change);
  endingOf = async ({ url }) => {
    if (url.endsWith('/removePassword')) return 'not sent';
    // Whoever removes the profile at this moment leaves nothing to keep the secret in.
    if (url.endsWith('/addPassword')) await console.get(contract['appProfiles.remove'], { id: appProfileId });
    return 'as it is';
  };
  const [added] = await stepsOf(made);
  expect(added).toMatchObject({
    state: 'failed',
    error: {
      code: 'secret-left-behind',
      params: { name: 'nobody’s', keyId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    },
  });
});

test('the first certificate is written into the list, a further one is proved with it, and a refused proof falls back', async () => {
  await stepsOf(await plan(register('Certified')));
  const { id: appProfileId } = must((await profilesNamed('Certified'))[0]);
  const asked: string[] = [];
  endingOf = ({ method, url }) => {
    if (method !== 'GET' && url.includes('/v1.0/applications/'))
      asked.push(`${method} ${url.split('/').at(-1)}`);
    return 'as it is';
  };
  const validUntil = new Date(Date.now() + 86_400_000).toISOString();
  const upload = async (label: string) => {
    const { credentialId } = await console.get(contract['appProfiles.makeCertificate'], {
      id: appProfileId,
      label,
      subject: label,
      bits: 2048,
      validUntil,
    });
    const steps = await stepsOf(await plan({ kind: 'upload-certificate', appProfileId, credentialId }));
    expect(steps.map(({ state }) => state)).toEqual(['verified']);
    return asked.splice(0).map((each) => each.replace(/[0-9a-f-]{36}$/, ''));
  };
  expect(await upload('one')).toEqual(['PATCH ']);
  expect(await upload('two')).toEqual(['POST addKey']);
  bend = (request) =>
    request.url.endsWith('/addKey') && request.body !== null && request.body !== undefined
      ? { ...request, body: request.body.replace(/"proof":"[^"]+"/, '"proof":"x.y.z"') }
      : request;
  expect(await upload('three')).toEqual(['POST addKey', 'PATCH ']);
  expect(
    (await profilesNamed('Certified'))[0]?.credentials.filter(({ keyId }) => keyId !== null),
  ).toHaveLength(3);
});
