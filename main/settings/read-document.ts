import { z } from 'zod';
import type { DocumentFile } from './document.ts';

/** Turns the value of one version into that of the next. Throws when it cannot. */
export type Migration = (old: unknown) => unknown;

/** What stands on disk: nothing, a value brought to the current version, or why it cannot be used. */
export type StoredDocument<Value> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'usable'; readonly value: Value; readonly migrated: boolean }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unusable'; readonly reason: 'not-readable' | 'not-valid' | 'migration-failed' };

const envelopeSchema = z.strictObject({ version: z.int().positive(), value: z.unknown() });
/** A newer console may have changed the envelope too: its number alone says that the file is not ours to judge. */
const versionSchema = z.object({ version: z.int().positive() });

/** Stores built on `conf` show a file that is not there as an empty object. */
const isAbsent = (content: unknown): boolean =>
  content === null ||
  content === undefined ||
  (typeof content === 'object' && Object.keys(content).length === 0 && !Array.isArray(content));

/** Reads, migrates and validates a document; changes nothing on disk and never throws. */
export const readDocument = <Value>(
  file: DocumentFile,
  schema: z.ZodType<Value>,
  shape: { readonly version: number; readonly migrations: readonly Migration[] },
): StoredDocument<Value> => {
  let content: unknown;
  try {
    content = file.read();
  } catch {
    return { kind: 'unusable', reason: 'not-readable' };
  }
  if (isAbsent(content)) return { kind: 'absent' };
  const versioned = versionSchema.safeParse(content);
  if (versioned.success && versioned.data.version > shape.version) return { kind: 'newer' };
  const envelope = envelopeSchema.safeParse(content);
  if (!envelope.success) return { kind: 'unusable', reason: 'not-valid' };
  const { version, value } = envelope.data;
  let migrated = value;
  try {
    for (const migration of shape.migrations.slice(version - 1)) migrated = migration(migrated);
  } catch {
    return { kind: 'unusable', reason: 'migration-failed' };
  }
  const decoded = schema.safeParse(migrated);
  const older = version < shape.version;
  return decoded.success
    ? { kind: 'usable', value: decoded.data, migrated: older }
    : { kind: 'unusable', reason: older ? 'migration-failed' : 'not-valid' };
};
