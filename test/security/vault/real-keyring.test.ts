import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inSession, noKeyring } from './real-keyring.ts';

const reason = noKeyring();
if (reason !== null) console.log(`skipped: vault with a real keyring (${reason})`);

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 's2s-keyring-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

const SMALL = 'canary-8Q~small-secret';
const LARGE = `canary-8Q~large-secret-${'k'.repeat(4000)}`;
const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
    : [];
const bytesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(filesBelow(folder).map((path) => [path, readFileSync(path, 'latin1')]));

describe.skipIf(reason !== null)('C7: the vault with a real keyring', () => {
  test('open: secrets survive a restart, in the keyring and in sealed files', async () => {
    expect(
      await inSession('unlocked', home, [
        ['status'],
        ['put', 'small', SMALL],
        ['put', 'large', LARGE],
        ['kept', 'large'],
      ]),
    ).toEqual([
      { state: 'available', keeps: 'keychain', detail: null },
      { ok: true, value: 'keychain' },
      { ok: true, value: 'keychain' },
      'keychain',
    ]);
    expect(
      await inSession('unlocked', home, [
        ['get', 'small'],
        ['get', 'large'],
        ['remove', 'small'],
        ['get', 'small'],
      ]),
    ).toMatchObject([
      { ok: true, value: SMALL },
      { ok: true, value: LARGE },
      { ok: true },
      { error: { code: 'secret-missing' } },
    ]);
    expect(
      await inSession('unlocked', home, [
        ['get', 'small'],
        ['get', 'large'],
      ]),
    ).toMatchObject([{ error: { code: 'secret-missing' } }, { ok: true, value: LARGE }]);
  });

  test('no secret stands in any file in plain text', async () => {
    await inSession('unlocked', home, [
      ['put', 'small', SMALL],
      ['put', 'large', LARGE],
    ]);
    const files = [...bytesBelow(home).entries()];
    expect(files.some(([path]) => path.endsWith('.sealed'))).toBe(true);
    expect(files.filter(([, bytes]) => bytes.includes('canary-8Q~')).map(([path]) => path)).toEqual([]);
    const open = filesBelow(join(home, 'console')).filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  test('locked: says locked, keeps for the session, overwrites nothing; unlocked again it is all there', async () => {
    await inSession('unlocked', home, [
      ['put', 'small', SMALL],
      ['put', 'large', LARGE],
    ]);
    const before = bytesBelow(join(home, 'console'));
    expect(
      await inSession('locked', home, [
        ['status'],
        ['get', 'small'],
        ['get', 'large'],
        ['get', 'never'],
        ['kept', 'small'],
        ['put', 'small', 'other'],
        ['put', 'large', `other${LARGE}`],
        ['remove', 'small'],
      ]),
    ).toMatchObject([
      // The service's own word: neither read nor written, so the person was asked for nothing.
      { state: 'locked', keeps: 'session', detail: 'The keychain says that it is locked.' },
      { error: { code: 'vault-locked' } },
      { error: { code: 'vault-locked' } },
      { error: { code: 'secret-missing' } },
      'keychain',
      { ok: true, value: 'session' },
      { ok: true, value: 'session' },
      { error: { code: 'vault-locked' } },
    ]);
    expect(bytesBelow(join(home, 'console'))).toEqual(before);
    expect(
      await inSession('unlocked', home, [
        ['get', 'small'],
        ['get', 'large'],
      ]),
    ).toEqual([
      { ok: true, value: SMALL },
      { ok: true, value: LARGE },
    ]);
  });

  test('locked here: what was just read cannot be read any more, and is there once it is unlocked', async () => {
    expect(
      await inSession('unlocked', home, [
        ['put', 'small', SMALL],
        ['put', 'large', LARGE],
        ['lock'],
        ['get', 'small'],
        ['get', 'large'],
        ['status'],
      ]),
    ).toMatchObject([
      { ok: true, value: 'keychain' },
      { ok: true, value: 'keychain' },
      { ok: true, value: { state: 'locked', keeps: 'session' } },
      { error: { code: 'vault-locked' } },
      { error: { code: 'vault-locked' } },
      { state: 'locked' },
    ]);
    expect(await inSession('unlocked', home, [['get', 'large']])).toEqual([{ ok: true, value: LARGE }]);
  });

  test('locked at the very first start: nothing is made, and nothing is taken for lost', async () => {
    await inSession('unlocked', home, [['status']]);
    rmSync(join(home, 'console'), { recursive: true });
    expect(
      await inSession('locked', home, [['status'], ['put', 'small', SMALL], ['get', 'small']]),
    ).toMatchObject([
      { state: 'locked', keeps: 'session' },
      { ok: true, value: 'session' },
      { ok: true, value: SMALL },
    ]);
    expect(filesBelow(join(home, 'console'))).toEqual([]);
  });

  test.each([
    ['no-bus', 'no-service'],
    ['no-secret-service', 'no-service'],
    // A service without a keyring refuses with the words of a locked one; a person opens both in the same way.
    ['no-keyring', 'locked'],
  ] as const)('%s: session only, and the next run has nothing', async (session, state) => {
    expect(
      await inSession(session, home, [
        ['status'],
        ['put', 'small', SMALL],
        ['get', 'small'],
        ['kept', 'small'],
      ]),
    ).toMatchObject([
      { state, keeps: 'session' },
      { ok: true, value: 'session' },
      { ok: true, value: SMALL },
      'session',
    ]);
    expect(
      await inSession(session, home, [
        ['get', 'small'],
        ['kept', 'small'],
      ]),
    ).toMatchObject([{ error: { code: 'secret-missing' } }, 'missing']);
    expect(filesBelow(join(home, 'console'))).toEqual([]);
  });

  test('another keyring is recognised as another one and gets nothing of ours', async () => {
    await inSession('unlocked', home, [['put', 'large', LARGE]]);
    rmSync(join(home, 'data'), { recursive: true });
    const before = bytesBelow(join(home, 'console'));
    expect(
      await inSession('unlocked', home, [['status'], ['get', 'large'], ['put', 'large', 'other']]),
    ).toMatchObject([
      { state: 'available', keeps: 'session' },
      { error: { code: 'vault-unreadable' } },
      { ok: true, value: 'session' },
    ]);
    expect(bytesBelow(join(home, 'console'))).toEqual(before);
  });
});
