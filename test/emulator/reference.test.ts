import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reference } from './reference.ts';

test('recordings are looked for where the variable says, and tests without them say why they are skipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 's2s-reference-'));
  writeFileSync(join(folder, 'here.json'), '{}');
  expect(reference('here.json', folder)).toEqual({ path: join(folder, 'here.json'), note: '' });
  expect(reference('gone.json', folder)).toMatchObject({
    path: null,
    note: expect.stringMatching(/skipped: .*gone/),
  });
  expect(reference('here.json', '')).toMatchObject({
    path: null,
    note: expect.stringContaining('S2S_REFERENCE_DIR'),
  });
  rmSync(folder, { recursive: true });
});

test('no test of the demo cloud reaches out of the project', () => {
  const reaching = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'reference.test.ts')
    .filter((name) => {
      const depth = name.split(/[\\/]/).length + 1;
      return readFileSync(join(import.meta.dirname, name), 'utf8').includes('../'.repeat(depth + 1));
    });
  expect(reaching).toEqual([]);
});
