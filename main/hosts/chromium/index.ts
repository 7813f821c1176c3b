/** Entry of the Chromium host: the console from source where Electron cannot be had. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import open from 'open';
import { version } from '../../../package.json' with { type: 'json' };
import { createConsole } from '../../console.ts';
import { keytarKeychain } from '../../vault/keychain.ts';
import { startDemoCloudThread } from '../demo-cloud.ts';
import { keychainService } from '../keychain-service.ts';
import { resolvedFolder } from '../resolved-folder.ts';
import { claimFolder } from './claim-folder.ts';
import { dataFolder, downloadsFolder } from './data-folder.ts';
import { findBrowser } from './find-browser.ts';
import { openLinkWindow } from './open-link-window.ts';
import { readOptions } from './options.ts';
import { systemClipboard } from './system-clipboard.ts';
import { startChromiumHost } from './start-chromium-host.ts';

/** The keychain's name for this host; the Electron host has another one. */
const PRODUCT = 'S2S Console from source';
const out = join(import.meta.dirname, '..');

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const start = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const browser = findBrowser(process.platform, process.env);
  if (browser === null) {
    throw new Error('No Chromium, Chrome or Edge was found; S2S_BROWSER may name its program file.');
  }
  const wanted = options.dataFolder ?? dataFolder();
  mkdirSync(wanted, { recursive: true, mode: 0o700 });
  const folder = resolvedFolder(wanted);
  const claim = await claimFolder(folder, process.platform);
  if (claim === null)
    throw new Error(`Another console has ${folder} open. Close it, or start with another data folder.`);
  const demoCloud = await startDemoCloudThread(new URL('./demo-cloud.js', import.meta.url));
  const links = openLinkWindow(browser);
  const host = await startChromiumHost({
    version,
    browser,
    headless: options.headless,
    dataFolder: folder,
    exportFolder: downloadsFolder(),
    keychain: keytarKeychain(keychainService(PRODUCT, folder, resolvedFolder(dataFolder()))),
    secretClipboard: systemClipboard(process.platform, process.env),
    certificateWorker: new URL('./certificate-worker.js', import.meta.url),
    rendererFolder: join(out, 'renderer'),
    preloadFile: join(out, 'preload', 'index.cjs'),
    createConsole: (consoleHost) => createConsole(consoleHost, demoCloud),
    // Pages of the demo cloud open beside the console; everything else is for the person's own browser.
    openLink: async (url) => {
      if (new URL(url).origin === demoCloud.description.origin) await links.open(url);
      else await open(url);
    },
    log,
  });
  const stop = (): void => void host.close();
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  log('The console is open. Closing its window or Ctrl+C ends it.');
  await host.closed;
  await links.close();
  await demoCloud.stop();
  await claim.release();
};

start().catch((error: unknown) => {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
