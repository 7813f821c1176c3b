import { X509Certificate } from 'node:crypto';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import type { Vault } from '../../vault/vault.ts';
import { readKeptCredential } from './kept-credential.ts';

/** What may leave the vault of a credential: its public part, and the hint that Entra shows anyway. */
export type CredentialParts = {
  /** DER in base64 and SHA-1 in upper-case hex; `not-found` when it is no certificate. */
  readonly publicPart: (
    id: CredentialId,
  ) => Promise<Result<{ readonly der: string; readonly thumbprintSha1: string }>>;
  /** The first three characters of a client secret (Microsoft Graph: passwordCredential, `hint`); null when there is none. */
  readonly hintOf: (id: CredentialId) => Promise<string | null>;
  /** What signs as the app with a certificate, for main alone; null when the vault holds no such key. */
  readonly signerOf: (
    id: CredentialId,
  ) => Promise<{ readonly privateKeyPem: string; readonly thumbprintSha256: string } | null>;
  /** Where a new credential would be kept at this moment. */
  readonly vaultKeeps: () => Promise<'keychain' | 'session'>;
};

/** Reads them from the vault. */
export const createCredentialParts = (vault: Vault): CredentialParts => ({
  publicPart: async (id) => {
    const kept = await vault.get(id);
    if (!kept.ok) return kept;
    const value = readKeptCredential(kept.value);
    if (value?.kind !== 'certificate') return failed('not-found', { what: 'certificate', id });
    const certificate = new X509Certificate(value.certificatePem);
    return ok({
      der: certificate.raw.toString('base64'),
      thumbprintSha1: certificate.fingerprint.replaceAll(':', ''),
    });
  },
  hintOf: async (id) => {
    const kept = await vault.get(id);
    const value = kept.ok ? readKeptCredential(kept.value) : null;
    return value?.kind === 'secret' ? value.secret.slice(0, 3) : null;
  },
  signerOf: async (id) => {
    const kept = await vault.get(id);
    const value = kept.ok ? readKeptCredential(kept.value) : null;
    return value?.kind === 'certificate' ? value : null;
  },
  vaultKeeps: async () => (await vault.status()).keeps,
});
