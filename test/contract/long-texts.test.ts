import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../../main/hosts/chromium/find-browser.ts';
import { openWindow } from '../../main/hosts/chromium/open-window.ts';
import type { ConsoleWindow } from '../../main/hosts/chromium/open-window.ts';
import { projectRoot } from '../support/arrows/read-imports.ts';

const LONGEST = 3_000_000;

let folder: string;
let window: ConsoleWindow;
beforeAll(async () => {
  const browser = findBrowser(process.platform, process.env);
  if (browser === null) throw new Error('No Chromium, Chrome or Edge was found.');
  folder = await mkdtemp(join(tmpdir(), 's2s-console-test-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>test</title>');
  window = await openWindow({
    browser,
    headless: true,
    rendererFolder: folder,
    preloadFile: join(projectRoot, 'out', 'preload', 'index.cjs'),
    size: { width: 800, height: 600 },
    request: async (text) => text,
    onReload: () => undefined,
  });
  await window.load();
});
afterAll(async () => {
  await window.close();
  await rm(folder, { recursive: true });
});

/** The text sent to main and answered with itself. */
const echo = (text: string): Promise<string> =>
  window.page.evaluate((sent) => globalThis.window.s2sConsole.request(sent), text);

describe('Texts between the page and main in the Chromium host', () => {
  test('arrive as they were, long or short, whatever letters they have', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
        fc.constantFrom(1, 100, 2000, 20_000),
        async (piece, times) => {
          const text = JSON.stringify(piece.repeat(times)).slice(0, 1_000_000).toWellFormed();
          expect((await echo(text)) === text).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('pushed one after the other arrive in that order, though long ones take longer', async () => {
    const lengths = [10, LONGEST, 20, 40_000, 30, 1_000_000, 5];
    const arrived = window.page.evaluate(
      (count) =>
        new Promise<readonly string[]>((resolve) => {
          const got: string[] = [];
          globalThis.window.s2sConsole.subscribe((text) => {
            got.push(`${text.length} ${text.at(-1)}`);
            if (got.length === count) resolve(got);
          });
          void globalThis.window.s2sConsole.request('"listening"');
        }),
      lengths.length,
    );
    await echo('"the page has the listener by now"');
    for (const [index, length] of lengths.entries()) window.push('é'.repeat(length - 1) + String(index));
    expect(await arrived).toEqual(lengths.map((length, index) => `${length} ${index}`));
  });
});
