import type { AppRegistration } from '../directory/records.ts';
import { credentialEntities, keyEntity } from './credential-entities.ts';
import { isoTime } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';

/** An application object (Learn: application resource), as far as S2S has to do with it. */
export function applicationEntity(call: GraphCall, app: AppRegistration): Entity {
  return {
    id: app.objectId,
    deletedDateTime: null,
    appId: app.appId,
    applicationTemplateId: null,
    createdDateTime: isoTime(app.createdOn),
    description: null,
    disabledByMicrosoftStatus: null,
    displayName: app.displayName,
    identifierUris: [],
    isFallbackPublicClient: app.publicClient,
    notes: null,
    publisherDomain: call.cloud.directory.tenant(app.tenantId)?.domain ?? null,
    publicClient: { redirectUris: app.publicRedirectUris },
    requiredResourceAccess: app.requiredResourceAccess,
    signInAudience: app.audience,
    tags: [],
    web: { redirectUris: app.redirectUris, homePageUrl: null, logoutUrl: null },
    ...credentialEntities(app),
  };
}

/** The same with the public keys of its certificates, where `$select` names them. */
export function withKeys(app: AppRegistration | null, entity: Entity, names: readonly string[]): Entity {
  return app !== null && names.includes('keyCredentials')
    ? { ...entity, keyCredentials: app.certificates.map((certificate) => keyEntity(certificate, true)) }
    : entity;
}
