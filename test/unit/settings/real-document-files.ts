import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { OpenDocumentFile } from '../../../main/settings/document.ts';

const made: string[] = [];
// A sign-in is written to its folder a moment after the test that made it has removed the folder.
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Documents as JSON files in a folder of their own, the way a host keeps them. */
export const realDocumentFiles = () => {
  const folder = mkdtempSync(join(tmpdir(), 's2s-documents-'));
  made.push(folder);
  const pathOf = (name: string) => join(folder, `${name}.json`);
  let moved = 0;
  const open: OpenDocumentFile = (name) => ({
    path: pathOf(name),
    read: () => {
      try {
        return JSON.parse(readFileSync(pathOf(name), 'utf8'));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
    write: (content) => writeFileSync(pathOf(name), JSON.stringify(content)),
    quarantine: () => {
      moved += 1;
      const to = join(folder, `${name}.unusable-${moved}.json`);
      renameSync(pathOf(name), to);
      return to;
    },
  });
  return {
    open,
    folder,
    put: (name: string, bytes: string | Uint8Array) => writeFileSync(pathOf(name), bytes),
    bytes: (file: string) => readFileSync(join(folder, file)),
    // A renewed sign-in may still be on its way to the disk.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }),
  };
};
