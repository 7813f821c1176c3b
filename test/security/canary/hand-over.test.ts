import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noKeyring } from '../vault/real-keyring.ts';
import { makeCanaries } from './canary-secrets.ts';
import type { Canaries } from './canary-secrets.ts';
import { findSecrets } from './find-secrets.ts';
import { runApp } from './run-app.ts';

const reason = noKeyring();
if (reason !== null) console.log(`skipped: taking an export in with a real keyring (${reason})`);

let canaries: Canaries;
beforeAll(async () => {
  canaries = await makeCanaries();
});
afterAll(() => canaries.remove());

const within = (name: string): string => {
  const place = join(canaries.home, name);
  mkdirSync(place);
  return place;
};
/** What Entra made in the first run. */
let fromEntra: Readonly<Record<string, string>> = {};
let exports = { open: '', sealed: '' };

describe('C7: a secret that is handed on is nowhere on its way', () => {
  test('without a keyring: made by Entra, rotated, copied and exported; the screen says session only, and nothing is written', async () => {
    const { app, hidden, inputs, secrets } = canaries;
    const place = within('without');
    const run = await runApp('no-bus', place, { visit: 'hand-over', inputs, secrets, app });
    expect(run.failure).toBe('');
    expect(run.app).toContain('This session');
    expect(run.settings).toContain('Secrets last for this session only');
    expect(existsSync(join(place, 'console', 'sealed'))).toBe(false);
    expect(existsSync(join(place, 'data', 'keyrings'))).toBe(false);
    // What Entra made came out on the clipboard for secrets alone.
    const [made = '', rotated = ''] = run.handed;
    expect(new Set(run.handed).size).toBe(2);
    expect(Math.min(made.length, rotated.length)).toBeGreaterThan(20);
    fromEntra = { 'secret from Entra': made, 'secret of the rotation': rotated };
    expect(await findSecrets(run.evidence, { ...hidden, ...fromEntra })).toEqual([]);
    // Both exports are among what was searched.
    const folder = join(run.evidence, 'data', 'exports');
    const files = readdirSync(folder);
    expect(files).toHaveLength(2);
    const nameOf = (wanted: boolean) => files.find((name) => name.endsWith('sealed.json') === wanted) ?? '';
    exports = { open: join(folder, nameOf(false)), sealed: join(folder, nameOf(true)) };
  }, 700_000);

  test.skipIf(reason !== null)(
    'with the keyring of another computer: an import without secrets, one that is entered again, and the sealed rest go into its vault alone',
    async () => {
      const { app, hidden, inputs, secrets } = canaries;
      const run = await runApp('unlocked', within('other'), {
        visit: 'take-in',
        inputs,
        secrets,
        app,
        exports,
      });
      expect(run.failure).toBe('');
      expect([run.problems, run.log]).toEqual([[], []]);
      expect(run.settings).toContain('3 secrets, 1 certificate');
      expect(run.app).toContain('Keychain');
      expect(run.app).not.toContain('Missing');
      expect(await findSecrets(run.evidence, { ...hidden, ...fromEntra })).toEqual([]);
    },
    700_000,
  );
});
