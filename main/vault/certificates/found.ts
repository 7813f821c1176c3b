import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Failed } from '../../../preload/contract/words/errors.ts';
import type { CertificateProblem } from './certificate-problem.ts';

/** Something that is neither certificate nor private key, and says why one of them is missing. */
export type Beside = Extract<
  CertificateProblem,
  'pkcs7-without-key' | 'public-key-only' | 'certificate-request' | 'secret-only'
>;

/** What was found in the files that a person chose together. */
export type Found = {
  readonly certificates: readonly X509Certificate[];
  readonly keys: readonly KeyObject[];
  readonly beside: readonly Beside[];
  /** What could not be read; it matters only when certificate or key is missing without it. */
  readonly failures: readonly Failed[];
};

const NOTHING: Found = { certificates: [], keys: [], beside: [], failures: [] };

/** A part of what can be found; the rest is empty. */
export const found = (part: Partial<Found>): Found => ({ ...NOTHING, ...part });

/** All that was found in several places. */
export const foundTogether = (parts: readonly Found[]): Found => ({
  certificates: parts.flatMap((one) => one.certificates),
  keys: parts.flatMap((one) => one.keys),
  beside: parts.flatMap((one) => one.beside),
  failures: parts.flatMap((one) => one.failures),
});
