import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What Fluent's focus handling (tabster) puts at the ends of a region that keeps the focus: invisible markers that pass
 * the focus on the moment they get it. Axe sees something hidden that takes the focus; nobody can come to rest there.
 */
const FOCUS_MARKERS = '[data-tabster-dummy]';

/** What is run in the page instead of axe's half a megabyte when axe is there already. */
const NOTHING = ';';

const axe = async (page: Page): Promise<AxeBuilder> =>
  new AxeBuilder({ page, ...((await page.evaluate(() => 'axe' in window)) ? { axeSource: NOTHING } : {}) })
    // What is fine is not put into words, which takes longer than looking.
    .options({ resultTypes: ['violations'] })
    .exclude(FOCUS_MARKERS)
    // Without it axe opens a second page for each run, to put the results of several frames together; we have one.
    .setLegacyMode(true);

const problemsOf = async (
  page: Page,
  choose: (builder: AxeBuilder) => AxeBuilder,
): Promise<readonly string[]> => {
  const { violations } = await choose(await axe(page)).analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ failureSummary, html }) => `${html}\n    ${failureSummary ?? ''}`).join('\n  ')}`,
  );
};

/** What axe finds wrong with a page (WCAG 2.2 AA and its good practices), one line for each rule that is broken. */
export const accessibilityProblems = (page: Page): Promise<readonly string[]> =>
  // `region` wants everything inside a landmark; toasts and tooltips float over the page and belong to none.
  problemsOf(page, (builder) => builder.withTags(TAGS).disableRules(['region']));

/** The same for text that stands out too little from what is behind it, the one thing that depends on the theme. */
export const contrastProblems = (page: Page): Promise<readonly string[]> =>
  problemsOf(page, (builder) => builder.withRules(['color-contrast']));
