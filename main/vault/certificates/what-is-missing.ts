import type { KeyObject } from 'node:crypto';
import { failed } from '../../../preload/contract/words/errors.ts';
import type { Failed } from '../../../preload/contract/words/errors.ts';
import { acceptedKey, bitsOf } from './accepted-key.ts';
import { nameOf } from './certificate-name.ts';
import { unreadable } from './certificate-problem.ts';
import type { Found } from './found.ts';

/** The failure of a key that the sign-in service does not take. */
export const unsupportedKey = (key: KeyObject): Failed =>
  failed('certificate-key-unsupported', { keyType: key.asymmetricKeyType ?? 'unknown', bits: bitsOf(key) });

/** What a file is called that has a certificate and no key, or neither. */
const withoutKey = ({ certificates, beside }: Found): Failed => {
  const told = beside.find((one) => one !== 'secret-only' || certificates.length === 0);
  return unreadable(told ?? (certificates.length === 0 ? 'neither' : 'no-private-key'));
};

/** Why there is no pair: what could not be read explains more than what is missing, a password the most. */
export const whatIsMissing = (all: Found): Failed => {
  const { certificates, keys, beside, failures } = all;
  const [failure] = failures.toSorted(
    (a, b) =>
      Number(b.error.code === 'certificate-password') - Number(a.error.code === 'certificate-password'),
  );
  if (failure !== undefined && (certificates.length === 0 || keys.length === 0)) return failure;
  const [key] = keys;
  if (key === undefined) return withoutKey(all);
  const [certificate] = certificates;
  if (certificate === undefined)
    return unreadable(beside.includes('certificate-request') ? 'certificate-request' : 'no-certificate');
  if (!keys.some(acceptedKey)) return unsupportedKey(key);
  return failed('certificate-key-mismatch', { certificate: nameOf(certificate) });
};
