import axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What Fluent's focus handling (tabster) puts at the ends of a region that keeps the focus: invisible markers that pass
 * the focus on the moment they get it. Axe sees something hidden that takes the focus; nobody can come to rest there.
 */
const FOCUS_MARKERS = '[data-tabster-dummy]';

declare global {
  // What axe's source adds to a page.
  interface Window {
    readonly axe?: typeof axe;
  }
}

/** Our page is one frame, so axe is asked in it; half a megabyte is brought there once, and only what is wrong is brought back. */
const problemsOf = async (page: Page, options: RunOptions): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source}; true`);
  const violations = await page.evaluate(
    async ([markers, asked]) => {
      if (window.axe === undefined) throw new Error('axe is not in the page');
      const found = await window.axe.run(
        { exclude: [[markers]] },
        // What is fine is not put into words, which takes longer than looking.
        { ...asked, resultTypes: ['violations'] },
      );
      return found.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ failureSummary, html }) => ({ html, summary: failureSummary ?? '' })),
      }));
    },
    [FOCUS_MARKERS, options] as const,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, summary }) => `${html}\n    ${summary}`).join('\n  ')}`,
  );
};

/** What axe finds wrong with a page (WCAG 2.2 AA and its good practices), one line for each rule that is broken. */
export const accessibilityProblems = (page: Page): Promise<readonly string[]> =>
  // `region` wants everything inside a landmark; toasts and tooltips float over the page and belong to none.
  problemsOf(page, { runOnly: TAGS, rules: { region: { enabled: false } } });

/** The same for text that stands out too little from what is behind it, the one thing that depends on the theme. */
export const contrastProblems = (page: Page): Promise<readonly string[]> =>
  problemsOf(page, { runOnly: { type: 'rule', values: ['color-contrast'] } });
