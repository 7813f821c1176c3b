import type { Cloud } from '../cloud.ts';
import { rolesOf } from '../directory/directory-roles.ts';
import type { Account, AppRegistration, OptionalClaim } from '../directory/records.ts';
import type { Claims } from './signing-key.ts';
import type { SignIn } from './sessions.ts';
import { groupClaims } from './group-claims.ts';
import { loginHintOf } from './login-hint.ts';

/** Marks every ordinary user in claim `wids`. */
const everyUser = 'b79fbf4d-3ef9-4689-8143-76b194e85509';

/** Directory roles of a person: claim `wids` (Learn: access-token-claims-reference). */
export const directoryRoles = (account: Account): readonly string[] => [
  ...rolesOf(account).map(({ templateId }) => templateId),
  everyUser,
];

/** What an app wants in tokens besides. */
export type WantedClaims = {
  readonly claims: readonly OptionalClaim[];
  /** Whether they name directory roles. */
  readonly directoryRoles: boolean;
  /** Which groups they name. */
  readonly groups: 'none' | 'assigned' | 'security' | 'all';
  readonly appId: string;
};

/** What an app wants in its id tokens, or in access tokens for it. */
export function wantedClaims(
  { appId, optionalClaims, groupMembershipClaims }: AppRegistration,
  token: 'idToken' | 'accessToken',
): WantedClaims {
  const memberships = groupMembershipClaims?.split(',') ?? [];
  return {
    claims: optionalClaims?.[token] ?? [],
    directoryRoles: memberships.includes('All') || memberships.includes('DirectoryRole'),
    groups: memberships.includes('All')
      ? 'all'
      : memberships.includes('SecurityGroup')
        ? 'security'
        : memberships.includes('ApplicationGroup')
          ? 'assigned'
          : 'none',
    appId,
  };
}

/** The claim of that name as it is wanted; `undefined` where it is not. */
export const wanted = ({ claims }: WantedClaims, name: string): OptionalClaim | undefined =>
  claims.find((claim) => claim.name === name && claim.source === null);

/** A guest has one only as the directory of the tenant writes it, and only where that is wanted (`additionalProperties`). */
function principalName(cloud: Cloud, account: Account, extra: readonly string[]): string | undefined {
  const { home, tenantId, username } = account;
  if (home === null) {
    return username;
  }
  const name = `${username.replace('@', '_')}#EXT#@${cloud.directory.tenant(tenantId)?.domain ?? ''}`;
  if (extra.includes('include_externally_authenticated_upn')) {
    return name;
  }
  return extra.includes('include_externally_authenticated_upn_without_hash')
    ? name.replaceAll('#', '_')
    : undefined;
}

/** Names of version 1 that version 2 has where they are wanted, and only where the app asked for `profile`. */
const ofProfile: ReadonlySet<string> = new Set(['family_name', 'given_name', 'upn']);

/** How a token about a person comes to be. */
export type PersonFacts = {
  readonly signIn: SignIn;
  /** Whether the app asked to know who it is. */
  readonly profile: boolean;
  /** `address` for one that comes with the address of a page. */
  readonly way?: 'token' | 'address';
};

/**
 * What is told of a person because an app wants it (Learn: optional-claims-reference). What the directory does not know is left out, as
 * there: no person here has a country or a language.
 */
export function personClaims(
  cloud: Cloud,
  account: Account,
  { signIn, profile, way = 'token' }: PersonFacts,
  asked: WantedClaims,
): Claims {
  const tenant = cloud.directory.tenant(account.tenantId);
  const values: Readonly<Record<string, string | number | undefined>> = {
    acct: account.home === null ? 0 : 1,
    auth_time: Math.floor(signIn.since / 1000),
    email: account.username,
    family_name: account.surname,
    given_name: account.givenName,
    ipaddr: '127.0.0.1',
    login_hint: loginHintOf(account),
    preferred_username: account.username,
    sid: signIn.session === '' ? undefined : signIn.session,
    tenant_ctry: tenant?.country,
    tenant_region_scope: tenant === null ? undefined : tenant.country === 'US' ? 'NA' : 'EU',
    upn: principalName(cloud, account, wanted(asked, 'upn')?.additionalProperties ?? []),
    xms_tpl: 'en',
  };
  const told = Object.entries(values).filter(
    ([name, value]) =>
      value !== undefined && wanted(asked, name) !== undefined && (profile || !ofProfile.has(name)),
  );
  return {
    ...Object.fromEntries(told),
    ...(asked.directoryRoles ? { wids: directoryRoles(account) } : {}),
    ...groupClaims(cloud, account, asked, way),
  };
}
