import { X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { makeRsaKey, privateKeyPem, publicKeyPem } from './rsa-key.ts';
import type { RsaKey } from './rsa-key.ts';

/** A certificate together with the key that it certifies. */
export type IssuedCertificate = {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  readonly commonName: string;
};

/** What a certificate shall say; times in milliseconds since the epoch. */
export type CertificateRequest = {
  /** Of a server: the host that it is for. */
  readonly commonName: string;
  readonly start: number;
  readonly end: number;
  /** Signs the certificate; self-signed where it is missing. */
  readonly issuer?: IssuedCertificate;
  /** The key that it certifies; a new one where it is missing. */
  readonly key?: RsaKey;
  readonly use: 'client' | 'authority' | 'server';
};

function extensionsOf({ use, commonName }: CertificateRequest): readonly Record<string, unknown>[] {
  switch (use) {
    case 'client':
      return [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true },
      ];
    case 'authority':
      return [
        { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
        { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
      ];
    case 'server':
      return [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: commonName },
            ...(commonName === 'localhost' ? [{ type: 7, ip: '127.0.0.1' }] : []),
          ],
        },
      ];
  }
}

/** Names of the two keys, without which strict verifiers take no certificate (RFC 5280, 4.2.1.1 and 4.2.1.2; Python 3.13). */
function keyIdentifiers(issuer: IssuedCertificate | undefined): readonly Record<string, unknown>[] {
  const issuerKey =
    issuer === undefined
      ? null
      : forge.pki.certificateFromPem(issuer.certificatePem).generateSubjectKeyIdentifier();
  return [
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuerKey?.getBytes() ?? true },
  ];
}

function serialNumber(key: KeyObject, commonName: string): string {
  // A positive serial number that differs per key and name (RFC 5280, 4.1.2.2): the leading 4 keeps the first bit clear.
  const text = `${commonName}\n${publicKeyPem(key)}`;
  return `4${forge.md.sha256.create().update(text, 'utf8').digest().toHex().slice(0, 31)}`;
}

/** Issues a certificate over an RSA key (RFC 5280, SHA-256 with RSA). */
export async function issueCertificate(request: CertificateRequest): Promise<IssuedCertificate> {
  const { publicKey, privateKey } = request.key ?? (await makeRsaKey());
  const keyPem = privateKeyPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKeyPem(publicKey));
  certificate.serialNumber = serialNumber(publicKey, request.commonName);
  certificate.validity.notBefore = new Date(request.start);
  certificate.validity.notAfter = new Date(request.end);
  certificate.setSubject([{ name: 'commonName', value: request.commonName }]);
  certificate.setIssuer([{ name: 'commonName', value: request.issuer?.commonName ?? request.commonName }]);
  certificate.setExtensions([...extensionsOf(request), ...keyIdentifiers(request.issuer)]);
  certificate.sign(
    forge.pki.privateKeyFromPem(request.issuer?.privateKeyPem ?? keyPem),
    forge.md.sha256.create(),
  );
  return {
    certificatePem: forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n'),
    privateKeyPem: keyPem,
    commonName: request.commonName,
  };
}

/** Upper-case hexadecimal thumbprints of a certificate, without separators. */
export function thumbprintsOf(certificatePem: string): { readonly sha1: string; readonly sha256: string } {
  const certificate = new X509Certificate(certificatePem);
  return {
    sha1: certificate.fingerprint.replaceAll(':', ''),
    sha256: certificate.fingerprint256.replaceAll(':', ''),
  };
}
