import type { Result } from '../../preload/contract/words/errors.ts';
import type { VaultState } from '../../preload/contract/words/status.ts';
import type { CanaryCheck, Place } from './look-into.ts';

/** Where secrets are kept right now, and what the keychain said when it refused. */
export type VaultStatus = {
  readonly state: VaultState;
  readonly keeps: 'keychain' | 'session';
  readonly detail: string | null;
};

/**
 * Keeps secrets: in the operating system's keychain and sealed files when it is available, else in this session's memory.
 * Nothing is ever written in plain text. References are ours (credential ids and names), never secret.
 */
export type Vault = {
  /** Probed with a write-read-delete, because a locked Linux keyring answers "null" as if a secret did not exist. Never prompts there. */
  readonly status: () => Promise<VaultStatus>;
  /** As `status`, and lets the system ask the person to unlock the keychain. */
  readonly unlock: () => Promise<VaultStatus>;
  /**
   * Begins an empty store in a keychain that works and is not the one in which our secrets are. The old sealed files are set aside, not
   * deleted; tells the folder's new name. Refused in every other state: `not-available-here` when nothing is wrong, else as `get` is.
   */
  readonly startAnew: () => Promise<Result<{ readonly setAside: string | null }>>;
  /** Stores a value under a reference; tells where it is kept. `session: true` never touches the keychain. */
  readonly put: (
    reference: string,
    value: string,
    options?: { readonly session?: boolean },
  ) => Promise<Result<'keychain' | 'session'>>;
  /** `secret-missing` when there is none, `vault-locked` / `vault-unreadable` when that cannot be known. */
  readonly get: (reference: string) => Promise<Result<string>>;
  readonly remove: (reference: string) => Promise<Result<null>>;
  /** Calls `listener` each time the keychain becomes usable after it was not: unlocked, started anew, or back by itself. */
  readonly whenOpened: (listener: () => void) => void;
  /** Tells where a reference is kept without reading the value. */
  readonly kept: (reference: string) => Promise<'keychain' | 'session' | 'missing'>;
};

/** What can be found out about the vault itself, for a person who wants to know whether it works, and its lock. */
export type VaultInspection = {
  /** False where the system alone shuts the keychain. */
  readonly canLock: boolean;
  /** Shuts the keychain and forgets its key here; what is in this session's memory stays. `vault-not-locked` when it stays open. */
  readonly lock: () => Promise<Result<VaultStatus>>;
  /** Where a reference is kept and, when it cannot be read, why. */
  readonly look: (reference: string) => Promise<Place>;
  /** Every reference that the vault knows of, also while it is shut; null when its record cannot be read. */
  readonly references: () => Promise<readonly string[] | null>;
  /** Writes, reads and deletes random values and tells whether they came back. Prompts nobody. */
  readonly check: () => Promise<CanaryCheck>;
  /** Renames the sealed files of a reference that cannot be read, so that a new value does not take their place; tells the new names. */
  readonly setValueAside: (reference: string) => Promise<readonly string[]>;
  /** Folders that were set aside when the vault was begun anew. */
  readonly asideFolders: () => Promise<readonly string[]>;
};
