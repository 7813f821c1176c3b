import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { expect, test } from 'playwright/test';
import { projectRoot } from '../support/arrows/read-imports.ts';

/** The Electron program that the package downloaded, or null where its release page cannot be reached. */
const electronProgram = (): string | null => {
  const folder = join(projectRoot, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(folder, 'dist', readFileSync(named, 'utf8').trim());
  return existsSync(program) ? program : null;
};

const program = electronProgram();
if (program === null) console.log('skipped: no Electron binary');

test('the console in Electron opens its first page in a sandbox, cut off from Node', async () => {
  test.skip(program === null, 'no Electron binary');
  const data = await mkdtemp(join(tmpdir(), 's2s-console-electron-'));
  const app = await _electron.launch({
    executablePath: program ?? '',
    args: [projectRoot, `--user-data-dir=${data}`],
  });
  const page = await app.firstWindow();
  await expect(page.getByRole('button', { name: /explore the demo/i })).toBeVisible();
  expect(new URL(page.url()).protocol).toBe('app:');
  expect(await page.evaluate(() => ({ require: 'require' in window, process: 'process' in window }))).toEqual(
    { require: false, process: false },
  );
  await app.close();
  await rm(data, { recursive: true, force: true });
});
