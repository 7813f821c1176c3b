import { randomBytes } from 'node:crypto';
import type { VaultState } from '../../preload/contract/words/status.ts';
import type { Keychain } from './keychain.ts';

/** What the probe found, with the keychain's own words when it refused. */
export type ProbedKeychain = { readonly state: VaultState; readonly detail: string | null };

const PROBE = 'probe';

const stateOf = (words: string): VaultState => {
  if (
    /autolaunch D-Bus|Could not connect|No such file or directory|ServiceUnknown|not provided by any/i.test(
      words,
    )
  )
    return 'no-service';
  if (/Cannot find module|native addon|dlopen|libsecret/i.test(words)) return 'unsupported';
  // "Object does not exist at path …/collection/login", "locked", a prompt that was dismissed.
  return 'locked';
};

/**
 * Writes, reads and deletes a random value, because a locked Linux keyring answers a read with "null" exactly as if there
 * were no such secret. Only a value that comes back makes the keychain `available`.
 */
export const probeKeychain = async (keychain: Keychain): Promise<ProbedKeychain> => {
  const value = randomBytes(16).toString('hex');
  try {
    await keychain.set(PROBE, value);
    const read = await keychain.get(PROBE);
    if (read !== value) return { state: 'locked', detail: null };
    await keychain.remove(PROBE);
    return { state: 'available', detail: null };
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    return { state: stateOf(words), detail: words.slice(0, 300) };
  }
};
