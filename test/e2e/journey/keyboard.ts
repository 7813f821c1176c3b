import type { Locator, Page } from 'playwright-core';

/** More stops than any screen has: a target that Tab does not reach by then cannot be reached by keyboard. */
const MOST_STOPS = 120;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/**
 * Goes to a control with Tab alone, as somebody without a mouse does.
 * @throws when it cannot be reached, which is a defect of the screen.
 */
export const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${String(target)}.`);
};

/** Goes to a button or link and presses it. */
export const press = async (page: Page, target: Locator): Promise<void> => {
  await reach(page, target);
  await page.keyboard.press('Enter');
};

/** Goes to a field and types over what stands in it. */
export const typeInto = async (page: Page, field: Locator, text: string): Promise<void> => {
  await reach(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
};

/** Goes to a group of radio buttons and to one of them with the arrow keys. */
export const pickRadio = async (page: Page, group: Locator, wanted: Locator): Promise<void> => {
  await group.waitFor();
  const radios = group.getByRole('radio');
  const within = (): Promise<boolean> =>
    group.evaluate((element) => element.contains(document.activeElement));
  for (let stop = 0; stop < MOST_STOPS && !(await within()); stop += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let step = 0; step < (await radios.count()) && !(await wanted.isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
  if (!(await wanted.isChecked())) throw new Error(`The arrow keys do not reach ${String(wanted)}.`);
};

/** Goes to a grid and to one of its rows with the arrow keys. */
export const reachRow = async (page: Page, grid: Locator, row: Locator): Promise<void> => {
  await row.waitFor();
  await reach(page, grid);
  await page.keyboard.press('ControlOrMeta+Home');
  const rows = await grid.getByRole('row').count();
  for (let step = 0; step < rows; step += 1) {
    const active = await grid.getAttribute('aria-activedescendant');
    if (active !== null && active === (await row.getAttribute('id'))) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not reach ${String(row)}.`);
};
