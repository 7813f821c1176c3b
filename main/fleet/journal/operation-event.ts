import { z } from 'zod';
import { desiredStateSchema, planSchema } from '../../../preload/contract/fleet.ts';
import { roleChangeSchema } from '../../../preload/contract/fleet-roles.ts';
import {
  appErrorSchema,
  appProfileId,
  clientId,
  credentialId,
  environmentId,
  instant,
  operationId,
  rotationId,
} from '../../../preload/contract/schemas.ts';
import { CREDENTIAL_KINDS, OPERATION_ENDS } from '../../../preload/contract/words/status.ts';

/** `environmentId` and `clientId` are null for a step in the tenant or on this machine. */
const place = { environmentId: environmentId.nullable(), clientId: clientId.nullable() };
const step = { operationId, ...place, stepId: z.string() };

/** What a rotation is to reach, with every choice made once: whoever continues it continues the same. */
export const rotationIntentSchema = z.strictObject({
  rotationId,
  appProfileId,
  appName: z.string(),
  clientId,
  type: z.enum(CREDENTIAL_KINDS),
  /** The new credential's id in the vault, chosen before it exists. */
  credentialId,
  retires: credentialId.nullable(),
  /** Names the new credential in Entra as nothing else is named. */
  label: z.string(),
  endsOn: instant,
  keyBits: z.int().nullable(),
});
export type RotationIntent = z.infer<typeof rotationIntentSchema>;

/**
 * What a journal line tells about an operation, for machines. Everything that is known about an operation after a
 * restart is folded from these events; none of them can hold a secret, because a plan has none.
 */
export const operationEventSchema = z.discriminatedUnion('type', [
  /** Carries the whole plan, and what was asked for, so that the journal alone explains the rest. */
  z.strictObject({
    type: z.literal('started'),
    operationId,
    title: z.string(),
    plan: planSchema,
    desired: z.array(desiredStateSchema),
    /** What was asked for of security roles; lines written before they could be changed have none. */
    roles: z.array(roleChangeSchema).default([]),
    /** The part of a rotation that this operation is; lines written before rotations were known have none. */
    rotation: z
      .strictObject({
        intent: rotationIntentSchema,
        part: z.enum(['renew', 'finish']),
        leaveOut: z.array(environmentId),
      })
      .nullable()
      .default(null),
  }),
  /** Written ahead: on disk before the request that changes something leaves; steps of one app are written together. */
  z.strictObject({ type: z.literal('step-started'), ...step }),
  z.strictObject({
    type: z.literal('step-ended'),
    ...step,
    /** `already`: it was so before, which lines of older consoles call `done`. `unrecorded`: the request was given up while it may still have been at work in the service. `skipped`: written ahead and not begun. */
    state: z.enum(['done', 'already', 'failed', 'cancelled', 'unrecorded', 'skipped']),
    error: appErrorSchema.nullable(),
  }),
  /** One read after the steps in one place: which of them it confirms. */
  z.strictObject({
    type: z.literal('verified'),
    operationId,
    ...place,
    verified: z.array(z.string()),
    missing: z.array(z.strictObject({ stepId: z.string(), error: appErrorSchema })),
  }),
  z.strictObject({
    type: z.literal('ended'),
    operationId,
    state: z.enum(OPERATION_ENDS),
  }),
  z.strictObject({ type: z.literal('acknowledged'), operationId }),
]);

/** One machine-readable event of an operation. */
export type OperationEvent = z.infer<typeof operationEventSchema>;

/** The part of a rotation that an operation is. */
export type RotationPart = NonNullable<Extract<OperationEvent, { readonly type: 'started' }>['rotation']>;
