import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { buildFakePage } from '../support/fake-door/build-page.ts';
import { environments, profiles, workspaces } from '../support/fake-door/fake-world.ts';
import { openPage, startBrowser } from '../support/fake-door/open-page.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const MANY = 1_000_000;
const FEW = 100;
const FRAMES = 90;

/** The query lab with a finished run of so many rows, showing its environments. */
const openResult = async (browser: Browser, folder: string, rows: number): Promise<Page> => {
  const address = `/w/${workspaces[0]?.id ?? ''}/query?app=${profiles[0]?.id ?? ''}&environments=${environments[0]?.id ?? ''}`;
  const { page } = await openPage(browser, folder, { scenario: `rows=${rows}`, address });
  await page.getByText(/^Runs as/).waitFor();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('tab', { name: /^Rows/ }).waitFor();
  await page.getByRole('tab', { name: /^Environments/ }).click();
  return page;
};

/** Milliseconds from the press of the tab to the first row that is painted. */
const mount = async (page: Page): Promise<number> => {
  const took = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const [rows] = document.querySelectorAll<HTMLElement>('[role="tab"]');
        const began = performance.now();
        rows?.click();
        const look = (): void => {
          const cell = document.querySelector('[aria-label="Query result"] [role="gridcell"]');
          if (cell?.textContent) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  await page.getByRole('tab', { name: /^Environments/ }).click();
  return took;
};

/** The 95th percentile of the time between two frames while the grid is scrolled up and down. */
const scroll = async (page: Page): Promise<number> => {
  await page.getByRole('tab', { name: /^Rows/ }).click();
  await page.locator('[aria-label="Query result"] [role="gridcell"]').first().waitFor();
  return page.evaluate(
    (frames) =>
      new Promise<number>((resolve) => {
        const grid = document.querySelector('[aria-label="Query result"][role="grid"]');
        if (grid === null) throw new Error('There is no grid.');
        const most = grid.scrollHeight - grid.clientHeight;
        const times: number[] = [];
        let last = performance.now();
        const step = (now: number): void => {
          times.push(now - last);
          last = now;
          const phase = (times.length * 300) % (2 * most);
          grid.scrollTop = phase > most ? 2 * most - phase : phase;
          if (times.length < frames) requestAnimationFrame(step);
          else resolve(times.slice(1).toSorted((a, b) => a - b)[Math.floor(frames * 0.95) - 1] ?? Number.NaN);
        };
        requestAnimationFrame(step);
      }),
    FRAMES,
  );
};

/** The result grid with a million rows against the same grid with a hundred. */
export async function* gridBenchmarks(): AsyncGenerator<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 's2s-console-bench-'));
  await buildFakePage(folder);
  const browser = await startBrowser();
  try {
    const many = await openResult(browser, folder, MANY);
    const few = await openResult(browser, folder, FEW);
    const sides = (work: (page: Page) => Promise<number>) => ({
      ours: () => work(many),
      other: () => work(few),
    });
    yield await measure(
      { name: 'Grid of 1,000,000 rows: mount', unit: 'ms', goal: null, ...sides(mount) },
      { rounds: 11 },
    );
    yield await measure(
      { name: 'Grid of 1,000,000 rows: scroll, frame p95', unit: 'ms', goal: 1.2, ...sides(scroll) },
      { rounds: 7 },
    );
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
