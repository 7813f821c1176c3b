import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, contrastProblems } from '../../support/axe/accessibility-problems.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import type { Screen } from './screens.ts';
import { SCREENS } from './screens.ts';

const pages = usePages();

/** Shows a screen in its state and waits until nothing of it is still being read. */
const show = async (screen: Screen, theme: string) => {
  const scenario = `${screen.where.scenario ?? ''}&theme=${theme}`;
  const shown = await pages.show({ ...screen.where, scenario });
  await shown.page.emulateMedia({ colorScheme: 'light' });
  await screen.act?.(shown.page);
  await shown.page.getByText(screen.words).first().waitFor();
  await shown.page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
  return shown;
};

/** Waits until what has just been asked for is on the screen. */
const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

// A theme changes colours and nothing else: what is not about colour is looked at once.
describe('every screen, light and dark', () => {
  test.each(SCREENS)('$name: without a policy violation, clean for axe', async (screen) => {
    const { page, complaints } = await show(screen, 'system');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await painted(page);
    expect(await contrastProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('every screen, high contrast', () => {
  test.each(SCREENS)('$name: enough contrast', async (screen) => {
    const { page } = await show(screen, 'high-contrast');
    expect(await contrastProblems(page)).toEqual([]);
  });
});
