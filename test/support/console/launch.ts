import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { createConsole } from '../../../main/console.ts';
import { startChromiumHost } from '../../../main/hosts/chromium/start-chromium-host.ts';
import type { ChromiumHost } from '../../../main/hosts/chromium/start-chromium-host.ts';
import { startDemoCloudThread } from '../../../main/hosts/demo-cloud.ts';
import type { DemoCloud } from '../../../main/hosts/demo-cloud.ts';
import type { Keychain } from '../../../main/vault/keychain.ts';
import type { Clipboard } from '../../../main/vault/secret-clipboard.ts';
import { projectRoot } from '../arrows/read-imports.ts';
import { quietLaunch, systemBrowser } from '../system-browser.ts';

/** How a test opens the console; everything has a default. */
export type LaunchOptions = {
  /** A folder that outlives this run, e.g. to restart on it; without one a fresh folder is made and deleted at the end. */
  readonly dataFolder?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  readonly demoCloudOptions?: Readonly<Record<string, unknown>>;
  /** The keychain; without one the console keeps secrets for the session only. */
  readonly keychain?: Keychain;
  /** The clipboard for secrets; without one there is none. */
  readonly secretClipboard?: Clipboard;
  /** A demo cloud that is already running and stays so. */
  readonly demoCloud?: DemoCloud;
};

/** A console in headless Chromium on a demo cloud of its own, and the person's browser beside it. */
export type LaunchedConsole = {
  readonly page: Page;
  readonly host: ChromiumHost;
  readonly demoCloud: DemoCloud;
  readonly dataFolder: string;
  /** The next page that the console opens in the person's browser, e.g. a sign-in page. */
  readonly nextLink: () => Promise<Page>;
  /** What the console wrote to its own log, and every problem that the page reported. */
  readonly log: readonly string[];
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
};

const refuse = (): Promise<never> =>
  Promise.reject(new Error('Cannot autolaunch D-Bus without X11 $DISPLAY'));
const noKeychain: Keychain = {
  get: refuse,
  set: refuse,
  remove: refuse,
  isLocked: async () => false,
  lock: null,
};

const noClipboard: Clipboard = {
  write: async () => false,
  read: async () => null,
  clear: async () => undefined,
};

const built = (...path: readonly string[]): string => {
  const file = join(projectRoot, 'out', ...path);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
  return file;
};

/** Pages that the console opens elsewhere, in the order in which they come. */
const linkQueue = (browser: Browser) => {
  const waiting: ((page: Page) => void)[] = [];
  const opened: Page[] = [];
  return {
    open: async (url: string): Promise<void> => {
      const page = await browser.newPage();
      await page.goto(url);
      const next = waiting.shift();
      if (next === undefined) opened.push(page);
      else next(page);
    },
    next: (): Promise<Page> => {
      const page = opened.shift();
      return page === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(page);
    },
  };
};

/** Starts everything headless; `close` leaves no process and no temporary folder behind. */
export const launchConsole = async (options: LaunchOptions = {}): Promise<LaunchedConsole> => {
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 's2s-console-data-')));
  const demoCloud =
    options.demoCloud ??
    (await startDemoCloudThread(pathToFileURL(built('main', 'demo-cloud.js')), options.demoCloudOptions));
  const browser = await chromium.launch(quietLaunch());
  const links = linkQueue(browser);
  const log: string[] = [];
  const problems: string[] = [];
  const host = await startChromiumHost({
    version: '0.0.0-test',
    browser: systemBrowser(),
    headless: true,
    dataFolder,
    exportFolder: join(dataFolder, 'exports'),
    keychain: options.keychain ?? noKeychain,
    secretClipboard: options.secretClipboard ?? noClipboard,
    certificateWorker: pathToFileURL(built('main', 'certificate-worker.js')),
    rendererFolder: built('renderer'),
    preloadFile: built('preload', 'index.cjs'),
    createConsole: (consoleHost) => createConsole(consoleHost, demoCloud),
    openLink: links.open,
    log: (line) => log.push(line),
    watch: (page) => {
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
      });
    },
    ...(options.size === undefined ? {} : { size: options.size }),
    ...(options.colorScheme === undefined ? {} : { colorScheme: options.colorScheme }),
  });
  return {
    page: host.page,
    host,
    demoCloud,
    dataFolder,
    nextLink: links.next,
    log,
    problems,
    close: async () => {
      await host.close();
      await browser.close();
      if (options.demoCloud === undefined) await demoCloud.stop();
      if (options.dataFolder === undefined) await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
