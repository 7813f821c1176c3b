import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFile } from 'atomically';

/** Sealed bytes by reference, one file each (mode 0600, folder 0700). File names tell nothing of the reference. */
export type SealedFiles = {
  readonly read: (reference: string) => Promise<Buffer | null>;
  readonly write: (reference: string, bytes: Buffer) => Promise<void>;
  readonly remove: (reference: string) => Promise<void>;
};

const isMissing = (problem: unknown): boolean =>
  problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';

/** Opens the folder of sealed files; it is made at the first write. */
export const openSealedFiles = (folder: string): SealedFiles => {
  const pathOf = (reference: string): string =>
    join(folder, `${createHash('sha256').update(reference).digest('hex').slice(0, 40)}.sealed`);
  return {
    read: async (reference) => {
      try {
        return await readFile(pathOf(reference));
      } catch (problem) {
        if (isMissing(problem)) return null;
        throw problem;
      }
    },
    write: async (reference, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(pathOf(reference), bytes, { mode: 0o600 });
    },
    remove: (reference) => rm(pathOf(reference), { force: true }),
  };
};
