import { accountOf } from './kept-values.ts';
import type { StorePlaces } from './open-store.ts';
import { readStoreKey, STORE_KEY_ACCOUNT } from './store-key.ts';

/**
 * Clears the way for an empty store: sets the sealed files and their record aside, and takes out of the keychain what was kept under
 * `references` and an entry of ours that is damaged. An entry that is whole is left, because other files may need its key. A crash
 * on the way leaves a store that can be begun anew again. Tells the new name of the folder; rejects when keychain or disk refuse.
 */
export const beginAnew = async (
  { keychain, files }: StorePlaces,
  references: readonly string[],
): Promise<string | null> => {
  for (const reference of references) await keychain.remove(accountOf(reference));
  const entry = await keychain.get(STORE_KEY_ACCOUNT);
  if (entry !== null && readStoreKey(entry) === null) await keychain.remove(STORE_KEY_ACCOUNT);
  return files.setAside();
};
