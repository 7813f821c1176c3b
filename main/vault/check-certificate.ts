import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { failed, ok } from '../../preload/contract/words/errors.ts';
import type { Result } from '../../preload/contract/words/errors.ts';

/** A certificate whose private key belongs to it and is one that Entra accepts. */
export type CheckedCertificate = {
  readonly certificatePem: string;
  /** PKCS#8. */
  readonly privateKeyPem: string;
  /** Upper-case hex without separators. */
  readonly thumbprintSha1: string;
  readonly thumbprintSha256: string;
  /** ISO 8601 in UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
};

const MIN_BITS = 2048;

const blocks = (text: string, label: RegExp): readonly string[] =>
  [...text.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----[^-]+-----END \1-----/g)]
    .filter((match) => label.test(match[1] ?? ''))
    .map((match) => match[0]);

const readKey = (pem: string): KeyObject | null => {
  try {
    return createPrivateKey(pem);
  } catch {
    // Not a key that the platform reads; the caller names the problem.
    return null;
  }
};

const readCertificates = (pems: readonly string[]): readonly X509Certificate[] => {
  try {
    return pems.map((pem) => new X509Certificate(pem));
  } catch {
    // One block that is no certificate makes the file unreadable.
    return [];
  }
};

/** Null for a date that JavaScript has no instant for. */
const instantOf = (date: Date): string | null => (Number.isNaN(date.getTime()) ? null : date.toISOString());

/**
 * Checks PEM text with one certificate (or a chain) and its unencrypted private key (PKCS#8 or PKCS#1). Entra needs RSA of at
 * least 2048 bits (Microsoft Learn: certificate-credentials).
 */
export const checkCertificate = (text: string): Result<CheckedCertificate> => {
  const certificates = readCertificates(blocks(text, /^(X509 |TRUSTED )?CERTIFICATE$/));
  if (certificates.length === 0) return failed('certificate-unreadable', { problem: 'no-certificate' });
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|Proc-Type: 4,ENCRYPTED/.test(text)) {
    return failed('certificate-unreadable', { problem: 'encrypted-key' });
  }
  const [keyPem] = blocks(text, /PRIVATE KEY$/);
  if (keyPem === undefined) return failed('certificate-unreadable', { problem: 'no-private-key' });
  const key = readKey(keyPem);
  if (key === null) return failed('certificate-unreadable', { problem: 'private-key-damaged' });
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < MIN_BITS) {
    return failed('certificate-key-unsupported', { keyType: key.asymmetricKeyType ?? 'unknown', bits });
  }
  const own = certificates.find((one) => one.checkPrivateKey(key));
  if (own === undefined) return failed('certificate-key-mismatch');
  const notBefore = instantOf(own.validFromDate);
  const notAfter = instantOf(own.validToDate);
  if (notBefore === null || notAfter === null)
    return failed('certificate-unreadable', { problem: 'dates-damaged' });
  return ok({
    certificatePem: own.toString(),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha1: own.fingerprint.replaceAll(':', ''),
    thumbprintSha256: own.fingerprint256.replaceAll(':', ''),
    notBefore,
    notAfter,
  });
};
