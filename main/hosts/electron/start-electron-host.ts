import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Clipboard,
  Dialog,
  IpcMain,
  Menu,
  NativeTheme,
  Session,
  Shell,
} from 'electron';
import { CHANNEL } from '../../../preload/contract/words/wire.ts';
import type { Console } from '../../console.ts';
import type { ConsoleHost } from '../../console/console-host.ts';
import type { Keychain } from '../../vault/keychain.ts';
import { createBorder } from '../border/border.ts';
import { growFile } from '../grow-file.ts';
import { keychainService } from '../keychain-service.ts';
import { platformName } from '../platform-name.ts';
import { resolvedFolder } from '../resolved-folder.ts';
import { saveFile } from '../save-file.ts';
import { storeFile } from '../store-file.ts';
import type { StoreLike, StoreOptions } from '../store-file.ts';
import { APP_ORIGIN, serveAppScheme } from './app-scheme.ts';
import { desktopNotes } from './desktop-notes.ts';
import type { NotificationParts } from './desktop-notes.ts';
import { menuTemplate } from './menu.ts';
import { netTransport } from './net-transport.ts';
import type { NetRequest } from './net-transport.ts';
import { guardContents, guardSession, isTrustedSender } from './session-guards.ts';
import { windowOptions } from './window-options.ts';

/** The parts of Electron that the host uses, handed in so that a recording double can stand for them. */
export type ElectronParts = {
  readonly app: Pick<App, 'getName' | 'getVersion' | 'isPackaged' | 'getPath' | 'on' | 'once' | 'quit'>;
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly clipboard: Pick<Clipboard, 'writeText' | 'readText' | 'clear'>;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>;
  readonly notifications: NotificationParts;
  readonly netRequest: NetRequest;
  /** The page's session; it reaches our own scheme only. */
  readonly session: Session;
  /** The session of main's own requests, which no page has. */
  readonly networkSession: Session;
  readonly shell: Pick<Shell, 'openExternal' | 'showItemInFolder'>;
  readonly openKeychain: (service: string) => Keychain;
  readonly certificateWorker: URL;
  readonly openStore: (options: StoreOptions) => StoreLike;
};

/** Where the built files lie. */
export type BuiltFiles = { readonly renderer: string; readonly preload: string; readonly icon: string };

/** Says something to whoever reads the console's own log. */
type Log = (message: string) => void;

/** The keychain's name for this host; the Chromium host has another one. */
const PRODUCT = 'S2S Console';

/** By itself Electron makes `userData` in `appData`, by the program's name (Electron: app.getPath); a switch can put it elsewhere. */
const serviceOf = (app: ElectronParts['app']): string =>
  keychainService(
    PRODUCT,
    resolvedFolder(app.getPath('userData')),
    resolvedFolder(join(app.getPath('appData'), app.getName())),
  );

const hostOf = (electron: ElectronParts, dataFolder: string, window: () => BrowserWindow): ConsoleHost => ({
  kind: 'electron',
  version: electron.app.getVersion(),
  platform: platformName(process.platform),
  dataFolder,
  openDocumentFile: (name) => storeFile(electron.openStore, dataFolder, name, Date.now),
  transport: netTransport(electron.netRequest, electron.networkSession),
  keychain: electron.openKeychain(serviceOf(electron.app)),
  certificateWorker: electron.certificateWorker,
  openLink: (url) => electron.shell.openExternal(url),
  notify: desktopNotes(electron, window),
  copyText: (text) => Promise.resolve(electron.clipboard.writeText(text)),
  secretClipboard: {
    write: async (text) => {
      await electron.clipboard.writeText(text);
      return true;
    },
    read: () => electron.clipboard.readText(),
    clear: async () => electron.clipboard.clear(),
  },
  protectContent: (on) => {
    // The page can be gone when its last field lets go.
    if (!window().isDestroyed()) window().setContentProtection(on);
    return true;
  },
  saveText: async (suggestedName, text) => {
    const chosen = await electron.dialog.showSaveDialog(window(), { defaultPath: suggestedName });
    if (chosen.canceled) return null;
    // The dialog has asked whether a file that is there may be replaced.
    await saveFile(chosen.filePath, text, { over: true });
    return chosen.filePath;
  },
  openSave: async (suggestedName) => {
    const chosen = await electron.dialog.showSaveDialog(window(), { defaultPath: suggestedName });
    return chosen.canceled ? null : growFile(chosen.filePath, { over: true });
  },
  showFile: (path) => electron.shell.showItemInFolder(path),
});

/** Builds the console and its one window over the given parts of Electron; resolves once the page is asked for. */
export const startElectronHost = async (
  electron: ElectronParts,
  files: BuiltFiles,
  createConsole: (host: ConsoleHost) => Promise<Console>,
  log: Log,
): Promise<void> => {
  guardSession(electron.session);
  serveAppScheme(electron.session.protocol, files.renderer);
  electron.menu.setApplicationMenu(
    electron.menu.buildFromTemplate(menuTemplate(process.platform, electron.app.isPackaged)),
  );
  const window = electron.createWindow(
    windowOptions({
      preloadFile: files.preload,
      session: electron.session,
      dark: electron.nativeTheme.shouldUseDarkColors,
      packaged: electron.app.isPackaged,
      icon: files.icon,
    }),
  );
  guardContents(window.webContents);
  // Whatever else should ever be made (it is not) is held by the same rules.
  electron.app.on('web-contents-created', (_event, contents) => guardContents(contents));
  window.once('ready-to-show', () => window.show());

  electron.app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });

  const dataFolder = join(electron.app.getPath('userData'), 'data');
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const console = await createConsole(hostOf(electron, dataFolder, () => window));
  const border = createBorder({
    implementations: console.implementations,
    push: (text) => {
      if (!window.isDestroyed()) window.webContents.send(CHANNEL, text);
    },
    reportBug: (reference, method, thrown) => {
      // The name of the error, not its message: a message may quote what was handled.
      log(`bug ${reference} in ${method}: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
    },
  });
  electron.ipcMain.handle(CHANNEL, (event, text: unknown) =>
    border.request(String(text), isTrustedSender(event.senderFrame, event.sender === window.webContents)),
  );
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) border.reset();
  });
  window.on('closed', border.reset);
  // However the end comes (the window, the menu, the system), the console's files are closed before the program ends.
  electron.app.on('window-all-closed', () => electron.app.quit());
  electron.app.once('will-quit', (event) => {
    event.preventDefault();
    border.reset();
    console
      .close()
      .catch((error: unknown) => log(error instanceof Error ? error.name : 'The console did not close.'))
      .finally(() => electron.app.quit());
  });
  await window.loadURL(`${APP_ORIGIN}/index.html`);
};
