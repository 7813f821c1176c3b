import { z } from 'zod';
import { call, stream } from './define.ts';
import {
  appErrorSchema,
  appProfileId,
  credentialId,
  environmentId,
  fanOutCounts,
  nothing,
  runId,
  workspaceId,
} from './schemas.ts';
import { MAX_ROWS_PER_ANSWER } from './words/wire.ts';

/** A value as the grid shows it: text for people, the raw value for sorting and copying. */
const cellSchema = z.union([
  // The most frequent ones first: they are tried in this order.
  z.string(),
  z.null(),
  z.number(),
  z.boolean(),
  z.strictObject({ raw: z.union([z.string(), z.number(), z.boolean()]), formatted: z.string() }),
]);
export type Cell = z.infer<typeof cellSchema>;

const environmentRunSchema = z.strictObject({
  environmentId,
  state: z.enum(['queued', 'token', 'running', 'done', 'failed', 'cancelled']),
  rows: z.int().nonnegative(),
  pages: z.int().nonnegative(),
  /** The service has more rows than were asked for. */
  more: z.boolean(),
  firstRowMilliseconds: z.number().nonnegative().nullable(),
  totalMilliseconds: z.number().nonnegative().nullable(),
  retries: z.int().nonnegative(),
  error: appErrorSchema.nullable(),
});
export type EnvironmentRun = z.infer<typeof environmentRunSchema>;

/** Runs one OData GET as the app in each environment; rows stay in main and are read through query.window. */
export const run = stream({
  name: 'query.run',
  input: z.strictObject({
    workspaceId,
    appProfileId,
    /** The credential to sign in with; null takes the newest usable one. */
    credentialId: credentialId.nullable(),
    environmentIds: z.array(environmentId).min(1).max(2000),
    /** Path and query below `/api/data/v9.2/`, e.g. `accounts?$select=name&$top=50`. */
    odata: z
      .string()
      .min(1)
      .max(32 * 1024),
    /** Stop after this many rows in each environment. */
    rowsPerEnvironment: z.int().min(1).max(100_000),
  }),
  event: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('started'), runId }),
    z.strictObject({ kind: z.literal('environment'), run: environmentRunSchema }),
    /** All columns so far, in the order in which they came. */
    z.strictObject({ kind: z.literal('columns'), columns: z.array(z.string()).max(2000) }),
    z.strictObject({ kind: z.literal('rows'), count: z.int().nonnegative() }),
  ]),
  output: z.strictObject({ runId, counts: fanOutCounts, rows: z.int().nonnegative() }),
});

/** A window of the rows of a run, sorted and filtered in main. */
export const window = call({
  name: 'query.window',
  input: z.strictObject({
    runId,
    offset: z.int().nonnegative(),
    limit: z.int().min(1).max(MAX_ROWS_PER_ANSWER),
    sort: z.strictObject({ column: z.string(), descending: z.boolean() }).nullable(),
    /** Case-insensitive text that a row must have in any column; empty for all. */
    filter: z.string().max(500),
  }),
  output: z.strictObject({
    count: z.int().nonnegative(),
    rows: z.array(z.strictObject({ environmentId, cells: z.array(cellSchema) })).max(MAX_ROWS_PER_ANSWER),
  }),
});

/** Forgets the rows of a run. */
export const close = call({ name: 'query.close', input: z.strictObject({ runId }), output: nothing });
