import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { accessibilityProblems, contrastProblems } from '../../support/axe/accessibility-problems.ts';
import { HIGH_CONTRAST } from '../../support/fake-door/high-contrast.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import type { Screen } from './screens/screen.ts';

/** Gives the page another look, as the system does, and waits until it is on the screen. */
const look = async (page: Page, wanted: 'light' | 'dark' | 'high-contrast'): Promise<void> => {
  await page.emulateMedia({ colorScheme: wanted === 'dark' ? 'dark' : 'light' });
  await page.evaluate(
    async ([name, on]) => {
      window.dispatchEvent(new CustomEvent(name, { detail: on }));
      for (const _ of [1, 2]) await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    [HIGH_CONTRAST, wanted === 'high-contrast'] as const,
  );
};

/** Every screen is there, breaks no policy and is clean for axe in every look. */
export const testScreens = (screens: readonly Screen[]): void => {
  const pages = usePages();
  test.each(screens)(
    '$name: no refused policy, clean for axe in every look',
    async ({ act, where, words }) => {
      const scenario = `${where.scenario ?? ''}&theme=system`;
      const { page, complaints } = await pages.show({ ...where, scenario });
      await look(page, 'light');
      await act?.(page);
      await page.getByText(words).first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
      expect(await accessibilityProblems(page)).toEqual([]);
      // Another look changes colours and nothing else.
      await look(page, 'dark');
      expect(await contrastProblems(page)).toEqual([]);
      await look(page, 'high-contrast');
      expect(await contrastProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
};
