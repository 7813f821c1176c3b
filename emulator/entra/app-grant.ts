import type { Cloud } from '../cloud.ts';
import type { ServicePrincipal } from '../directory/records.ts';
import { conditionalAccessPolicy } from '../seed/tenants.ts';
import { aadsts } from './aadsts.ts';
import { appToken } from './access-token.ts';
import { readClaims } from './claims-parameter.ts';
import { findPrincipal, proveClient } from './client.ts';
import type { EntraError } from './entra-error.ts';
import { olderGraph } from './resources.ts';
import type { Resource } from './resources.ts';
import { accepted, denied, readAppScope } from './scopes.ts';
import { askedOf, lifetime, resourceIn } from './token-call.ts';
import type { TokenAnswer, TokenCall } from './token-call.ts';
import { tokenLifetime } from './tokens.ts';

/** Why a resource takes no token of an app: it wants apps to have a role there (Learn: v2-oauth2-client-creds-grant-flow, "Enable user assignment"). */
export function assignmentProblem(
  { directory }: Pick<Cloud, 'directory'>,
  { objectId, appId, displayName }: Pick<ServicePrincipal, 'objectId' | 'appId' | 'displayName'>,
  { principalId, requested }: Resource,
): EntraError | null {
  const { roleAssignments, servicePrincipals } = directory.records;
  const closed = servicePrincipals.find((one) => one.objectId === principalId && one.assignmentRequired);
  const assigned = roleAssignments.some(
    (one) => one.principalId === objectId && one.resourceId === principalId,
  );
  return closed === undefined || assigned
    ? null
    : aadsts.appNotAssigned(appId, displayName, requested, closed.displayName);
}

/**
 * Seconds of a token that is evaluated continuously, of Graph alone, for an app that understands claims challenges: "long lived tokens up to 24
 * hours" (Learn: concept-continuous-access-evaluation-workload).
 */
const longLifetime = 86_399;

/**
 * `grant_type=client_credentials` (Learn: v2-oauth2-client-creds-grant-flow): a token for the app itself. A service
 * principal in the tenant is all it takes; what the app may do there is decided by the resource.
 */
export function clientCredentials(call: TokenCall): TokenAnswer {
  const { cloud, app, authority } = call;
  if (authority.kind === 'shared') {
    return authority.segment !== 'consumers' && cloud.rules.of('sharedClientCredentials') === '50059'
      ? denied(aadsts.tenantMissing())
      : denied(aadsts.grantNeedsTenant());
  }
  const isOlder = call.version === 'v1';
  const namesNone = isOlder && (call.form.get('resource') ?? '') === '';
  const byDefault = namesNone && cloud.rules.of('olderTokenWithoutResource') === 'azureAdGraph';
  const asked = byDefault ? `${olderGraph.requested}/.default` : askedOf(call.form, call.version);
  if (asked.trim() === '') {
    return denied(aadsts.parameterMissing(isOlder ? 'resource' : 'scope'));
  }
  const scope = readAppScope(asked);
  const principal = scope.ok ? findPrincipal(cloud, app, authority.tenant.id) : scope;
  if (!scope.ok || !principal.ok) {
    return principal.ok ? denied(aadsts.scopeNeedsDefault(asked)) : principal;
  }
  const proof = proveClient(cloud, app, call.form, call.request, authority, false);
  if (!proof.ok) {
    return proof;
  }
  if (principal.value.blocked) {
    return denied(aadsts.blockedByPolicy(conditionalAccessPolicy));
  }
  const resource = byDefault ? accepted(olderGraph) : resourceIn(cloud, authority.tenant.id, scope.value);
  if (!resource.ok) {
    return resource;
  }
  const problem = assignmentProblem(cloud, principal.value, resource.value);
  if (problem !== null) {
    return denied(problem);
  }
  const evaluated = resource.value.kind === 'graph' && readClaims(call.form.get('claims')).capable;
  const seconds = evaluated ? longLifetime : tokenLifetime;
  return accepted({
    ...lifetime(call, resource.value, seconds),
    access_token: appToken(
      {
        cloud,
        login: call.request.links.login,
        resource: resource.value,
        app,
        proof: proof.value,
        lifetime: seconds,
        ...(evaluated ? { more: { xms_cc: ['cp1'] } } : {}),
      },
      principal.value,
    ),
  });
}
