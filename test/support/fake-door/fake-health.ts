import type { OutputOf } from '../../../preload/contract/index.ts';
import type { VaultItem } from '../../../preload/contract/vault.ts';
import { fakeId } from './fake-ids.ts';
import { daysAgo, profiles, workspaces } from './fake-world.ts';

const place = (kept: 'keychain' | 'session' | 'missing', kind: 'secret' | 'certificate') =>
  kept === 'keychain' ? (kind === 'secret' ? ('entry' as const) : ('file' as const)) : kept;

const credentials: readonly VaultItem[] = profiles.flatMap((profile) =>
  profile.credentials.map((credential) => ({
    kind: credential.kind,
    label: credential.label,
    owner: profile.name,
    appProfileId: profile.id,
    credentialId: credential.id,
    workspaceId: profile.workspaces[0] ?? null,
    place: place(credential.kept, credential.kind),
    problem: null,
    file: null,
  })),
);
const damaged: VaultItem = {
  kind: 'certificate',
  label: 'CN=legacy-loader',
  owner: 'Data warehouse loader',
  appProfileId: fakeId.profile(2),
  credentialId: fakeId.credential(7),
  workspaceId: fakeId.workspace(1),
  place: 'unreadable',
  problem: 'file-damaged',
  file: '0f3c9a417e2b5d68a1c4.2d7f4e9b-6a13-4c58-b0e2-91f7c3d8a645.sealed',
};
const others: readonly VaultItem[] = [
  ...workspaces.slice(0, 2).map((workspace) => ({
    kind: 'sign-in' as const,
    label: '',
    owner: workspace.name,
    appProfileId: null,
    credentialId: null,
    workspaceId: workspace.id,
    place: 'file' as const,
    problem: null,
    file: null,
  })),
  {
    kind: 'sign-in',
    label: '',
    owner: '',
    appProfileId: null,
    credentialId: null,
    workspaceId: null,
    place: 'file',
    problem: null,
    file: null,
  },
  ...[1, 2].map(() => ({
    kind: 'journal' as const,
    label: '',
    owner: '',
    appProfileId: null,
    credentialId: null,
    workspaceId: null,
    place: 'entry' as const,
    problem: null,
    file: null,
  })),
];

const shut = (item: VaultItem): VaultItem =>
  item.place === 'entry' || item.place === 'file' ? { ...item, place: 'unknown' } : item;

/** The health of a vault in each state that a scenario can put it in. */
export const fakeHealth = (
  status: OutputOf<'vault.status'>,
  lastCheck: OutputOf<'vault.check'> | null,
): OutputOf<'vault.health'> => ({
  status,
  canLock: true,
  backend: 'secret-service',
  service: status.state === 'no-service' ? null : 'GNOME Keyring',
  items: [...credentials, damaged, ...others].map((item) =>
    status.keeps === 'keychain' ? item : shut(item),
  ),
  complete: true,
  setAside: status.keeps === 'keychain' ? [`sealed.set-aside-${daysAgo(30).replaceAll(/[:.]/g, '-')}`] : [],
  entryBytes: 1200,
  lastCheck,
});
