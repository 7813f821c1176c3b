import type { CheckedCertificate } from '../../vault/certificates/pair-certificate.ts';
import { keptCertificate } from './kept-credential.ts';
import type { NewCredential } from './profiles.ts';

/** A certificate as a credential to keep; without a label of its own it has the certificate's name. */
export const newCertificate = (
  certificate: CheckedCertificate,
  label: string | null,
  now: number,
): NewCredential => ({
  kind: 'certificate',
  label: label ?? (certificate.name === '' ? 'Certificate' : certificate.name),
  addedOn: new Date(now).toISOString(),
  expiresOn: certificate.notAfter,
  thumbprintSha1: certificate.thumbprintSha1,
  thumbprintSha256: certificate.thumbprintSha256,
  value: keptCertificate(certificate),
});
