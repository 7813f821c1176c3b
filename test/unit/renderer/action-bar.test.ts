import { expect, test } from 'vitest';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { queryAddress } from './screens/screen.ts';

const pages = usePages();

/** Query lab in a window of a width. */
const showLab = async (width: number) => {
  const { page } = await pages.show({ address: queryAddress });
  await page.setViewportSize({ width, height: 720 });
  const header = page.locator('header').filter({ has: page.getByRole('heading', { name: 'Query lab' }) });
  await header.getByRole('button', { name: 'Save', exact: true }).waitFor();
  return { page, header, more: header.getByRole('button', { name: 'More' }) };
};

test.each([900, 960, 1000, 1040, 1100, 1280])(
  'a window of %d pixels shows what it has room for on one line, and the rest stands in a menu',
  async (width) => {
    const { header, more, page } = await showLab(width);
    await more.waitFor();
    const shown = await header.getByRole('button').allTextContents();
    const tops = await header
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    expect(new Set(tops).size).toBe(1);
    // Nothing is cut off on the left, where the title is.
    expect(
      await header.evaluate((one) => {
        const bar = one.querySelector('[data-overflow-item]')?.parentElement;
        const first = bar?.querySelector('button');
        return bar === null || bar === undefined || first === null || first === undefined
          ? -1
          : first.getBoundingClientRect().left - bar.getBoundingClientRect().left;
      }),
    ).toBeGreaterThanOrEqual(0);
    await more.click();
    const hidden = await page.getByRole('menuitem').allTextContents();
    await page.keyboard.press('Escape');
    expect([...shown.filter((label) => label !== 'More'), ...hidden]).toEqual([
      'Save',
      'Saved queries',
      'History',
      'Export rows',
      'As a user',
      'Write test',
      'Support pack…',
    ]);
  },
);

test('in a wide window nothing stands in a menu', async () => {
  const { header, more } = await showLab(1800);
  await more.waitFor({ state: 'detached' });
  expect(await header.getByRole('button').count()).toBe(7);
});

test('what stands in the menu is done by keyboard: the panel has the focus, and gives it back to the menu when it closes', async () => {
  const { more, page } = await showLab(960);
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Write test' }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Write test' });
  await panel.waitFor();
  await expect.poll(() => panel.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => more.evaluate((one) => one === document.activeElement)).toBe(true);
});
