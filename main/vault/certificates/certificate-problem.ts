import { failed } from '../../../preload/contract/words/errors.ts';
import type { Failed } from '../../../preload/contract/words/errors.ts';

/** What keeps a file from being a certificate with its private key; each has its words in texts/certificate-problems.ts. */
export type CertificateProblem =
  | 'empty'
  | 'cut'
  | 'damaged'
  | 'not-recognised'
  | 'text-without-pem'
  | 'no-certificate'
  | 'no-private-key'
  | 'neither'
  | 'secret-only'
  | 'private-key-damaged'
  | 'dates-damaged'
  | 'pkcs7-without-key'
  | 'public-key-only'
  | 'certificate-request'
  | 'openssh-key'
  | 'putty-key'
  | 'pgp-key'
  | 'java-keystore'
  | 'encryption-unsupported'
  | 'too-many-iterations'
  | 'took-too-long'
  | 'choice-gone';

/** The failure that names the problem. */
export const unreadable = (problem: CertificateProblem): Failed =>
  failed('certificate-unreadable', { problem });

/** The failure of a protection that no password opens here; names the cipher when it is known. */
export const unsupportedCipher = (cipher: string | null): Failed =>
  failed('certificate-unreadable', {
    problem: 'encryption-unsupported' satisfies CertificateProblem,
    ...(cipher === null ? {} : { cipher }),
  });

/** The failure of a password: nothing was entered, or what was entered does not open the file. */
export const passwordFailed = (password: string): Failed =>
  failed('certificate-password', { problem: password === '' ? 'missing' : 'wrong' });
