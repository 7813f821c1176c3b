import { lockSecretService, secretServiceLocked } from './secret-service-lock.ts';

/** The operating system's keychain, as keytar offers it. Rejects with the platform's own words. */
export type Keychain = {
  /** Null for "no such entry" *and*, on Linux, for a locked keyring: never read it as absence without a probe. */
  readonly get: (account: string) => Promise<string | null>;
  readonly set: (account: string, value: string) => Promise<void>;
  readonly remove: (account: string) => Promise<void>;
  /** True when it is shut, found out without the person being asked for anything; false when it is open or cannot tell. */
  readonly isLocked: () => Promise<boolean>;
  /** Shuts it until the person unlocks it; null where a program cannot, or should leave it to the system. */
  readonly lock: (() => Promise<void>) | null;
};

/** Entries of the console under one service name. keytar is loaded at the first use, not at start. */
export const keytarKeychain = (service: string): Keychain => {
  const load = async () => (await import('keytar')).default;
  return {
    get: async (account) => (await load()).getPassword(service, account),
    set: async (account, value) => (await load()).setPassword(service, account, value),
    remove: async (account) => {
      await (await load()).deletePassword(service, account);
    },
    isLocked: process.platform === 'linux' ? secretServiceLocked : async () => false,
    // Windows has no lock but its own; the login keychain of macOS is shut by the system, by rules that the person sets there.
    lock: process.platform === 'linux' ? lockSecretService : null,
  };
};
