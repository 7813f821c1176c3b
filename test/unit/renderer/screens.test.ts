import { describe, expect, test } from 'vitest';
import { accessibilityProblems } from '../../support/axe/accessibility-problems.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { SCREENS } from './screens.ts';

const pages = usePages();

describe.each(['light', 'dark', 'high-contrast'])('every screen, %s', (theme) => {
  test.each(SCREENS)(
    '$name: shown without a policy violation and clean for axe',
    async ({ act, where, words }) => {
      const scenario = `${where.scenario ?? ''}&theme=${theme}`;
      const { page, complaints } = await pages.show({ ...where, scenario });
      await act?.(page);
      await page.getByText(words).first().waitFor();
      await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
