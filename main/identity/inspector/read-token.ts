import { z } from 'zod';
import type { Claim } from '../../../preload/contract/words/token-verdicts.ts';

/** What a token says of itself and of its bearer; neither the token nor its signature. */
export type TokenContent = {
  readonly header: { readonly alg: string; readonly kid: string; readonly typ: string };
  readonly claims: readonly Claim[];
};

const text = z.string().max(200).catch('');
const headerSchema = z.object({ alg: text, kid: text, typ: text });
const claimsSchema = z.record(z.string().max(100), z.unknown());

const MOST_CLAIMS = 100;
const LONGEST_VALUE = 2000;

const part = (encoded: string): unknown => {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};

const valueOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, LONGEST_VALUE);

/**
 * Reads a JSON Web Token (RFC 7519) without checking its signature, which only the service that it is for can rely on; null for an opaque
 * token. What this answers cannot be put together to a token again.
 */
export const readToken = (token: string): TokenContent | null => {
  const [header = '', payload = '', signature, ...rest] = token.split('.');
  if (signature === undefined || rest.length > 0) return null;
  const readHeader = headerSchema.safeParse(part(header));
  const readClaims = claimsSchema.safeParse(part(payload));
  if (!readHeader.success || !readClaims.success) return null;
  const claims = Object.entries(readClaims.data)
    .slice(0, MOST_CLAIMS)
    .map(([name, value]) => ({ name, value: valueOf(value) }));
  return { header: readHeader.data, claims };
};
