import { z } from 'zod';
import { call } from './define.ts';
import { appProfileId, environmentId, runId, workspaceId } from './schemas.ts';
import { MAX_PASTE } from './words/finding.ts';
import { MOST_TEXT_LENGTH } from './words/saved-text.ts';
import { PACK_FORMS, SHARED_KINDS } from './words/support-pack.ts';

const sourceSchema = z.discriminatedUnion('kind', [
  /** What the doctor found last in a workspace: one chain, or all of them. */
  z.strictObject({
    kind: z.literal('doctor'),
    workspaceId,
    only: z.strictObject({ appProfileId, environmentId }).nullable(),
  }),
  /** Errors that somebody pasted: what matters of a text that is `of` characters long, or all of it. */
  z.strictObject({
    kind: z.literal('explained'),
    text: z.string().min(1).max(MAX_PASTE),
    of: z.int().positive().max(MOST_TEXT_LENGTH),
  }),
  /** How a query went; none of its rows. */
  z.strictObject({ kind: z.literal('query'), runId }),
]);
export type PackSource = z.infer<typeof sourceSchema>;

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const fileSchema = z.strictObject({
  form: z.enum(PACK_FORMS).exclude(['zip']),
  name: z.string(),
  /** All of it, as it is saved: UTF-8. */
  text: z.string(),
  bytes: z.int().nonnegative(),
  /** SHA-256 of its bytes. */
  digest,
});
export type PackFile = z.infer<typeof fileSchema>;

/** Makes a support pack and keeps it until the next one is made. Nothing is saved yet. */
export const prepare = call({
  name: 'supportPack.prepare',
  input: z.strictObject({ source: sourceSchema, shared: z.array(z.enum(SHARED_KINDS)).max(20) }),
  output: z.strictObject({
    packId: z.uuid(),
    files: z.array(fileSchema),
    /** The files in one, stored as they are. */
    zip: z.strictObject({ name: z.string(), bytes: z.int().nonnegative(), digest }),
    /** How many values stand under a made-up name. */
    hidden: z.int().nonnegative(),
    /** How many texts were left out. */
    leftOut: z.int().nonnegative(),
  }),
});
export type SupportPack = z.infer<typeof prepare.output>;

/** Saves what was prepared, byte for byte; `digest` is the one that was shown. Fails with `not-found` when another pack was made since. */
export const save = call({
  name: 'supportPack.save',
  input: z.strictObject({ packId: z.uuid(), form: z.enum(PACK_FORMS), digest }),
  output: z.strictObject({ saved: z.boolean(), place: z.string().nullable() }),
});
