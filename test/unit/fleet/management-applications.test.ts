import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contract } from '../../../preload/contract/index.ts';
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

beforeAll(async () => {
  cloud = await startCloud();
  folder = mkdtempSync(join(tmpdir(), 's2s-management-'));
  const account = administratorOf(cloud, 'Contoso');
  console = await folderConsole(folder, cloud, { account });
  const { workspaces } = await console.get(contract['workspaces.exploreDemo'], {});
  workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await console.get(contract['identity.signIn'], { workspaceId, loginHint: account });
  await console.get(contract['appProfiles.addDemo'], { workspaceId });
});
afterAll(async () => {
  await console.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const list = () => console.get(contract['managementApps.list'], { workspaceId });

test('what the directory was not allowed to say is said', async () => {
  const { apps, directory } = await list();
  expect(apps.some(({ inDirectory }) => inDirectory === 'not-asked')).toBe(true);
  expect(directory?.code).toBe('graph-consent-needed');
});

test('hidden grants are listed, those of ours by name, one whose app is gone without a name', async () => {
  const { apps } = await list();
  expect(apps.find(({ name }) => name === 'Contoso Retired Connector')?.appProfileId).not.toBeNull();
  expect(apps.filter(({ name }) => name === null)).toHaveLength(1);
});

test('registering and unregistering go through a plan that is confirmed by typing, and are read back', async () => {
  const { clientId } = must((await list()).others.find(({ name }) => name === 'Contoso Portal Sync'));
  for (const registered of [true, false]) {
    const change = { kind: 'set-management-application', clientId, registered } as const;
    const plan = await console.get(contract['fleet.planTenant'], { workspaceId, change });
    expect(plan.confirmations).toHaveLength(1);
    expect(plan.tenant?.first.map(({ kind }) => kind)).toEqual([
      registered ? 'register-management-application' : 'unregister-management-application',
    ]);
    const { digest, id: planId } = plan;
    const refused = await console.ask('fleet.apply', { planId, digest, confirmations: [] });
    expect(refused).toMatchObject({ ok: false, error: { code: 'confirmation-missing' } });
    await console.get(contract['fleet.apply'], { planId, digest, confirmations: plan.confirmations });
    expect((await list()).apps.some((app) => app.clientId === clientId)).toBe(registered);
    const again = await console.get(contract['fleet.planTenant'], { workspaceId, change });
    expect(again.tenant?.first).toEqual([]);
  }
});
