import { z } from 'zod';
import { desiredStateSchema, planSchema } from '../../../preload/contract/fleet.ts';
import { appErrorSchema, clientId, environmentId, operationId } from '../../../preload/contract/schemas.ts';

const step = { operationId, environmentId, clientId, stepId: z.string() };

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
  }),
  /** Written ahead: on disk before the request that changes something leaves. */
  z.strictObject({ type: z.literal('step-started'), ...step }),
  z.strictObject({
    type: z.literal('step-ended'),
    ...step,
    /** `unrecorded`: the request was given up while it may still have been at work in the service. */
    state: z.enum(['done', 'failed', 'cancelled', 'unrecorded']),
    error: appErrorSchema.nullable(),
  }),
  /** One read after the steps of one app in one environment: which of them the environment confirms. */
  z.strictObject({
    type: z.literal('verified'),
    operationId,
    environmentId,
    clientId,
    verified: z.array(z.string()),
    missing: z.array(z.strictObject({ stepId: z.string(), error: appErrorSchema })),
  }),
  z.strictObject({
    type: z.literal('ended'),
    operationId,
    state: z.enum(['succeeded', 'partly-failed', 'failed', 'cancelled']),
  }),
  z.strictObject({ type: z.literal('acknowledged'), operationId }),
]);

/** One machine-readable event of an operation. */
export type OperationEvent = z.infer<typeof operationEventSchema>;
