import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { diskRefusal } from '../settings/disk-refusal.ts';
import type { GrowingFile } from '../settings/growing-file.ts';
import { freeName } from './free-name.ts';
import { nameAnew, partialName, platformCode } from './name-whole.ts';

/** Another program has the file open (Windows), or it may not be replaced. */
const NOT_REPLACED: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];

const freeBeside = (path: string): string =>
  freeName(dirname(path), parse(path).base, (one) => existsSync(one) || existsSync(partialName(one)));

/** Gives it a name that nothing has, however often another program is quicker. */
const nameBeside = async (partial: string, path: string): Promise<string> => {
  for (;;) {
    const free = freeName(dirname(path), parse(path).base, existsSync);
    try {
      await nameAnew(partial, free);
      return free;
    } catch (thrown) {
      if (platformCode(thrown) !== 'EEXIST') throw thrown;
    }
  }
};

/** Long work is not lost because a spreadsheet has the old file open: then it gets a name beside it. */
const replace = async (partial: string, path: string): Promise<string> => {
  try {
    await rename(partial, path);
    return path;
  } catch (thrown) {
    if (!NOT_REPLACED.includes(platformCode(thrown))) throw thrown;
    return nameBeside(partial, path);
  }
};

/**
 * Opens a file that grows beside the place where it will stand. `over` replaces what has the name, once the new one is whole; else it gets a
 * name that nothing has. Nothing is left of one that is dropped or that the disk refuses. Throws a `Refusal` when it cannot be opened.
 */
export const growFile = async (path: string, { over }: { readonly over: boolean }): Promise<GrowingFile> => {
  const refusal = (thrown: unknown): unknown => diskRefusal('disk-refused', 'file', thrown);
  const partial = partialName(existsSync(partialName(path)) ? freeBeside(path) : path);
  const file = await open(partial, 'wx').catch((thrown: unknown) => {
    throw refusal(thrown);
  });
  let isOpen = true;
  const drop = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
    await rm(partial, { force: true });
  };
  const orDrop = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (thrown) {
      await drop();
      await rm(partial, { force: true });
      throw refusal(thrown);
    }
  };
  return {
    // Goes on where the last one ended (Node: filehandle.writeFile).
    write: (bytes) => orDrop(() => file.writeFile(bytes)),
    finish: () =>
      orDrop(async () => {
        await file.sync();
        isOpen = false;
        await file.close();
        return over ? replace(partial, path) : nameBeside(partial, path);
      }),
    drop,
  };
};
