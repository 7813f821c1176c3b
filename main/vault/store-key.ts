import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** The keychain entry that makes a keychain ours: the store's id and the key that sealed files are sealed with. */
export type StoreKey = { readonly store: string; readonly key: KeyObject };

/** Account under which it is kept. */
export const STORE_KEY_ACCOUNT = 'data-key';

const SHAPE = /^v1\.([0-9a-f]{32})\.([A-Za-z0-9+/]{43}=)$/;

/** Reads the entry; null when it is not one of ours. */
export const readStoreKey = (entry: string): StoreKey | null => {
  const [, store, encoded] = SHAPE.exec(entry) ?? [];
  if (store === undefined || encoded === undefined) return null;
  const bytes = Buffer.from(encoded, 'base64');
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return { store, key };
};

/** A new store: a random id and a random 256-bit key, as the text of the entry. */
export const newStoreEntry = (): string => {
  const bytes = randomBytes(32);
  const entry = `v1.${randomBytes(16).toString('hex')}.${bytes.toString('base64')}`;
  bytes.fill(0);
  return entry;
};
