import { aadsts } from './aadsts.ts';
import { appToken } from './access-token.ts';
import { findPrincipal, proveClient } from './client.ts';
import { accepted, denied, readAppScope } from './scopes.ts';
import { askedOf, lifetime, resourceIn } from './token-call.ts';
import type { TokenAnswer, TokenCall } from './token-call.ts';

/**
 * `grant_type=client_credentials` (Learn: v2-oauth2-client-creds-grant-flow): a token for the app itself. A service
 * principal in the tenant is all it takes; what the app may do there is decided by the resource.
 */
export function clientCredentials(call: TokenCall): TokenAnswer {
  const { cloud, app, authority } = call;
  if (authority.kind === 'shared') {
    return denied(aadsts.grantNeedsTenant());
  }
  const asked = askedOf(call.form, call.version);
  if (asked.trim() === '') {
    return denied(aadsts.parameterMissing(call.version === 'v1' ? 'resource' : 'scope'));
  }
  const scope = readAppScope(asked);
  const principal = scope.ok ? findPrincipal(cloud, app, authority.tenant.id) : scope;
  if (!scope.ok || !principal.ok) {
    return principal.ok ? denied(aadsts.scopeNeedsDefault(asked)) : principal;
  }
  if (app.publicClient) {
    return denied(aadsts.credentialMissing());
  }
  const proof = proveClient(cloud, app, call.form, call.request, authority);
  if (!proof.ok) {
    return proof;
  }
  if (principal.value.blocked) {
    return denied(aadsts.blockedByPolicy());
  }
  const resource = resourceIn(cloud, authority.tenant.id, scope.value);
  if (!resource.ok) {
    return resource;
  }
  // Learn: v2-oauth2-client-creds-grant-flow, "Enable user assignment": a resource may want the app to have a role there.
  const closed = cloud.directory.records.servicePrincipals.find(
    (one) => one.objectId === resource.value.principalId && one.assignmentRequired,
  );
  const assigned = cloud.directory.records.roleAssignments.some(
    (one) => one.principalId === principal.value.objectId && one.resourceId === closed?.objectId,
  );
  return closed === undefined || assigned
    ? accepted({
        ...lifetime(call, resource.value),
        access_token: appToken(
          { cloud, login: call.request.links.login, resource: resource.value, app, proof: proof.value },
          principal.value,
        ),
      })
    : denied(aadsts.appNotAssigned(app.appId, app.displayName, resource.value.requested, closed.displayName));
}
