import type { KeyObject, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import { acceptedKey } from './accepted-key.ts';
import { nameOf } from './certificate-name.ts';
import { unreadable } from './certificate-problem.ts';
import type { Found } from './found.ts';
import { unsupportedKey, whatIsMissing } from './what-is-missing.ts';

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

/** A certificate with its key that is of no use for signing in, and why. */
const uselessPair = z.strictObject({
  name: z.string(),
  thumbprintSha1: z.string(),
  why: z.enum(['key', 'dates', 'locked']),
});

/** All pairs of certificate and private key that were found; the first is the one that is valid longest. */
export const certificatePairs = z.strictObject({
  usable: z.array(checkedCertificate).min(1),
  useless: z.array(uselessPair),
});
export type CertificatePairs = z.infer<typeof certificatePairs>;

type Pair = { readonly certificate: X509Certificate; readonly key: KeyObject };

/** Null for a date that JavaScript has no instant for. */
const instantOf = (date: Date): string | null => (Number.isNaN(date.getTime()) ? null : date.toISOString());

const sha1Of = ({ fingerprint }: X509Certificate): string => fingerprint.replaceAll(':', '');

/** Null when it is of no use. */
const checked = ({ certificate, key }: Pair): CheckedCertificate | null => {
  const notBefore = instantOf(certificate.validFromDate);
  const notAfter = instantOf(certificate.validToDate);
  if (!acceptedKey(key) || notBefore === null || notAfter === null) return null;
  return {
    certificatePem: certificate.toString(),
    privateKeyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    thumbprintSha1: sha1Of(certificate),
    thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
    name: nameOf(certificate),
    notBefore,
    notAfter,
  };
};

/** Each certificate once, however often it stands in the files. */
const eachOnce = (certificates: readonly X509Certificate[]): readonly X509Certificate[] => [
  ...new Map(certificates.map((one) => [one.fingerprint256, one])).values(),
];

/**
 * Certificates whose key may be one that the password does not open: those without a key that issued none of the others. None when
 * every key was opened.
 */
const lockedOf = ({ certificates, failures }: Found, pairs: readonly Pair[]): readonly X509Certificate[] => {
  if (!failures.some(({ error }) => error.code === 'certificate-password')) return [];
  const paired = new Set(pairs.map(({ certificate }) => certificate.fingerprint256));
  const all = eachOnce(certificates);
  const issuedAnother = (one: X509Certificate): boolean =>
    all.some((other) => other.fingerprint256 !== one.fingerprint256 && other.checkIssued(one));
  return all.filter((one) => !paired.has(one.fingerprint256) && !issuedAnother(one));
};

/** Each certificate that has its key: not an authority's before one that is, then the one that is valid longest. */
const pairsOf = ({ certificates, keys }: Found): readonly Pair[] =>
  eachOnce(certificates)
    .flatMap((certificate) => {
      const key = keys.find((one) => certificate.checkPrivateKey(one));
      return key === undefined ? [] : [{ certificate, key }];
    })
    .toSorted(
      (a, b) =>
        Number(a.certificate.ca) - Number(b.certificate.ca) ||
        b.certificate.validToDate.getTime() - a.certificate.validToDate.getTime(),
    );

/**
 * Finds every certificate with its private key in everything that was found: any order, a chain with the leaf anywhere. Fails when
 * there is none that Entra accepts.
 */
export const pairCertificates = (all: Found): Result<CertificatePairs> => {
  const pairs = pairsOf(all);
  const [first] = pairs;
  if (first === undefined) return whatIsMissing(all);
  const usable = pairs.flatMap((pair) => checked(pair) ?? []);
  if (usable.length === 0) {
    const { key } = pairs.find((one) => acceptedKey(one.key)) ?? first;
    return acceptedKey(key) ? unreadable('dates-damaged') : unsupportedKey(key);
  }
  const useless = pairs
    .filter((pair) => checked(pair) === null)
    .map(({ certificate, key }) => ({
      name: nameOf(certificate),
      thumbprintSha1: sha1Of(certificate),
      why: acceptedKey(key) ? ('dates' as const) : ('key' as const),
    }));
  const locked = lockedOf(all, pairs).map((certificate) => ({
    name: nameOf(certificate),
    thumbprintSha1: sha1Of(certificate),
    why: 'locked' as const,
  }));
  return ok({ usable, useless: [...useless, ...locked] });
};

/** The pair of a text that holds one; of several the one that is valid longest. */
export const pairCertificate = (all: Found): Result<CheckedCertificate> => {
  const pairs = pairCertificates(all);
  if (!pairs.ok) return pairs;
  const [first] = pairs.value.usable;
  return first === undefined ? whatIsMissing(all) : ok(first);
};
