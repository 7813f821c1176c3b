import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectEnvironment, projectNode } from './node.mjs';
import { root } from './project.mjs';
import { runCommand, say } from './run-command.mjs';

const folder = join(root, 'node_modules', 'electron');

/** The Electron program that is already here, or null. `ELECTRON_OVERRIDE_DIST_PATH` names a folder with one. */
export const electronHere = () => {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  const relative = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultProgram();
  const program = named === undefined ? join(folder, 'dist', relative) : join(named, relative);
  return existsSync(program) ? program : null;
};

const defaultProgram = () => {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
};

/**
 * Finds Electron or has its own package download it, once.
 * @returns {Promise<{ program: string } | { program: null, reason: string }>}
 */
export const prepareElectron = async () => {
  const here = electronHere();
  if (here !== null) return { program: here };
  say('Electron is not here yet: trying its download…');
  const code = await runCommand(projectNode(), [join(folder, 'install.js')], {
    cwd: root,
    env: projectEnvironment(),
    stdio: 'ignore',
    timeout: 120_000,
  });
  const program = electronHere();
  if (code === 0 && program !== null) return { program };
  return {
    program: null,
    reason: 'its program is not installed and could not be downloaded from its release page',
  };
};
