import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeFile } from 'atomically';
import type { SealedFor } from './seal.ts';
import { vaultRecordFile } from './vault-record.ts';
import type { VaultRecordFile } from './vault-record.ts';

/** Files of sealed bytes, one per reference and version; only the person's own account can read them. */
export type SealedFiles = {
  readonly record: VaultRecordFile;
  readonly write: (owner: SealedFor, bytes: Uint8Array) => Promise<void>;
  /** Null when there is no such file. */
  readonly read: (owner: SealedFor) => Promise<Uint8Array | null>;
  /** Deletes every file of the reference but that of one version (`null`: all). */
  readonly keepOnly: (reference: string, version: string | null) => Promise<void>;
  readonly isEmpty: () => Promise<boolean>;
  /** The name under which a value's file lies. */
  readonly nameOf: (owner: SealedFor) => string;
  /** Renames every file of the reference so that nothing overwrites it; tells the new names. */
  readonly setFilesAside: (reference: string) => Promise<readonly string[]>;
  /** Names of folders that were set aside when the vault was begun anew. */
  readonly asideFolders: () => Promise<readonly string[]>;
  /** Moves the whole folder, its record too, out of the way and tells the name it has now; null when there is none. */
  readonly setAside: () => Promise<string | null>;
};

const ENDING = '.sealed';
/** References are not secret, but a digest is always a valid file name. */
const stem = (reference: string): string => createHash('sha256').update(reference).digest('hex').slice(0, 40);
const nameOf = ({ reference, version }: SealedFor): string => `${stem(reference)}.${version}${ENDING}`;

/** An instant that may stand in a file name everywhere. */
const timeInName = (): string => new Date().toISOString().replaceAll(/[:.]/g, '-');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The folder is made at the first write, readable by its owner alone (0700, files 0600; Windows uses the profile's own rights). */
export const openSealedFiles = (folder: string): SealedFiles => {
  const names = async (): Promise<readonly string[]> => {
    try {
      return (await readdir(folder)).filter((name) => name.endsWith(ENDING));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };

  return {
    record: vaultRecordFile(join(folder, 'vault.json')),
    write: async (owner, bytes) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await chmod(folder, 0o700);
      await writeFile(join(folder, nameOf(owner)), bytes, { mode: 0o600 });
    },
    read: async (owner) => {
      try {
        return await readFile(join(folder, nameOf(owner)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    keepOnly: async (reference, version) => {
      const kept = version === null ? null : nameOf({ reference, version });
      const old = (await names()).filter((name) => name.startsWith(`${stem(reference)}.`) && name !== kept);
      for (const name of old) await rm(join(folder, name), { force: true });
    },
    isEmpty: async () => (await names()).length === 0,
    nameOf,
    setFilesAside: async (reference) => {
      const old = (await names()).filter((name) => name.startsWith(`${stem(reference)}.`));
      const at = timeInName();
      for (const name of old) await rename(join(folder, name), join(folder, `${name}.set-aside-${at}`));
      return old.map((name) => `${name}.set-aside-${at}`);
    },
    asideFolders: async () => {
      const start = `${basename(folder)}.set-aside-`;
      try {
        return (await readdir(dirname(folder))).filter((name) => name.startsWith(start)).toSorted();
      } catch (error) {
        if (isMissing(error)) return [];
        throw error;
      }
    },
    setAside: async () => {
      const to = `${folder}.set-aside-${timeInName()}`;
      try {
        await rename(folder, to);
        return basename(to);
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
};
