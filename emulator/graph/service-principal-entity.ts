import { createHash } from 'node:crypto';
import type { ApiScope, ManagedIdentity, ServicePrincipal } from '../directory/records.ts';
import { appRolesOf } from '../entra/app-roles.ts';
import { redirectsOf } from '../entra/redirect-uri.ts';
import { serviceNames, serviceScopes } from '../entra/service-permissions.ts';
import { infoOf, roleEntity, unsetInfo } from './application-entity.ts';
import { credentialEntities } from './credential-entities.ts';
import { described } from './described.ts';
import { isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** Whose identity it is, and whether it stands for itself (Learn: servicePrincipal, `alternativeNames`; as seen). */
const alternativeNames = ({ assigned, resourceId }: ManagedIdentity): readonly string[] => [
  `isExplicit=${assigned === 'user' ? 'True' : 'False'}`,
  resourceId,
];

/** The name that the platform gives one besides its client id (as recorded). */
const identityName = ({ resourceId }: ManagedIdentity): string =>
  `https://identity.azure.net/${createHash('sha256').update(resourceId).digest('base64')}`;

/** What the two versions call differently, and what only beta has (Learn: servicePrincipal resource of each, serviceprincipal-get). */
function byVersion(
  call: GraphCall,
  scopes: readonly ApiScope[],
  { ownerTenantId }: ServicePrincipal,
): Entity {
  return call.version === 'v1.0'
    ? { oauth2PermissionScopes: scopes, resourceSpecificApplicationPermissions: [] }
    : {
        api: { resourceSpecificApplicationPermissions: [] },
        errorUrl: null,
        preferredTokenSigningKeyEndDateTime: null,
        publishedPermissionScopes: scopes,
        publisherName: call.cloud.directory.tenant(ownerTenantId)?.displayName ?? null,
        samlMetadataUrl: null,
      };
}

/** A service principal (Learn: servicePrincipal resource). Its app may be gone: then it stands for itself. */
export function principalEntity(
  call: GraphCall,
  principal: ServicePrincipal,
  deletedOn: number | null = null,
): Entity {
  const app = call.cloud.directory.app(principal.appId);
  const { managedIdentity } = principal;
  const own = app !== null && app.tenantId === principal.tenantId;
  return {
    ...unsetInfo,
    info: infoOf(app),
    appDescription: app?.described['description'] ?? null,
    createdDateTime: isoTime(principal.createdOn),
    preferredTokenSigningKeyThumbprint: null,
    replyUrls: app === null ? [] : redirectsOf(app),
    samlSingleSignOnSettings: null,
    id: principal.objectId,
    deletedDateTime: deletedOn === null ? null : isoTime(deletedOn),
    accountEnabled: principal.enabled,
    isDisabled: app?.disabled ?? null,
    appDisplayName: managedIdentity === null ? (app?.displayName ?? principal.displayName) : null,
    appId: principal.appId,
    appOwnerOrganizationId: managedIdentity === null ? principal.ownerTenantId : null,
    appRoleAssignmentRequired: principal.assignmentRequired,
    displayName: principal.displayName,
    servicePrincipalNames: [
      principal.appId,
      ...serviceNames(call.cloud.site.names, principal.appId),
      ...(managedIdentity === null ? (app?.identifierUris ?? []) : [identityName(managedIdentity)]),
    ],
    servicePrincipalType: managedIdentity === null ? 'Application' : 'ManagedIdentity',
    appRoles: appRolesOf(call.cloud, principal).map(roleEntity),
    signInAudience: managedIdentity === null ? (app?.audience ?? 'AzureADMultipleOrgs') : null,
    ...described(principal, {
      alternativeNames: managedIdentity === null ? [] : alternativeNames(managedIdentity),
      description: null,
      homepage: app?.described['web.homePageUrl'] ?? null,
      loginUrl: null,
      logoutUrl: app?.logoutUrl ?? null,
      notes: null,
      notificationEmailAddresses: [],
      preferredSingleSignOnMode: null,
      tags:
        managedIdentity === null && (principal.ownerTenantId === principal.tenantId || own)
          ? ['WindowsAzureActiveDirectoryIntegratedApp']
          : [],
    }),
    ...byVersion(call, [...serviceScopes(principal.appId), ...(app?.scopes ?? [])], principal),
    // Its own ones, which are not those of the application (Learn: serviceprincipal-addpassword).
    ...credentialEntities(principal),
  };
}
