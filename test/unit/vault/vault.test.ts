import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournalVault } from '../../../main/fleet/journal/journal-vault.ts';
import { meaningOf } from '../../../main/console/vault-items.ts';
import type { ActivityRecord, RecordActivity } from '../../../main/settings/record-activity.ts';
import { createVault } from '../../../main/vault/create-vault.ts';
import { vaultHandlers } from '../../../main/vault/handlers.ts';
import type { Keychain } from '../../../main/vault/keychain.ts';
import { openSealedFiles } from '../../../main/vault/sealed-files.ts';
import { START_ANEW } from '../../../preload/contract/words/status.ts';
import { memoryKeychain } from './memory-keychain.ts';
import type { KeychainMood } from './memory-keychain.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 's2s-vault-')), 'sealed');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const start = (keychain: Keychain) => createVault({ keychain, files: openSealedFiles(folder) });
const handled = (vault: ReturnType<typeof start>, recordActivity: RecordActivity = async () => undefined) =>
  vaultHandlers({
    vault,
    recordActivity,
    platform: 'linux',
    serviceName: async () => null,
    index: () => ({ known: [], meaningOf: meaningOf(() => []) }),
    now: Date.now,
  });
const sealedFiles = () => readdirSync(folder).filter((name) => name.endsWith('.sealed'));
const everythingOnDisk = () =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
const LARGE = `large-canary-${'x'.repeat(5000)}`;

describe('an open keychain', () => {
  test('keeps any value over a restart, in an entry or a sealed file', async () => {
    const { keychain, entries } = memoryKeychain();
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('a', 'b', 'c/../d', '°'),
            fc.oneof(fc.string(), fc.string({ minLength: 1190, maxLength: 1300, unit: 'binary' })),
          ),
          { minLength: 1, maxLength: 6 },
        ),
        async (puts) => {
          const vault = start(keychain);
          const last = new Map(puts);
          for (const [reference, value] of puts)
            expect(await vault.put(reference, value)).toEqual({ ok: true, value: 'keychain' });
          const next = start(keychain);
          for (const [reference, value] of last)
            expect(await next.get(reference)).toEqual({ ok: true, value });
        },
      ),
      { numRuns: 25 },
    );
    expect([...entries.values()].every((entry) => entry.length <= 1280)).toBe(true);
    expect(sealedFiles().length).toBeLessThanOrEqual(4);
  });

  test('tells missing, kept and removed apart; removing leaves nothing behind', async () => {
    const { keychain, entries } = memoryKeychain();
    const vault = start(keychain);
    expect(await vault.get('one')).toMatchObject({
      error: { code: 'secret-missing', params: { credential: 'one' } },
    });
    expect(await vault.kept('one')).toBe('missing');
    await vault.put('one', LARGE);
    await vault.put('two', 'small');
    expect([await vault.kept('one'), await vault.kept('two')]).toEqual(['keychain', 'keychain']);
    await vault.remove('one');
    await vault.remove('two');
    expect([...entries.keys()]).toEqual(['data-key']);
    expect(sealedFiles()).toEqual([]);
    expect(await vault.get('one')).toMatchObject({ error: { code: 'secret-missing' } });
  });

  test('many at once do not disturb each other', async () => {
    const { keychain } = memoryKeychain();
    const vault = start(keychain);
    const values = Array.from({ length: 30 }, (_value, index) =>
      index % 2 ? `${LARGE}${index}` : `small${index}`,
    );
    await Promise.all(values.map((value, index) => vault.put(`r${index % 10}`, value)));
    const read = await Promise.all(values.slice(-10).map((_value, index) => vault.get(`r${index}`)));
    expect(read).toEqual(values.slice(-10).map((value) => ({ ok: true, value })));
    expect(sealedFiles()).toHaveLength(5);
  });

  test('what was said to be for the session only touches neither keychain nor disk', async () => {
    const { keychain, entries } = memoryKeychain();
    const vault = start(keychain);
    expect(await vault.put('one', 'v', { session: true })).toEqual({ ok: true, value: 'session' });
    expect(await vault.kept('one')).toBe('session');
    expect(await vault.get('one')).toEqual({ ok: true, value: 'v' });
    expect(entries.size).toBe(0);
    expect(await start(keychain).get('one')).toMatchObject({ error: { code: 'secret-missing' } });
  });

  test('no value stands on disk in plain text, and only its owner can read the files', async () => {
    const { keychain, entries } = memoryKeychain();
    const vault = start(keychain);
    await vault.put('small-canary', 'small-canary-value');
    await vault.put('one', LARGE);
    expect(everythingOnDisk()).not.toContain('small-canary-value');
    expect(everythingOnDisk()).not.toContain('large-canary');
    expect(everythingOnDisk()).not.toContain((entries.get('data-key') ?? '').split('.')[2]);
    const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map(
      (path) => statSync(path).mode & 0o077,
    );
    expect(process.platform === 'win32' ? [] : modes.filter((mode) => mode !== 0)).toEqual([]);
  });
});

describe('a damaged store', () => {
  const kept = async () => {
    const memory = memoryKeychain();
    await start(memory.keychain).put('one', LARGE);
    await start(memory.keychain).put('two', `${LARGE}2`);
    return memory;
  };

  test('no changed, cut or exchanged file is taken for the value, and none is overwritten by reading', async () => {
    const { keychain } = await kept();
    const [first = '', second = ''] = sealedFiles();
    const bytes = [readFileSync(join(folder, first)), readFileSync(join(folder, second))] as const;
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes[0].length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(bytes[0]);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        writeFileSync(join(folder, first), damaged);
        writeFileSync(join(folder, second), bytes[1].subarray(0, at % bytes[1].length));
        for (const reference of ['one', 'two'])
          expect(await start(keychain).get(reference)).toMatchObject({
            error: { code: 'vault-unreadable', params: { what: reference } },
          });
        expect(readFileSync(join(folder, first)).equals(damaged)).toBe(true);
      }),
      { numRuns: 30 },
    );
    writeFileSync(join(folder, first), bytes[1]);
    writeFileSync(join(folder, second), bytes[0]);
    expect(await start(keychain).get('one')).toMatchObject({ error: { code: 'vault-unreadable' } });
  });

  test('an older file put back is not taken: the entry names the version', async () => {
    const { keychain } = await kept();
    const old = new Map(sealedFiles().map((name) => [name, readFileSync(join(folder, name))]));
    const vault = start(keychain);
    await vault.put('one', `${LARGE}new`);
    for (const [name, bytes] of old) writeFileSync(join(folder, name), bytes);
    expect(await start(keychain).get('one')).toEqual({ ok: true, value: `${LARGE}new` });
  });

  test.each(['not ours', '', 'v1.x.y'])(
    'a damaged entry of ours (%o) is refused and never replaced',
    async (entry) => {
      const { keychain, entries } = await kept();
      entries.set('data-key', entry);
      const vault = start(keychain);
      expect(await vault.status()).toMatchObject({ keeps: 'session' });
      expect(await vault.get('one')).toMatchObject({ error: { code: 'vault-unreadable' } });
      expect(await vault.put('one', 'again')).toEqual({ ok: true, value: 'session' });
      expect(entries.get('data-key')).toBe(entry);
      expect(sealedFiles()).toHaveLength(2);
    },
  );

  test('another keychain, empty or of another console, is refused and left as it is; the old one opens again', async () => {
    const home = await kept();
    const elsewhere = memoryKeychain();
    const vault = start(elsewhere.keychain);
    expect(await vault.status()).toMatchObject({ state: 'available', keeps: 'session' });
    expect((await vault.status()).detail).toContain('not the keychain');
    expect(await vault.put('one', 'again')).toEqual({ ok: true, value: 'session' });
    expect(elsewhere.entries.size).toBe(0);

    const elsewhereFolder = `${folder}-other`;
    await createVault({ keychain: elsewhere.keychain, files: openSealedFiles(elsewhereFolder) }).put(
      'x',
      'y',
    );
    const before = new Map(elsewhere.entries);
    const confused = start(elsewhere.keychain);
    expect(await confused.get('one')).toMatchObject({ error: { code: 'vault-unreadable' } });
    expect(await confused.kept('one')).toBe('missing');
    await confused.put('one', LARGE);
    expect(elsewhere.entries).toEqual(before);
    expect(await start(home.keychain).get('one')).toEqual({ ok: true, value: LARGE });
  });

  test('a lost record is made again from the keychain, and nothing is lost', async () => {
    const { keychain } = await kept();
    for (const bytes of ['damaged', null]) {
      if (bytes === null) rmSync(join(folder, 'vault.json'));
      else writeFileSync(join(folder, 'vault.json'), bytes);
      expect(await start(keychain).get('two')).toEqual({ ok: true, value: `${LARGE}2` });
    }
  });
});

describe('a keychain that is shut', () => {
  const states = [
    ['locked', 'locked', 'vault-locked'],
    ['locked-in-silence', 'locked', 'vault-locked'],
    ['takes-and-forgets', 'locked', 'vault-locked'],
    ['no-service', 'no-service', 'vault-no-service'],
    ['unsupported', 'unsupported', 'vault-unsupported'],
  ] as const satisfies readonly (readonly [KeychainMood, string, string])[];

  test.each(states)('%s: says so, keeps for the session and writes nothing', async (mood, state) => {
    const { keychain, entries } = memoryKeychain(mood);
    const vault = start(keychain);
    expect(await vault.status()).toMatchObject({ state, keeps: 'session' });
    expect(await vault.get('one')).toMatchObject({ error: { code: 'secret-missing' } });
    expect(await vault.put('one', 'v')).toEqual({ ok: true, value: 'session' });
    expect(await vault.get('one')).toEqual({ ok: true, value: 'v' });
    expect(await vault.remove('one')).toEqual({ ok: true, value: null });
    expect(await vault.kept('one')).toBe('missing');
    expect(entries.size).toBe(0);
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test.each(states)(
    '%s after something was kept: not missing, not overwritten, back when it opens',
    async (mood, _state, code) => {
      const { keychain, entries, is } = memoryKeychain();
      await start(keychain).put('one', 'kept');
      const before = new Map(entries);
      is(mood);
      const vault = start(keychain);
      expect(await vault.get('one')).toMatchObject({ ok: false, error: { code } });
      expect(await vault.get('never')).toMatchObject({ error: { code: 'secret-missing' } });
      expect(await vault.kept('one')).toBe(mood === 'unsupported' ? 'missing' : 'keychain');
      expect(await vault.put('two', LARGE)).toEqual({ ok: true, value: 'session' });
      is('open');
      expect(entries).toEqual(before);
      expect(await vault.get('one')).toEqual({ ok: true, value: 'kept' });
      expect(await vault.put('three', 'v')).toEqual({ ok: true, value: 'keychain' });
      expect(await vault.get('two')).toEqual({ ok: true, value: LARGE });
    },
  );

  test('what had to stay in memory is kept once the keychain opens; nothing that is there is overwritten', async () => {
    const { keychain, is } = memoryKeychain();
    await start(keychain).put('old', 'kept');
    is('locked');
    const vault = start(keychain);
    await vault.put('made by Entra', LARGE);
    await vault.put('removed', 'v');
    await vault.remove('removed');
    await vault.put('wanted so', 'v', { session: true });
    await vault.put('old', 'newer');
    is('open');
    expect(await vault.unlock()).toMatchObject({ keeps: 'keychain' });
    expect(await vault.kept('made by Entra')).toBe('keychain');
    expect(await vault.kept('wanted so')).toBe('session');
    expect(await vault.get('old')).toEqual({ ok: true, value: 'newer' });
    const next = start(keychain);
    expect(await next.get('made by Entra')).toEqual({ ok: true, value: LARGE });
    expect(await next.get('old')).toEqual({ ok: true, value: 'kept' });
    for (const gone of ['removed', 'wanted so'])
      expect(await next.get(gone)).toMatchObject({ error: { code: 'secret-missing' } });
  });

  test.each(['locked', 'locked-in-silence', 'no-service'] as const)(
    '%s: a kept value is not deleted as if it had worked',
    async (mood) => {
      const { keychain, is } = memoryKeychain();
      await start(keychain).put('one', 'kept');
      is(mood);
      expect(await start(keychain).remove('one')).toMatchObject({ ok: false });
      is('open');
      expect(await start(keychain).get('one')).toEqual({ ok: true, value: 'kept' });
    },
  );

  test('locked under way: reads say locked, writes go to the session, deletions are refused', async () => {
    const { keychain, entries, is } = memoryKeychain();
    const vault = start(keychain);
    await vault.put('one', 'kept');
    is('locked');
    expect(await vault.get('one')).toMatchObject({ error: { code: 'vault-locked', retryable: true } });
    expect(await vault.kept('one')).toBe('keychain');
    expect(await vault.remove('one')).toMatchObject({ error: { code: 'vault-locked' } });
    expect(await vault.put('one', 'newer')).toEqual({ ok: true, value: 'session' });
    expect(await vault.status()).toMatchObject({ state: 'locked', keeps: 'session' });
    is('open');
    expect(entries.get('value:one')).toBe('=kept');
  });

  test('locked: nobody is asked for a password until the person wants it unlocked', async () => {
    const { keychain, entries, is, prompts } = memoryKeychain();
    await start(keychain).put('one', 'kept');
    const before = new Map(entries);
    is('locked');
    const vault = start(keychain);
    await vault.status();
    await vault.get('one');
    await vault.put('two', LARGE);
    await vault.kept('one');
    await vault.remove('one');
    // As the journal opens at every start of the console.
    expect(await openJournalVault(vault)).toBeNull();
    expect(prompts()).toBe(0);
    expect(entries).toEqual(before);
    expect(await vault.unlock()).toMatchObject({ state: 'locked', keeps: 'session' });
    expect(prompts()).toBeGreaterThan(0);
    is('open');
    expect(await vault.unlock()).toEqual({ state: 'available', keeps: 'keychain', detail: null });
    expect(await vault.get('one')).toEqual({ ok: true, value: 'kept' });
  });

  test('is told over the border as the contract has it', async () => {
    const vault = start(memoryKeychain('no-service').keychain);
    const handlers = handled(vault);
    const { signal } = new AbortController();
    expect(await handlers['vault.status'].run({}, async () => {}, signal)).toEqual({
      ok: true,
      value: {
        state: 'no-service',
        keeps: 'session',
        detail: 'Cannot autolaunch D-Bus without X11 $DISPLAY',
      },
    });
  });
});

describe('starting anew', () => {
  const foreign = async () => {
    await start(memoryKeychain().keychain).put('one', LARGE);
    return memoryKeychain();
  };
  const damaged = async () => {
    const memory = memoryKeychain();
    await start(memory.keychain).put('one', LARGE);
    await start(memory.keychain).put('two', 'small');
    memory.entries.set('data-key', 'not ours');
    return memory;
  };

  test.each([
    ['another keychain', foreign],
    ['a damaged entry', damaged],
  ])(
    '%s: the vault is empty and works, over restarts; the old files are only set aside',
    async (_what, make) => {
      const { keychain, entries } = await make();
      const old = readdirSync(folder);
      const vault = start(keychain);
      expect(await vault.status()).toMatchObject({ state: 'available', keeps: 'session' });
      const begun = await vault.startAnew();
      expect(begun).toMatchObject({ ok: true, value: { setAside: expect.stringContaining('.set-aside-') } });
      const aside = readdirSync(join(folder, '..')).filter((name) => name.includes('.set-aside-'));
      expect(aside.flatMap((name) => readdirSync(join(folder, '..', name))).toSorted()).toEqual(
        old.toSorted(),
      );
      expect([...entries.keys()]).toEqual(['data-key']);

      const next = start(keychain);
      expect(await next.status()).toEqual({ state: 'available', keeps: 'keychain', detail: null });
      for (const reference of ['one', 'two'])
        expect(await next.get(reference)).toMatchObject({ error: { code: 'secret-missing' } });
      expect(await next.put('one', `${LARGE}new`)).toEqual({ ok: true, value: 'keychain' });
      expect(await start(keychain).get('one')).toEqual({ ok: true, value: `${LARGE}new` });
    },
  );

  test("another console's entry is used, not replaced", async () => {
    await start(memoryKeychain().keychain).put('one', LARGE);
    const { keychain, entries } = memoryKeychain();
    await createVault({ keychain, files: openSealedFiles(`${folder}-other`) }).put('x', LARGE);
    const before = entries.get('data-key');
    expect(await start(keychain).startAnew()).toMatchObject({ ok: true });
    expect(entries.get('data-key')).toBe(before);
    expect(await createVault({ keychain, files: openSealedFiles(`${folder}-other`) }).get('x')).toEqual({
      ok: true,
      value: LARGE,
    });
  });

  test.each([
    ['open', 'not-available-here'],
    ['locked', 'vault-locked'],
    ['no-service', 'vault-no-service'],
    ['unsupported', 'vault-unsupported'],
  ] as const)('is refused when the keychain is %s, and nothing is touched', async (mood, code) => {
    const { keychain, entries, is } = memoryKeychain();
    await start(keychain).put('one', LARGE);
    const before = [new Map(entries), sealedFiles()];
    is(mood);
    expect(await start(keychain).startAnew()).toMatchObject({ error: { code } });
    expect([entries, sealedFiles()]).toEqual(before);
  });

  test('asks for the typed words, and is written into the journal', async () => {
    const { keychain } = await foreign();
    const activity: ActivityRecord[] = [];
    const handlers = handled(start(keychain), async (record) => void activity.push(record));
    const anew = (confirmation: string) =>
      handlers['vault.startAnew'].run({ confirmation }, async () => {}, new AbortController().signal);
    expect(await anew('Start Anew')).toMatchObject({ error: { code: 'invalid-input' } });
    expect([activity, sealedFiles().length]).toEqual([[], 1]);
    expect(await anew(START_ANEW)).toMatchObject({ value: { state: 'available', keeps: 'keychain' } });
    expect(activity).toMatchObject([{ kind: 'vault-started-anew', outcome: 'ok', workspaceId: null }]);
    expect(activity[0]?.summary).toContain('sealed.set-aside-');
    expect(activity[0]?.summary).not.toContain('/');
  });
});
