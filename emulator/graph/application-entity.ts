import type { AppRegistration, AppRole } from '../directory/records.ts';
import { credentialEntities } from './credential-entities.ts';
import { described, describedWithin } from './described.ts';
import { isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** What an application and its service principal are shown with where nobody has set anything. */
export const unsetInfo: Entity = {
  addIns: [],
  applicationTemplateId: null,
  createdByAppId: null,
  disabledByMicrosoftStatus: null,
  tokenEncryptionKeyId: null,
  verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null },
};

/** Pages about an app, which its service principals show too (Learn: informationalUrl resource). */
export const infoOf = (app: AppRegistration | null): Entity =>
  describedWithin({ described: app?.described ?? {} }, 'info', {
    logoUrl: null,
    marketingUrl: null,
    privacyStatementUrl: null,
    supportUrl: null,
    termsOfServiceUrl: null,
  });

/** What the two versions call the permissions of a pre-authorized app (Learn: preAuthorizedApplication resource of each). */
export const permissionIdsName = ({ version }: Pick<GraphCall, 'version'>): string =>
  version === 'beta' ? 'permissionIds' : 'delegatedPermissionIds';

/** A role as applications and service principals show it (Learn: appRole resource). */
export const roleEntity = (role: AppRole): Entity => ({ ...role, origin: 'Application' });

/** An application object with the properties of a default answer (Learn: application resource; as recorded). */
export function applicationEntity(
  call: GraphCall,
  app: AppRegistration,
  deletedOn: number | null = null,
): Entity {
  return {
    ...unsetInfo,
    info: infoOf(app),
    id: app.objectId,
    appRoles: app.appRoles.map(roleEntity),
    deletedDateTime: deletedOn === null ? null : isoTime(deletedOn),
    appId: app.appId,
    api: {
      acceptMappedClaims: null,
      knownClientApplications: app.knownClients,
      oauth2PermissionScopes: app.scopes,
      preAuthorizedApplications: app.preAuthorized.map(({ appId, permissionIds }) => ({
        appId,
        [permissionIdsName(call)]: permissionIds,
      })),
      requestedAccessTokenVersion: app.accessTokenVersion,
    },
    certification: null,
    createdDateTime: isoTime(app.createdOn),
    defaultRedirectUri: null,
    displayName: app.displayName,
    groupMembershipClaims: app.groupMembershipClaims,
    identifierUris: app.identifierUris,
    isDeviceOnlyAuthSupported: null,
    isDisabled: app.disabled,
    isFallbackPublicClient: app.publicClient,
    nativeAuthenticationApisEnabled: null,
    optionalClaims: app.optionalClaims,
    parentalControlSettings: { countriesBlockedForMinors: [], legalAgeGroupRule: 'Allow' },
    publisherDomain: call.cloud.directory.tenant(app.tenantId)?.domain ?? null,
    publicClient: { redirectUris: app.publicRedirectUris },
    requestSignatureVerification: null,
    requiredResourceAccess: app.requiredResourceAccess,
    samlMetadataUrl: null,
    servicePrincipalLockConfiguration: null,
    signInAudience: app.audience,
    spa: { redirectUris: app.spaRedirectUris },
    ...described(app, {
      description: null,
      notes: null,
      serviceManagementReference: null,
      tags: [],
      uniqueName: null,
    }),
    web: {
      ...describedWithin(app, 'web', { homePageUrl: null }),
      implicitGrantSettings: {
        enableAccessTokenIssuance: app.implicit.accessToken,
        enableIdTokenIssuance: app.implicit.idToken,
      },
      logoutUrl: app.logoutUrl,
      redirectUris: app.redirectUris,
    },
    ...credentialEntities(app),
  };
}
