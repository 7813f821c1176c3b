import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Material of the real service that this project does not carry; when it is not there, `note` ends a test's name with why. */
export type Reference = { readonly path: string | null; readonly note: string };

/** Looks `name` up in the folder that the variable S2S_REFERENCE_DIR names, and nowhere else. */
export const reference = (
  name: string,
  folder: string | undefined = process.env['S2S_REFERENCE_DIR'],
): Reference => {
  if (folder === undefined || folder === '')
    return { path: null, note: ' (skipped: S2S_REFERENCE_DIR names no folder of recordings)' };
  const path = join(folder, name);
  return existsSync(path)
    ? { path, note: '' }
    : { path: null, note: ` (skipped: there is no ${name} in S2S_REFERENCE_DIR)` };
};
