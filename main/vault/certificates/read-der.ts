import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { derOf, integerOf, isBits, isOctets, isSequence, oidOf, partsOf, readAsn1 } from './asn1.ts';
import type { Asn1 } from './asn1.ts';
import { unreadable } from './certificate-problem.ts';
import type { CertificateProblem } from './certificate-problem.ts';
import { derLength } from './der-length.ts';
import { found, foundTogether } from './found.ts';
import type { Found } from './found.ts';
import { openEncryptedKey, openKey } from './open-key.ts';
import { openPfx } from './open-pfx.ts';

/** RFC 5652: `id-signedData`; the other kinds of PKCS#7 begin in the same way. */
const PKCS7 = '1.2.840.113549.1.7.';
const { Class, Type } = forge.asn1;

const failure = (problem: CertificateProblem): Found => found({ failures: [unreadable(problem)] });

const certificate = (der: Buffer): Found | null => {
  try {
    return found({ certificates: [new X509Certificate(der)] });
  } catch {
    return null;
  }
};

/** The certificates of a SignedData (RFC 5652 section 5.1), which holds no private key. */
const pkcs7 = (value: Asn1): Found => {
  const signedData = partsOf(partsOf(value)[1])[0];
  const set = partsOf(signedData).find(
    (part) => part.tagClass === Class.CONTEXT_SPECIFIC && part.type === Type.NONE,
  );
  const inside = partsOf(set).flatMap((one) => certificate(derOf(one)) ?? []);
  return foundTogether([...inside, found({ beside: ['pkcs7-without-key'] })]);
};

/** Tells the containers and keys apart by their first members; null for none of them. */
const byShape = (der: Buffer, value: Asn1, password: string): Found | null => {
  const [first, second, third] = partsOf(value);
  const version = integerOf(first);
  const contentType = oidOf(partsOf(second)[0]) ?? '';
  if (version === 3 && contentType.startsWith(PKCS7)) return openPfx(value, password);
  if ((oidOf(first) ?? '').startsWith(PKCS7)) return pkcs7(value);
  if (version !== null && isSequence(second) && isOctets(third)) return openKey(der, 'pkcs8');
  if (version === 1 && isOctets(second)) return openKey(der, 'sec1');
  if (version !== null && integerOf(second) !== null)
    return partsOf(value).length > 2 ? openKey(der, 'pkcs1') : found({ beside: ['public-key-only'] });
  if (isSequence(first) && isOctets(second)) return openEncryptedKey(der, password);
  if (isSequence(first) && isBits(second)) return found({ beside: ['public-key-only'] });
  return null;
};

/** RFC 2986: what is signed begins with version, subject and public key. */
const isRequest = (value: Asn1): boolean => {
  const [version, subject, publicKey] = partsOf(partsOf(value)[0]);
  return integerOf(version) === 0 && isSequence(subject) && isSequence(publicKey);
};

/** Reads one value of DER: certificate, private key, PFX, or something else that is named. */
export const readDer = (bytes: Buffer, password: string): Found => {
  const length = derLength(bytes);
  if (length === null) return failure('not-recognised');
  if (length > bytes.length) return failure('cut');
  const der = bytes.subarray(0, length);
  const whole = certificate(der);
  if (whole !== null) return whole;
  const value = readAsn1(der);
  if (value === null || !isSequence(value)) return failure('damaged');
  const shaped = byShape(der, value, password);
  if (shaped !== null) return shaped;
  if (isRequest(value)) return found({ beside: ['certificate-request'] });
  return failure('damaged');
};
