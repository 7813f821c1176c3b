import type { ServicePrincipal } from '../directory/records.ts';
import { appRolesOf } from '../entra/app-roles.ts';
import { redirectsOf } from '../entra/redirect-uri.ts';
import { roleEntity, unsetInfo } from './application-entity.ts';
import { credentialEntities } from './credential-entities.ts';
import { isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** A service principal (Learn: servicePrincipal resource). Its app may be gone: then it stands for itself. */
export function principalEntity(
  call: GraphCall,
  principal: ServicePrincipal,
  deletedOn: number | null = null,
): Entity {
  const app = call.cloud.directory.app(principal.appId);
  const own = app !== null && app.tenantId === principal.tenantId;
  return {
    ...unsetInfo,
    alternativeNames: [],
    appDescription: null,
    createdDateTime: isoTime(principal.createdOn),
    homepage: null,
    loginUrl: null,
    logoutUrl: null,
    notificationEmailAddresses: [],
    oauth2PermissionScopes: app?.scopes ?? [],
    preferredSingleSignOnMode: null,
    preferredTokenSigningKeyThumbprint: null,
    replyUrls: app === null ? [] : redirectsOf(app),
    resourceSpecificApplicationPermissions: [],
    samlSingleSignOnSettings: null,
    id: principal.objectId,
    deletedDateTime: deletedOn === null ? null : isoTime(deletedOn),
    accountEnabled: principal.enabled,
    appDisplayName: app?.displayName ?? principal.displayName,
    appId: principal.appId,
    appOwnerOrganizationId: principal.ownerTenantId,
    appRoleAssignmentRequired: principal.assignmentRequired,
    displayName: principal.displayName,
    servicePrincipalNames: [principal.appId, ...(app?.identifierUris ?? [])],
    servicePrincipalType: 'Application',
    appRoles: appRolesOf(call.cloud, principal).map(roleEntity),
    signInAudience: app?.audience ?? 'AzureADMultipleOrgs',
    tags:
      principal.ownerTenantId === principal.tenantId || own
        ? ['WindowsAzureActiveDirectoryIntegratedApp']
        : [],
    // Its own ones, which are not those of the application (Learn: serviceprincipal-addpassword).
    ...credentialEntities(principal),
  };
}
