import { z } from 'zod';
import { call } from './define.ts';
import { planSchema } from './fleet.ts';
import {
  appErrorSchema,
  appProfileId,
  credentialId,
  environmentId,
  operationId,
  workspaceId,
} from './schemas.ts';

/** A request that changes something, as a person wrote it; sent once, as the app. */
export const writeRequestSchema = z.strictObject({
  method: z.enum(['POST', 'PATCH', 'DELETE']),
  /** Below `/api/data/v9.2/`, e.g. `accounts(<id>)`. */
  path: z.string().min(1).max(4000),
  /** JSON; empty for DELETE. */
  body: z.string().max(256 * 1024),
  /** `*`: only what is there; an etag: only what is unchanged; null: the header is left out, and a PATCH creates what is missing (Microsoft Learn: "Update and delete table rows using the Web API", upsert). */
  ifMatch: z
    .string()
    .regex(/^(?:\*|W\/"\d{1,20}")$/)
    .nullable(),
  /** Asks for `Prefer: return=representation`. */
  returnRow: z.boolean(),
});
export type WriteRequest = z.infer<typeof writeRequestSchema>;

/** Columns of the row by name, as JSON texts. */
const rowSchema = z.array(z.strictObject({ column: z.string(), value: z.string() })).max(2000);

/**
 * Plans one write test: checks the request, and reads what it would change, as the app. The plan is applied by `fleet.apply`, once; its answer
 * is told by `fleet.writeAnswer`. `writeModeFor` is the name of the environment for which write mode was turned on.
 */
export const planWrite = call({
  name: 'fleet.planWrite',
  input: z.strictObject({
    workspaceId,
    environmentId,
    appProfileId,
    credentialId: credentialId.nullable(),
    writeModeFor: z.string().min(1).max(300),
    request: writeRequestSchema,
  }),
  output: z.strictObject({
    plan: planSchema,
    /** The row as it is; null where there is none to read, or it could not be: `beforeError` says why. */
    before: rowSchema.nullable(),
    beforeError: appErrorSchema.nullable(),
  }),
});

const changedSchema = z.strictObject({
  column: z.string(),
  /** JSON; null: not there. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** What a write test was answered with; held in memory for the last twenty. */
export const writeAnswer = call({
  name: 'fleet.writeAnswer',
  input: z.strictObject({ operationId }),
  output: z.strictObject({
    /** Null: nothing came back. */
    status: z.int().nullable(),
    milliseconds: z.number().nonnegative(),
    headers: z.array(z.strictObject({ name: z.string(), value: z.string() })).max(100),
    /** The answer, laid out; empty where there was none. */
    body: z.string(),
    error: appErrorSchema.nullable(),
    /** The row is there afterwards; null: not known. */
    there: z.boolean().nullable(),
    changes: z.array(changedSchema).max(2000),
  }),
});
export type WriteAnswer = z.infer<typeof writeAnswer.output>;
