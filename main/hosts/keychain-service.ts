import { createHash } from 'node:crypto';

/**
 * The keychain service under which a data folder's secrets stand: one of its own for each folder, because the folder's sealed
 * files open only with the key of that service. The usual folder goes by the product's plain name; any other adds a digest of
 * its path, which must be absolute and resolved. A folder that is moved has to be given its secrets again.
 */
export const keychainService = (product: string, folder: string, usualFolder: string): string =>
  folder === usualFolder
    ? product
    : `${product} ${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
