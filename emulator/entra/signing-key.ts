import { createPrivateKey, sign, verify, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { issueCertificate, thumbprintsOf } from '../directory/certificate.ts';
import { decodeToken } from './jwt.ts';

/** Header and claims of a JSON Web Token. */
export type Claims = Readonly<Record<string, unknown>>;

/** The key that signs every token of one run. */
export type SigningKey = {
  readonly publicKey: KeyObject;
  readonly keyId: string;
  /** A compact RS256 token (RFC 7515, 7519); those of version 1 alone name the key by `x5t` too (Learn: id-token-claims-reference). */
  signToken(claims: Claims, version?: 'v1' | 'v2'): string;
  /** The claims of a token that this key has signed, whenever that was; or what is wrong with it. */
  verifyToken(token: string): Claims | 'malformed' | 'signature';
  /** The public half as a JSON Web Key (RFC 7517). */
  readonly jwk: Readonly<Record<string, unknown>>;
};

/** Tokens that were verified are remembered: clients send the same one with every request. */
const remembered = 1000;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Milliseconds for which its certificate holds, which nobody looks at. */
const years = 5 * 365 * 86_400_000;

/**
 * Makes the key of a run, with a certificate whose thumbprint is its id, as the service's have. Keys are never deterministic: a token of
 * one run must not be valid in another.
 */
export async function makeSigningKey(commonName: string, now: number): Promise<SigningKey> {
  const validity = { start: now - years, end: now + years };
  const { certificatePem, privateKeyPem } = await issueCertificate({
    commonName,
    use: 'client',
    ...validity,
  });
  const { publicKey, raw } = new X509Certificate(certificatePem);
  const privateKey = createPrivateKey(privateKeyPem);
  const keyId = Buffer.from(thumbprintsOf(certificatePem).sha1, 'hex').toString('base64url');
  const verified = new Map<string, Claims>();
  const headers = {
    v1: encode({ typ: 'JWT', alg: 'RS256', x5t: keyId, kid: keyId }),
    v2: encode({ typ: 'JWT', alg: 'RS256', kid: keyId }),
  };
  return {
    publicKey,
    keyId,
    jwk: {
      ...publicKey.export({ format: 'jwk' }),
      use: 'sig',
      kid: keyId,
      x5t: keyId,
      x5c: [raw.toString('base64')],
    },
    verifyToken: (text) => {
      const known = verified.get(text);
      if (known !== undefined) {
        return known;
      }
      const token = decodeToken(text);
      if (token === null) {
        return 'malformed';
      }
      const { header: head, claims, signedText, signature } = token;
      const holds =
        head['alg'] === 'RS256' &&
        head['kid'] === keyId &&
        verify('sha256', Buffer.from(signedText), publicKey, signature);
      if (!holds) {
        return 'signature';
      }
      const [oldest] = verified.keys();
      if (oldest !== undefined && verified.size >= remembered) {
        verified.delete(oldest);
      }
      verified.set(text, claims);
      return claims;
    },
    signToken: (claims, version = 'v1') => {
      const input = `${headers[version]}.${encode(claims)}`;
      return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
    },
  };
}
