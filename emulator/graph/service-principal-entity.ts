import type { ServicePrincipal } from '../directory/records.ts';
import { appRolesOf } from '../entra/app-roles.ts';
import { resourcePrincipalId } from '../entra/consents.ts';
import { redirectsOf } from '../entra/redirect-uri.ts';
import { unsetInfo } from './application-entity.ts';
import { credentialEntities } from './credential-entities.ts';
import { isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** Of the resources, the roles that apps can be assigned there (Learn: appRole resource). */
const rolesShown = ({ tenantId, objectId }: ServicePrincipal): readonly Entity[] =>
  appRolesOf(resourcePrincipalId(tenantId, 'graph') === objectId ? 'graph' : null).map(
    ({ id, value, displayName }) => ({
      allowedMemberTypes: ['Application'],
      description: displayName,
      displayName,
      id,
      isEnabled: true,
      origin: 'Application',
      value,
    }),
  );

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
    appRoles: rolesShown(principal),
    signInAudience: app?.audience ?? 'AzureADMultipleOrgs',
    tags:
      principal.ownerTenantId === principal.tenantId || own
        ? ['WindowsAzureActiveDirectoryIntegratedApp']
        : [],
    // Its own ones, which are not those of the application (Learn: serviceprincipal-addpassword).
    ...credentialEntities(principal),
  };
}
