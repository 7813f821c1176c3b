import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ActivityJournal } from '../../../main/fleet/journal/activity-journal.ts';
import { createVault } from '../../../main/vault/create-vault.ts';
import { openSealedFiles } from '../../../main/vault/sealed-files.ts';
import type { Vault } from '../../../main/vault/vault.ts';
import { memoryKeychain } from '../vault/memory-keychain.ts';
import { entry, inFolder, withJournal, WORKSPACE } from './support/journal-folder.ts';

const INTACT = { state: 'intact', brokenAt: null };
const NOT_EVIDENT = { state: 'not-tamper-evident', brokenAt: null };

const vaultOver = (path: string, { keychain }: ReturnType<typeof memoryKeychain>): Vault =>
  createVault({ keychain, files: openSealedFiles(join(dirname(path), 'sealed')) });

/** One run of the console: opens the journal, writes `before`, opens the keychain, writes `after`, and says how the journal looks. */
const run = async (
  path: string,
  memory: ReturnType<typeof memoryKeychain>,
  before: readonly string[],
  open: (vault: Vault, journal: ActivityJournal) => Promise<unknown>,
  after: readonly string[] = [],
) => {
  const vault = vaultOver(path, memory);
  return withJournal(path, vault, async (journal) => {
    for (const summary of before) await journal.append(entry(summary));
    const shut = await journal.verify();
    await open(vault, journal);
    for (const summary of after) await journal.append(entry(summary));
    const { lines } = await journal.page(WORKSPACE, null, 100);
    return { shut, opened: await journal.verify(), lines: lines.toReversed() };
  });
};

const unlock = (memory: ReturnType<typeof memoryKeychain>) => async (vault: Vault) => {
  memory.is('open');
  await vault.unlock();
};
const nothing = async (): Promise<void> => undefined;

describe('C22: the journal gets its key as soon as the vault is usable', () => {
  test('a first run that begins locked is tamper-evident once it is unlocked, and after a restart', async () => {
    await inFolder(async (path) => {
      const memory = memoryKeychain('locked');
      const { shut, opened, lines } = await run(path, memory, ['one', 'two'], unlock(memory), ['three']);
      expect(shut).toEqual(NOT_EVIDENT);
      expect(opened).toEqual(INTACT);
      expect(lines.map(({ entry: { kind, summary } }) => [kind, summary])).toEqual([
        ['query-run', 'one'],
        ['query-run', 'two'],
        ['vault-opened', 'The vault opened. Entries 1 to 2, written without its key, are sealed by this one'],
        ['query-run', 'three'],
      ]);
      expect(lines.map(({ key }) => key === 'none')).toEqual([true, true, false, false]);
      expect((await run(path, memory, ['four'], nothing)).opened).toEqual(INTACT);
    });
  });

  test('a run that begins locked goes on with the key that the journal has', async () => {
    await inFolder(async (path) => {
      const memory = memoryKeychain();
      await run(path, memory, ['one'], nothing);
      memory.is('locked');
      const { opened, lines } = await run(path, memory, ['two'], unlock(memory), ['three']);
      expect(opened).toEqual(INTACT);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
    });
  });

  test('also when the vault opens by itself, and when it is started anew', async () => {
    await inFolder(async (path) => {
      const memory = memoryKeychain();
      await run(path, memory, ['one'], async (vault) => vault.put('a', 'secret'));
      memory.is('locked');
      const byItself = await run(path, memory, ['two'], async (vault) => {
        memory.is('open');
        await vault.get('a');
      });
      expect(byItself.opened).toEqual(INTACT);
      memory.entries.clear();
      const anew = await run(path, memory, ['three'], (vault) => vault.startAnew(), ['four']);
      expect(anew.lines.at(-1)?.key).not.toBe('none');
      // Earlier entries carry a key that is gone: nobody can tell any more.
      expect(anew.opened).toEqual(NOT_EVIDENT);
    });
  });

  test('vouches for nothing that another run wrote without the key', async () => {
    await inFolder(async (path) => {
      const memory = memoryKeychain();
      await run(path, memory, ['one'], nothing);
      memory.is('locked');
      await run(path, memory, ['two'], nothing);
      expect((await run(path, memory, ['three'], unlock(memory), ['four'])).opened).toEqual(NOT_EVIDENT);
    });
  });

  test('what was changed before it opened does not pass afterwards', async () => {
    await inFolder(async (path) => {
      const memory = memoryKeychain();
      await run(path, memory, ['one', 'two'], nothing);
      const whole = await readFile(path, 'utf8');
      const [first = ''] = whole.split('\n');
      // The second entry is cut off while nobody can tell; the run writes more than was cut.
      await writeFile(path, `${first}\n`);
      memory.is('locked');
      const { opened } = await run(path, memory, ['three', 'four'], unlock(memory), ['five']);
      expect(opened.state).toBe('broken');
      expect((await run(path, memory, ['six'], nothing)).opened.state).toBe('broken');
    });
    await inFolder(async (path) => {
      const memory = memoryKeychain('locked');
      const { opened } = await run(path, memory, ['one', 'two'], async (vault) => {
        const other = memoryKeychain('locked');
        await inFolder(async (elsewhere) => {
          // The same run, with another second entry and digests that fit.
          await run(elsewhere, other, ['one', 'nothing'], nothing);
          await writeFile(path, await readFile(elsewhere));
        });
        await unlock(memory)(vault);
      });
      expect(opened.state).toBe('broken');
    });
  });

  test('a keychain that went away for a while has the newest head again when it is back', async () => {
    await inFolder(async (path) => {
      const memory = memoryKeychain();
      const { shut, opened, lines } = await run(path, memory, ['one'], async (vault, journal) => {
        memory.is('locked');
        await vault.status();
        await journal.append(entry('two'));
        // By then the vault has been asked to keep the new head, and has not.
        await journal.verify();
        await unlock(memory)(vault);
      });
      expect(shut).toEqual(INTACT);
      expect(opened).toEqual(INTACT);
      expect(lines.map(({ entry: { summary } }) => summary)).toEqual(['one', 'two']);
    });
  });
});
