import { z } from 'zod';
import { call, stream } from './define.ts';
import { DEPTHS, VERBS } from './words/depth.ts';
import {
  FINDING_KINDS,
  MAX_FINDINGS,
  MAX_PASTE,
  NAMED_THINGS,
  SUPPORT_IDS,
  TOUCHES,
} from './words/finding.ts';
import { TEXT_PIECE_LENGTH } from './words/saved-text.ts';

const findingSchema = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  /** What a person would search for: `AADSTS7000215`, `0x80040220`, or a name. Never empty. */
  codes: z.array(z.string()).min(1).max(4),
  /** The code's own name; empty where there is none. */
  name: z.string(),
  title: z.string(),
  cause: z.string(),
  /** What to change, the most likely first. Never empty. */
  steps: z.array(z.string()).min(1),
  touch: z.enum(TOUCHES),
  who: z.array(z.strictObject({ what: z.enum(NAMED_THINGS), value: z.string() })),
  privilege: z.string().nullable(),
  verb: z.enum(VERBS).nullable(),
  table: z.string().nullable(),
  /** Least depth that would have been enough, where the message alone decides it. */
  depth: z.enum(DEPTHS).nullable(),
  column: z.string().nullable(),
  ids: z.array(z.strictObject({ what: z.enum(SUPPORT_IDS), value: z.string() })),
  /** How many seconds the service asks to wait. */
  retryAfterSeconds: z.int().nonnegative().nullable(),
  /** Where it stands for the first time, without secrets; lines count from 1. */
  excerpt: z.strictObject({ fromLine: z.int().positive(), toLine: z.int().positive(), text: z.string() }),
  /** How often it was found. */
  count: z.int().positive(),
  source: z.strictObject({ page: z.string(), url: z.string() }),
});
export type Finding = z.infer<typeof findingSchema>;

const explainedSchema = z.strictObject({
  findings: z.array(findingSchema).max(MAX_FINDINGS),
  /** Further findings that were left out. */
  left: z.int().nonnegative(),
  lines: z.int().nonnegative(),
});

/** Explains errors in a pasted text, offline: nothing of it is kept, and nothing is sent. */
export const text = call({
  name: 'explain.text',
  input: z.strictObject({ text: z.string().max(MAX_PASTE) }),
  output: explainedSchema,
});

/** Explains a text that is too long for one request, handed over with `app.holdText` before; the most frequent errors first. */
export const log = stream({
  name: 'explain.log',
  input: z.strictObject({ textId: z.uuid(), text: z.string().max(TEXT_PIECE_LENGTH) }),
  /** In characters. */
  event: z.strictObject({ done: z.int().nonnegative(), of: z.int().nonnegative() }),
  output: explainedSchema,
});
export type Explained = z.infer<typeof text.output>;
