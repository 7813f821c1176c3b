import type { Vault } from '../../../../main/vault/vault.ts';
import { failed, ok } from '../../../../preload/contract/words/errors.ts';

/** A keychain that is only a map: what cannot exist on a machine without a desktop session. */
export const memoryVault = (
  keeps: 'keychain' | 'session' = 'keychain',
  entries = new Map<string, string>(),
): Vault => {
  const status = async () => ({
    state: keeps === 'keychain' ? ('available' as const) : ('no-service' as const),
    keeps,
    detail: null,
  });
  return {
    status,
    unlock: status,
    // It never changes.
    whenOpened: () => undefined,
    startAnew: async () => failed('not-available-here', { what: 'a new start of a vault that works' }),
    put: async (reference, value) => {
      entries.set(reference, value);
      return ok(keeps);
    },
    get: async (reference) => {
      const value = entries.get(reference);
      return value === undefined ? failed('secret-missing', { credential: reference }) : ok(value);
    },
    remove: async (reference) => {
      entries.delete(reference);
      return ok(null);
    },
    kept: async (reference) => (entries.has(reference) ? keeps : 'missing'),
  };
};
