import { link, rename, rm } from 'node:fs/promises';

/** What a file is called until it is whole. */
export const partialName = (path: string): string => `${path}.partial`;

/** Some file systems know no second name for a file (FAT, some network shares). */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'];

/** The platform's code of a failure; empty for what is none of its. */
export const platformCode = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';

/** Gives a whole file its name only if nothing has it yet. */
export const nameAnew = async (from: string, to: string): Promise<void> => {
  try {
    await link(from, to);
    await rm(from);
  } catch (thrown) {
    if (!NO_LINKS.includes(platformCode(thrown))) throw thrown;
    await rename(from, to);
  }
};
