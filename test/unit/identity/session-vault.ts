import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Vault } from '../../../main/vault/vault.ts';

/** A vault without a keychain: it keeps everything in memory, as the real one does on a machine that has none. */
export const sessionVault = (): Vault & { readonly references: () => readonly string[] } => {
  const kept = new Map<string, string>();
  return {
    references: () => [...kept.keys()],
    status: async () => ({ state: 'no-service', keeps: 'session', detail: null }),
    put: async (reference, value) => {
      kept.set(reference, value);
      return ok('session');
    },
    get: async (reference) => {
      const value = kept.get(reference);
      return value === undefined ? failed('secret-missing', { credential: reference }) : ok(value);
    },
    remove: async (reference) => {
      kept.delete(reference);
      return ok(null);
    },
    kept: async (reference) => (kept.has(reference) ? 'session' : 'missing'),
  };
};
