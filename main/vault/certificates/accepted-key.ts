import type { KeyObject } from 'node:crypto';

const MIN_BITS = 2048;
/** OpenSSL computes with no longer ones, and signing with them would take seconds. */
const MAX_BITS = 16_384;

/** Length of an RSA key; 0 for others. */
export const bitsOf = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0;

/** Entra needs RSA of at least 2048 bits (Microsoft Learn: certificate-credentials). */
export const acceptedKey = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' && bitsOf(key) >= MIN_BITS && bitsOf(key) <= MAX_BITS;
