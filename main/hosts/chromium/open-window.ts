import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { answerFromRenderer } from '../page/renderer-files.ts';
import { QUIET_FLAGS } from './quiet-flags.ts';
import { openPageChannel } from './page-channel.ts';
import type { AnswerRequest } from './page-channel.ts';
import { pageScript } from './page-script.ts';

/** The one origin of the page. `.invalid` resolves nowhere (RFC 2606), so nothing else can ever answer for it. */
export const PAGE_ORIGIN = 'https://console.s2s.invalid';

export type WindowOptions = {
  readonly browser: string;
  readonly headless: boolean;
  readonly rendererFolder: string;
  readonly preloadFile: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly request: AnswerRequest;
  /** The page was loaded anew: what the old one had open must end. */
  readonly onReload: () => void;
  /** Set where the page must be seen in another theme, e.g. for screenshots. */
  readonly colorScheme?: 'light' | 'dark';
};

export type ConsoleWindow = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Loads the page; everything it may call must stand by then. */
  readonly load: () => Promise<void>;
  readonly push: (text: string) => void;
  /** Resolves when the window was closed by the person. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};

const serve = async (route: Route, options: WindowOptions): Promise<void> => {
  const url = new URL(route.request().url());
  if (url.origin !== PAGE_ORIGIN || route.request().method() !== 'GET') {
    await route.abort('blockedbyclient');
    return;
  }
  const answer = await answerFromRenderer(options.rendererFolder, url.pathname);
  await route.fulfill({ status: answer.status, headers: { ...answer.headers }, body: answer.body });
};

/**
 * Opens the console's window in the system's Chromium over a pipe (no listening port), with a profile folder of its own
 * that is deleted at the end.
 */
export const openWindow = async (options: WindowOptions): Promise<ConsoleWindow> => {
  const profile = await mkdtemp(join(tmpdir(), 's2s-console-window-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browser,
    headless: options.headless,
    // Chromium refuses to start with its sandbox as root.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: options.headless ? options.size : null,
    colorScheme: options.colorScheme ?? null,
    acceptDownloads: true,
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...QUIET_FLAGS,
      `--window-size=${options.size.width},${options.size.height}`,
      // A window of its own, without the browser's bars: their own pages would be loaded beside ours, also where no window is seen.
      '--app=data:text/html,<title>S2S Console</title>',
    ],
  });
  const closed = new Promise<void>((resolve) => {
    context.on('close', () => resolve());
  });
  const close = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };

  const page = context.pages()[0] ?? (await context.newPage());
  context.on('page', (other) => {
    // One window only: whatever opens another is refused.
    if (other !== page) void other.close();
  });
  page.on('close', () => void close());
  await context.route('**/*', (route) => {
    // A document is asked for: the one that is there goes, before the next one can send anything.
    if (route.request().isNavigationRequest()) options.onReload();
    return serve(route, options);
  });
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  const { push } = await openPageChannel(context, page, PAGE_ORIGIN, options.request);
  await page.addInitScript(pageScript(await readFile(options.preloadFile, 'utf8'), PAGE_ORIGIN));

  const load = async (): Promise<void> => {
    await page.goto(`${PAGE_ORIGIN}/`);
  };
  return { page, context, load, push, closed, close };
};
