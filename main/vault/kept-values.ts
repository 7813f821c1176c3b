import { randomUUID } from 'node:crypto';
import type { StorePlaces } from './open-store.ts';
import { seal, unseal } from './seal.ts';
import { STORE_KEY_ACCOUNT } from './store-key.ts';
import type { StoreKey } from './store-key.ts';

/** What a store answers for a reference. */
export type KeptValue =
  | { readonly kind: 'value'; readonly value: string; readonly place: 'entry' | 'file' }
  | { readonly kind: 'absent' }
  /** The entry or its file is damaged, missing, or sealed by another store; it is left as it is. */
  | {
      readonly kind: 'unreadable';
      readonly problem: 'entry-damaged' | 'file-missing' | 'file-damaged';
      /** Name of the damaged file. */
      readonly file: string | null;
    };

/** Values in an open store. Rejects with the platform's error when the keychain or the disk refuses. */
export type KeptValues = {
  readonly read: (reference: string) => Promise<KeptValue>;
  readonly write: (reference: string, value: string) => Promise<void>;
  readonly remove: (reference: string) => Promise<void>;
};

/** Windows caps an entry at 2,560 bytes of UTF-16; longer values are sealed files. In bytes of UTF-8. */
export const LONGEST_ENTRY = 1200;

/** The keychain account of a reference. */
export const accountOf = (reference: string): string => `value:${reference}`;

/**
 * Every reference has one entry in the keychain: `=` and the value itself, or `@` and the version of the sealed file that holds it. The
 * entry decides, so a crash at any moment leaves the old value or the new one, and an older file put back is not taken.
 */
export const keptValues = ({ keychain, files }: StorePlaces, { key }: StoreKey): KeptValues => ({
  read: async (reference) => {
    const entry = await keychain.get(accountOf(reference));
    if (entry === null) return { kind: 'absent' };
    if (entry.startsWith('=')) return { kind: 'value', value: entry.slice(1), place: 'entry' };
    if (!/^@[0-9a-f-]{36}$/.test(entry)) return { kind: 'unreadable', problem: 'entry-damaged', file: null };
    const owner = { reference, version: entry.slice(1) };
    const bytes = await files.read(owner);
    if (bytes === null) return { kind: 'unreadable', problem: 'file-missing', file: null };
    const value = unseal(bytes, key, owner);
    return value === null
      ? { kind: 'unreadable', problem: 'file-damaged', file: files.nameOf(owner) }
      : { kind: 'value', value, place: 'file' };
  },
  write: async (reference, value) => {
    const version = Buffer.byteLength(value) > LONGEST_ENTRY ? randomUUID() : null;
    if (version !== null) {
      const owner = { reference, version };
      await files.write(owner, seal(value, key, owner));
    }
    const entry = version === null ? `=${value}` : `@${version}`;
    await keychain.set(accountOf(reference), entry);
    if ((await keychain.get(accountOf(reference))) !== entry) throw new Error('The keychain is locked.');
    await files.keepOnly(reference, version);
  },
  remove: async (reference) => {
    await keychain.remove(accountOf(reference));
    // A locked keyring lets a deletion pass without doing anything.
    if ((await keychain.get(STORE_KEY_ACCOUNT)) === null) throw new Error('The keychain is locked.');
    await files.keepOnly(reference, null);
  },
});
