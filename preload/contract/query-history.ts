import { z } from 'zod';
import { call } from './define.ts';
import { querySchema } from './query.ts';
import {
  appProfileId,
  environmentId,
  fanOutCounts,
  instant,
  nothing,
  runId,
  workspaceId,
} from './schemas.ts';

/** One run: what was asked as which app where, and what came of it. */
export const historyEntrySchema = z.strictObject({
  runId,
  at: instant,
  appProfileId,
  appName: z.string(),
  /** Who asked: a person in Query lab, or the doctor for one. */
  askedBy: z.enum(['query-lab', 'doctor']),
  query: querySchema,
  /** The table that it reads, by entity set or logical name; null for functions. */
  table: z.strictObject({ by: z.enum(['logical-name', 'entity-set']), name: z.string() }).nullable(),
  environmentIds: z.array(environmentId).max(2000),
  rowsPerEnvironment: z.int().positive(),
  counts: fanOutCounts,
  rows: z.int().nonnegative(),
  milliseconds: z.number().nonnegative(),
  /** Where the app was refused: the service's code, and the privilege where it named one. */
  denied: z.array(z.strictObject({ environmentId, hex: z.string(), privilege: z.string().nullable() })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** What was run in a workspace, newest first, at most 200 runs. */
export const history = call({
  name: 'query.history',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({ entries: z.array(historyEntrySchema).max(200) }),
});

/** Forgets what was run in a workspace. */
export const clearHistory = call({
  name: 'query.clearHistory',
  input: z.strictObject({ workspaceId }),
  output: nothing,
});
