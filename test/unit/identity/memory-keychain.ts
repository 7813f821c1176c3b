import type { Keychain } from '../../../main/vault/keychain.ts';

/** An unlocked keychain in memory, because machines that run tests have none; what it holds under our references can be listed. */
export const memoryKeychain = (): Keychain & { readonly references: () => readonly string[] } => {
  const entries = new Map<string, string>();
  return {
    references: () => [...entries.keys()].filter((account) => account.startsWith('value:')),
    get: async (account) => entries.get(account) ?? null,
    set: async (account, value) => {
      entries.set(account, value);
    },
    remove: async (account) => {
      entries.delete(account);
    },
    isLocked: async () => false,
    lock: null,
  };
};
