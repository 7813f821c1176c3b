import { open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { diskRefusal } from '../settings/disk-refusal.ts';
import { nameAnew, partialName } from './name-whole.ts';

const writeWhole = async (file: FileHandle, content: string | Uint8Array): Promise<void> => {
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * Saves a file whole or not at all: it has another name until all of it is on the disk, so that whatever ends the console in the middle
 * leaves nothing that looks like it. `over` replaces what has the name. Throws a `Refusal` when the disk refuses.
 */
export const saveFile = async (
  path: string,
  content: string | Uint8Array,
  { over }: { readonly over: boolean },
): Promise<void> => {
  const partial = partialName(path);
  try {
    const file = await open(partial, over ? 'w' : 'wx');
    try {
      await writeWhole(file, content);
      await (over ? rename(partial, path) : nameAnew(partial, path));
    } catch (thrown) {
      await rm(partial, { force: true });
      throw thrown;
    }
  } catch (thrown) {
    throw diskRefusal('disk-refused', 'file', thrown);
  }
};
