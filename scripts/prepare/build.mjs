import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './node.mjs';
import { root } from './project.mjs';
import { runCommand, say } from './run-command.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'emulator',
  'assets',
  'electron.vite.config.ts',
  'package-lock.json',
];
const stamp = join(root, 'out', '.built');

/** @param {string} path @returns {number} */
const newest = (path) => {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Builds main, preload, renderer and the demo cloud, unless what stands in `out/` is newer than every source. */
export const prepareBuild = async () => {
  const sources = SOURCES.map((name) => join(root, name)).filter((path) => existsSync(path));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > Math.max(...sources.map(newest))) return;
  say('Building…');
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const code = await runCommand(projectNode(), [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...projectEnvironment(), ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error('The build did not succeed; its own words are above.');
  writeFileSync(stamp, '');
};
