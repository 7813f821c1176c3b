import type { Keychain } from '../../../main/vault/keychain.ts';

/** How a keychain behaves: the states as they were seen with keytar on Linux; one locked in silence cannot tell that it is. */
export type KeychainMood =
  | 'open'
  | 'locked'
  | 'locked-in-silence'
  | 'no-service'
  | 'unsupported'
  | 'takes-and-forgets';

type Hold = { readonly arrived: (account: string) => Promise<null> };

/** A keychain in memory that can be locked, emptied and exchanged, which a test cannot do to the real one everywhere. */
export const memoryKeychain = (mood: KeychainMood = 'open') => {
  const entries = new Map<string, string>();
  const state: { mood: KeychainMood; prompts: number; held: Hold | null } = { mood, prompts: 0, held: null };
  const locked = (): boolean => state.mood === 'locked' || state.mood === 'locked-in-silence';
  const refuse = (): void => {
    // Whatever is done to a locked keyring, the system asks the person first; this one turns it down.
    if (locked()) state.prompts += 1;
    if (state.mood === 'no-service') throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
    if (state.mood === 'unsupported')
      throw new Error('libsecret-1.so.0: cannot open shared object file: No such file or directory');
  };
  const keychain: Keychain = {
    get: async (account) => {
      refuse();
      return state.mood === 'open' ? (entries.get(account) ?? null) : null;
    },
    set: async (account, value) => {
      await state.held?.arrived(account);
      refuse();
      if (locked())
        throw new Error('Object does not exist at path /org/freedesktop/secrets/collection/login');
      if (value === '') throw new Error('Password is required.');
      if (value.length > 1280) throw new Error('The stub received bad data');
      if (state.mood === 'open') entries.set(account, value);
    },
    remove: async (account) => {
      refuse();
      if (state.mood === 'open') entries.delete(account);
    },
    isLocked: async () => state.mood === 'locked',
    lock: async () => void (state.mood = 'locked'),
  };
  return {
    keychain,
    entries,
    is: (next: KeychainMood) => void (state.mood = next),
    /** From now on a value is kept only after `release`; `writing` resolves when the first one waits. */
    hold: () => {
      const writing = Promise.withResolvers<string>();
      const released = Promise.withResolvers<null>();
      state.held = {
        arrived: (account) => {
          writing.resolve(account);
          return released.promise;
        },
      };
      return { writing: writing.promise, release: () => released.resolve(null) };
    },
    /** How often the person was asked to unlock it. */
    prompts: () => state.prompts,
  };
};
