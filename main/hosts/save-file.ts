import { link, open, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { diskRefusal } from '../settings/disk-refusal.ts';

/** What a file is called until it is whole. */
export const partialName = (path: string): string => `${path}.partial`;

/** Some file systems know no second name for a file (FAT, some network shares). */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** Gives it its name only if nothing has it yet. */
const nameAnew = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to);
    await rm(from);
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && NO_LINKS.includes(thrown.code))) throw thrown;
    await rename(from, to);
  }
};

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
