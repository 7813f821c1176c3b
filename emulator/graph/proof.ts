import { constants, createPublicKey, verify } from 'node:crypto';
import type { ClientCertificate } from '../directory/records.ts';
import type { Holder } from './holder.ts';
import { decodeToken, numberClaim, textClaim } from '../entra/jwt.ts';

/** The fixed audience of a proof (Learn: application-rollkey-prooftoken). */
const audience = '00000002-0000-0000-c000-000000000000';
const skew = 300;

function signedBy(
  certificate: ClientCertificate,
  algorithm: string,
  text: string,
  signature: Buffer,
): boolean {
  const key = createPublicKey(certificate.certificatePem);
  return verify(
    'sha256',
    Buffer.from(text),
    algorithm === 'PS256'
      ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : key,
    signature,
  );
}

/**
 * Whether a proof of possession shows that its maker holds the key of a certificate that is valid now: signature,
 * `aud`, `iss` (object id of the application or service principal), and a life of ten minutes at most.
 */
export function proofHolds(proof: string, holder: Holder, now: number): boolean {
  const token = decodeToken(proof);
  if (token === null) {
    return false;
  }
  const { header, claims, signedText, signature } = token;
  const algorithm = textClaim(header, 'alg');
  const [starts, ends] = [numberClaim(claims, 'nbf'), numberClaim(claims, 'exp')];
  const seconds = now / 1000;
  return (
    (algorithm === 'RS256' || algorithm === 'PS256') &&
    textClaim(claims, 'aud') === audience &&
    textClaim(claims, 'iss') === holder.objectId &&
    starts !== null &&
    ends !== null &&
    ends - starts <= 600 &&
    starts - skew < seconds &&
    seconds < ends + skew &&
    holder.certificates
      .filter(({ start, end }) => start <= now && now < end)
      .some((certificate) => signedBy(certificate, algorithm, signedText, signature))
  );
}
