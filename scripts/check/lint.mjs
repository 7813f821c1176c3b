/**
 * Lint by folder. What the type checker has written down of a folder (its own files and the declarations of others that it
 * uses, each with its hash) is all that lint goes by, so a folder in which none of it has changed is as clean as it was.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../prepare/project.mjs';

const FOLDERS = ['preload', 'main', 'renderer', 'emulator', 'cli', 'test'];
const cache = (...path) => join(root, 'node_modules', '.cache', ...path);
const RULES = ['.oxlintrc.json', 'package-lock.json', 'tsconfig.base.json'];

/** The files that lint of a folder goes by; `preload` has the contract's types beside its own. */
const readBy = (folder) => [
  ...RULES.map((file) => join(root, file)),
  join(root, folder, 'tsconfig.json'),
  ...(folder === 'preload' ? ['contract', 'preload'] : [folder]).map((name) =>
    cache('types', `${name}.tsbuildinfo`),
  ),
];

const hashOf = (files) => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/**
 * What is left to lint, as arguments, and how to keep in mind that it was clean. Types must have been checked.
 *
 * @returns {{ args: string[], wasClean: () => void }}
 */
export const lintPlan = () => {
  const marks = FOLDERS.map((folder) => {
    const mark = cache('lint', folder);
    const hash = hashOf(readBy(folder));
    return { folder, mark, hash, clean: existsSync(mark) && readFileSync(mark, 'utf8') === hash };
  });
  const clean = marks.filter((mark) => mark.clean);
  return {
    args: [
      '--type-aware',
      '--quiet',
      '.',
      ...clean.flatMap(({ folder }) => ['--ignore-pattern', `${folder}/**`]),
    ],
    wasClean: () => {
      mkdirSync(cache('lint'), { recursive: true });
      for (const { mark, hash } of marks) writeFileSync(mark, hash);
    },
  };
};
