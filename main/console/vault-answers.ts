import type { Identity } from '../identity/create-identity.ts';
import type { RecordActivity } from '../settings/record-activity.ts';
import { vaultHandlers } from '../vault/handlers.ts';
import { secretServiceName } from '../vault/secret-service-name.ts';
import type { Vault, VaultInspection } from '../vault/vault.ts';
import type { Workspaces } from '../workspaces/directory.ts';
import type { ConsoleHost } from './console-host.ts';
import { credentialItems, meaningOf } from './vault-items.ts';

/** The rooms that the vault's answers are made of. */
export type VaultRooms = {
  readonly vault: Vault & VaultInspection;
  readonly identity: Pick<Identity, 'profiles'>;
  readonly workspaces: Workspaces;
  readonly recordActivity: RecordActivity;
  readonly now: () => number;
};

/** Answers `vault.*` with what the rooms above know of their values. */
export const vaultAnswers = (host: Pick<ConsoleHost, 'platform'>, rooms: VaultRooms) =>
  vaultHandlers({
    vault: rooms.vault,
    recordActivity: rooms.recordActivity,
    now: rooms.now,
    platform: host.platform,
    serviceName: secretServiceName,
    index: () => ({
      known: credentialItems(rooms.identity.profiles.all()),
      meaningOf: meaningOf(rooms.workspaces.all),
    }),
  });
