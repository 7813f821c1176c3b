/** The product's entry: the console in Electron. Everything that can be tested without it stands in the files beside. */
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  Notification,
  protocol,
  session,
  shell,
} from 'electron';
import ElectronStore from 'electron-store';
import { createConsole } from '../../console.ts';
import { keytarKeychain } from '../../vault/keychain.ts';
import { startDemoCloudThread } from '../demo-cloud.ts';
import { registerAppScheme } from './app-scheme.ts';
import { debuggingSwitch } from './refuse-debugging.ts';
import { startElectronHost } from './start-electron-host.ts';
import { checkForUpdates } from './updates.ts';

/** Set when a publish target is (electron-builder.yml); until then no update is looked for. */
const PUBLISH_TARGET: string | null = null;

/** As `appId` in electron-builder.yml, which the installer gives to the shortcut in the Start menu. */
const APP_ID = 'org.s2sconsole.app';

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const start = async (): Promise<void> => {
  const switchName = debuggingSwitch(app.isPackaged, (name) => app.commandLine.hasSwitch(name));
  if (switchName !== null) {
    log(`The console does not start with --${switchName}.`);
    app.exit(1);
    return;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Windows shows notifications only of a program that it knows by this id (Electron: Notification, Windows).
  app.setAppUserModelId(APP_ID);
  app.enableSandbox();
  registerAppScheme(protocol);
  await app.whenReady();
  const out = app.getAppPath();
  const demoCloud = await startDemoCloudThread(new URL('./demo-cloud.js', import.meta.url)).catch(
    (error: unknown) => {
      log(`The demo cloud did not start: ${error instanceof Error ? error.message : 'unknown'}`);
      return null;
    },
  );
  await startElectronHost(
    {
      app,
      createWindow: (options) => new BrowserWindow(options),
      clipboard,
      dialog,
      ipcMain,
      menu: Menu,
      nativeTheme,
      notifications: {
        supported: () => Notification.isSupported(),
        create: (options) => new Notification(options),
      },
      netRequest: (options) => net.request(options),
      // In memory only: nothing that the page loads is kept on disk.
      session: session.fromPartition('console', { cache: false }),
      networkSession: session.fromPartition('console-network', { cache: false }),
      shell,
      openKeychain: keytarKeychain,
      certificateWorker: new URL('./certificate-worker.js', import.meta.url),
      openStore: (options) => {
        const store = new ElectronStore(options);
        // It listens for renderers that want to know its folder; the page has one channel and no other.
        ipcMain.removeAllListeners('electron-store-get-data');
        return store;
      },
    },
    {
      renderer: join(out, 'out', 'renderer'),
      preload: join(out, 'out', 'preload', 'index.cjs'),
      icon: join(out, 'assets', 'icon.png'),
    },
    (host) => createConsole(host, demoCloud),
    log,
  );
  await checkForUpdates(async () => (await import('electron-updater')).default.autoUpdater, PUBLISH_TARGET);
};

start().catch((error: unknown) => {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  dialog.showErrorBox('S2S Console cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
