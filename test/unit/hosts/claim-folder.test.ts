import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimFolder } from '../../../main/hosts/chromium/claim-folder.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 's2s-claim-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder is open in one console at a time, and in the next one when that has closed', async () => {
  const first = await claimFolder(folder, process.platform);
  expect(first).not.toBe(null);
  expect(await claimFolder(folder, process.platform)).toBe(null);
  await first?.release();
  const second = await claimFolder(folder, process.platform);
  expect(second).not.toBe(null);
  await second?.release();
});

test('one that was killed keeps nobody out', async () => {
  const module = new URL('../../../main/hosts/chromium/claim-folder.ts', import.meta.url).href;
  const script = `const { claimFolder } = await import(${JSON.stringify(module)});
    await claimFolder(${JSON.stringify(folder)}, process.platform); console.log('open'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  await once(child.stdout, 'data');
  expect(await claimFolder(folder, process.platform)).toBe(null);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const claim = await claimFolder(folder, process.platform);
  expect(claim).not.toBe(null);
  await claim?.release();
});

test('of several that start at once one gets it', async () => {
  const claims = await Promise.all(Array.from({ length: 8 }, () => claimFolder(folder, process.platform)));
  const got = claims.filter((claim) => claim !== null);
  expect(got).toHaveLength(1);
  await got[0]?.release();
});
