import type { Page } from 'playwright';
import { environments, profiles, roles, workspaces } from '../../../support/fake-door/fake-world.ts';
import type { Where } from '../../../support/fake-door/use-pages.ts';

export const inWorkspace = (rest: string): string => `/w/${workspaces[0]?.id ?? ''}/${rest}`;
export const idOf = (item: { readonly id: string } | undefined): string => item?.id ?? '';
const firstIds = (count: number): string =>
  environments
    .slice(1, 1 + count)
    .map(({ id }) => id)
    .join(',');
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Does something with a page; what has no room in its bar stands in the menu at its end. */
export const pageAction = async (page: Page, name: string): Promise<void> => {
  const inBar = page.locator('header').getByRole('button', { name });
  const more = page.locator('header').getByRole('button', { name: 'More' });
  await inBar.or(more).first().waitFor();
  if (await inBar.isVisible()) return inBar.click();
  await more.click();
  await page.getByRole('menuitem', { name }).click();
};

export const next = (page: Page) => button(page, 'Next').click();
/** Gives an app access in three environments, up to the plan. */
export const toPlan = async (page: Page): Promise<void> => {
  await next(page);
  await page.getByRole('row', { name: /Account Reader/ }).click();
  await next(page);
  await button(page, /^Apply/).waitFor();
};
export const toConfirmation = async (page: Page): Promise<void> => {
  await toPlan(page);
  await button(page, /Leave it out/).click();
  await button(page, /^Apply/).click();
};
export const confirm = async (page: Page): Promise<void> => {
  await toConfirmation(page);
  const dialog = page.getByRole('alertdialog');
  for (const field of await dialog.getByRole('textbox').all()) {
    const label =
      (await field.getAttribute('aria-label')) ??
      (await field.evaluate((box) =>
        box instanceof HTMLInputElement ? (box.labels?.[0]?.textContent ?? '') : '',
      ));
    await field.fill(label.replace(/^Type /, '').replace(/ to confirm$/, ''));
  }
  await dialog.getByRole('button').first().click();
};
export const typeQuery = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: /query/i }).fill('accounts?$select=name,revenue&$top=50');
};
export const runQuery = async (page: Page): Promise<void> => {
  await typeQuery(page);
  await button(page, /^Run/).click();
};

/** Hands a text over, as a person pastes it. */
export const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('radio', { name: 'Pasted text' }).check();
  await page.getByRole('textbox').first().fill(text);
  await button(page, 'Show what is in it').click();
};

/** A screen in a state that looks different from others. */
export type Screen = {
  readonly name: string;
  readonly where: Where;
  /** What a person does there first. */
  readonly act?: (page: Page) => Promise<void>;
  /** Words that show that the state is there. */
  readonly words: string | RegExp;
};

export const wizardAddress = inWorkspace(
  `application-users/new?app=${idOf(profiles[0])}&environments=${firstIds(3)}`,
);
export const queryAddress = inWorkspace(`query?app=${idOf(profiles[0])}&environments=${firstIds(4)}`);

export const lookUp =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('textbox', { name: 'Tenant' }).fill(text);
    await button(page, 'Find').click();
  };

export const roleNamed = (wanted: string): string =>
  roles.find(({ name }) => name === wanted)?.rootRoleId ?? '';

/** Every screen in every state, those of one scenario side by side. */
