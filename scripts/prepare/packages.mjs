import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';
import { runCommand, say } from './run-command.mjs';

const stamp = join(root, 'node_modules', '.installed-lockfile');
const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const npm = (args, stderr) =>
  runCommand(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    [...args, '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      shell: process.platform === 'win32',
      // Warnings about engines are about the machine's own Node; what runs is the one of the lockfile.
      stdio: ['ignore', 'ignore', stderr],
    },
  );

/** Installs the packages of the lockfile when they are missing or the lockfile has changed since. */
export const preparePackages = async () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash()) return;
  say('Installing the packages of the lockfile (once, one to three minutes)…');
  // Where a registry lacks a binary of another platform, `npm ci` calls the lockfile incomplete; `npm install` takes every
  // version from it all the same. Neither writes to it: what is in the clone stays as it is.
  const code = (await npm(['ci'], 'ignore')) === 0 ? 0 : await npm(['install', '--no-save'], 'inherit');
  if (code !== 0) throw new Error('The packages could not be installed; npm says why above.');
  writeFileSync(stamp, lockfileHash());
};
