import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runCommand, say } from './run-command.mjs';

const stamp = join(root, 'node_modules', '.installed-lockfile');
const lockfileHash = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

/** Installs the packages of the lockfile when they are missing or the lockfile has changed since. */
export const preparePackages = async () => {
  const wanted = lockfileHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing the packages of the lockfile (once, one to three minutes)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Warnings about engines are about the machine's own Node; what runs is the one of the lockfile.
  const code = await runCommand(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (code !== 0) throw new Error('npm ci did not succeed; its own words are above.');
  writeFileSync(stamp, wanted);
};
