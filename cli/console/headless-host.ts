import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import Conf from 'conf';
import product from '../../package.json' with { type: 'json' };
import type { ConsoleHost } from '../../main/console/console-host.ts';
import { growFile } from '../../main/hosts/grow-file.ts';
import { platformName } from '../../main/hosts/platform-name.ts';
import { storeFile } from '../../main/hosts/store-file.ts';
import { nodeTransport } from '../../main/http/node-transport.ts';
import type { Keychain } from '../../main/vault/keychain.ts';

/** What a console without a window is given. */
export type HeadlessPorts = {
  readonly dataFolder: string;
  readonly keychain: Keychain;
  /** Opens a page that a person has to see; the demo cloud's is answered without one. */
  readonly openLink: (url: string) => Promise<void>;
  /** The program of the thread that opens certificates. */
  readonly certificateWorker: URL;
  /** The app does what an administrator would. */
  readonly unattended: boolean;
};

/** The console's host for a terminal: files and network, and neither window nor clipboard. */
export const headlessHost = ({
  certificateWorker,
  dataFolder,
  keychain,
  openLink,
  unattended,
}: HeadlessPorts): ConsoleHost => ({
  kind: 'headless',
  version: product.version,
  platform: platformName(process.platform),
  dataFolder,
  unattended,
  openDocumentFile: (name) =>
    storeFile(
      ({ clearInvalidConfig, cwd, name: configName }) => new Conf({ cwd, configName, clearInvalidConfig }),
      dataFolder,
      name,
      Date.now,
    ),
  transport: nodeTransport(),
  keychain,
  certificateWorker,
  openLink,
  notify: () => false,
  protectContent: () => false,
  copyText: async () => undefined,
  secretClipboard: { write: async () => false, read: async () => null, clear: async () => undefined },
  saveText: async (suggestedName, text) => {
    const path = resolve(suggestedName);
    await writeFile(path, text, { flag: 'wx' });
    return path;
  },
  openSave: (suggestedName) => growFile(resolve(suggestedName), { over: false }),
  showFile: null,
});
