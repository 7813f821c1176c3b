import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';

/** One import: who imports what, and whether only types cross. Paths are relative to the root, with forward slashes. */
export type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

// Every form that brings in another module; the formatter keeps each on a shape that this reads.
const STATEMENT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'/g;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;
const WORKER = /new URL\(\s*'(\.[^']+)'\s*,\s*import\.meta\.url\s*\)/g;

const target = (from: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier;

/** Reads the imports of one source text. */
export const importsOf = (from: string, source: string): readonly Import[] => [
  ...[...source.matchAll(STATEMENT)].map((match) => ({
    from,
    to: target(from, match[2] ?? ''),
    typeOnly: match[1] !== undefined,
  })),
  ...[...source.matchAll(DYNAMIC), ...source.matchAll(WORKER)].map((match) => ({
    from,
    to: target(from, match[1] ?? ''),
    typeOnly: false,
  })),
];

const sourcesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
};

/** Reads every import below the given folders of the project. */
export const readImports = async (root: string, folders: readonly string[]): Promise<readonly Import[]> => {
  const files = (await Promise.all(folders.map((folder) => sourcesBelow(join(root, folder))))).flat();
  const perFile = await Promise.all(
    files.map(async (file) =>
      importsOf(relative(root, file).split(sep).join('/'), await readFile(file, 'utf8')),
    ),
  );
  return perFile.flat();
};

/** The project's root, seen from this file. */
export const projectRoot = dirname(dirname(dirname(import.meta.dirname)));
