import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFile } from 'atomically';
import { z } from 'zod';

/**
 * What the data folder remembers of the keychain that its secrets are in: the store's random id, so that another keychain is
 * recognised as another one, and the references kept there, so that they are known while it is locked. Nothing in it is secret.
 */
export type VaultRecord = { readonly store: string; readonly references: readonly string[] };

const recordSchema = z.strictObject({
  version: z.literal(1),
  store: z.string(),
  references: z.array(z.string()),
});

/** Reads and writes the record. A record that cannot be read is `damaged`, never taken for an absent one. */
export const vaultRecordFile = (path: string) => ({
  read: async (): Promise<VaultRecord | 'absent' | 'damaged'> => {
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'damaged';
    }
    try {
      return recordSchema.parse(JSON.parse(text));
    } catch {
      return 'damaged';
    }
  },
  write: async ({ store, references }: VaultRecord): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, JSON.stringify({ version: 1, store, references }), { mode: 0o600 });
  },
});

export type VaultRecordFile = ReturnType<typeof vaultRecordFile>;
