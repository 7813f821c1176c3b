import type { Page } from 'playwright';
import type { Screen } from './screen.ts';
import { button, inWorkspace } from './screen.ts';

const address = inWorkspace('baseline');
const compare = (page: Page) => button(page, 'Compare now').click();

/** The baseline: its text, and the drift from it. */
export const BASELINE_SCREENS: readonly Screen[] = [
  { name: 'drift from the baseline', where: { address }, words: 'Lacks the role Order Import Service' },
  {
    name: 'the plan back to the baseline',
    where: { address },
    act: async (page) => {
      await button(page, 'Plan all 8 changes').click();
      await page.getByRole('complementary').getByText('Assign role').first().waitFor();
    },
    words: 'Back to the baseline',
  },
  {
    name: 'the text of the baseline, with its faults',
    where: { address: `${address}?view=document` },
    act: async (page) => {
      await page.getByText('2 apps in 40 environments').waitFor();
      await page.getByRole('textbox', { name: 'Text of the baseline' }).fill('version: 1\n# faulty');
      await page.getByText('2 faults').waitFor();
    },
    words: 'No group is called “faulty”.',
  },
  { name: 'no baseline yet', where: { scenario: 'baseline=none', address }, words: 'No baseline yet' },
  {
    name: 'a baseline written from what is there',
    where: { scenario: 'baseline=none', address },
    act: (page) => button(page, 'Write from what is there').click(),
    words: 'It counts once it is saved.',
  },
  {
    name: 'a baseline that was never compared',
    where: { scenario: 'baseline=none', address },
    act: async (page) => {
      await button(page, 'Save').click();
    },
    words: 'Not compared yet',
  },
  {
    name: 'a baseline of which nothing could be compared',
    where: { scenario: 'denied', address },
    words: 'Nothing could be compared',
  },
  {
    name: 'a comparison that was cancelled',
    where: { scenario: 'pace=50', address },
    act: async (page) => {
      await compare(page);
      await button(page, 'Cancel').click();
    },
    words: 'The comparison was cancelled.',
  },
];
