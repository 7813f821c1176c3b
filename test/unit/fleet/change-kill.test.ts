import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../preload/contract/index.ts';
import type { AppProfileId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { StepState } from '../../../preload/contract/words/status.ts';
import { graphAs, going, must as value } from '../directory/directory-rig.ts';
import { applicationsNamed } from '../../../main/directory/search-apps.ts';
import type { GraphClient } from '../../../main/directory/graph-client.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { folderConsole } from './support/folder-console.ts';
import type { FolderConsole } from './support/folder-console.ts';
import { must } from './support/journal-folder.ts';
import { killStandingStill } from './support/kill-standing-still.ts';
import type { RotatingTask, RotationMoment } from './support/rotating-child.ts';

/** A child is a whole console of its own. */
const PATIENCE = 60_000;

/** Every case goes on where the one before ended, in one cloud and one folder. */
let cloud: RunningCloud;
let folder: string;
let account: string;
let graph: GraphClient;
let workspaceId: WorkspaceId;
let appProfileId: AppProfileId;
let opened: FolderConsole;
const open = async (): Promise<void> => {
  opened = await folderConsole(folder, cloud, { account });
};
beforeAll(async () => {
  cloud = await startCloud();
  folder = mkdtempSync(join(tmpdir(), 's2s-change-'));
  account = administratorOf(cloud, 'Contoso');
  await open();
  const { workspaces } = await opened.get(contract['workspaces.exploreDemo'], {});
  workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await opened.get(contract['identity.signIn'], { workspaceId, loginHint: account });
  const purpose = { kind: 'graph', permission: 'Application.ReadWrite.All' } as const;
  await opened.get(contract['identity.signIn'], { workspaceId, loginHint: account, purpose });
  await carryOut({
    kind: 'register-application',
    name: 'Killed',
    audience: 'AzureADMyOrg',
    publicRedirect: false,
  });
  appProfileId = must(await profileNamed('Killed')).id;
  await opened.close();
  graph = await graphAs(cloud, account);
}, PATIENCE);
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const plan = (change: TenantChange) => opened.get(contract['fleet.planTenant'], { workspaceId, change });
const carryOut = async (change: TenantChange) => {
  const { id: planId, digest, confirmations } = await plan(change);
  const { state } = await opened.get(contract['fleet.apply'], { planId, digest, confirmations });
  expect(state).toBe('succeeded');
};
const profileNamed = async (wanted: string) => {
  const { profiles } = await opened.get(contract['appProfiles.list'], { workspaceId });
  return profiles.find(({ name }) => name === wanted);
};
const inEntra = async (name: string) => value(await applicationsNamed(graph, name, going()));
const secretsInEntra = async (label: string) =>
  must((await inEntra('Killed'))[0]).passwordCredentials.filter(({ displayName }) => displayName === label);
/** How the newest operation is told, step by step. */
const told = async () => {
  const { operations } = await opened.get(contract['fleet.operations'], { workspaceId });
  const { id: operationId, state } = must(operations[0]);
  const { tenant } = await opened.get(contract['fleet.operation'], { workspaceId, operationId });
  return { state, steps: must(tenant).first.map((step): StepState => step.state) };
};
const killedAt = (change: TenantChange, moment: RotationMoment): Promise<void> => {
  const task: RotatingTask = { folder, cloud: cloud.description, account, workspaceId, change, moment };
  return killStandingStill(new URL('support/rotating-child.ts', import.meta.url), task);
};
/** What the vault has under the id of a credential that no app has. */
const orphans = async (): Promise<readonly string[]> => {
  const { profiles } = await opened.get(contract['appProfiles.list'], { workspaceId });
  const known = new Set(profiles.flatMap(({ credentials }) => credentials.map(({ id }) => `value:${id}`)));
  const kept = Object.keys(JSON.parse(readFileSync(join(folder, 'keychain.json'), 'utf8')));
  return kept.filter((one) => /^value:[0-9a-f]{8}-/.test(one) && !known.has(one));
};

const REGISTERING: readonly (readonly [string, RotationMoment, readonly StepState[]])[] = [
  [
    'when Entra has made it and nobody has read it',
    { at: 'answer', url: '/v1.0/applications', method: 'POST' },
    ['unrecorded', 'pending', 'pending'],
  ],
  ['when it is made', { at: 'done', step: 'create-application' }, ['done', 'pending', 'pending']],
];

describe('C10: kill -9 while an app is registered', { timeout: PATIENCE }, () => {
  afterEach(() => opened.close());
  test.each(REGISTERING)(
    '%s: the same again finds what is there and makes no second one',
    async (name, moment, steps) => {
      const change: TenantChange = {
        kind: 'register-application',
        name,
        audience: 'AzureADMyOrg',
        publicRedirect: false,
      };
      await killedAt(change, moment);
      expect(await inEntra(name)).toHaveLength(1);
      await open();
      expect(await told()).toEqual({ state: 'interrupted', steps });
      const [first] = must((await plan(change)).tenant).first;
      expect(first).toMatchObject({ risks: [] });
      expect(first?.before.includes(String((await inEntra(name))[0]?.appId))).toBe(true);
      // For other people it is another app.
      const other = must((await plan({ ...change, audience: 'AzureADMultipleOrgs' })).tenant).first[0];
      expect(other?.risks).toEqual(['same-name']);
      await carryOut(change);
      const apps = await inEntra(name);
      expect(apps).toHaveLength(1);
      expect((await profileNamed(name))?.clientId).toBe(apps[0]?.appId);
      // Once it is an app here, the name is another's for whoever comes next.
      expect(must((await plan(change)).tenant).first[0]?.risks).toEqual(['same-name']);
    },
  );

  test('when it was added here and nobody wrote that down: it is there, and another of the name is warned of', async () => {
    const change: TenantChange = {
      kind: 'register-application',
      name: 'Added',
      audience: 'AzureADMyOrg',
      publicRedirect: false,
    };
    await killedAt(change, { at: 'running', step: 'add-profile' });
    await open();
    expect(await told()).toEqual({ state: 'interrupted', steps: ['done', 'done', 'unrecorded'] });
    expect((await profileNamed('Added'))?.clientId).toBe((await inEntra('Added'))[0]?.appId);
    expect(must((await plan(change)).tenant).first[0]?.risks).toEqual(['same-name']);
  });
});

const MAKING: readonly (readonly [string, RotationMoment])[] = [
  ['when Entra has made it and nobody has read it', { at: 'answer', url: 'addPassword' }],
  ['when the vault has it and the app does not know', { at: 'kept' }],
];

describe('C10: kill -9 while Entra makes a secret', { timeout: PATIENCE }, () => {
  afterEach(() => opened.close());
  test.each(MAKING)('%s: the next one removes what was left, and only that', async (label, moment) => {
    const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString();
    const change: TenantChange = { kind: 'add-secret', appProfileId, label, endsOn };
    await killedAt(change, moment);
    const left = await secretsInEntra(label);
    expect(left).toHaveLength(1);
    await open();
    expect(await told()).toEqual({ state: 'interrupted', steps: ['unrecorded'] });
    expect((await profileNamed('Killed'))?.credentials.some((one) => one.label === label)).toBe(false);

    // Another description does as well: what was left belongs to nobody.
    await carryOut({ ...change, label: `${label}, again` });
    expect(await secretsInEntra(label)).toEqual([]);
    expect(await secretsInEntra(`${label}, again`)).toHaveLength(1);
    expect(await orphans()).toEqual([]);
    // And that is that: the next one has nothing to remove.
    expect(must((await plan(change)).tenant).first.map(({ kind }) => kind)).toEqual(['add-secret']);
  });

  test('when it is added and nobody wrote that down: it is there, and nothing is left over', async () => {
    const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString();
    const change: TenantChange = { kind: 'add-secret', appProfileId, label: 'whole', endsOn };
    await killedAt(change, { at: 'done', step: 'add-secret' });
    await open();
    expect((await profileNamed('Killed'))?.credentials.at(-1)).toMatchObject({
      label: 'whole',
      kept: 'keychain',
    });
    expect(must((await plan(change)).tenant).first.map(({ kind }) => kind)).toEqual(['add-secret']);
    expect(await orphans()).toEqual([]);
  });

  test('no secret of all these stands in a file', async () => {
    const keychain = readFileSync(join(folder, 'keychain.json'), 'utf8');
    const secrets = [...keychain.matchAll(/\\"secret\\":\\"([^"\\]{30,})/g)].flatMap(([, one = '']) => one);
    expect(secrets.length).toBeGreaterThan(2);
    const files = readdirSync(opened.dataFolder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(opened.dataFolder, name))
      .filter((path) => statSync(path).isFile());
    for (const path of files) {
      const text = readFileSync(path, 'latin1');
      expect(secrets.some((secret) => text.includes(secret))).toBe(false);
    }
  });
});
