import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What Fluent's focus handling (tabster) puts at the ends of a region that keeps the focus: invisible markers that pass
 * the focus on the moment they get it. Axe sees something hidden that takes the focus; nobody can come to rest there.
 */
const FOCUS_MARKERS = '[data-tabster-dummy]';

/** What axe finds wrong with a page (WCAG 2.2 AA and its good practices), one line for each rule that is broken. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(TAGS)
    .exclude(FOCUS_MARKERS)
    // Without it axe opens a second page for each run, to put the results of several frames together; we have one.
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ failureSummary, html }) => `${html}\n    ${failureSummary ?? ''}`).join('\n  ')}`,
  );
};
