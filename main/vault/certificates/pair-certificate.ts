import type { KeyObject, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Failed, Result } from '../../../preload/contract/words/errors.ts';
import { unreadable } from './certificate-problem.ts';
import type { Found } from './found.ts';

/** A certificate whose private key belongs to it and is one that Entra accepts. */
export const checkedCertificate = z.strictObject({
  certificatePem: z.string(),
  /** PKCS#8. */
  privateKeyPem: z.string(),
  /** Upper-case hex without separators. */
  thumbprintSha1: z.string(),
  thumbprintSha256: z.string(),
  /** Common name of its subject, or all of the subject when it has none. */
  name: z.string(),
  /** ISO 8601 in UTC. */
  notBefore: z.string(),
  notAfter: z.string(),
});
export type CheckedCertificate = z.infer<typeof checkedCertificate>;

const MIN_BITS = 2048;
/** OpenSSL computes with no longer ones, and signing with them would take seconds. */
const MAX_BITS = 16_384;

type Pair = { readonly certificate: X509Certificate; readonly key: KeyObject };

/** Null for a date that JavaScript has no instant for. */
const instantOf = (date: Date): string | null => (Number.isNaN(date.getTime()) ? null : date.toISOString());

const bitsOf = (key: KeyObject): number => key.asymmetricKeyDetails?.modulusLength ?? 0;
const accepted = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'rsa' && bitsOf(key) >= MIN_BITS && bitsOf(key) <= MAX_BITS;

const unsupported = (key: KeyObject): Failed =>
  failed('certificate-key-unsupported', { keyType: key.asymmetricKeyType ?? 'unknown', bits: bitsOf(key) });

/** One line, as a label can be. */
const nameOf = ({ subject }: X509Certificate): string => {
  const commonName = /^CN=(.+)$/m.exec(subject)?.[1] ?? subject.replaceAll('\n', ', ');
  return (
    commonName
      // As RFC 4514, 2.4 writes them.
      .replaceAll(/\\([ "#+,;<=>\\])/g, '$1')
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
      .slice(0, 120)
      .trim()
  );
};

/** Of the certificates that belong to a key: not an authority's before one that is, then the one that is valid longest. */
const bestOf = (pairs: readonly Pair[]): Pair | undefined =>
  pairs.toSorted(
    (a, b) =>
      Number(a.certificate.ca) - Number(b.certificate.ca) ||
      b.certificate.validToDate.getTime() - a.certificate.validToDate.getTime(),
  )[0];

/** Why there is no pair: what could not be read explains more than what is missing, a password the most. */
const whatIsMissing = ({ certificates, keys, beside, failures }: Found): Failed => {
  const [failure] = failures.toSorted(
    (a, b) =>
      Number(b.error.code === 'certificate-password') - Number(a.error.code === 'certificate-password'),
  );
  if (failure !== undefined && (certificates.length === 0 || keys.length === 0)) return failure;
  const [key] = keys;
  if (key === undefined) return unreadable(beside[0] ?? 'no-private-key');
  if (certificates.length === 0)
    return unreadable(beside.includes('certificate-request') ? 'certificate-request' : 'no-certificate');
  if (!keys.some(accepted)) return unsupported(key);
  const [certificate] = certificates;
  return failed('certificate-key-mismatch', {
    certificate: certificate === undefined ? '' : nameOf(certificate),
  });
};

/**
 * Picks the certificate and its private key out of everything that was found: any order, a chain with the leaf anywhere. Entra needs
 * RSA of at least 2048 bits (Microsoft Learn: certificate-credentials).
 */
export const pairCertificate = (all: Found): Result<CheckedCertificate> => {
  const pairs = all.keys.flatMap((key) =>
    all.certificates
      .filter((certificate) => certificate.checkPrivateKey(key))
      .map((certificate) => ({ certificate, key })),
  );
  const best = bestOf(pairs.filter(({ key }) => accepted(key))) ?? bestOf(pairs);
  if (best === undefined) return whatIsMissing(all);
  const { certificate, key } = best;
  if (!accepted(key)) return unsupported(key);
  const notBefore = instantOf(certificate.validFromDate);
  const notAfter = instantOf(certificate.validToDate);
  if (notBefore === null || notAfter === null) return unreadable('dates-damaged');
  return ok({
    certificatePem: certificate.toString(),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha1: certificate.fingerprint.replaceAll(':', ''),
    thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
    name: nameOf(certificate),
    notBefore,
    notAfter,
  });
};
