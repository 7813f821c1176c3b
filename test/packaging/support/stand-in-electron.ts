import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import electron from 'electron/package.json' with { type: 'json' };

/**
 * A folder that electron-builder takes for an unpacked Electron: a program that does nothing, its version and a valid
 * `default_app.asar`. It holds what packing reads, so packing can be tested where Electron's download cannot be reached.
 */
export const standInElectron = async (folder: string): Promise<string> => {
  const dist = join(folder, 'electron');
  const defaultApp = join(folder, 'default-app');
  await mkdir(join(dist, 'resources'), { recursive: true });
  await mkdir(defaultApp);
  await writeFile(join(defaultApp, 'package.json'), '{"name":"stand-in","main":"index.js"}');
  await writeFile(join(defaultApp, 'index.js'), '');
  await createPackage(defaultApp, join(dist, 'resources', 'default_app.asar'));
  await writeFile(join(dist, 'version'), electron.version);
  await writeFile(join(dist, 'electron'), '#!/bin/sh\nexit 0\n');
  await chmod(join(dist, 'electron'), 0o755);
  await cp(join(dist, 'electron'), join(dist, 'electron.exe'));
  return dist;
};
