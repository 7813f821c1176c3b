import type { VaultState } from '../../preload/contract/words/status.ts';
import type { Keychain } from './keychain.ts';
import { NOT_GIVEN_BACK, probeKeychain, stateOfError } from './probe-keychain.ts';
import type { Availability } from './probe-keychain.ts';
import type { SealedFiles } from './sealed-files.ts';
import { newStoreEntry, readStoreKey, STORE_KEY_ACCOUNT } from './store-key.ts';
import type { StoreKey } from './store-key.ts';

/** A keychain that is ours and open, or why there is none. */
export type Store =
  | { readonly kind: 'open'; readonly storeKey: StoreKey }
  | {
      readonly kind: 'shut';
      /** `available` here is a keychain that works and is not the one in which our secrets are. */
      readonly state: VaultState;
      readonly detail: string | null;
      /** What is kept and cannot be read now; null when that is not known either. */
      readonly references: readonly string[] | null;
    };

/** Where secrets are kept. */
export type StorePlaces = { readonly keychain: Keychain; readonly files: SealedFiles };

const FOREIGN = 'This is not the keychain in which this console kept its secrets.';
const LOCKED = 'The keychain says that it is locked.';
const DAMAGED = 'The console’s entry in the keychain is damaged.';

/**
 * Finds out in which state the keychain is and opens our store in it. Our own entry is the canary: when it can be read, the keychain
 * is open, and the store's id tells whether it is ours. When it cannot, a write-read-delete tells locked from empty; and an empty keychain
 * gets a new store only when nothing shows that there was one. A keychain that says it is locked is left alone unless `mayAsk`: touching it
 * would make the system ask the person for a password. Never rejects, never overwrites.
 */
export const openStore = async (
  { keychain, files }: StorePlaces,
  { mayAsk }: { readonly mayAsk: boolean },
): Promise<Store> => {
  const record = await files.record.read();
  const nothingKept = record === 'absent' && (await files.isEmpty());
  const references = typeof record === 'object' ? record.references : nothingKept ? [] : null;
  const shut = ({ state, detail }: Availability): Store => ({ kind: 'shut', state, detail, references });

  const adopt = async (entry: string): Promise<Store> => {
    const storeKey = readStoreKey(entry);
    if (!storeKey) return shut({ state: 'available', detail: DAMAGED });
    if (typeof record === 'object' && record.store !== storeKey.store)
      return shut({ state: 'available', detail: FOREIGN });
    if (typeof record === 'string') await files.record.write({ store: storeKey.store, references: [] });
    return { kind: 'open', storeKey };
  };

  try {
    if (!mayAsk && (await keychain.isLocked())) return shut({ state: 'locked', detail: LOCKED });
    const entry = await keychain.get(STORE_KEY_ACCOUNT);
    if (entry !== null) return await adopt(entry);
    const probe = await probeKeychain(keychain);
    if (probe.state !== 'available') return shut(probe);
    // The probe may have made the person unlock it.
    const unlocked = await keychain.get(STORE_KEY_ACCOUNT);
    if (unlocked !== null) return await adopt(unlocked);
    if (!nothingKept) return shut({ state: 'available', detail: FOREIGN });
    await keychain.set(STORE_KEY_ACCOUNT, newStoreEntry());
    const made = await keychain.get(STORE_KEY_ACCOUNT);
    return made === null ? shut({ state: 'locked', detail: NOT_GIVEN_BACK }) : await adopt(made);
  } catch (error) {
    return shut(stateOfError(error));
  }
};
