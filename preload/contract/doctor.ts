import { z } from 'zod';
import { stream } from './define.ts';
import { appErrorSchema, appProfileId, environmentId, instant, recordId, workspaceId } from './schemas.ts';
import { tableReference } from './security-roles.ts';
import { VERBS } from './words/depth.ts';
import {
  CAUSE_KINDS,
  CHAIN_OUTCOMES,
  DOCTOR_LINKS,
  EVIDENCE_LABELS,
  SKIP_REASONS,
  UNKNOWN_REASONS,
} from './words/doctor.ts';

const linkId = z.enum(DOCTOR_LINKS);

/** A fact with its kind; texts are names and ids that the console shows anywhere else too, never what a service wrote. */
const evidenceSchema = z.strictObject({
  label: z.enum(EVIDENCE_LABELS),
  kind: z.enum(['text', 'id', 'instant', 'milliseconds', 'number', 'word']),
  value: z.string().max(400),
  /** What it should have been, where it is compared with something. */
  expected: z.string().max(400).nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const verdictSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ok') }),
  /** The root cause. */
  z.strictObject({ state: z.literal('failed'), cause: z.enum(CAUSE_KINDS), error: appErrorSchema }),
  /** Refused, and the reason lies in a link further down. */
  z.strictObject({ state: z.literal('symptom'), error: appErrorSchema }),
  z.strictObject({
    state: z.literal('unknown'),
    reason: z.enum(UNKNOWN_REASONS),
    error: appErrorSchema.nullable(),
  }),
  z.strictObject({ state: z.literal('skipped'), reason: z.enum(SKIP_REASONS) }),
]);
export type DoctorVerdict = z.infer<typeof verdictSchema>;

const linkResultSchema = z.strictObject({
  link: linkId,
  verdict: verdictSchema,
  evidence: z.array(evidenceSchema).max(60),
  at: instant,
  milliseconds: z.number().nonnegative(),
});
export type LinkResult = z.infer<typeof linkResultSchema>;

/** What the app shall be able to do, to find out whether and why not. */
const questionSchema = z.discriminatedUnion('kind', [
  /** Path and query below `/api/data/v9.2/`. */
  z.strictObject({
    kind: z.literal('query'),
    odata: z
      .string()
      .min(1)
      .max(32 * 1024),
  }),
  /** A `<fetch>` element, which reads. */
  z.strictObject({
    kind: z.literal('fetch'),
    xml: z
      .string()
      .min(1)
      .max(32 * 1024),
  }),
  z.strictObject({
    kind: z.literal('table'),
    table: tableReference,
    verb: z.enum(VERBS).exclude(['Other']),
    /** One row of it; left out: any. */
    recordId: recordId.optional(),
  }),
]);
export type DoctorQuestion = z.infer<typeof questionSchema>;

const cell = { appProfileId, environmentId };

/** Walks the chain of each app in each environment, from its address to the question, and stops at the link that is broken. */
export const run = stream({
  name: 'doctor.run',
  input: z.strictObject({
    workspaceId,
    appProfileIds: z.array(appProfileId).min(1).max(200),
    environmentIds: z.array(environmentId).min(1).max(2000),
    question: questionSchema.nullable(),
    /** Links before this one are not judged again; null: from the first. */
    from: linkId.nullable(),
    /** Looks again at what is not sound, so often at most; null: once. */
    watch: z
      .strictObject({ everySeconds: z.int().min(5).max(300), times: z.int().min(1).max(120) })
      .nullable(),
  }),
  event: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('looking'), ...cell, link: linkId }),
    z.strictObject({ kind: z.literal('link'), ...cell, result: linkResultSchema }),
    z.strictObject({
      kind: z.literal('end'),
      ...cell,
      outcome: z.enum(CHAIN_OUTCOMES),
      /** The broken link, or the first of which nothing is known; null when all is well. */
      root: linkId.nullable(),
    }),
    z.strictObject({ kind: z.literal('waiting'), round: z.int().positive(), until: instant }),
  ]),
  output: z.strictObject({
    chains: z.int().nonnegative(),
    ok: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    unknown: z.int().nonnegative(),
    cancelled: z.int().nonnegative(),
  }),
});
