import { z } from 'zod';
import { call } from './define.ts';
import {
  appErrorSchema,
  applicationObjectId,
  clientId,
  credentialId,
  instant,
  servicePrincipalId,
  tenantId,
  workspaceId,
} from './schemas.ts';
import { APP_PLACES, DIRECTORY_AUDIENCES } from './words/directory.ts';

/** An app as a search finds it. */
const foundAppSchema = z.strictObject({
  clientId,
  name: z.string(),
  /** Tenant of the app registration, where Entra says it. */
  homeTenantId: tenantId.nullable(),
});
export type FoundApp = z.infer<typeof foundAppSchema>;

/** Searches the workspace's tenant by the beginnings of words of a name; an empty text lists by name. At most fifty. */
export const search = call({
  name: 'directory.search',
  input: z.strictObject({ workspaceId, place: z.enum(APP_PLACES), text: z.string().max(120) }),
  output: z.strictObject({ apps: z.array(foundAppSchema).max(50), more: z.boolean() }),
});

/** A credential as Entra knows it, which is never the credential itself. */
const entraCredentialSchema = z.strictObject({
  kind: z.enum(['secret', 'certificate']),
  keyId: z.guid(),
  name: z.string().nullable(),
  /** First characters of a secret's value. */
  hint: z.string().nullable(),
  /** Upper-case hex SHA-1 of a certificate. */
  thumbprintSha1: z.string().nullable(),
  startsOn: instant.nullable(),
  endsOn: instant.nullable(),
  /** Which of our credentials it is; null: it is held elsewhere, or ours cannot be told. */
  ours: credentialId.nullable(),
});
export type EntraCredential = z.infer<typeof entraCredentialSchema>;

/** Somebody to call. */
const ownerSchema = z.strictObject({ id: z.guid(), name: z.string(), mail: z.string().nullable() });

/** The app registration, which only its home tenant has. */
const applicationSchema = z.strictObject({
  objectId: applicationObjectId,
  name: z.string(),
  audience: z.enum(DIRECTORY_AUDIENCES).nullable(),
  createdOn: instant.nullable(),
  credentials: z.array(entraCredentialSchema),
  owners: z.array(ownerSchema),
  /** Why the owners could not be read; null when they could. */
  ownersError: appErrorSchema.nullable(),
});

/** The app's service principal in the workspace's tenant. */
const principalSchema = z.strictObject({
  objectId: servicePrincipalId,
  name: z.string(),
  /** False: nobody may sign in with it here; null: Entra does not say. */
  enabled: z.boolean().nullable(),
  ownerTenantId: tenantId.nullable(),
  audience: z.enum(DIRECTORY_AUDIENCES).nullable(),
});

/** Everything that the workspace's tenant knows about one client id; both null: it does not know the app. */
export const app = call({
  name: 'directory.app',
  input: z.strictObject({ workspaceId, clientId }),
  output: z.strictObject({
    tenantId,
    application: applicationSchema.nullable(),
    principal: principalSchema.nullable(),
    /** The Entra page of the app in this cloud; null where the cloud has none. */
    portalUrl: z.url().nullable(),
  }),
});

/** Says what a GUID is that somebody pasted for a client id, by asking the workspace's tenant. */
export const identify = call({
  name: 'directory.identify',
  input: z.strictObject({ workspaceId, id: z.guid() }),
  output: z.strictObject({
    kind: z.enum([
      'client-id',
      'application-object-id',
      'service-principal-id',
      'secret-id',
      'certificate-id',
      'unknown',
    ]),
    /** The app that it belongs to. */
    app: foundAppSchema.nullable(),
    /** Not every app of the tenant could be looked through for a secret or certificate of that id. */
    partial: z.boolean(),
  }),
});
