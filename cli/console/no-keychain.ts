import type { Keychain } from '../../main/vault/keychain.ts';

const refuse = async (): Promise<never> => {
  throw new Error('This run keeps nothing in a keychain.');
};

/** For a run whose credentials come from the process's environment: nothing is kept beyond it, and nothing is read. */
export const noKeychain: Keychain = {
  get: refuse,
  set: refuse,
  remove: refuse,
  isLocked: async () => false,
  lock: null,
};
