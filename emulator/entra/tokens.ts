import { createHash, randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Account } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import type { Claims } from './signing-key.ts';

/** Seconds for which an access token is valid, as the answer states them. */
export const tokenLifetime = 3599;

/** How a client proved who it is: claims `appidacr` and `azpacr` (Learn: access-token-claims-reference). */
export type ClientProof = 'none' | 'secret' | 'certificate';

/** A value that nobody but the service reads. */
export const uniqueId = (): string => randomBytes(16).toString('base64url');

/** The person as one app or resource knows it (OpenID Connect Core, 8.1). */
export function pairwise(account: Account, appId: string): string {
  return createHash('sha256').update(`${account.objectId}/${appId}`).digest('base64url');
}

/**
 * Issuer of tokens of version 1, whose host is another than that of the sign-in service; it is Microsoft's where the service was asked by a
 * name of Microsoft's (`login`, its base URL).
 */
export function olderIssuer({ site: { names } }: Cloud, login: string, tenantId: string): string {
  const theirs = names.isMicrosoft(login.slice(login.lastIndexOf('/') + 1));
  return `https://${theirs ? names.microsoft(hosts.sts) : hosts.sts}/${tenantId}/`;
}

/** Both names of that issuer: whichever is in a token, the same service made it. */
export const olderIssuers = ({ site: { names } }: Cloud, tenantId: string): readonly string[] =>
  [hosts.sts, names.microsoft(hosts.sts)].map((host) => `https://${host}/${tenantId}/`);

/** When a token is valid: those of the service are dated five minutes back, against clocks that run slow. */
export function validity(time: number, lifetime = tokenLifetime): Claims {
  const now = Math.floor(time / 1000);
  return { iat: now - 300, nbf: now - 300, exp: now + lifetime };
}

/** Members have a `upn`; guests say where they come from instead (Learn: access-token-claims-reference, optional-claims-reference). */
export const origin = (cloud: Cloud, login: string, { home, username }: Account): Claims =>
  home === null ? { upn: username } : { email: username, idp: olderIssuer(cloud, login, home.tenantId) };
