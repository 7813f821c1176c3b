import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { buildFakePage } from './build-page.ts';
import type { Complaints } from './open-page.ts';
import { openPage, startBrowser } from './open-page.ts';

/** Where a page opens: `scenario` as in scenario.ts, `address` behind the hash. */
export type Where = Parameters<typeof openPage>[2];

/** Builds the page once for a test file and opens it in real Chromium; every page is closed after its test. */
export const usePages = (): {
  readonly open: (where: Where) => Promise<{ readonly page: Page; readonly complaints: Complaints }>;
} => {
  let folder = '';
  let browser: Browser | null = null;
  let closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 's2s-page-'));
    await buildFakePage(folder);
    browser = await startBrowser();
  });
  afterEach(async () => {
    await Promise.all(closers.map((close) => close()));
    closers = [];
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    open: async (where) => {
      if (browser === null) throw new Error('the browser did not start');
      const opened = await openPage(browser, folder, where);
      closers.push(opened.close);
      return opened;
    },
  };
};
