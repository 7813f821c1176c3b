import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- it is added to vitest's own
  export interface ProvidedContext {
    /** Where the page with the fake door is built, once in a run. */
    readonly pageFolder: string;
  }
}

/** Gives a run of the tests a folder for the page with the fake door, and takes it away at the end. */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 's2s-page-'));
  project.provide('pageFolder', folder);
  return () => rm(folder, { recursive: true, force: true });
};

export default setup;
