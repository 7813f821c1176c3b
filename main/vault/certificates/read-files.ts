import type { Result } from '../../../preload/contract/words/errors.ts';
import { foundTogether } from './found.ts';
import { pairCertificates } from './pair-certificate.ts';
import type { CertificatePairs } from './pair-certificate.ts';
import { readFile } from './read-file.ts';

/**
 * Reads the files that a person chose together: PEM, PFX, DER, a certificate and its key apart, with a password where one is needed. Blocks
 * for as long as key derivations take: for a thread of its own, in which `capForge` was called.
 */
export const readFiles = (files: readonly Uint8Array[], password: string): Result<CertificatePairs> =>
  pairCertificates(foundTogether(files.map((bytes) => readFile(bytes, password))));
