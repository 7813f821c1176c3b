import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentFile } from '../settings/document.ts';

/** The part of `electron-store` and `conf` that a document needs; the first is built on the second. */
export type StoreLike = { store: Record<string, unknown> };

/** Options that both stores understand. `clearInvalidConfig` stays off: it would wipe a damaged file without a copy. */
export type StoreOptions = {
  readonly cwd: string;
  readonly name: string;
  readonly clearInvalidConfig: false;
};

/**
 * One document as a file of the store. The store is opened at each use, because it reads the file in its constructor and
 * throws there when it is damaged.
 */
export const storeFile = (
  openStore: (options: StoreOptions) => StoreLike,
  folder: string,
  name: string,
  now: () => number,
): DocumentFile => {
  const path = join(folder, `${name}.json`);
  const open = (): StoreLike => openStore({ cwd: folder, name, clearInvalidConfig: false });
  return {
    path,
    read: () => (existsSync(path) ? { ...open().store } : null),
    write: (content) => {
      open().store = { ...content };
    },
    quarantine: () => {
      const aside = join(folder, `${name}.damaged-${now()}.json`);
      renameSync(path, aside);
      return aside;
    },
  };
};
