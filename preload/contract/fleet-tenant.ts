import { z } from 'zod';
import { call, stream } from './define.ts';
import { planSchema } from './fleet.ts';
import {
  appErrorSchema,
  appProfileId,
  clientId,
  credentialId,
  environmentId,
  instant,
  operationId,
  personName,
  rotationId,
  workspaceId,
} from './schemas.ts';
import { CREDENTIAL_KINDS, ROTATION_STAGES, SIGN_IN_AUDIENCES } from './words/status.ts';

/** Sizes of RSA keys that a rotation may make; Entra takes none below 2048 (Microsoft Learn: certificate-credentials). */
const keyBits = z.union([z.literal(2048), z.literal(3072), z.literal(4096)]);

/** What a rotation makes anew. */
const newCredential = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('secret'), endsOn: instant }),
  z.strictObject({ type: z.literal('certificate'), endsOn: instant, keyBits }),
]);

/** One change of a tenant's directory, as it is asked for. */
export const tenantChangeSchema = z.discriminatedUnion('kind', [
  /** Application and service principal in the workspace's tenant, and an app profile for it. */
  z.strictObject({
    kind: z.literal('register-application'),
    name: personName,
    audience: z.enum(SIGN_IN_AUDIENCES),
    /** With the redirect URI of this computer, which people's sign-in with the app and waiting for consent need; S2S needs none. */
    publicRedirect: z.boolean(),
  }),
  /** Of an app whose registration may stand in another tenant: the same as consent to it. */
  z.strictObject({ kind: z.literal('create-service-principal'), clientId }),
  z.strictObject({ kind: z.literal('set-service-principal'), clientId, enabled: z.boolean() }),
  /** Whether an app administers every environment of the tenant (adminApplications of the Power Platform admin API). */
  z.strictObject({ kind: z.literal('set-management-application'), clientId, registered: z.boolean() }),
  z.strictObject({ kind: z.literal('add-secret'), appProfileId, label: personName, endsOn: instant }),
  /** The public part of a certificate that the vault holds. */
  z.strictObject({ kind: z.literal('upload-certificate'), appProfileId, credentialId }),
  /** From Entra, and from the vault when it is ours. */
  z.strictObject({
    kind: z.literal('remove-credential'),
    clientId,
    type: z.enum(CREDENTIAL_KINDS),
    keyId: z.guid(),
  }),
  /** Begins a rotation: adds the new credential, proves it everywhere, puts it to use. */
  z.strictObject({
    kind: z.literal('rotate'),
    appProfileId,
    /** The credential that is to be replaced; null when the app has none yet. */
    retires: credentialId.nullable(),
    make: newCredential,
    leaveOut: z.array(environmentId).max(4000),
  }),
  /** Goes on with a rotation from what is so now. `leaveOut`: environments in which the new one need not be proved. */
  z.strictObject({
    kind: z.literal('continue-rotation'),
    rotationId,
    leaveOut: z.array(environmentId).max(4000),
  }),
  /** Removes the old credential; refused until the new one is proved everywhere but in `leaveOut`. */
  z.strictObject({
    kind: z.literal('finish-rotation'),
    rotationId,
    leaveOut: z.array(environmentId).max(4000),
  }),
]);
export type TenantChange = z.infer<typeof tenantChangeSchema>;

/** Reads the tenant and works out the steps; changes nothing. An event per environment read. The plan is applied by `fleet.apply`. */
export const planTenant = stream({
  name: 'fleet.planTenant',
  input: z.strictObject({ workspaceId, change: tenantChangeSchema }),
  event: z.strictObject({ read: z.int().nonnegative(), of: z.int().nonnegative() }),
  output: planSchema,
});

/** Whether the new credential has signed in to one environment. */
const rotationProofSchema = z.strictObject({
  environmentId,
  environmentName: z.string(),
  production: z.boolean(),
  state: z.enum(['proved', 'failed', 'open']),
  at: instant.nullable(),
  error: appErrorSchema.nullable(),
});

const rotationSchema = z.strictObject({
  id: rotationId,
  workspaceId,
  appProfileId,
  appName: z.string(),
  type: z.enum(CREDENTIAL_KINDS),
  /** As it stands in Entra and in the profile. */
  label: z.string(),
  credentialId,
  retires: credentialId.nullable(),
  startedAt: instant,
  stage: z.enum(ROTATION_STAGES),
  running: z.boolean(),
  /** Its newest operation; acknowledging that takes the rotation off Home. */
  lastOperation: operationId,
  dismissed: z.boolean(),
  leftOut: z.array(environmentId),
  proofs: z.array(rotationProofSchema),
});
export type Rotation = z.infer<typeof rotationSchema>;
export type RotationProof = Rotation['proofs'][number];

/** Rotations begun in a workspace, newest first, as journal and vault tell them; asks no service. */
export const rotations = call({
  name: 'fleet.rotations',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ rotations: z.array(rotationSchema) }),
});
