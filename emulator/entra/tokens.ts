import { createHash, randomBytes } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Account, AppRegistration, ServicePrincipal } from '../directory/records.ts';
import { hosts } from '../server/address.ts';
import { assignedRoles } from './app-roles.ts';
import type { Resource } from './resources.ts';
import type { Claims } from './signing-key.ts';

/** Seconds for which an access token is valid, as the answer states them. */
export const tokenLifetime = 3599;

/** How a client proved who it is: claim `appidacr` (Learn: access-token-claims-reference). */
export type ClientProof = 'none' | 'secret' | 'certificate';

const proofNumber: Readonly<Record<ClientProof, string>> = { none: '0', secret: '1', certificate: '2' };

/** Template id of the directory role Global Administrator (Learn: permissions-reference). */
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
/** Marks every ordinary user in claim `wids`. */
const everyUser = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

const uniqueId = (): string => randomBytes(16).toString('base64url');

/** The person as one app or resource knows it (OpenID Connect Core, 8.1). */
export function pairwise(account: Account, appId: string): string {
  return createHash('sha256').update(`${account.objectId}/${appId}`).digest('base64url');
}

function commonClaims(cloud: Cloud, resource: Resource, tenantId: string): Claims {
  const now = Math.floor(cloud.now() / 1000);
  const issuer = `https://${hosts.sts}/${tenantId}/`;
  // Tokens of the service are dated five minutes back, against clocks that run slow.
  return { aud: resource.audience, iss: issuer, iat: now - 300, nbf: now - 300, exp: now + tokenLifetime };
}

/** An app-only access token, version 1 (Learn: access-token-claims-reference, optional-claims-reference). */
export function appToken(
  cloud: Cloud,
  resource: Resource,
  app: AppRegistration,
  principal: ServicePrincipal,
  proof: ClientProof,
): string {
  const roles = assignedRoles(cloud, principal.objectId, resource);
  return cloud.signingKey.signToken({
    ...commonClaims(cloud, resource, principal.tenantId),
    aio: uniqueId(),
    appid: app.appId,
    appidacr: proofNumber[proof],
    app_displayname: app.displayName,
    idp: `https://${hosts.sts}/${principal.tenantId}/`,
    idtyp: 'app',
    oid: principal.objectId,
    rh: `1.${uniqueId()}`,
    ...(roles.length === 0 ? {} : { roles }),
    sub: principal.objectId,
    tid: principal.tenantId,
    uti: uniqueId(),
    ver: '1.0',
  });
}

/** What a user's token says of its sign-in. */
export type UserTokenFacts = {
  readonly proof: ClientProof;
  /** Delegated permissions that were consented to. */
  readonly permissions: readonly string[];
  /** Which demands the sign-in has met (see demands.ts); in a claim of the demo's own. */
  readonly round: number;
  /** True when the client understands claims challenges. */
  readonly capable: boolean;
};

/** Members have a `upn`; guests say where they come from instead (Learn: access-token-claims-reference, optional-claims-reference). */
const origin = ({ home, username }: Account): Claims =>
  home === null ? { upn: username } : { email: username, idp: `https://${hosts.sts}/${home.tenantId}/` };

/** A user's access token, version 1; `scp` names the delegated permissions, `xms_cc` what the client understands (Learn: claims-challenge). */
export function userToken(
  cloud: Cloud,
  resource: Resource,
  app: AppRegistration,
  account: Account,
  { proof, permissions, round, capable }: UserTokenFacts,
): string {
  const roles = assignedRoles(cloud, account.objectId, resource);
  return cloud.signingKey.signToken({
    ...commonClaims(cloud, resource, account.tenantId),
    // 1 is a guest (Learn: optional-claims-reference).
    acct: account.home === null ? 0 : 1,
    acr: '1',
    aio: uniqueId(),
    amr: ['pwd', 'mfa'],
    appid: app.appId,
    appidacr: proofNumber[proof],
    app_displayname: app.displayName,
    family_name: account.surname,
    given_name: account.givenName,
    idtyp: 'user',
    ipaddr: '127.0.0.1',
    name: account.displayName,
    oid: account.objectId,
    puid: createHash('sha256').update(account.objectId).digest('hex').slice(0, 16).toUpperCase(),
    rh: `1.${uniqueId()}`,
    ...(roles.length === 0 ? {} : { roles }),
    scp: permissions.join(' '),
    sub: pairwise(account, resource.audience),
    tid: account.tenantId,
    unique_name: account.username,
    ...origin(account),
    uti: uniqueId(),
    ver: '1.0',
    wids: account.kind === 'administrator' ? [globalAdministrator, everyUser] : [everyUser],
    ...(capable ? { xms_cc: ['cp1'] } : {}),
    xms_demo_round: round,
  });
}

/** What an id token is made for. */
export type IdTokenFacts = {
  readonly login: string;
  readonly nonce: string | null;
  /** Whether the app asked to know who it is, and for the mail address. */
  readonly asked: { readonly profile: boolean; readonly email: boolean };
};

const idClaims = (cloud: Cloud, app: AppRegistration, account: Account, nonce: string | null): Claims => {
  const now = Math.floor(cloud.now() / 1000);
  return {
    aud: app.appId,
    iat: now - 300,
    nbf: now - 300,
    exp: now + tokenLifetime,
    ...(nonce === null ? {} : { nonce }),
    ...(account.home === null ? {} : { idp: `https://${hosts.sts}/${account.home.tenantId}/` }),
    rh: `1.${uniqueId()}`,
    sub: pairwise(account, app.appId),
    tid: account.tenantId,
    uti: uniqueId(),
  };
};

/**
 * An id token, version 2, for the client itself (OpenID Connect Core 2). Who the person is stands there for apps that asked for `profile`,
 * the mail address for those that asked for `email`, and of guests always (Learn: id-token-claims-reference).
 */
export function idToken(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  { login, nonce, asked }: IdTokenFacts,
): string {
  return cloud.signingKey.signToken(
    {
      ...idClaims(cloud, app, account, nonce),
      iss: `${login}/${account.tenantId}/v2.0`,
      ...(asked.email || account.home !== null ? { email: account.username } : {}),
      ...(asked.profile
        ? { name: account.displayName, oid: account.objectId, preferred_username: account.username }
        : {}),
      ver: '2.0',
    },
    'v2',
  );
}

/** An id token, version 1, which the older endpoint gives: another issuer, and who the person is without being asked. */
export function olderIdToken(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  nonce: string | null,
): string {
  return cloud.signingKey.signToken({
    ...idClaims(cloud, app, account, nonce),
    iss: `https://${hosts.sts}/${account.tenantId}/`,
    amr: ['pwd', 'mfa'],
    family_name: account.surname,
    given_name: account.givenName,
    ipaddr: '127.0.0.1',
    name: account.displayName,
    oid: account.objectId,
    unique_name: account.username,
    ...origin(account),
    ver: '1.0',
  });
}
