import { expect as expectSoon } from 'playwright/test';
import type { Locator } from 'playwright-core';
import type { LaunchedConsole } from '../../support/console/launch.ts';
import type { CanaryPlan } from './canary-plan.ts';
import type { Evidence } from './evidence.ts';

/** A busy computer may take its time. */
export const expect = expectSoon.configure({ timeout: 60_000 });

/** One run of the app: its window, what it was told to do, and where it leaves what was seen. */
export type CanaryRun = {
  readonly launched: LaunchedConsole;
  readonly plan: CanaryPlan;
  readonly evidence: Evidence;
};

/** What every part of a run does with the page. That all of it goes by keyboard is shown elsewhere; here the mouse is quicker. */
export const handsOn = ({ launched: { page }, plan: { app } }: CanaryRun) => {
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  const open = async (name: string): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).first().click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  };
  return {
    button,
    open,
    panel: (name: string) => page.getByRole('complementary', { name }),
    /** Key by key, as a person types a secret. */
    type: async (field: Locator, text: string): Promise<void> => {
      await field.click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(text);
    },
    openCredentials: async (): Promise<void> => {
      await open('Applications');
      await page.getByRole('grid').getByText(app.name).click();
      await page.getByRole('tab', { name: 'Credentials' }).click();
      await expect(button('Add secret')).toBeVisible();
    },
    openVault: async (): Promise<void> => {
      await open('Settings');
      await page.getByRole('tab', { name: 'Vault' }).click();
    },
  };
};
