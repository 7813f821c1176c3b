import { X509Certificate } from 'node:crypto';

/** Everything public that people compare a certificate by. */
export type CertificateDetails = {
  readonly subject: string;
  readonly issuer: string;
  readonly selfSigned: boolean;
  readonly serialNumber: string;
  readonly keyBits: number;
  /** ISO 8601 in UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly thumbprints: {
    /** Upper-case hex, as the portal shows it. */
    readonly sha1: string;
    /** In pairs with colons, as OpenSSL prints it. */
    readonly sha1Colons: string;
    /** Lower-case hex, as certutil prints it and PowerShell takes it. */
    readonly sha1Lower: string;
    readonly sha256: string;
    /** Header `x5t` of an assertion: base64url of the SHA-1 hash (RFC 7515, 4.1.7). */
    readonly x5t: string;
    /** Header `x5t#S256` (RFC 7515, 4.1.8). */
    readonly x5tS256: string;
    /** Property of a keyCredential (Microsoft Graph): base64 of the SHA-1 hash. */
    readonly customKeyIdentifier: string;
  };
};

const oneLine = (name: string): string => name.replaceAll('\n', ', ');

/** Describes the public part of a certificate; throws for bytes that are none, which the vault does not keep. */
export const describeCertificate = (der: Buffer): CertificateDetails => {
  const certificate = new X509Certificate(der);
  const sha1 = certificate.fingerprint.replaceAll(':', '');
  const sha256 = certificate.fingerprint256.replaceAll(':', '');
  const bytes = Buffer.from(sha1, 'hex');
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    selfSigned: certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey),
    serialNumber: certificate.serialNumber,
    keyBits: certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 0,
    notBefore: certificate.validFromDate.toISOString(),
    notAfter: certificate.validToDate.toISOString(),
    thumbprints: {
      sha1,
      sha1Colons: certificate.fingerprint,
      sha1Lower: sha1.toLowerCase(),
      sha256,
      x5t: bytes.toString('base64url'),
      x5tS256: Buffer.from(sha256, 'hex').toString('base64url'),
      customKeyIdentifier: bytes.toString('base64'),
    },
  };
};
