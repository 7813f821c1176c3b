import { issueCertificate } from '../directory/certificate.ts';
import type { IssuedCertificate } from '../directory/certificate.ts';
import { makeRsaKey } from '../directory/rsa-key.ts';

/** The certificate authority of one run: whoever trusts it trusts every host of this demo cloud. */
export type CertificateAuthority = {
  /** Its certificate, in PEM. */
  readonly certificatePem: string;
  /** Certificate and key of a host, made when they are asked for the first time. */
  certificateFor(host: string): Promise<IssuedCertificate>;
};

const day = 86_400_000;

/** Makes one, with a key that never leaves the process. */
export async function createCertificateAuthority(now: number): Promise<CertificateAuthority> {
  const validity = { start: now - day, end: now + 30 * day };
  const [issuer, key] = await Promise.all([
    issueCertificate({ commonName: 'Demo cloud authority', use: 'authority', ...validity }),
    // One for all hosts: making a key takes much longer than a certificate.
    makeRsaKey(),
  ]);
  const issued = new Map<string, Promise<IssuedCertificate>>();
  return {
    certificatePem: issuer.certificatePem,
    certificateFor: (host) => {
      const made =
        issued.get(host) ?? issueCertificate({ commonName: host, use: 'server', issuer, key, ...validity });
      issued.set(host, made);
      return made;
    },
  };
}
