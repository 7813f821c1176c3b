import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noKeyring } from '../vault/real-keyring.ts';
import { makeCanaries } from './canary-secrets.ts';
import type { Canaries } from './canary-secrets.ts';
import { findSecrets } from './find-secrets.ts';
import { runApp } from './run-app.ts';

const reason = noKeyring();
if (reason !== null) console.log(`skipped: the canary with a real keyring (${reason})`);

let canaries: Canaries;
beforeAll(async () => {
  canaries = await makeCanaries();
});
afterAll(() => canaries.remove());

const bytesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );

describe.skipIf(reason !== null)('C7: a secret that a person typed is nowhere', () => {
  test('with a keyring: nothing finds it, a locked keyring is left as it is, and it survives both', async () => {
    const { app, hidden, home, inputs, secrets } = canaries;
    const run = (session: Parameters<typeof runApp>[0], visit: 'type' | 'look' | 'return') =>
      runApp(session, home, { visit, inputs, secrets, app });
    const typed = await run('unlocked', 'type');
    expect(typed.failure).toBe('');
    expect(typed.problems).toEqual([]);
    expect(typed.log).toEqual([]);
    expect(typed.app).toContain('Keychain');

    const found = await findSecrets(typed.evidence, { ...hidden, planted: secrets.planted });
    const planted = found.filter(({ secret }) => secret === 'planted');
    expect(found.filter((one) => !planted.includes(one))).toEqual([]);
    // The same search finds what was put there on purpose, in every kind of place …
    const kinds = new Set(planted.map(({ file }) => file.split('/')[0]));
    expect(kinds).toEqual(new Set(['data', 'heap', 'output', 'pipe', 'temporary', 'text']));
    expect(planted.some(({ file }) => /temporary\/s2s-console-window-/.test(file))).toBe(true);
    // … and the tap of the pipe sees the secret where it has to be: on its way from the page to main.
    const received = readFileSync(typed.received, 'utf8');
    for (const secret of [secrets.wrong, secrets.right, secrets.password])
      expect(received).toContain(JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1));

    const kept = () => [
      bytesBelow(join(home, 'console', 'sealed')),
      bytesBelow(join(home, 'data', 'keyrings')),
    ];
    const before = kept();
    expect(before.every(({ size }) => size > 0)).toBe(true);
    const locked = await run('locked', 'look');
    expect(locked.failure).toBe('');
    expect(locked.panel).toContain('Keychain locked');
    expect(locked.settings).toContain('The keychain is locked');
    expect(kept()).toEqual(before);
    expect(await findSecrets(locked.evidence, hidden)).toEqual([]);

    const again = await run('unlocked', 'return');
    expect(again.failure).toBe('');
    expect(await findSecrets(again.evidence, hidden)).toEqual([]);
  }, 1_500_000);
});
