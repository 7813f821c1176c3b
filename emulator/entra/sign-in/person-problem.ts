import type { Cloud } from '../../cloud.ts';
import type { Account } from '../../directory/records.ts';
import { conditionalAccessPolicy } from '../../seed/tenants.ts';
import { hosts } from '../../server/address.ts';
import { aadsts } from '../aadsts.ts';
import { holdersFor } from '../app-roles.ts';
import type { Authority } from '../authority.ts';
import type { EntraError } from '../entra-error.ts';

/** Why a person may not sign in with an app here, whatever they prove; `null` when they may. */
export function personProblem(
  cloud: Cloud,
  account: Account,
  authority: Authority,
  app: { readonly appId: string; readonly displayName: string },
): EntraError | null {
  if (authority.kind === 'tenant' && authority.tenant.id !== account.tenantId) {
    const home = `https://${hosts.sts}/${account.tenantId}/`;
    return aadsts.userNotInTenant(
      account.username,
      home,
      authority.tenant.displayName,
      app.appId,
      app.displayName,
    );
  }
  if (authority.kind === 'shared' && authority.segment === 'consumers') {
    return aadsts.grantOfOtherAuthority();
  }
  if (!account.enabled) {
    return aadsts.userDisabled();
  }
  const decreed = cloud.decreed.of('person', account.objectId, {
    appId: app.appId,
    appName: app.displayName,
    tenant: cloud.directory.tenant(account.tenantId)?.displayName ?? account.tenantId,
    since: cloud.now(),
  });
  if (decreed !== null) {
    return decreed;
  }
  switch (account.trouble) {
    case 'blocked':
      return aadsts.blockedByPolicy(conditionalAccessPolicy);
    case 'password-expired':
      return aadsts.passwordExpired();
    case 'mfa':
    case 'none':
      return principalProblem(cloud, account, app);
  }
}

/** What the tenant has decided about the app: that it is disabled (Learn: disable-user-sign-in-portal), or for assigned people only; or its owner, for all tenants. */
function principalProblem(
  cloud: Cloud,
  account: Account,
  app: { readonly appId: string; readonly displayName: string },
): EntraError | null {
  const { directory } = cloud;
  const principal = directory.principal(account.tenantId, app.appId);
  if (principal === null) {
    return null;
  }
  if (!principal.enabled || directory.app(app.appId)?.disabled === true) {
    return aadsts.appDisabled(app.appId, app.displayName);
  }
  const holders = holdersFor(cloud, account);
  const assigned = directory.records.roleAssignments.some(
    (one) => one.resourceId === principal.objectId && holders.includes(one.principalId),
  );
  return principal.assignmentRequired && !assigned
    ? aadsts.personNotAssigned(app.appId, app.displayName)
    : null;
}
