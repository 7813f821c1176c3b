import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A self-signed certificate with its key, made for one test. */
export type MadeCertificate = { readonly certificatePem: string; readonly privateKeyPem: string };

const newKey = (bits: number): string =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;

/** Dates default to yesterday and next year, the key to a new one. */
export const madeCertificate = (
  options: {
    readonly name?: string;
    readonly bits?: number;
    readonly notBefore?: Date;
    readonly notAfter?: Date;
    readonly privateKeyPem?: string;
  } = {},
): MadeCertificate => {
  const day = 86_400_000;
  const privateKeyPem = options.privateKeyPem ?? newKey(options.bits ?? 2048);
  const publicKey = createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = options.notBefore ?? new Date(Date.now() - day);
  certificate.validity.notAfter = options.notAfter ?? new Date(Date.now() + 365 * day);
  const name = [{ name: 'commonName', value: options.name ?? 'localhost' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(forge.pki.privateKeyFromPem(privateKeyPem), forge.md.sha256.create());
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
};
