import { existsSync, realpathSync } from 'node:fs';

/** A folder's one true path, so that links and relative paths to it name the same place; one that does not exist is left as it is. */
export const resolvedFolder = (folder: string): string =>
  existsSync(folder) ? realpathSync.native(folder) : folder;
