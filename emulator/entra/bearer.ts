import type { Cloud } from '../cloud.ts';
import type { Caller } from '../dataverse/seam.ts';
import { numberClaim, textClaim, textsIn } from './jwt.ts';
import { olderIssuers } from './tokens.ts';

/** What became of the `Authorization` header of a request. */
export type Bearer =
  | { readonly kind: 'absent' }
  | { readonly kind: 'invalid'; readonly reason: 'malformed' | 'signature' | 'expired' | 'audience' }
  | {
      readonly kind: 'valid';
      readonly caller: Caller;
      readonly scopes: readonly string[];
      /** Application permissions of an app without a user. */
      readonly roles: readonly string[];
    };

/** Clock difference that resources forgive, in seconds. */
const skew = 300;

/**
 * Verifies the access token of a request: signature, lifetime, that it was made for one of the audiences (`null` for any), and issuer
 * (audiences compared without case and trailing slash; Learn: access-tokens, "Validate tokens").
 */
export function readBearer(
  cloud: Cloud,
  authorization: string | undefined,
  audiences: readonly string[] | null,
): Bearer {
  const text = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (text === undefined) {
    return authorization === undefined ? { kind: 'absent' } : { kind: 'invalid', reason: 'malformed' };
  }
  const claims = cloud.signingKey.verifyToken(text);
  if (typeof claims === 'string') {
    return { kind: 'invalid', reason: claims };
  }
  const seconds = cloud.now() / 1000;
  if (
    seconds >= (numberClaim(claims, 'exp') ?? 0) + skew ||
    seconds < (numberClaim(claims, 'nbf') ?? 0) - skew
  ) {
    return { kind: 'invalid', reason: 'expired' };
  }
  const plain = (audience: string): string =>
    audience
      .toLowerCase()
      .replace(/\/$/, '')
      .replace(/(?<=^https:\/\/)[^/]+$/, cloud.site.names.own);
  if (audiences?.some((audience) => plain(audience) === plain(textClaim(claims, 'aud'))) === false) {
    return { kind: 'invalid', reason: 'audience' };
  }
  // Microsoft's services take version 1; no other issuer makes tokens for them.
  const tenantId = textClaim(claims, 'tid');
  if (!olderIssuers(cloud, tenantId).includes(textClaim(claims, 'iss'))) {
    return { kind: 'invalid', reason: 'signature' };
  }
  const scopes = textClaim(claims, 'scp')
    .split(' ')
    .filter((scope) => scope !== '');
  const username = textClaim(claims, 'upn');
  return {
    kind: 'valid',
    scopes,
    roles: textsIn(claims, 'roles'),
    caller: {
      kind: textClaim(claims, 'idtyp') === 'user' ? 'user' : 'app',
      tenantId,
      objectId: textClaim(claims, 'oid'),
      appId: textClaim(claims, 'appid'),
      tokenId: textClaim(claims, 'uti'),
      ...(username === '' ? {} : { username }),
    },
  };
}
