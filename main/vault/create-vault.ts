import { randomBytes } from 'node:crypto';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';
import type { VaultState } from '../../preload/contract/words/status.ts';
import type { Keychain } from './keychain.ts';
import { probeKeychain } from './probe-keychain.ts';
import type { ProbedKeychain } from './probe-keychain.ts';
import { seal, unseal } from './seal.ts';
import type { SealedFiles } from './sealed-files.ts';
import type { Vault } from './vault.ts';

/** What the vault is built from. */
export type VaultPorts = { readonly keychain: Keychain; readonly files: SealedFiles };

const DATA_KEY = 'data-key';
/** Windows caps an entry at 2,560 bytes of UTF-16: anything longer is a sealed file. */
const LONGEST_ENTRY = 1200;

const refused = (state: VaultState) => {
  switch (state) {
    case 'locked':
      return failed('vault-locked', {}, { retryable: true });
    case 'no-service':
      return failed('vault-no-service');
    case 'unsupported':
    case 'available':
      return failed('vault-unsupported');
  }
};

const readKey = (stored: string | null): Buffer | null => {
  const key = stored === null ? null : Buffer.from(stored, 'base64');
  return key !== null && key.length === 32 ? key : null;
};

/** Builds the vault. The keychain is probed at the first use, and again while it is not available. */
export const createVault = ({ keychain, files }: VaultPorts): Vault => {
  const session = new Map<string, string>();
  let probing: Promise<ProbedKeychain> | null = null;

  const probe = async (): Promise<ProbedKeychain> => {
    probing ??= probeKeychain(keychain);
    const found = await probing;
    // A keyring that was locked may be open by now; one that works is not asked again.
    if (found.state !== 'available') probing = null;
    return found;
  };
  const available = async (): Promise<boolean> => (await probe()).state === 'available';

  const sealedValue = async (reference: string, bytes: Buffer): Promise<Result<string>> => {
    const key = readKey(await keychain.get(DATA_KEY));
    const value = key === null ? null : unseal(key, reference, bytes);
    return value === null ? failed('vault-unreadable', { what: reference }) : ok(value);
  };

  const writeSealed = async (reference: string, value: string): Promise<Result<'keychain'>> => {
    const stored = await keychain.get(DATA_KEY);
    const key = stored === null ? randomBytes(32) : readKey(stored);
    // A key that is there but not ours to read is never replaced: every sealed file would be lost.
    if (key === null) return failed('vault-unreadable', { what: DATA_KEY });
    const there = await files.read(reference);
    if (there !== null && unseal(key, reference, there) === null)
      return failed('vault-unreadable', { what: reference });
    if (stored === null) await keychain.set(DATA_KEY, key.toString('base64'));
    await files.write(reference, seal(key, reference, value));
    return ok('keychain');
  };

  const putInKeychain = async (reference: string, value: string): Promise<Result<'keychain' | 'session'>> => {
    if (value.length > LONGEST_ENTRY) {
      const written = await writeSealed(reference, value);
      if (written.ok) await keychain.remove(`value:${reference}`);
      return written;
    }
    await keychain.set(`value:${reference}`, value);
    await files.remove(reference);
    return ok('keychain');
  };

  return {
    status: async () => {
      const { state, detail } = await probe();
      return { state, keeps: state === 'available' ? 'keychain' : 'session', detail };
    },
    put: async (reference, value, options) => {
      if (options?.session === true || !(await available())) {
        session.set(reference, value);
        return ok('session');
      }
      const put = await putInKeychain(reference, value);
      if (put.ok) session.delete(reference);
      return put;
    },
    get: async (reference) => {
      const inSession = session.get(reference);
      if (inSession !== undefined) return ok(inSession);
      const { state } = await probe();
      if (state !== 'available') return refused(state);
      const entry = await keychain.get(`value:${reference}`);
      if (entry !== null) return ok(entry);
      const bytes = await files.read(reference);
      return bytes === null
        ? failed('secret-missing', { credential: reference })
        : sealedValue(reference, bytes);
    },
    remove: async (reference) => {
      session.delete(reference);
      if (await available()) {
        await keychain.remove(`value:${reference}`);
        await files.remove(reference);
      }
      return ok(null);
    },
    kept: async (reference) => {
      if (session.has(reference)) return 'session';
      if (!(await available())) return 'missing';
      if ((await keychain.get(`value:${reference}`)) !== null) return 'keychain';
      return (await files.read(reference)) === null ? 'missing' : 'keychain';
    },
  };
};
