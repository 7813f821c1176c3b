import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exportActivity } from '../../../main/fleet/journal/export-activity.ts';
import { exportJournal } from '../../../main/fleet/journal/export-journal.ts';
import { systemClock } from '../../../main/http/clock.ts';
import { entry, inFolder, must, OTHER_WORKSPACE, withJournal, WORKSPACE } from './support/journal-folder.ts';
import { memoryVault } from './support/memory-vault.ts';

const OURS = { id: WORKSPACE, name: 'Contoso / Ltd' };

/** Each line of an export as an object. */
const linesOf = (text: string): readonly Readonly<Record<string, unknown>>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('C22: the journal of a workspace, exported with its chain', () => {
  test('holds its own entries byte for byte, and of other workspaces only their place in the chain', async () => {
    await inFolder(async (path) => {
      await withJournal(path, memoryVault(), async (journal) => {
        await journal.append(entry('ours one'));
        await journal.append(entry('theirs', OTHER_WORKSPACE));
        await journal.append(entry("the console's", null));
        await journal.append(entry('ours · 二'));
        const { text, entries, withheld, integrity } = await exportJournal(
          journal,
          OURS,
          '2026-01-02T03:04:05.000Z',
        );
        expect({ entries, withheld, integrity }).toEqual({
          entries: 3,
          withheld: 1,
          integrity: { state: 'intact', brokenAt: null },
        });
        const stored = (await readFile(path, 'utf8')).trimEnd().split('\n');
        const [first, ...rest] = text.trimEnd().split('\n');
        expect([rest[0], rest[2], rest[3]]).toEqual([stored[0], stored[2], stored[3]]);
        expect(text).not.toContain('theirs');
        const exported = linesOf(text);
        // Whoever has the file can follow the chain from the first line to the head that the first line names.
        const chain = exported.slice(1);
        expect(chain.map(({ prev }) => prev)).toEqual([
          '0'.repeat(64),
          ...chain.slice(0, -1).map(({ mac }) => mac),
        ]);
        expect(JSON.parse(must(first))).toMatchObject({
          format: 's2s-console-journal',
          workspace: { id: WORKSPACE, name: 'Contoso / Ltd' },
          head: { seq: 4, mac: chain.at(-1)?.['mac'] },
        });
      });
    });
  });

  test('a line that was changed is told, and what cannot be read gives nothing away', async () => {
    await inFolder(async (path) => {
      const vault = memoryVault();
      await withJournal(path, vault, async (journal) => {
        await journal.append(entry('ours'));
        await journal.append(entry('hidden', OTHER_WORKSPACE));
      });
      const stored = await readFile(path, 'utf8');
      await writeFile(path, stored.replace('"v":1,"seq":2', '"v":9,"seq":2'));
      await withJournal(path, vault, async (journal) => {
        const { text, integrity } = await exportJournal(journal, OURS, '2026-01-02T03:04:05.000Z');
        expect(integrity).toEqual({ state: 'broken', brokenAt: 2 });
        expect(text).not.toContain('hidden');
        expect(linesOf(text)).toMatchObject([{ integrity, unreadable: 1 }, { seq: 1 }, { unreadable: true }]);
      });
    });
  });

  test('without a keychain, everybody can check each entry by its plain digest', async () => {
    await inFolder(async (path) => {
      await withJournal(path, memoryVault('session'), async (journal) => {
        await journal.append(entry('ours'));
        const { text, integrity } = await exportJournal(journal, OURS, '2026-01-02T03:04:05.000Z');
        expect(integrity.state).toBe('not-tamper-evident');
        const [, line = ''] = text.split('\n');
        const [, payload = '', mac] = /^(.*),"mac":"([0-9a-f]{64})"\}$/.exec(line) ?? [];
        expect(createHash('sha256').update(payload).digest('hex')).toBe(mac);
      });
    });
  });

  test('that it was exported is an entry itself; nothing is when the person saved nothing', async () => {
    await inFolder(async (path) => {
      await withJournal(path, memoryVault(), async (journal) => {
        await journal.append(entry('ours'));
        const saved: string[] = [];
        const asked = (place: string | null) =>
          exportActivity({
            journal,
            clock: systemClock,
            actorOf: () => 'adele.admin@contoso.demo.test',
            workspace: () => OURS,
            saveText: async (name, text) => {
              saved.push(name, text);
              return place;
            },
          }).run({ workspaceId: WORKSPACE }, async () => undefined, new AbortController().signal);
        expect(await asked(null)).toMatchObject({
          ok: true,
          value: { saved: false, place: null, entries: 1 },
        });
        expect(await asked('/home/adele/journal.jsonl')).toMatchObject({
          ok: true,
          value: { saved: true, place: 'journal.jsonl', entries: 1 },
        });
        expect(saved[0]).toMatch(/^journal Contoso - Ltd \d{4}-\d\d-\d\d\.jsonl$/);
        const { lines } = await journal.page(WORKSPACE, null, 10);
        expect(lines.map(({ entry: { kind, summary } }) => [kind, summary])).toEqual([
          ['exported', 'Journal exported, 1 entry'],
          ['query-run', 'ours'],
        ]);
      });
    });
  });
});
