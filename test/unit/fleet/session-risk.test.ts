import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Keychain } from '../../../main/vault/keychain.ts';
import type { TenantChange } from '../../../preload/contract/fleet-tenant.ts';
import { contract } from '../../../preload/contract/index.ts';
import { tenantStep } from '../../../main/fleet/tenant/tenant-action.ts';
import { withSessionRisk } from '../../../main/fleet/tenant/session-risk.ts';
import { newId } from '../../../main/settings/new-id.ts';
import { ok } from '../../../preload/contract/words/errors.ts';
import { parseAppProfileId, parseClientId, parseCredentialId } from '../../../preload/contract/words/ids.ts';
import { administratorOf, startCloud, tenantOf } from '../identity/rig.ts';
import { folderConsole } from './support/folder-console.ts';
import { must } from './support/journal-folder.ts';

const shut = async (): Promise<never> => {
  throw new Error('locked');
};
const locked: Keychain = {
  get: async () => null,
  set: shut,
  remove: shut,
  isLocked: async () => true,
  lock: null,
};

const endsOn = new Date(Date.now() + 90 * 86_400_000).toISOString();

test('with a locked keychain a plan says that a new credential would last for this session only', async () => {
  const cloud = await startCloud();
  const folder = mkdtempSync(join(tmpdir(), 's2s-session-'));
  const account = administratorOf(cloud, 'Contoso');
  const console = await folderConsole(folder, cloud, { account, keychain: locked });
  const { workspaces } = await console.get(contract['workspaces.exploreDemo'], {});
  const workspaceId = must(workspaces.find(({ tenantId }) => tenantId === tenantOf(cloud, 'Contoso'))).id;
  await console.get(contract['identity.signIn'], { workspaceId, loginHint: account });
  const purpose = { kind: 'graph', permission: 'Application.ReadWrite.All' } as const;
  await console.get(contract['identity.signIn'], { workspaceId, purpose });
  const { profiles } = await console.get(contract['appProfiles.addDemo'], { workspaceId });
  const { id: appProfileId, credentials } = must(
    profiles.find(({ name }) => name === 'Contoso Integration Hub'),
  );
  const retires = must(credentials[0]).id;
  const planned = (change: TenantChange) =>
    console.get(contract['fleet.planTenant'], { workspaceId, change });
  const risksOf = async (change: TenantChange) =>
    (await planned(change)).tenant?.first.flatMap(({ kind, risks }) => risks.map((risk) => [kind, risk]));
  expect(await risksOf({ kind: 'add-secret', appProfileId, label: 'new', endsOn })).toEqual([
    ['add-secret', 'kept-for-session'],
  ]);
  const rotate = { kind: 'rotate' as const, appProfileId, retires, leaveOut: [] };
  expect(await risksOf({ ...rotate, make: { type: 'certificate', endsOn, keyBits: 2048 } })).toEqual([
    ['generate-certificate', 'kept-for-session'],
  ]);
  await console.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ['session', ['kept-for-session']],
  ['keychain', []],
] as const)(
  'what replaces the old credential is kept for the %s: the removal warns %j',
  async (kept, risks) => {
    const [appProfileId, credentialId] = [newId(parseAppProfileId), newId(parseCredentialId)];
    const credential = {
      id: credentialId,
      kind: 'secret',
      label: 'new',
      addedOn: endsOn,
      expiresOn: endsOn,
      thumbprintSha1: null,
      thumbprintSha256: null,
      keyId: null,
      retiring: false,
      notInEntraYet: false,
    } as const;
    const profile = {
      id: appProfileId,
      name: 'App',
      clientId: newId(parseClientId),
      homeTenantId: null,
      current: credentialId,
      workspaces: [],
      demo: false,
      credentials: [credential],
    };
    const profiles = {
      find: () => ok(profile),
      show: async () => ({ ...profile, credentials: [{ ...credential, kept }] }),
    };
    const onlyWhile = { appProfileId, uses: credentialId };
    const removal = tenantStep(
      { kind: 'remove-secret', keyId: 'old', onlyWhile },
      { subject: 'old', before: 'Works', after: 'Removed' },
    );
    const [warned] = await withSessionRisk({ profiles, vaultKeeps: async () => 'keychain' }, [removal]);
    expect(warned?.step.risks).toEqual(risks);
  },
);
