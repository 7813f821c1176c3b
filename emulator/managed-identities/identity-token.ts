import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud.ts';
import type { ManagedIdentity, ServicePrincipal } from '../directory/records.ts';
import type { Restorable } from '../scenario/restorable.ts';
import { hosts } from '../server/address.ts';
import type { ServiceRequest } from '../server/exchange.ts';
import { aadsts } from '../entra/aadsts.ts';
import { appToken } from '../entra/access-token.ts';
import { assignmentProblem } from '../entra/app-grant.ts';
import type { EntraError } from '../entra/entra-error.ts';
import { describeError } from '../entra/refusal.ts';
import { denied } from '../entra/scopes.ts';
import type { Checked } from '../entra/scopes.ts';
import { resourceIn } from '../entra/token-call.ts';

/** A service principal of a managed identity. */
export type Identity = ServicePrincipal & { readonly managedIdentity: ManagedIdentity };

const isIdentity = (principal: ServicePrincipal): principal is Identity => principal.managedIdentity !== null;

/** The managed identities that the machine of the story has. */
export const identitiesOf = ({ directory }: Pick<Cloud, 'directory'>): readonly Identity[] =>
  directory.records.servicePrincipals.filter(isIdentity);

/** Names of parameters that say which identity is meant, by what they say of it. */
export type IdentityParameters = {
  readonly client: readonly string[];
  readonly object: readonly string[];
  readonly resource: readonly string[];
};

/** The ids that a request names; more than one is no request for any. */
export function namedIds(
  query: URLSearchParams,
  { client, object, resource }: IdentityParameters,
): readonly ((identity: Identity) => boolean)[] {
  const given = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => query.get(name) ?? []).map((value) => value.toLowerCase());
  return [
    ...given(client).map(
      (id) =>
        ({ appId }: Identity) =>
          appId === id,
    ),
    ...given(object).map(
      (id) =>
        ({ objectId }: Identity) =>
          objectId === id,
    ),
    ...given(resource).map(
      (id) =>
        ({ managedIdentity }: Identity) =>
          managedIdentity.resourceId.toLowerCase() === id,
    ),
  ];
}

/** What a token is told with: texts for numbers and times (Learn: how-to-use-vm-token; overview-managed-identity of App Service). */
export type IdentityToken = Readonly<
  Record<'access_token' | 'expires_in' | 'expires_on' | 'not_before' | 'resource' | 'token_type', string>
>;

/** Seconds for which tokens of managed identities are valid (as seen: a day). */
const identityLifetime = 86_399;

/** Tokens of managed identities, as the platform gives them out. */
export type IdentityTokens = Restorable & {
  readonly cloud: Cloud;
  /** A token of the identity for a resource, which is named without `/.default`. */
  get(request: ServiceRequest, identity: Identity, resourceName: string): Checked<IdentityToken>;
};

type Kept = { readonly token: IdentityToken; readonly until: number };

/**
 * Keeps each token until five minutes before its end, so that what changes of an identity's permissions is seen hours later: "the back-end
 * services for managed identities maintain a cache per resource URI for around 24 hours" (Learn: managed-identity-best-practice-recommendations).
 */
export function createIdentityTokens(cloud: Cloud): IdentityTokens {
  let kept: ReadonlyMap<string, Kept> = new Map();
  return {
    cloud,
    get: (request, identity, resourceName) => {
      const now = Math.floor(cloud.now() / 1000);
      const key = `${identity.objectId} ${resourceName}`;
      const known = kept.get(key);
      // A clock that was put back has tokens of the future: they are made anew.
      if (known !== undefined && now < known.until - 300 && now >= known.until - identityLifetime) {
        return { ok: true, value: { ...known.token, expires_in: String(known.until - now) } };
      }
      const made = identityToken(cloud, request, identity, resourceName);
      if (made.ok) {
        kept = new Map([...kept, [key, { token: made.value, until: now + identityLifetime }]]);
      }
      return made;
    },
    snapshot: () => {
      const before = kept;
      return () => {
        kept = before;
      };
    },
  };
}

/** A new one. The platform proves the identity with a certificate. */
function identityToken(
  cloud: Cloud,
  request: ServiceRequest,
  identity: Identity,
  resourceName: string,
): Checked<IdentityToken> {
  const { appId, displayName, enabled, tenantId } = identity;
  if (!enabled) {
    return denied(aadsts.appDisabled(appId, displayName));
  }
  const resource = resourceIn(cloud, tenantId, resourceName);
  if (!resource.ok) {
    return resource;
  }
  const problem = assignmentProblem(cloud, identity, resource.value);
  if (problem !== null) {
    return denied(problem);
  }
  const now = Math.floor(cloud.now() / 1000);
  return {
    ok: true,
    value: {
      access_token: appToken(
        {
          cloud,
          // Named in federated identity credentials, which outlive a run.
          login: resource.value.kind === 'tokenExchange' ? `https://${hosts.login}` : request.links.login,
          resource: resource.value,
          app: identity,
          proof: 'certificate',
          lifetime: identityLifetime,
          // Seen in tokens of managed identities.
          more: { xms_mirid: identity.managedIdentity.resourceId },
        },
        identity,
      ),
      expires_in: String(identityLifetime),
      expires_on: String(now + identityLifetime),
      not_before: String(now - 300),
      resource: resourceName,
      token_type: 'Bearer',
    },
  };
}

/** A refusal of the sign-in service, as one line of text. */
export const described = (cloud: Cloud, error: EntraError): string =>
  describeError(error, randomUUID(), randomUUID(), cloud.now());
