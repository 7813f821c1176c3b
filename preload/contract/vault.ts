import { z } from 'zod';
import { call } from './define.ts';
import { appProfileId, credentialId, instant, nothing, workspaceId } from './schemas.ts';
import {
  START_ANEW,
  VAULT_BACKENDS,
  VAULT_ITEM_KINDS,
  VAULT_PLACES,
  VAULT_PROBLEMS,
  VAULT_STATES,
} from './words/status.ts';

const vaultStatus = z.strictObject({
  state: z.enum(VAULT_STATES),
  /** `session` although `available`: the keychain works and is not the one in which our secrets are. */
  keeps: z.enum(['keychain', 'session']),
  /** What the keychain itself said, when it refused. */
  detail: z.string().nullable(),
});

/** Where secrets are kept: the keychain when it is available, otherwise this session's memory. Asks the person nothing. */
export const status = call({ name: 'vault.status', input: nothing, output: vaultStatus });

/** As `vault.status`, but the system may ask the person to unlock the keychain. */
export const unlock = call({ name: 'vault.unlock', input: nothing, output: vaultStatus });

/**
 * Shuts the keychain for every program of this desktop, where the system lets a program do that (`vault.health`, `canLock`);
 * `vault-not-locked` when it stays open.
 */
export const lock = call({ name: 'vault.lock', input: nothing, output: vaultStatus });

/**
 * Begins an empty vault where the keychain is another one or our entry in it is damaged (`available`, keeps `session`); every
 * secret has to be entered again. The old sealed files are set aside, not deleted.
 */
export const startAnew = call({
  name: 'vault.startAnew',
  /** Typed by the person. */
  input: z.strictObject({ confirmation: z.literal(START_ANEW) }),
  output: vaultStatus,
});

/** One thing that the vault keeps, or should keep; never what it is. */
const vaultItem = z.strictObject({
  kind: z.enum(VAULT_ITEM_KINDS),
  /** What the person calls it; empty for what has no name. */
  label: z.string(),
  /** The app or the workspace that it belongs to; empty when nothing does. */
  owner: z.string(),
  appProfileId: appProfileId.nullable(),
  credentialId: credentialId.nullable(),
  /** A workspace in which it is used, to go there. */
  workspaceId: workspaceId.nullable(),
  place: z.enum(VAULT_PLACES),
  problem: z.enum(VAULT_PROBLEMS).nullable(),
  /** Name of the damaged sealed file. */
  file: z.string().nullable(),
});
export type VaultItem = z.infer<typeof vaultItem>;

const canaryCheck = z.strictObject({
  at: instant,
  works: z.boolean(),
  milliseconds: z.int().nonnegative(),
  detail: z.string().nullable(),
});

/** Everything that can be said of the vault without showing a secret. Looks into every item, and asks the person nothing. */
export const health = call({
  name: 'vault.health',
  input: nothing,
  output: z.strictObject({
    status: vaultStatus,
    /** Whether `vault.lock` can shut it; elsewhere the system alone does. */
    canLock: z.boolean(),
    backend: z.enum(VAULT_BACKENDS),
    /** The program that answers as the Secret Service, where it can be told. */
    service: z.string().nullable(),
    items: z.array(vaultItem),
    /** False when the list of what is kept could not be read: there may be more. */
    complete: z.boolean(),
    /** Folders of sealed files that were set aside. */
    setAside: z.array(z.string()),
    /** Longest value that becomes an entry of the keychain; longer ones become sealed files. In bytes. */
    entryBytes: z.int().positive(),
    /** The last check of this run; null when there was none. */
    lastCheck: canaryCheck.nullable(),
  }),
});
export type VaultHealth = z.infer<typeof health.output>;

/**
 * Deletes what is kept for nothing that is still here: values without an app, and sign-ins of workspaces that were removed. Refused while the
 * vault is shut.
 */
export const removeLeftOver = call({
  name: 'vault.removeLeftOver',
  input: nothing,
  output: z.strictObject({ removed: z.int().nonnegative() }),
});

/** Writes, reads and deletes random values, as an entry and as a sealed file, and remembers the outcome for this run. */
export const check = call({ name: 'vault.check', input: nothing, output: canaryCheck });
