import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { activityEntrySchema } from '../../../preload/contract/activity.ts';
import { instant } from '../../../preload/contract/schemas.ts';
import { operationEventSchema } from './operation-event.ts';

/** What a caller hands in: an activity entry without number and time, and the operation event behind it. */
const journalEntrySchema = activityEntrySchema
  .omit({ seq: true, at: true })
  .extend({ operation: operationEventSchema.nullable() });
export type JournalEntry = z.infer<typeof journalEntrySchema>;

const MAC = /^[0-9a-f]{64}$/;

const lineSchema = z.strictObject({
  v: z.literal(1),
  seq: z.int().positive(),
  at: instant,
  /** Which key made the MAC; `none` when there was no keychain and `mac` is a plain SHA-256. */
  key: z.string().regex(/^(none|[0-9a-f]{16})$/),
  prev: z.string().regex(MAC),
  /** The first of the lines before this one that the same run wrote without a key, and that this line's key now seals. */
  seals: z.int().positive().optional(),
  entry: journalEntrySchema,
  mac: z.string().regex(MAC),
});
/** One line of the journal. */
export type JournalLine = z.infer<typeof lineSchema>;

/** The secret that makes the journal tamper-evident, with the name that lines call it by. */
export type JournalKey = { readonly id: string; readonly bytes: Buffer };

/** What the first line has in place of a previous MAC. */
export const GENESIS = '0'.repeat(64);

const SUFFIX_LENGTH = ',"mac":""}'.length + 64;
const SUFFIX = /^,"mac":"[0-9a-f]{64}"\}$/;

const macOf = (payload: Uint8Array, key: JournalKey | null): string =>
  (key === null ? createHash('sha256') : createHmac('sha256', key.bytes)).update(payload).digest('hex');

/** Names a key without telling anything about it: the first 64 bits of its SHA-256. */
export const journalKey = (bytes: Buffer): JournalKey => ({
  id: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
  bytes,
});

/** Writes one line, without its line feed. The MAC covers every byte before it, the previous line's MAC among them. */
export const encodeLine = (
  line: Pick<JournalLine, 'seq' | 'at' | 'prev' | 'seals' | 'entry'>,
  key: JournalKey | null,
): { readonly text: string; readonly line: JournalLine } => {
  const { seq, at, prev, seals, entry } = line;
  const unsigned = { v: 1 as const, seq, at, key: key?.id ?? 'none', prev, seals, entry };
  const payload = JSON.stringify(unsigned).slice(0, -1);
  const mac = macOf(Buffer.from(payload), key);
  return { text: `${payload},"mac":"${mac}"}`, line: { ...unsigned, mac } };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Reads one line without its line feed; null when it is not a whole, well-formed line of this version. */
export const decodeLine = (bytes: Uint8Array): JournalLine | null => {
  const text = Buffer.from(bytes).toString('utf8');
  if (!SUFFIX.test(text.slice(-SUFFIX_LENGTH))) return null;
  const decoded = lineSchema.safeParse(parseJson(text));
  return decoded.success ? decoded.data : null;
};

/** Whether the bytes of a decoded line carry their own MAC; `unknown` when another key made it. */
export const checkMac = (
  bytes: Uint8Array,
  line: JournalLine,
  key: JournalKey | null,
): 'fits' | 'differs' | 'unknown' => {
  const payload = bytes.subarray(0, bytes.length - SUFFIX_LENGTH);
  if (line.key !== 'none' && line.key !== key?.id) {
    // A line of ours whose key name was changed would otherwise pass for one of an older key.
    const renamed = Buffer.from(payload)
      .toString('utf8')
      .replace(`"key":"${line.key}"`, `"key":"${key?.id ?? ''}"`);
    return key !== null && macOf(Buffer.from(renamed), key) === line.mac ? 'differs' : 'unknown';
  }
  return macOf(payload, line.key === 'none' ? null : key) === line.mac ? 'fits' : 'differs';
};
