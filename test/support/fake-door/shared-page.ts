import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { buildFakePage } from './build-page.ts';

/** Resolves once a file is there. */
const isThere = (folder: string, name: string): Promise<void> =>
  new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (existsSync(join(folder, name))) finish();
    });
    const finish = (): void => {
      watcher.close();
      resolve();
    };
    if (existsSync(join(folder, name))) finish();
  });

/**
 * The page with the fake door, built once for all test files of a run in the folder that the run gives: the first that needs it builds it,
 * the others wait. Rejects for whoever builds; the others then wait until their time is over.
 */
export const sharedFakePage = async (folder: string): Promise<string> => {
  const page = join(folder, 'page');
  try {
    await mkdir(page);
  } catch (problem) {
    if (!(problem instanceof Error) || !('code' in problem) || problem.code !== 'EEXIST') throw problem;
    await isThere(folder, 'built');
    return page;
  }
  await buildFakePage(page);
  await writeFile(join(folder, 'built'), '');
  return page;
};
