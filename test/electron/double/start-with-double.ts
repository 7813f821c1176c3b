import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../support/arrows/read-imports.ts';
import { ElectronDouble } from './electron-double.ts';
import type { Start } from './app-double.ts';

const doubles: ElectronDouble[] = [];
const SHELF = 's2s-console:electron-doubles';
const number = (url: string | undefined): string | null =>
  url === undefined || !URL.canParse(url) ? null : new URL(url).searchParams.get('double');

// A keychain in memory: a test never writes into the keychain of whoever runs it.
const keychainSource = (index: string): string => `
const services = globalThis['${SHELF}'][${index}].keychain;
export default {
  getPassword: async (service, account) => services.get(service)?.get(account) ?? null,
  setPassword: async (service, account, value) =>
    void services.set(service, (services.get(service) ?? new Map()).set(account, value)),
  deletePassword: async (service, account) => services.get(service)?.delete(account) ?? false,
};`;

/** Gives every start its own copy of the built code, in which the module `electron` is that start's double. */
const hook = (): void => {
  Reflect.set(globalThis, SHELF, doubles);
  registerHooks({
    resolve: (specifier, context, next) => {
      const index = number(context.parentURL);
      if (index !== null && specifier === 'electron')
        return { url: `electron-double:module?double=${index}`, format: 'module', shortCircuit: true };
      if (index !== null && specifier === 'keytar')
        return { url: `electron-double:keychain?double=${index}`, format: 'module', shortCircuit: true };
      if (specifier.startsWith('electron-double:entry?'))
        return { url: specifier, format: 'module', shortCircuit: true };
      const resolved = next(specifier, context);
      return index !== null && specifier.startsWith('./')
        ? { ...resolved, url: `${resolved.url}?double=${index}` }
        : resolved;
    },
    load: (url, context, next) => {
      if (url.startsWith('electron-double:entry')) {
        const entry = pathToFileURL(join(projectRoot, 'out', 'main', 'electron.js')).href;
        return {
          format: 'module',
          source: `import('${entry}?double=${number(url) ?? ''}');`,
          shortCircuit: true,
        };
      }
      if (url.startsWith('electron-double:keychain'))
        return { format: 'module', source: keychainSource(number(url) ?? ''), shortCircuit: true };
      if (!url.startsWith('electron-double:module')) return next(url, context);
      const index = Number(number(url));
      const names = Object.keys(doubles[index]?.exported ?? {});
      const source = [
        `const electron = globalThis['${SHELF}'][${index}].exported;`,
        'export default electron;',
        ...names.map((name) => `export const ${name} = electron.${name};`),
      ].join('\n');
      return { format: 'module', source, shortCircuit: true };
    },
  });
};

let hooked = false;

/**
 * Starts the built product entry on a double of Electron, packaged and as the first instance unless told otherwise; resolves
 * once its page was loaded or it has ended.
 */
export const startWithDouble = async (
  start: Partial<Start> & { readonly userData: string },
): Promise<ElectronDouble> => {
  if (!existsSync(join(projectRoot, 'out', 'main', 'electron.js')))
    throw new Error('Nothing is built: run "npm run build" first.');
  if (!hooked) hook();
  hooked = true;
  const double = new ElectronDouble({
    packaged: true,
    switches: [],
    firstInstance: true,
    appPath: projectRoot,
    appData: dirname(start.userData),
    ...start,
  });
  const index = doubles.push(double) - 1;
  // `require` of a module that imports the entry, because the test runner would bundle an `import` and pass the hooks by.
  createRequire(import.meta.url)(`electron-double:entry?double=${index}`);
  await double.settled;
  return double;
};
