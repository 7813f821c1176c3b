import { join } from 'node:path';
import { systemClock } from '../http/clock.ts';
import { createVault } from '../vault/create-vault.ts';
import { openSealedFiles } from '../vault/sealed-files.ts';
import { createSecretClipboard } from '../vault/secret-clipboard.ts';
import type { ConsoleHost } from './console-host.ts';

/** The vault over the host's keychain and its data folder, and the clipboard for what may leave it. Touches neither yet. */
export const openVault = (host: Pick<ConsoleHost, 'keychain' | 'dataFolder' | 'secretClipboard'>) => ({
  vault: createVault({ keychain: host.keychain, files: openSealedFiles(join(host.dataFolder, 'sealed')) }),
  clipboard: createSecretClipboard(host.secretClipboard, systemClock.sleep),
});
