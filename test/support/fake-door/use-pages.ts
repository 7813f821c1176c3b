import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, inject } from 'vitest';
import type { OpenedPage } from './open-page.ts';
import { openPage, startBrowser } from './open-page.ts';
import { sharedFakePage } from './shared-page.ts';

/** Where a page is shown: `scenario` as in scenario.ts, `address` behind the hash. */
export type Where = { readonly scenario?: string; readonly address?: string };

const NOWHERE = '/nowhere';

/**
 * Shows the page in real Chromium; it is built once for a run of the tests. Loading takes longer than all the rest, so
 * a page stays open as long as the scenario stays the same, and goes to the next address as a person would.
 */
export const usePages = (): {
  readonly show: (where: Where) => Promise<{ readonly page: Page; readonly complaints: readonly string[] }>;
} => {
  let folder = '';
  let browser: Browser | null = null;
  let opened: OpenedPage | null = null;
  let shown: string | null = null;

  beforeAll(async () => {
    folder = await sharedFakePage(inject('pageFolder'));
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    show: async ({ address = '/', scenario = '' }) => {
      if (browser === null) throw new Error('the browser did not start');
      opened?.complaints.splice(0);
      opened ??= await openPage(browser, folder, { scenario, address: NOWHERE });
      const { complaints, goTo, load, page } = opened;
      if (shown !== null && shown !== scenario) await load(scenario, NOWHERE);
      shown = scenario;
      // By way of a page that says nothing, so that no words of the one before are taken for the next one's.
      await goTo(NOWHERE);
      await page.getByText('There is no such page').waitFor();
      if (address !== NOWHERE) {
        await goTo(address);
        await page.getByText('There is no such page').waitFor({ state: 'detached' });
      }
      return { page, complaints };
    },
  };
};
