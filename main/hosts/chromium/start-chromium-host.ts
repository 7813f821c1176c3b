import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import Conf from 'conf';
import type { BrowserContext, Page } from 'playwright-core';
import type { Console } from '../../console.ts';
import type { ConsoleHost } from '../../console/console-host.ts';
import { nodeTransport } from '../../http/node-transport.ts';
import type { Keychain } from '../../vault/keychain.ts';
import type { Clipboard } from '../../vault/secret-clipboard.ts';
import { createBorder } from '../border/border.ts';
import type { Border } from '../border/border.ts';
import { platformName } from '../platform-name.ts';
import { freeName } from '../free-name.ts';
import { growFile } from '../grow-file.ts';
import { partialName } from '../name-whole.ts';
import { saveFile } from '../save-file.ts';
import { storeFile } from '../store-file.ts';
import { openWindow, PAGE_ORIGIN } from './open-window.ts';
import type { ConsoleWindow } from './open-window.ts';

export type ChromiumHostPorts = {
  readonly version: string;
  readonly browser: string;
  readonly headless: boolean;
  readonly dataFolder: string;
  /** Where saved files go, since this host has no save dialog. */
  readonly exportFolder: string;
  readonly keychain: Keychain;
  /** Reached by the system's own programs: over the pipe the page would see what is copied. */
  readonly secretClipboard: Clipboard;
  readonly certificateWorker: URL;
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly createConsole: (host: ConsoleHost) => Promise<Console>;
  /** Opens a link that the console has allowed: the person's browser, or a test's. */
  readonly openLink: (url: string) => Promise<void>;
  readonly log: (line: string) => void;
  /** Sees the page before it loads: tests listen for its errors here. */
  readonly watch?: (page: Page) => void;
};

/** A console in a Chromium window. */
export type ChromiumHost = {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};

const hostOf = (ports: ChromiumHostPorts, window: () => ConsoleWindow): ConsoleHost => ({
  kind: 'chromium',
  version: ports.version,
  platform: platformName(process.platform),
  dataFolder: ports.dataFolder,
  openDocumentFile: (name) =>
    storeFile(
      ({ cwd, name: configName, clearInvalidConfig }) => new Conf({ cwd, configName, clearInvalidConfig }),
      ports.dataFolder,
      name,
      Date.now,
    ),
  transport: nodeTransport(),
  keychain: ports.keychain,
  certificateWorker: ports.certificateWorker,
  openLink: ports.openLink,
  // Only the page's own program could show one, and its permission is denied: the page says it itself.
  notify: () => false,
  copyText: async (text) => {
    await window().context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: PAGE_ORIGIN });
    await window().page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await window().context.clearPermissions();
  },
  secretClipboard: ports.secretClipboard,
  // Chromium offers no such thing over the pipe; the page is told so.
  protectContent: () => false,
  saveText: async (suggestedName, text) => {
    // There is no save dialog over a pipe: the file goes where downloads go, never over another one.
    await mkdir(ports.exportFolder, { recursive: true });
    const isTaken = (path: string): boolean => existsSync(path) || existsSync(partialName(path));
    const path = freeName(ports.exportFolder, suggestedName, isTaken);
    await saveFile(path, text, { over: false });
    return path;
  },
  openSave: async (suggestedName) => {
    await mkdir(ports.exportFolder, { recursive: true });
    // Written by this process itself: nothing of it goes through the page.
    return growFile(join(ports.exportFolder, suggestedName), { over: false });
  },
  showFile: null,
});

/** Opens the console in the system's Chromium; resolves when its page has loaded. */
export const startChromiumHost = async (ports: ChromiumHostPorts): Promise<ChromiumHost> => {
  let window: ConsoleWindow | null = null;
  const opened = (): ConsoleWindow => {
    if (window === null) throw new Error('The window is not open yet.');
    return window;
  };
  const makeConsole = async (): Promise<{ readonly console: Console; readonly border: Border }> => {
    const console = await ports.createConsole(hostOf(ports, opened));
    const border = createBorder({
      implementations: console.implementations,
      push: (text) => window?.push(text),
      reportBug: (reference, method, thrown) => {
        // The name of the error, not its message: a message may quote what was handled.
        ports.log(`bug ${reference} in ${method}: ${thrown instanceof Error ? thrown.name : typeof thrown}`);
      },
    });
    return { console, border };
  };
  // The browser takes most of the time to start: the console is made meanwhile.
  const making = makeConsole();
  const opening = openWindow({
    browser: ports.browser,
    headless: ports.headless,
    rendererFolder: ports.rendererFolder,
    preloadFile: ports.preloadFile,
    size: ports.size ?? { width: 1280, height: 800 },
    request: async (text, trusted) => (await making).border.request(text, trusted),
    onReload: () => void making.then(({ border }) => border.reset()),
    ...(ports.colorScheme === undefined ? {} : { colorScheme: ports.colorScheme }),
  });
  const [made, shown] = await Promise.allSettled([making, opening]);
  if (made.status === 'rejected') {
    if (shown.status === 'fulfilled') await shown.value.close();
    throw made.reason;
  }
  const { console, border } = made.value;
  if (shown.status === 'rejected') {
    await console.close();
    throw shown.reason;
  }
  window = shown.value;
  const { page, context, load, closed, close } = window;
  ports.watch?.(page);
  await load();
  const end = closed.then(async () => {
    border.reset();
    await console.close();
  });
  return {
    page,
    context,
    closed: end,
    close: async () => {
      await close();
      await end;
    },
  };
};
