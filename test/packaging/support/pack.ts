import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, build, Packager, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { projectRoot } from '../../support/arrows/read-imports.ts';
import { standInElectron } from './stand-in-electron.ts';

/** What is packed for: the two platforms that can be packed for on every machine (macOS packs on macOS only). */
export type Target = { readonly platform: 'linux' | 'win32'; readonly arch: 'x64' | 'arm64' };

/** The settings as electron-builder understands them, checked against its own schema. */
export const builderSettings = async (): Promise<Configuration> => {
  const packager = new Packager({ projectDir: projectRoot });
  await packager.validateConfig();
  return packager.config;
};

/** Packs `out/` around the stand-in into `folder`; returns the `resources` folder of the packed console. */
export const pack = async (folder: string, { platform, arch }: Target): Promise<string> => {
  await mkdir(folder, { recursive: true });
  const electronDist = await standInElectron(folder);
  let resources = '';
  await build({
    projectDir: projectRoot,
    publish: 'never',
    targets: (platform === 'linux' ? Platform.LINUX : Platform.WINDOWS).createTarget('dir', Arch[arch]),
    config: {
      electronDist,
      directories: { output: join(folder, 'dist') },
      // The stand-in has no fuses to flip, no resources to edit and no place for the archive's hash.
      electronFuses: null,
      disableAsarIntegrity: true,
      win: { signAndEditExecutable: false },
      afterPack: ({ appOutDir }) => {
        resources = join(appOutDir, 'resources');
        return Promise.resolve();
      },
    },
  });
  return resources;
};
