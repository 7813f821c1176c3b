import { createHash } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { Account, AppRegistration, ServicePrincipal } from '../directory/records.ts';
import { assignedRoles, holdersFor } from './app-roles.ts';
import { directoryRoles, personClaims, wanted } from './optional-claims.ts';
import type { Resource } from './resources.ts';
import type { SignIn } from './sessions.ts';
import type { Claims } from './signing-key.ts';
import { olderIssuer, origin, pairwise, uniqueId, validity } from './tokens.ts';
import type { ClientProof } from './tokens.ts';

const proofNumber: Readonly<Record<ClientProof, string>> = { none: '0', secret: '1', certificate: '2' };

/** What a token is made for and by whom. */
export type TokenFacts = {
  readonly cloud: Cloud;
  /** Base URL of the sign-in service as it was asked, which issues tokens of version 2. */
  readonly login: string;
  readonly resource: Resource;
  /** The client. */
  readonly app: Pick<AppRegistration, 'appId' | 'displayName'>;
  readonly proof: ClientProof;
  /** Seconds, where they are not those of every token. */
  readonly lifetime?: number;
  /** Claims that its kind has besides, in version 1. */
  readonly more?: Claims;
};

/** As it was asked for, unless the resource wants its client id (Learn: optional-claims-reference, `aud`). */
const olderAudience = ({ audience, appId, wanted: asked }: Resource): string =>
  asked !== null && wanted(asked, 'aud')?.additionalProperties.includes('use_guid') === true
    ? appId
    : audience;

/**
 * Which kind of token it is: Microsoft's own services are always told in version 1, an API where it wants to know, and of people
 * where it wants that too (Learn: optional-claims-reference, `idtyp`).
 */
function kindClaim({ tokenVersion, wanted: asked }: Resource, kind: 'app' | 'user'): Claims {
  const claim = asked === null ? undefined : wanted(asked, 'idtyp');
  const told =
    asked === null
      ? tokenVersion === 'v1'
      : claim !== undefined && (kind === 'app' || claim.additionalProperties.includes('include_user_token'));
  return told ? { idtyp: kind } : {};
}

/**
 * Signs what both versions have in common with what the resource's version adds: the resource decides, whichever endpoint was asked
 * (Learn: access-tokens, "Token ownership"). Version 2 names the client `azp`, and itself by the sign-in service's address.
 */
function signed(
  { cloud, login, resource, app, proof, lifetime, more = {} }: TokenFacts,
  tenantId: string,
  { both, v1, v2 }: { readonly both: Claims; readonly v1: Claims; readonly v2: Claims },
): string {
  const common = {
    ...validity(cloud.now(), lifetime),
    aio: uniqueId(),
    rh: `1.${uniqueId()}`,
    tid: tenantId,
    uti: uniqueId(),
    ...both,
  };
  return resource.tokenVersion === 'v1'
    ? cloud.signingKey.signToken({
        aud: olderAudience(resource),
        iss: olderIssuer(cloud, login, tenantId),
        ...common,
        appid: app.appId,
        appidacr: proofNumber[proof],
        app_displayname: app.displayName,
        ...v1,
        ver: '1.0',
        ...more,
      })
    : cloud.signingKey.signToken(
        {
          aud: resource.appId,
          iss: `${login}/${tenantId}/v2.0`,
          ...common,
          azp: app.appId,
          azpacr: proofNumber[proof],
          ...v2,
          ver: '2.0',
          // Opaque; in a recorded answer.
          xms_ftd: uniqueId(),
        },
        'v2',
      );
}

/** An app-only access token (Learn: access-token-claims-reference, optional-claims-reference; of version 2 as recorded, without `idtyp`). */
export function appToken(
  facts: TokenFacts,
  principal: Pick<ServicePrincipal, 'objectId' | 'tenantId'>,
): string {
  const { objectId, tenantId } = principal;
  const roles = assignedRoles(facts.cloud, [objectId], facts.resource);
  return signed(facts, tenantId, {
    both: {
      oid: objectId,
      sub: objectId,
      ...(roles.length === 0 ? {} : { roles }),
      ...kindClaim(facts.resource, 'app'),
    },
    v1: { idp: olderIssuer(facts.cloud, facts.login, tenantId) },
    v2: {},
  });
}

/** What a user's token says of its sign-in. */
export type UserTokenFacts = {
  /** Delegated permissions that were consented to. */
  readonly permissions: readonly string[];
  /** Which demands it has met stands in a claim of the demo's own. */
  readonly signIn: SignIn;
  /** True when the client understands claims challenges. */
  readonly capable: boolean;
};

/** What tokens of people for Microsoft's own services have besides, as seen; 1 is a guest (Learn: optional-claims-reference). */
const seenClaims = (account: Account): Claims => ({
  acct: account.home === null ? 0 : 1,
  puid: createHash('sha256').update(account.objectId).digest('hex').slice(0, 16).toUpperCase(),
  wids: directoryRoles(account),
});

/**
 * A user's access token; `scp` names the delegated permissions, `xms_cc` what the client understands, to a resource that wants to know
 * (Learn: claims-challenge).
 */
export function userToken(
  facts: TokenFacts,
  account: Account,
  { permissions, signIn, capable }: UserTokenFacts,
): string {
  const { home, objectId, tenantId, username } = account;
  const { cloud, resource } = facts;
  const roles = assignedRoles(cloud, holdersFor(cloud, account), resource);
  const asked = resource.wanted;
  const told = capable && (asked === null || wanted(asked, 'xms_cc') !== undefined);
  return signed(facts, tenantId, {
    both: {
      name: account.displayName,
      oid: objectId,
      ...(roles.length === 0 ? {} : { roles }),
      scp: permissions.join(' '),
      sub: pairwise(account, resource.appId),
      ...(told ? { xms_cc: ['cp1'] } : {}),
      ...kindClaim(resource, 'user'),
      ...(asked === null ? {} : personClaims(cloud, account, { signIn, profile: true }, asked)),
      xms_demo_round: signIn.round,
    },
    v1: {
      acr: '1',
      amr: ['pwd', 'mfa'],
      family_name: account.surname,
      given_name: account.givenName,
      ipaddr: '127.0.0.1',
      unique_name: username,
      ...origin(cloud, facts.login, account),
      ...(asked === null ? seenClaims(account) : {}),
    },
    // Whose directory a guest is of, and the mail address, come by default (Learn: optional-claims-reference).
    v2: { preferred_username: username, ...(home === null ? {} : origin(cloud, facts.login, account)) },
  });
}
