import type { Import } from './read-imports.ts';

/** Rooms of main in building order: a room may use rooms of earlier lines and its own. */
const ROOM_LINES: readonly (readonly string[])[] = [
  ['settings', 'clouds'],
  ['http', 'vault'],
  ['identity'],
  ['dataverse', 'directory', 'power-platform'],
  ['environments', 'workspaces'],
  ['application-users', 'security-roles', 'query', 'portability', 'expiry'],
  ['fleet'],
  ['doctor'],
  ['console'],
  ['console.ts'],
  ['hosts'],
];

/** Packages that only one place may use. */
const OWNED_PACKAGES: readonly { readonly name: RegExp; readonly owners: readonly string[] }[] = [
  { name: /^keytar$/, owners: ['main/vault/'] },
  { name: /^@azure\/msal-node$/, owners: ['main/identity/'] },
  { name: /^electron(-store|-updater)?$/, owners: ['main/hosts/electron/', 'preload/index.ts'] },
  { name: /^playwright(-core)?(\/|$)/, owners: ['main/hosts/chromium/'] },
  { name: /^@fluentui\//, owners: ['renderer/ui/', 'renderer/theme/'] },
  { name: /^@(codemirror|lezer)\//, owners: ['renderer/ui/code-editor/'] },
  { name: /^fastify$/, owners: ['emulator/'] },
];

const lineOf = (room: string): number => ROOM_LINES.findIndex((line) => line.includes(room));
const isLocal = (path: string): boolean => /^(main|preload|renderer|emulator|cli|test|scripts)\//.test(path);

const roomProblem = (from: string, to: string): string | null => {
  const [, fromRoom = ''] = from.split('/');
  const [, toRoom = ''] = to.split('/');
  if (fromRoom === toRoom) return null;
  if (lineOf(fromRoom) < 0) return `main/${fromRoom} is no room of the house`;
  if (lineOf(toRoom) < 0) return `main/${toRoom} is no room of the house`;
  return lineOf(toRoom) < lineOf(fromRoom) ? null : `main/${fromRoom} stands before or beside main/${toRoom}`;
};

const rendererProblem = (to: string, typeOnly: boolean): string | null => {
  if (to.startsWith('renderer/') || to.startsWith('preload/contract/words/')) return null;
  if (to.startsWith('preload/contract/'))
    return typeOnly ? null : 'the renderer takes only types from the contract';
  return 'the renderer knows the contract and nothing behind it';
};

const localProblem = ({ from, to, typeOnly }: Import): string | null => {
  const [layer = ''] = from.split('/');
  switch (layer) {
    case 'renderer':
      return rendererProblem(to, typeOnly);
    case 'preload':
      if (from.startsWith('preload/contract/words/') && !to.startsWith('preload/contract/words/'))
        return 'words stand on nothing';
      return to.startsWith('preload/') ? null : 'the preload and the contract know nobody';
    case 'emulator':
      return to.startsWith('emulator/') ? null : 'the emulator knows nobody';
    case 'main':
      if (to.startsWith('preload/contract/')) return null;
      return to.startsWith('main/') ? roomProblem(from, to) : 'main knows the contract and itself';
    default:
      return null;
  }
};

const packageProblem = ({ from, to }: Import): string | null => {
  const owned = OWNED_PACKAGES.find(({ name }) => name.test(to));
  if (owned !== undefined && !owned.owners.some((owner) => from.startsWith(owner))) {
    return `only ${owned.owners.join(' and ')} may use ${to}`;
  }
  if (from.startsWith('preload/contract/words/')) return 'words stand on nothing';
  return from.startsWith('preload/contract/') && to !== 'zod'
    ? 'the contract uses zod and nothing else'
    : null;
};

/** What is wrong with one import, or null. Imports of tests and scripts are free. */
export const arrowProblem = (edge: Import): string | null => {
  if (/^(test|scripts|cli)\//.test(edge.from)) return null;
  return isLocal(edge.to) ? localProblem(edge) : packageProblem(edge);
};

/** Every circle of files that need each other at run time, each as the path that closes it. */
export const circles = (edges: readonly Import[]): readonly (readonly string[])[] => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of edges) {
    if (!typeOnly && isLocal(to)) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found: (readonly string[])[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const walk = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const other of next.get(file) ?? []) walk(other, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) walk(file, []);
  return found;
};
