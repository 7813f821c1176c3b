import { z } from 'zod';
import { call } from './define.ts';
import {
  appProfileId,
  clientId,
  credentialId,
  instant,
  nothing,
  personName,
  secret,
  tenantId,
  workspaceId,
} from './schemas.ts';

/** What is known about a stored credential; never the credential. */
export const credentialSchema = z.strictObject({
  id: credentialId,
  kind: z.enum(['secret', 'certificate']),
  label: personName,
  addedOn: instant,
  expiresOn: instant.nullable(),
  /** Upper-case hex SHA-1 and SHA-256 of a certificate, as portals show them. */
  thumbprintSha1: z.string().nullable(),
  thumbprintSha256: z.string().nullable(),
  /** Key id under which Entra knows it (Microsoft Graph: passwordCredential, keyCredential); null when the console does not know. */
  keyId: z.guid().nullable(),
  /** A rotation has put another in its place; it still works until it is removed. */
  retiring: z.boolean(),
  /** Made here, and nothing has shown yet that Entra knows it: it cannot sign in before its public part is there. */
  notInEntraYet: z.boolean(),
  /** `keychain` survives a restart; `session` is gone when the console closes; `missing` must be entered again. */
  kept: z.enum(['keychain', 'session', 'missing']),
});
export type Credential = z.infer<typeof credentialSchema>;

/** Our record of an app: its client id and references to its credentials. */
export const appProfileSchema = z.strictObject({
  id: appProfileId,
  name: personName,
  clientId,
  /** Tenant of the app registration, when known. */
  homeTenantId: tenantId.nullable(),
  credentials: z.array(credentialSchema),
  /** The credential that a rotation chose for use; null: the newest that works. */
  current: credentialId.nullable(),
  /** Workspaces in which the profile is used. */
  workspaces: z.array(workspaceId),
  demo: z.boolean(),
});
export type AppProfile = z.infer<typeof appProfileSchema>;

/** Profiles linked to the workspace. */
export const list = call({
  name: 'appProfiles.list',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ profiles: z.array(appProfileSchema), linkable: z.array(appProfileSchema) }),
});

export const create = call({
  name: 'appProfiles.create',
  input: z.strictObject({ workspaceId, name: personName, clientId, homeTenantId: tenantId.nullable() }),
  output: appProfileSchema,
});

/** Uses (or stops using) a profile in a workspace. */
export const link = call({
  name: 'appProfiles.link',
  input: z.strictObject({ id: appProfileId, workspaceId, linked: z.boolean() }),
  output: appProfileSchema,
});

/** Forgets the profile and deletes its credentials from the vault. */
export const remove = call({
  name: 'appProfiles.remove',
  input: z.strictObject({ id: appProfileId }),
  output: nothing,
});

export const addSecret = call({
  name: 'appProfiles.addSecret',
  input: z.strictObject({ id: appProfileId, label: personName, secret, expiresOn: instant.nullable() }),
  output: appProfileSchema,
});

/** Files of any kind that a person chose together, each as base64; what they are is read from what stands in them. */
export const certificateFiles = {
  /** An empty file is answered, not refused. */
  files: z
    .array(z.union([secret, z.literal('')]))
    .min(1)
    .max(4),
  password: secret.optional(),
};

export const removeCredential = call({
  name: 'appProfiles.removeCredential',
  input: z.strictObject({ id: appProfileId, credentialId }),
  output: appProfileSchema,
});

/**
 * Enters a credential again whose value is gone or cannot be read; a certificate must be the one that the record names. What could
 * not be read is set aside, not overwritten.
 */
export const reenter = call({
  name: 'appProfiles.reenter',
  input: z.strictObject({
    id: appProfileId,
    credentialId,
    value: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('secret'), secret }),
      z.strictObject({ kind: z.literal('certificate'), ...certificateFiles }),
    ]),
  }),
  output: appProfileSchema,
});

/** Which credentials of a profile hold a secret that the console just made and that was not copied yet. */
export const copyable = call({
  name: 'appProfiles.copyable',
  input: z.strictObject({ id: appProfileId }),
  output: z.strictObject({ credentialIds: z.array(credentialId) }),
});

/** Main puts a secret that it just made on the clipboard, once, and clears it again. The page never sees it. */
export const copySecret = call({
  name: 'appProfiles.copySecret',
  input: z.strictObject({ id: appProfileId, credentialId }),
  output: z.strictObject({ clearsAfterSeconds: z.int().positive() }),
});

/** Says when a secret ends; a certificate says that itself and is refused. `expiresOn` null: not known. */
export const setExpiry = call({
  name: 'appProfiles.setExpiry',
  input: z.strictObject({ id: appProfileId, credentialId, expiresOn: instant.nullable() }),
  output: appProfileSchema,
});

/** Adds the demo cloud's apps with their credentials, which main takes from the demo cloud itself. */
export const addDemo = call({
  name: 'appProfiles.addDemo',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ profiles: z.array(appProfileSchema) }),
});
