import { createHash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { makeRsaKey } from '../directory/rsa-key.ts';
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

/** Makes the key of a run. Keys are never deterministic: a token of one run must not be valid in another. */
export async function makeSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await makeRsaKey();
  const keyId = createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
  const verified = new Map<string, Claims>();
  const headers = {
    v1: encode({ typ: 'JWT', alg: 'RS256', x5t: keyId, kid: keyId }),
    v2: encode({ typ: 'JWT', alg: 'RS256', kid: keyId }),
  };
  return {
    publicKey,
    keyId,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: keyId, x5t: keyId, use: 'sig', alg: 'RS256' },
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
