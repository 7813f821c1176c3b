import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { BrowserContext } from 'playwright-core';
import { QUIET_FLAGS } from './quiet-flags.ts';

/** An ordinary browser window beside the console's, for pages of the demo cloud such as its sign-in. */
export type LinkWindow = {
  readonly open: (url: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Makes a window that opens at its first link, with a profile folder that is deleted at the end. */
export const openLinkWindow = (browser: string): LinkWindow => {
  let opened: { readonly context: BrowserContext; readonly profile: string } | null = null;

  const close = async (): Promise<void> => {
    const closing = opened;
    opened = null;
    if (closing === null) return;
    await closing.context.close();
    await rm(closing.profile, { recursive: true, force: true, maxRetries: 3 });
  };

  const contextOf = async (): Promise<BrowserContext> => {
    if (opened !== null) return opened.context;
    const profile = await mkdtemp(join(tmpdir(), 's2s-console-link-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: browser,
      headless: false,
      chromiumSandbox: process.getuid?.() !== 0,
      viewport: null,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...QUIET_FLAGS, '--window-size=720,800'],
    });
    opened = { context, profile };
    context.on('close', () => void close());
    return context;
  };

  return {
    open: async (url) => {
      const context = await contextOf();
      const blank = context.pages().find((page) => page.url() === 'about:blank');
      const page = blank ?? (await context.newPage());
      await page.goto(url);
      await page.bringToFront();
    },
    close,
  };
};
