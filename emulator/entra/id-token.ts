import { createHash } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Account, AppRegistration } from '../directory/records.ts';
import { assignedRoles, holdersFor } from './app-roles.ts';
import { personClaims, wantedClaims } from './optional-claims.ts';
import type { SignIn } from './sessions.ts';
import type { Claims } from './signing-key.ts';
import { olderIssuer, origin, pairwise, uniqueId, validity } from './tokens.ts';

/** What came with an id token from the sign-in itself; it tells what belongs together (OpenID Connect Core, 3.3.2.11). */
export type Company = { readonly code?: string; readonly accessToken?: string };

const halfHash = (text: string): string =>
  createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');

const hashesOf = ({ code, accessToken }: Company): Claims => ({
  ...(code === undefined ? {} : { c_hash: halfHash(code) }),
  ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
});

/** What an id token is made for. */
export type IdTokenFacts = {
  readonly login: string;
  readonly signIn: SignIn;
  readonly nonce: string | null;
  /** Whether the app asked to know who it is, and for the mail address. */
  readonly asked: { readonly profile: boolean; readonly email: boolean };
  readonly company?: Company;
  /** How it gets to the app: an answer of the token endpoint, or the address of a page. */
  readonly way?: 'token' | 'address';
};

/** Roles of the app that the person was assigned (Learn: id-token-claims-reference). */
function rolesOf(cloud: Cloud, { appId, appRoles }: AppRegistration, account: Account): Claims {
  const principal = cloud.directory.principalAtSignIn(account.tenantId, appId);
  const roles =
    principal === null
      ? []
      : assignedRoles(cloud, holdersFor(cloud, account), { appRoles, principalId: principal.objectId });
  return roles.length === 0 ? {} : { roles };
}

const idClaims = (
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  { login, nonce }: Pick<IdTokenFacts, 'login' | 'nonce'>,
): Claims => ({
  aud: app.appId,
  ...validity(cloud.now()),
  ...(nonce === null ? {} : { nonce }),
  ...(account.home === null ? {} : { idp: olderIssuer(cloud, login, account.home.tenantId) }),
  rh: `1.${uniqueId()}`,
  ...rolesOf(cloud, app, account),
  sub: pairwise(account, app.appId),
  tid: account.tenantId,
  uti: uniqueId(),
});

/**
 * An id token, version 2, for the client itself (OpenID Connect Core 2). Who the person is stands there for apps that asked for `profile`,
 * the mail address for those that asked for `email`, and of guests always (Learn: id-token-claims-reference).
 */
export function idToken(
  cloud: Cloud,
  app: AppRegistration,
  account: Account,
  { login, signIn, nonce, asked, company = {}, way = 'token' }: IdTokenFacts,
): string {
  return cloud.signingKey.signToken(
    {
      ...idClaims(cloud, app, account, { login, nonce }),
      ...hashesOf(company),
      iss: `${login}/${account.tenantId}/v2.0`,
      ...(asked.email || account.home !== null ? { email: account.username } : {}),
      ...(asked.profile
        ? { name: account.displayName, oid: account.objectId, preferred_username: account.username }
        : {}),
      ...personClaims(cloud, account, { signIn, profile: asked.profile, way }, wantedClaims(app, 'idToken')),
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
  { login, signIn, nonce, company = {}, way = 'token' }: Omit<IdTokenFacts, 'asked'>,
): string {
  return cloud.signingKey.signToken({
    ...idClaims(cloud, app, account, { login, nonce }),
    ...hashesOf(company),
    iss: olderIssuer(cloud, login, account.tenantId),
    amr: ['pwd', 'mfa'],
    family_name: account.surname,
    given_name: account.givenName,
    ipaddr: '127.0.0.1',
    name: account.displayName,
    oid: account.objectId,
    unique_name: account.username,
    ...origin(cloud, login, account),
    ...personClaims(cloud, account, { signIn, profile: true, way }, wantedClaims(app, 'idToken')),
    ver: '1.0',
  });
}
