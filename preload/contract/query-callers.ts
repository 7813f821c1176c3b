import { z } from 'zod';
import { call, stream } from './define.ts';
import { cellSchema, querySchema } from './query.ts';
import {
  appErrorSchema,
  appProfileId,
  credentialId,
  environmentId,
  systemUserId,
  workspaceId,
} from './schemas.ts';
import { needSchema } from './security-roles.ts';
import { DEPTHS } from './words/depth.ts';
import { CALLERS } from './words/status.ts';

const callerSchema = z.strictObject({
  systemUserId,
  name: z.string(),
  /** Sign-in name; null where there is none, as for many application users. */
  username: z.string().nullable(),
  disabled: z.boolean(),
  /** An application user, which can be impersonated too. */
  application: z.boolean(),
});
export type CallerUser = z.infer<typeof callerSchema>;

/** Users of an environment whose name, sign-in name or mail address holds a text, as the admin sees them; at most fifty. */
export const callers = call({
  name: 'query.callers',
  input: z.strictObject({ workspaceId, environmentId, search: z.string().max(100) }),
  output: z.strictObject({ callers: z.array(callerSchema).max(50), more: z.boolean() }),
});

/** What one caller was answered with. */
const callerAnswerSchema = z.strictObject({
  who: z.enum(CALLERS),
  rows: z.int().nonnegative(),
  /** There are more rows than were read. */
  more: z.boolean(),
  milliseconds: z.number().nonnegative(),
  /** Columns of the rows that column security hides from the caller, and those of which it does not say. */
  hidden: z.array(z.string()),
  unknown: z.array(z.string()),
  error: appErrorSchema.nullable(),
});
export type CallerAnswer = z.infer<typeof callerAnswerSchema>;

const heldSchema = z.strictObject({
  depth: z.enum(DEPTHS),
  /** Where it comes from. */
  through: z.array(z.strictObject({ role: z.string(), team: z.string().nullable(), depth: z.enum(DEPTHS) })),
});
export type HeldPrivilege = z.infer<typeof heldSchema>;

const sharedRightsSchema = z.strictObject({
  /** How far the app has the privilege to act on behalf of others. */
  actOnBehalf: heldSchema,
  privileges: z.array(
    needSchema.pick({ privilege: true, verb: true, table: true }).extend({
      app: heldSchema,
      user: heldSchema,
      /** What results: the lesser of both. */
      shared: z.enum(DEPTHS),
    }),
  ),
  /** Tables of the query that the environment does not have. */
  unknownTables: z.array(z.string()),
});
export type SharedRights = z.infer<typeof sharedRightsSchema>;

/**
 * Asks one query of one environment as the app, as the app on behalf of a user, and, where the user is the signed-in admin, as the user;
 * and says from their roles what both may do. An event for each caller that was answered.
 */
export const asCallers = stream({
  name: 'query.asCallers',
  input: z.strictObject({
    workspaceId,
    environmentId,
    appProfileId,
    credentialId: credentialId.nullable(),
    query: querySchema,
    systemUserId,
    /** Rows that are read as each caller. */
    rows: z.int().min(1).max(5000),
  }),
  event: callerAnswerSchema,
  output: z.strictObject({
    caller: callerSchema,
    /** How the user was named. */
    header: z.enum(['CallerObjectId', 'MSCRMCallerID']),
    /** In the order of CALLERS; the user itself is only there where the console can sign it in. */
    answers: z.array(callerAnswerSchema).max(CALLERS.length),
    columns: z.array(z.string()).max(2000),
    /** Rows that any of them read, each once, those that not all have seen first; the first ones. */
    rows: z.array(z.strictObject({ cells: z.array(cellSchema), seenBy: z.array(z.enum(CALLERS)) })).max(500),
    count: z.int().nonnegative(),
    /** Null: it could not be worked out; `rightsError` says why. */
    rights: sharedRightsSchema.nullable(),
    rightsError: appErrorSchema.nullable(),
  }),
});
