import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { answerFromRenderer } from '../../../main/hosts/page/renderer-files.ts';
import { quietLaunch } from '../system-browser.ts';

const ORIGIN = 'https://console.test';

/** Starts the system's Chromium; everything but the page's own origin is refused. */
export const startBrowser = async (): Promise<Browser> => chromium.launch(quietLaunch());

/** A page that is open. */
export type OpenedPage = {
  readonly page: Page;
  /** What the page said that it should not have said: console errors, refused policies, uncaught errors. */
  readonly complaints: string[];
  /** Goes to an address behind the hash without loading the page again. */
  readonly goTo: (address: string) => Promise<void>;
  /** Loads the page again with another scenario, in the same process: what is compiled there already need not be again. */
  readonly load: (scenario: string, address: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the built page with the real page's headers (CSP, Trusted Types) at an address and with a scenario. */
export const openPage = async (
  browser: Browser,
  folder: string,
  where: {
    readonly scenario?: string;
    readonly address?: string;
    readonly width?: number;
    readonly height?: number;
  },
): Promise<OpenedPage> => {
  const context = await browser.newContext({
    viewport: { width: where.width ?? 1280, height: where.height ?? 800 },
    locale: 'en-GB',
    // What moves is looked at when it stands still.
    reducedMotion: 'reduce',
  });
  // What does not come soon does not come: a failure that names what it waited for beats the test's own time-out.
  context.setDefaultTimeout(8_000);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) return route.abort();
    const answer = await answerFromRenderer(folder, url.pathname);
    return route.fulfill({ status: answer.status, headers: answer.headers, body: answer.body });
  });
  const goTo = (address: string) =>
    page.evaluate((hash) => {
      window.location.hash = hash;
    }, address);
  const load = async (scenario: string, address: string): Promise<void> => {
    // Of several scripts the last has the last word.
    await page.addInitScript((name) => {
      window.name = name;
    }, scenario);
    await goTo(address);
    await page.reload();
  };
  await page.addInitScript((name) => {
    window.name = name;
  }, where.scenario ?? '');
  await page.goto(`${ORIGIN}/#${where.address ?? '/'}`);
  return { page, complaints, goTo, load, close: () => context.close() };
};
