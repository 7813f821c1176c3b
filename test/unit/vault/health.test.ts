import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meaningOf } from '../../../main/console/vault-items.ts';
import { createVault } from '../../../main/vault/create-vault.ts';
import { vaultHandlers } from '../../../main/vault/handlers.ts';
import type { Keychain } from '../../../main/vault/keychain.ts';
import { openSealedFiles } from '../../../main/vault/sealed-files.ts';
import { serviceName } from '../../../main/vault/secret-service-name.ts';
import type { KnownItem } from '../../../main/vault/vault-index.ts';
import { check, health, removeLeftOver } from '../../../preload/contract/vault.ts';
import { parseAppProfileId, parseCredentialId } from '../../../preload/contract/words/ids.ts';
import { memoryKeychain } from './memory-keychain.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 's2s-health-')), 'sealed');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const SECRET = 'canary-of-the-health-page';
const LARGE = `${SECRET}-${'x'.repeat(5000)}`;
const ID = '11111111-2222-4333-8444-555555555555';
const WORKSPACE = '99999999-2222-4333-8444-555555555555';

const known = (reference: string, kind: 'secret' | 'certificate'): KnownItem => ({
  reference,
  kind,
  label: `label of ${reference}`,
  owner: 'Order sync',
  appProfileId: parseAppProfileId(ID),
  credentialId: parseCredentialId(ID),
  workspaceId: null,
});
const KNOWN = [known('small', 'secret'), known('large', 'certificate'), known('gone', 'secret')];

const start = (keychain: Keychain) => {
  const vault = createVault({ keychain, files: openSealedFiles(folder) });
  let clock = 1_000_000;
  const handlers = vaultHandlers({
    vault,
    recordActivity: async () => undefined,
    platform: 'linux',
    serviceName: async () => 'GNOME Keyring',
    index: () => ({ known: KNOWN, meaningOf: meaningOf(() => []) }),
    now: () => (clock += 20),
  });
  const { signal } = new AbortController();
  const ask = async (method: typeof health | typeof check | typeof removeLeftOver) => {
    const answer = await handlers[method.name].run({}, async () => undefined, signal);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    // Whatever is told of the vault, no value is.
    expect(JSON.stringify(answer.value)).not.toContain(SECRET);
    return answer.value;
  };
  return {
    vault,
    health: async () => health.output.parse(await ask(health)),
    check: async () => check.output.parse(await ask(check)),
    removeLeftOver: async () => removeLeftOver.output.parse(await ask(removeLeftOver)),
  };
};
const placesOf = (items: readonly { readonly label: string; readonly place: string }[]) =>
  Object.fromEntries(items.map(({ label, place }) => [label, place]));

describe('C7: the health of the vault', () => {
  test('says of every item where it is, what is missing, and what belongs to nothing any more', async () => {
    const { keychain } = memoryKeychain();
    const { vault, health: look } = start(keychain);
    await vault.put('small', SECRET);
    await vault.put('large', LARGE);
    await vault.put('journal-key', 'k');
    await vault.put(`sign-in-${WORKSPACE}`, LARGE);
    await vault.put('leftover', 'x', { session: true });
    const now = await look();
    expect(now).toMatchObject({
      status: { state: 'available', keeps: 'keychain' },
      backend: 'secret-service',
      service: 'GNOME Keyring',
      complete: true,
      setAside: [],
      lastCheck: null,
    });
    expect(now.items.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'secret entry',
      'certificate file',
      'secret missing',
      'journal entry',
      'sign-in file',
      'other session',
    ]);
  });

  test('what belongs to nothing any more is deleted on request, and nothing else', async () => {
    const memory = memoryKeychain();
    const { vault, health: look, removeLeftOver: remove } = start(memory.keychain);
    for (const kept of ['small', 'journal-key', 'expiry-snapshot', `sign-in-${WORKSPACE}`, 'leftover'])
      await vault.put(kept, SECRET);
    memory.is('locked');
    await expect(remove()).rejects.toThrow('vault-locked');
    memory.is('open');
    expect(await remove()).toEqual({ removed: 2 });
    expect((await look()).items.map(({ kind }) => kind)).toEqual([
      'secret',
      'certificate',
      'secret',
      'journal',
      'snapshot',
    ]);
    expect(await remove()).toEqual({ removed: 0 });
    expect(await vault.get('small')).toEqual({ ok: true, value: SECRET });
    expect(memory.prompts()).toBe(0);
  });

  test('locks the keychain where a program can, and says where only the system does', async () => {
    const memory = memoryKeychain();
    const { vault, health: look } = start(memory.keychain);
    await vault.put('small', SECRET);
    expect((await look()).canLock).toBe(true);
    expect(await vault.lock()).toMatchObject({ ok: true, value: { state: 'locked' } });
    expect(await vault.get('small')).toMatchObject({ ok: false, error: { code: 'vault-locked' } });
    memory.is('open');
    expect(await vault.get('small')).toEqual({ ok: true, value: SECRET });
    const systems = start({ ...memory.keychain, lock: null });
    expect((await systems.health()).canLock).toBe(false);
    expect(await systems.vault.lock()).toMatchObject({ ok: false, error: { code: 'vault-not-locked' } });
  });

  test('names a damaged file, sets it aside and never overwrites it', async () => {
    const { keychain } = memoryKeychain();
    const { vault, health: look } = start(keychain);
    await vault.put('large', LARGE);
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.sealed'));
    const damaged = readFileSync(join(folder, file)).fill(7, 40, 60);
    writeFileSync(join(folder, file), damaged);
    expect((await look()).items.find(({ kind }) => kind === 'certificate')).toMatchObject({
      place: 'unreadable',
      problem: 'file-damaged',
      file,
    });
    const [aside = ''] = await vault.setValueAside('large');
    expect(readFileSync(join(folder, aside))).toEqual(damaged);
    expect((await look()).items.find(({ kind }) => kind === 'certificate')).toMatchObject({
      problem: 'file-missing',
      file: null,
    });
    await vault.put('large', `${LARGE}again`);
    expect(await vault.get('large')).toEqual({ ok: true, value: `${LARGE}again` });
    expect(readFileSync(join(folder, aside))).toEqual(damaged);
  });

  test('what can be read is not set aside', async () => {
    const { vault } = start(memoryKeychain().keychain);
    await vault.put('large', LARGE);
    await vault.put('here', 'x', { session: true });
    expect([await vault.setValueAside('large'), await vault.setValueAside('here')]).toEqual([[], []]);
    expect(await vault.get('large')).toEqual({ ok: true, value: LARGE });
  });

  test('tells a damaged entry from a damaged file', async () => {
    const { keychain, entries } = memoryKeychain();
    const { vault, health: look } = start(keychain);
    await vault.put('small', SECRET);
    entries.set('value:small', '?');
    expect((await look()).items[0]).toMatchObject({ place: 'unreadable', problem: 'entry-damaged' });
  });

  test('while it is locked nobody knows, and nothing is called missing; another keychain is seen', async () => {
    const memory = memoryKeychain();
    const { vault, health: look } = start(memory.keychain);
    await vault.put('small', SECRET);
    memory.is('locked');
    const locked = await look();
    expect(locked.status.state).toBe('locked');
    expect(placesOf(locked.items)).toMatchObject({
      'label of small': 'unknown',
      'label of gone': 'missing',
    });
    expect(memory.prompts()).toBe(0);
    const other = await start(memoryKeychain().keychain).health();
    expect(other.status).toMatchObject({ state: 'available', keeps: 'session' });
    expect(placesOf(other.items)['label of small']).toBe('unknown');
  });

  test('while it is shut and its record cannot be read, there may be more, and it says so', async () => {
    const memory = memoryKeychain();
    await start(memory.keychain).vault.put('small', SECRET);
    writeFileSync(join(folder, 'vault.json'), '{');
    memory.is('locked');
    expect(await start(memory.keychain).health()).toMatchObject({ complete: false });
    memory.is('open');
    const open = await start(memory.keychain).health();
    expect([open.complete, placesOf(open.items)['label of small']]).toEqual([true, 'entry']);
  });
});

describe('C7: checking now', () => {
  test('writes, reads and deletes an entry and a sealed file, and leaves nothing', async () => {
    const { keychain, entries } = memoryKeychain();
    const { vault, check: checkNow, health: look } = start(keychain);
    await vault.put('small', SECRET);
    const before = [new Map(entries), readdirSync(folder)];
    expect(await checkNow()).toMatchObject({ works: true, detail: null, milliseconds: 20 });
    expect([new Map(entries), readdirSync(folder)]).toEqual(before);
    expect((await look()).lastCheck).toMatchObject({ works: true });
  });

  test.each([
    ['locked', 'locked'],
    ['no-service', 'D-Bus'],
    ['takes-and-forgets', 'did not give it back'],
  ] as const)('says what a keychain that is %s did', async (mood, words) => {
    const { check: checkNow } = start(memoryKeychain(mood).keychain);
    const outcome = await checkNow();
    expect(outcome.works).toBe(false);
    expect(outcome.detail).toContain(words);
  });

  test('a keychain that breaks under way is told of', async () => {
    const memory = memoryKeychain();
    const { check: checkNow } = start({
      ...memory.keychain,
      set: async (account, value) => {
        if (account.startsWith('value:canary')) throw new Error('Quota exceeded');
        await memory.keychain.set(account, value);
      },
    });
    expect(await checkNow()).toMatchObject({ works: false });
  });
});

test.each([
  ['gnome-keyring-d', 'GNOME Keyring'],
  ['kwalletd6', 'KWallet'],
  ['keepassxc', 'KeePassXC'],
  ['oo7-daemon', 'oo7-daemon'],
])('the process %s is called %s', (process, name) => {
  expect(serviceName(process)).toBe(name);
});
