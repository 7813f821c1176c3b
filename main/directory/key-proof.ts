import { constants, sign } from 'node:crypto';
import type { ApplicationObjectId } from '../../preload/contract/words/ids.ts';

/** Fixed audience of a proof (Microsoft Learn: application-rollkey-prooftoken). */
const AUDIENCE = '00000002-0000-0000-c000-000000000000';
const LIFETIME_SECONDS = 600;

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The proof that `addKey` and `removeKey` want: a token signed with the key of a certificate that is registered and valid now; issuer is
 * the *object id* of the application, life ten minutes (Microsoft Learn: application-rollkey-prooftoken; PS256: certificate-credentials).
 */
export const makeKeyProof = (
  application: ApplicationObjectId,
  signer: { readonly privateKeyPem: string; readonly thumbprintSha256: string },
  now: number,
): string => {
  const starts = Math.floor(now / 1000);
  const header = {
    alg: 'PS256',
    typ: 'JWT',
    'x5t#S256': Buffer.from(signer.thumbprintSha256, 'hex').toString('base64url'),
  };
  const claims = { aud: AUDIENCE, iss: application, nbf: starts, exp: starts + LIFETIME_SECONDS };
  const text = `${part(header)}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(text), {
    key: signer.privateKeyPem,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${text}.${signature.toString('base64url')}`;
};
