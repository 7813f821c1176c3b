import type { Vault } from '../../../main/vault/vault.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';

/** A vault that keeps its values where a test can look at them. */
export const memoryVault = (values: Map<string, string>): Pick<Vault, 'get' | 'put' | 'remove'> => ({
  get: async (reference) => {
    const value = values.get(reference);
    return value === undefined ? failed('secret-missing', { credential: reference }) : ok(value);
  },
  put: async (reference, value) => {
    values.set(reference, value);
    return ok('keychain');
  },
  remove: async (reference) => {
    values.delete(reference);
    return ok(null);
  },
});
