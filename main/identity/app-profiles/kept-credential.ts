import { z } from 'zod';
import { appError, failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import type { CredentialId } from '../../../preload/contract/words/ids.ts';
import type { CheckedCertificate } from '../../vault/certificates/pair-certificate.ts';
import type { Vault } from '../../vault/vault.ts';
import type { TakeCredential } from '../app-tokens.ts';
import type { CredentialChecks } from './credential-checks.ts';
import type { StoredProfile } from './document.ts';

/** A credential as the vault keeps it under its id. */
const keptCredential = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('secret'), secret: z.string() }),
  z.strictObject({
    kind: z.literal('certificate'),
    certificatePem: z.string(),
    privateKeyPem: z.string(),
    thumbprintSha256: z.string(),
    notBefore: z.iso.datetime(),
    notAfter: z.iso.datetime(),
  }),
]);
export type KeptCredential = z.infer<typeof keptCredential>;

/** Text to put into the vault for a client secret. */
export const keptSecret = (secret: string): string =>
  JSON.stringify({ kind: 'secret', secret } satisfies KeptCredential);

/** Text to put into the vault for a certificate with its private key. */
export const keptCertificate = (certificate: CheckedCertificate): string => {
  const { certificatePem, privateKeyPem, thumbprintSha256, notBefore, notAfter } = certificate;
  return JSON.stringify({
    kind: 'certificate',
    certificatePem,
    privateKeyPem,
    thumbprintSha256,
    notBefore,
    notAfter,
  } satisfies KeptCredential);
};

/** What the vault gave back for a credential; null when it is none. */
export const readKeptCredential = (text: string): KeptCredential | null => {
  try {
    return keptCredential.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Why a certificate cannot be used at this moment; null when it can. */
const validityProblem = (
  certificate: Pick<CheckedCertificate, 'notBefore' | 'notAfter'>,
  now: number,
): AppError | null => {
  const { notBefore, notAfter } = certificate;
  const why = now < Date.parse(notBefore) ? 'early' : now > Date.parse(notAfter) ? 'expired' : null;
  return why === null ? null : appError('certificate-not-valid-now', { notBefore, notAfter, why });
};

/** What taking a credential out of the vault needs. */
export type TakePorts = {
  readonly vault: Vault;
  readonly profiles: () => readonly StoredProfile[];
  readonly checks: CredentialChecks;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
};

/**
 * Takes a credential out of the vault and checks it before anything is sent: a wrong one is better explained here than by the
 * sign-in service, which counts it as a failed sign-in.
 */
export const createTakeCredential =
  ({ vault, profiles, checks, now }: TakePorts): TakeCredential =>
  async ({ appProfileId, credentialId }) => {
    const profile = profiles().find(({ id }) => id === appProfileId);
    if (profile === undefined) return failed('not-found', { what: 'app profile', id: appProfileId });
    const credential = profile.credentials.find(({ id }) => id === credentialId);
    if (credential === undefined) return failed('not-found', { what: 'credential', id: credentialId });
    const kept = await vault.get(credentialId);
    if (!kept.ok) return withLabel(kept.error, credentialId, credential.label);
    const value = readKeptCredential(kept.value);
    if (value === null) return failed('vault-unreadable', { what: credential.label });
    if (value.kind === 'secret') {
      const problem = checks.secretProblem(value.secret);
      return problem === null ? ok(value) : { ok: false, error: problem };
    }
    const problem = validityProblem(value, now());
    return problem === null ? ok(value) : { ok: false, error: problem };
  };

/** The vault knows the reference only; the person knows the label. */
const withLabel = (error: AppError, id: CredentialId, label: string): Result<never> =>
  error.code === 'secret-missing' && error.params['credential'] === id
    ? failed('secret-missing', { credential: label }, error)
    : { ok: false, error };
