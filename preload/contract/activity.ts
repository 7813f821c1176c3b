import { z } from 'zod';
import { call } from './define.ts';
import { instant, workspaceId } from './schemas.ts';

export const activityEntrySchema = z.strictObject({
  seq: z.int().positive(),
  at: instant,
  workspaceId: workspaceId.nullable(),
  /** Who was signed in, as a user name; empty when nobody was. */
  actor: z.string(),
  kind: z.enum([
    'console-started',
    'signed-in',
    'signed-out',
    'credential-added',
    'credential-removed',
    'credential-reentered',
    'credential-copied',
    'exported',
    'imported',
    'consent-asked',
    'consent-answered',
    'operation-started',
    'step-started',
    'step-ended',
    'operation-ended',
    'query-run',
    'workspace-changed',
    'vault-started-anew',
    'vault-opened',
    'vault-left-over-removed',
  ]),
  environment: z.string(),
  /** One line of plain text: what happened. */
  summary: z.string(),
  outcome: z.enum(['ok', 'partial', 'failed', 'cancelled', 'none']),
  /** Ids for support, joined with the entry. */
  requestId: z.string(),
});
export type ActivityEntry = z.infer<typeof activityEntrySchema>;

const integritySchema = z.strictObject({
  state: z.enum(['intact', 'broken', 'not-tamper-evident']),
  /** First entry that does not fit the chain. */
  brokenAt: z.int().positive().nullable(),
});

/** Newest first; `before` pages back. */
export const list = call({
  name: 'activity.list',
  input: z.strictObject({
    workspaceId,
    before: z.int().positive().nullable(),
    limit: z.int().min(1).max(500),
  }),
  output: z.strictObject({
    entries: z.array(activityEntrySchema),
    more: z.boolean(),
    integrity: integritySchema,
  }),
});

/**
 * Saves the journal of a workspace where the person chooses: its entries byte for byte, oldest first, and of the entries of
 * other workspaces only their place in the chain. docs/journal.md describes the file.
 */
export const exportJournal = call({
  name: 'activity.export',
  input: z.strictObject({ workspaceId }),
  output: z.strictObject({
    saved: z.boolean(),
    /** The file's name; null when nothing was saved. */
    place: z.string().nullable(),
    entries: z.int().nonnegative(),
    withheld: z.int().nonnegative(),
    integrity: integritySchema,
  }),
});
