import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { answerFromRenderer } from '../../../main/hosts/page/renderer-files.ts';

const ORIGIN = 'https://console.test';

/** Starts the system's Chromium; everything but the page's own origin is refused. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });

/** What a page said that it should not have said: console errors, refused policies, uncaught errors. */
export type Complaints = readonly string[];

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
): Promise<{ readonly page: Page; readonly complaints: Complaints; readonly close: () => Promise<void> }> => {
  const context = await browser.newContext({
    viewport: { width: where.width ?? 1280, height: where.height ?? 800 },
    locale: 'en-GB',
  });
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
  await page.addInitScript((scenario) => {
    window.name = scenario;
  }, where.scenario ?? '');
  await page.goto(`${ORIGIN}/#${where.address ?? '/'}`);
  return { page, complaints, close: () => context.close() };
};
