import type { AppProfile, Credential } from '../../../preload/contract/app-profiles.ts';
import {
  parseAppProfileId,
  parseClientId,
  parseCredentialId,
  parseWorkspaceId,
} from '../../../preload/contract/words/ids.ts';

const made = <Id>(parse: (text: string) => Id | null, number: number): Id => {
  const id = parse(`00000000-0000-0000-0000-0000000000${String(number).padStart(2, '0')}`);
  if (id === null) throw new Error('no id');
  return id;
};

export const workspaceId = made(parseWorkspaceId, 50);

/** A credential of the tests, kept and without an end unless said otherwise. */
export const credential = (number: number, change: Partial<Credential> = {}): Credential => ({
  id: made(parseCredentialId, number),
  kind: 'secret',
  label: `Secret ${number}`,
  addedOn: '2026-01-01T00:00:00Z',
  expiresOn: null,
  thumbprintSha1: null,
  thumbprintSha256: null,
  keyId: null,
  retiring: false,
  notInEntraYet: false,
  kept: 'keychain',
  ...change,
});

/** The app of the tests, used in one workspace. */
export const profileWith = (credentials: readonly Credential[]): AppProfile => ({
  id: made(parseAppProfileId, 40),
  name: 'Contoso Integration Hub',
  clientId: made(parseClientId, 41),
  homeTenantId: null,
  credentials: [...credentials],
  current: null,
  workspaces: [workspaceId],
  demo: true,
});
