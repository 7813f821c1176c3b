import { generateKeyPairSync, randomBytes } from 'node:crypto';
import forge from 'node-forge';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { CheckedCertificate } from './pair-certificate.ts';
import { readPlainPem } from './read-plain-pem.ts';
import type { ThreadTask } from './thread-task.ts';

type Wish = Extract<ThreadTask, { readonly task: 'make' }>;

/** RFC 5280, 4.1.2.4. */
const UTF8: number = forge.asn1.Type.UTF8;

/** Positive and of the same length each time (RFC 5280, 4.1.2.2). */
const serialNumber = (): string => `4${randomBytes(16).toString('hex').slice(1)}`;

/**
 * Makes an RSA key and a certificate over it that it signs itself, for signing assertions and nothing else (RFC 5280, 4.2.1.3; Microsoft
 * Learn: certificate-credentials). Takes seconds for a long key: for a thread of its own.
 */
export const issueSelfSigned = (wish: Wish): Result<CheckedCertificate> => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: wish.bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = serialNumber();
  certificate.validity.notBefore = new Date(wish.notBefore);
  certificate.validity.notAfter = new Date(wish.notAfter);
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the library's types take the tag for a class
  const name: forge.pki.CertificateField[] = [{ name: 'commonName', value: wish.name, valueTagClass: UTF8 }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true },
    { name: 'extKeyUsage', clientAuth: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return readPlainPem(forge.pki.certificateToPem(certificate) + privateKey);
};
