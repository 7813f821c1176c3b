import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listActivity } from '../../../main/fleet/journal/list-activity.ts';
import { recordConsoleStarted, recordToJournal } from '../../../main/fleet/journal/record-to-journal.ts';
import {
  entry,
  inFolder,
  OTHER_WORKSPACE,
  withJournal,
  WORKSPACE,
  written,
} from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const INTACT = { state: 'intact', brokenAt: null };

const verifyAt = (path: string, vault = memoryVault()) =>
  withJournal(path, vault, (journal) => journal.verify());

describe('C22: the activity journal', () => {
  test('gives back, in any batch and after any restart, what was appended', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 4 }), (runs) =>
        inFolder(async (path) => {
          const vault = memoryVault();
          for (const run of runs) {
            await withJournal(path, vault, (journal) =>
              Promise.all(run.map((summary) => journal.append(entry(summary)))),
            );
          }
          await withJournal(path, vault, async (journal) => {
            const { lines, more } = await journal.page(WORKSPACE, null, 500);
            expect(lines.map((line) => line.entry.summary).toReversed()).toEqual(runs.flat());
            expect(lines.map((line) => line.seq).toReversed()).toEqual(runs.flat().map((_, at) => at + 1));
            expect(more).toBe(false);
            expect(await journal.verify()).toEqual(INTACT);
          });
        }),
      ),
      { numRuns: 60 },
    );
  });

  test('finds any flipped byte, and still shows the other entries', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault();
      await written(path, ['one', 'zwei · 二', 'three', 'four'], vault);
      const good = await readFile(path);
      const lineOf = (at: number) => good.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
      await fc.assert(
        fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
          const bad = Buffer.from(good);
          bad[at] = (bad[at] ?? 0) ^ mask;
          await writeFile(path, bad);
          // Nothing is appended, so the anchor in the vault stays where it was.
          await withJournal(path, vault, async (journal) => {
            const found = await journal.verify();
            expect(found.state).toBe('broken');
            expect(found.brokenAt).toBeLessThanOrEqual(Math.min(4, lineOf(at)));
            expect((await journal.page(WORKSPACE, null, 10)).lines.length).toBeGreaterThanOrEqual(2);
          });
        }),
        { numRuns: 300 },
      );
    });
  });

  test('notices that lines at the end are missing, also after more was written', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault();
      await written(path, ['one', 'two', 'three'], vault);
      const lines = (await readFile(path, 'utf8')).split('\n');
      await truncate(path, Buffer.byteLength(`${lines[0]}\n`));
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 2 });
      await written(path, ['four'], vault);
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 2 });
    });
  });

  test('notices a deleted file and a file put back from an older copy', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault();
      await written(path, ['one'], vault);
      const older = await readFile(path);
      await written(path, ['two'], vault);
      await writeFile(path, older);
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 2 });
      await writeFile(path, '');
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 1 });
    });
  });

  test('an entry that somebody without the key writes does not pass', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault();
      await written(path, ['one', 'two'], vault);
      const forged = (await readFile(path, 'utf8')).replace('"summary":"two"', '"summary":"nothing"');
      await writeFile(path, forged);
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 2 });
      // Rewritten as if there had been no keychain: the anchored head is not in it.
      await writeFile(path, '');
      await written(path, ['one', 'nothing'], memoryVault('session'));
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 2 });
    });
  });

  test('a torn last line is set aside and told, and no earlier line is lost', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault();
      await written(path, ['one', 'two'], vault);
      await appendFile(path, '{"v":1,"seq":3,"at":"20');
      await withJournal(path, vault, async (journal) => {
        await recordConsoleStarted(journal, '1.2.3', () => undefined);
        const { lines } = await journal.page(WORKSPACE, null, 10);
        expect(lines.map((line) => line.entry.summary).slice(1)).toEqual(['two', 'one']);
        expect(lines[0]?.entry.summary).toContain('23 bytes were moved');
        expect(await journal.verify()).toEqual(INTACT);
      });
      const beside = (await readdir(dirname(path))).find((name) => name.includes('.torn-'));
      expect(await readFile(join(dirname(path), beside ?? ''), 'utf8')).toBe('{"v":1,"seq":3,"at":"20');
    });
  });

  test('without a keychain it says that it is not tamper-evident, and still finds damage', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault('session');
      await written(path, ['one', 'two'], vault);
      expect(await verifyAt(path, vault)).toEqual({ state: 'not-tamper-evident', brokenAt: null });
      await written(path, ['three'], memoryVault());
      expect((await verifyAt(path, memoryVault())).state).toBe('not-tamper-evident');
      await writeFile(path, (await readFile(path, 'utf8')).replace('two', 'twO'));
      expect(await verifyAt(path, vault)).toEqual({ state: 'broken', brokenAt: 2 });
    });
  });

  test('a locked keychain is not an empty one: no new key is made', async () => {
    await inFolder(async (path) => {
      const entries = new Map<string, string>();
      await written(path, ['one'], memoryVault('keychain', entries));
      const before = new Map(entries);
      const locked = { ...memoryVault('session', new Map()), kept: async () => 'missing' as const };
      await written(path, ['two'], locked);
      expect(entries).toEqual(before);
      expect((await verifyAt(path, memoryVault('keychain', entries))).state).toBe('not-tamper-evident');
    });
  });

  test('only its owner can read the file', async () => {
    await inFolder(async (path) => {
      await written(path, ['one']);
      expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    });
  });
});

describe('activity.list', () => {
  test('pages newest first, in one workspace, with entries of the console itself', async () => {
    await inFolder((path) =>
      withJournal(path, memoryVault(), async (journal) => {
        const record = recordToJournal(journal, () => 'adele');
        await recordConsoleStarted(journal, '1.0.0', () => undefined);
        for (const number of [1, 2, 3, 4, 5]) {
          const {
            actor: _,
            operation: __,
            ...activity
          } = entry(`entry ${number}`, number === 3 ? OTHER_WORKSPACE : WORKSPACE);
          await record(activity);
        }
        const list = listActivity(journal);
        const page = (before: number | null) =>
          list.run({ workspaceId: WORKSPACE, before, limit: 3 }, async () => undefined, AbortSignal.any([]));
        const first = await page(null);
        expect(first).toMatchObject({
          ok: true,
          value: {
            entries: [
              { seq: 6, summary: 'entry 5', actor: 'adele' },
              { seq: 5, summary: 'entry 4' },
              { seq: 3, summary: 'entry 2' },
            ],
            more: true,
            integrity: INTACT,
          },
        });
        expect(await page(3)).toMatchObject({
          ok: true,
          value: { entries: [{ seq: 2 }, { seq: 1, kind: 'console-started' }], more: false },
        });
      }),
    );
  });
});
