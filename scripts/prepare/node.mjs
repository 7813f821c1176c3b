import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const WANTED_MAJOR = 24;

/** The Node that runs the project: the one of the lockfile, or the machine's own when it is recent enough. */
export const projectNode = () => {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    name,
  );
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath;
  throw new Error(
    `On this system please install Node ${WANTED_MAJOR} or newer; this is ${process.versions.node}.`,
  );
};

/** The environment for child processes: the project's Node and tools come first on the path. */
export const projectEnvironment = () => {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [join(projectNode(), '..'), join(root, 'node_modules', '.bin'), process.env.PATH].join(
    separator,
  );
  return { ...process.env, PATH: path };
};
