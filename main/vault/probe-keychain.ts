import { randomBytes } from 'node:crypto';
import type { VaultState } from '../../preload/contract/words/status.ts';
import type { Keychain } from './keychain.ts';

/** Whether a keychain keeps things, and what it said when it does not. */
export type Availability = { readonly state: VaultState; readonly detail: string | null };

/** Texts of libsecret and of macOS when a keychain is there and shut, or the person did not open it. */
const LOCKED =
  /locked|does not exist at path|prompt (was )?dismissed|dismissed|cancel|user interaction is not allowed|not correct|authorization/i;
const UNSUPPORTED =
  /cannot find (module|package)|cannot open shared object|was compiled against|invalid elf|no native build|dlopen/i;

/** What a keychain does that is locked and does not say so. */
export const NOT_GIVEN_BACK = 'The keychain took a value and did not give it back.';

/** What a keychain's error means; anything else is a keychain that cannot be reached. */
export const stateOfError = (error: unknown): Availability => {
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 300) : 'unknown';
  if (UNSUPPORTED.test(detail)) return { state: 'unsupported', detail };
  return { state: LOCKED.test(detail) ? 'locked' : 'no-service', detail };
};

/**
 * Writes, reads and deletes a random value. Nothing less tells a locked Linux keyring from an empty one: it may answer every
 * read with null and accept no write.
 */
export const probeKeychain = async (keychain: Keychain): Promise<Availability> => {
  const account = `probe-${randomBytes(8).toString('hex')}`;
  const value = randomBytes(16).toString('hex');
  try {
    await keychain.set(account, value);
    const read = await keychain.get(account);
    await keychain.remove(account);
    if (read === value) return { state: 'available', detail: null };
    return read === null
      ? { state: 'locked', detail: NOT_GIVEN_BACK }
      : { state: 'unsupported', detail: 'The keychain gave back another value than it was given.' };
  } catch (error) {
    return stateOfError(error);
  }
};
