import { randomBytes, randomUUID } from 'node:crypto';
import type { KeptValues } from './kept-values.ts';

/** Where a value is, or what keeps it from being read; never the value. */
export type Place =
  /** In an entry of the keychain, or in a sealed file whose version stands in one. */
  | { readonly place: 'entry' | 'file' | 'session' | 'absent' }
  /** The store is shut, so nobody can tell. */
  | { readonly place: 'unknown' }
  | {
      readonly place: 'unreadable';
      readonly problem: 'entry-damaged' | 'file-missing' | 'file-damaged';
      /** Name of the damaged file. */
      readonly file: string | null;
    };

/** What the last check of the vault found. */
export type CanaryCheck = { readonly works: boolean; readonly detail: string | null };

/** Longer than any entry may be, so that it becomes a sealed file. */
const FILE_BYTES = 4096;

/**
 * Writes, reads and deletes two random values in an open store: one that becomes an entry and one that becomes a sealed file. Rejects as
 * the keychain or the disk does.
 */
export const checkStore = async (values: KeptValues): Promise<CanaryCheck> => {
  for (const bytes of [24, FILE_BYTES]) {
    const reference = `canary-${randomUUID()}`;
    const value = randomBytes(bytes).toString('base64');
    await values.write(reference, value);
    const read = await values.read(reference);
    await values.remove(reference);
    if (read.kind !== 'value' || read.value !== value)
      return {
        works: false,
        detail: `${bytes === FILE_BYTES ? 'A sealed file' : 'An entry'} did not come back as it was written.`,
      };
    if ((await values.read(reference)).kind !== 'absent')
      return { works: false, detail: 'What was deleted is still there.' };
  }
  return { works: true, detail: null };
};
