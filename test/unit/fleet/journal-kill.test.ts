import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { inFolder, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const CHILD = new URL('support/appending-child.ts', import.meta.url).pathname;

/** Runs the appending child until it has said `lines` lines, then kills it; returns the highest number it said. */
const killAfter = async (path: string, lines: number, atOnce: number): Promise<number> => {
  const child = spawn(process.execPath, [CHILD, path, String(atOnce)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  let said = 0;
  let highest = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    said += 1;
    highest = Math.max(highest, Number(line));
    if (said === lines) child.kill('SIGKILL');
  }
  await gone;
  expect(child.signalCode).toBe('SIGKILL');
  return highest;
};

describe('C22: kill -9 while the journal is written', () => {
  test.each([
    [1, 1],
    [7, 1],
    [40, 8],
    [201, 50],
  ])('after %i confirmed lines, %i at once: every confirmed line is there', async (lines, atOnce) => {
    await inFolder(async (path) => {
      const first = await killAfter(path, lines, atOnce);
      const second = await killAfter(path, lines, atOnce);
      expect(second).toBeGreaterThan(first);
      await withJournal(path, memoryVault('session'), async (journal) => {
        const { lines: read } = await journal.page(WORKSPACE, null, 100_000);
        expect(read.map((line) => line.seq).toReversed()).toEqual(read.map((_, at) => at + 1));
        expect(read.length).toBeGreaterThanOrEqual(second);
        expect((await journal.verify()).brokenAt).toBeNull();
      });
    });
  });
});
