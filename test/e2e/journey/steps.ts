import { expect } from 'playwright/test';
import type { LaunchedConsole } from '../../support/console/launch.ts';

/** One step of the demo journey: what a person does, until the page shows that it worked. */
export type JourneyStep = {
  readonly name: string;
  readonly run: (launched: LaunchedConsole) => Promise<void>;
};

const open = async ({ page }: LaunchedConsole, name: string): Promise<void> => {
  await page.getByRole('link', { name, exact: true }).first().click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
};

/** The way from the first-run door to the environments, apps and application users of the demo tenant, in order. */
export const JOURNEY: readonly JourneyStep[] = [
  {
    name: 'Explore the demo cloud',
    run: async ({ page }) => {
      await page.getByRole('button', { name: /explore the demo/i }).click();
      await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    },
  },
  {
    name: 'Sign in as the administrator of Contoso',
    run: async ({ page, nextLink }) => {
      const link = nextLink();
      await page.getByRole('button', { name: 'Sign in' }).first().click();
      const person = await link;
      await person.getByRole('button', { name: /adele/i }).click();
      await expect(page.getByText('adele.admin@contoso.demo.test').first()).toBeVisible();
    },
  },
  {
    name: 'Find the environments',
    run: async (launched) => {
      const { page } = launched;
      await open(launched, 'Environments');
      await page.getByRole('button', { name: 'Find environments' }).first().click();
      for (const name of ['Contoso Development', 'Contoso Test', 'Contoso Production'])
        await expect(page.getByText(name).first()).toBeVisible();
    },
  },
  {
    name: 'Put the demo apps and their secrets into the vault',
    run: async (launched) => {
      const { page } = launched;
      await open(launched, 'Applications');
      await page
        .getByRole('button', { name: /demo apps/i })
        .first()
        .click();
      await expect(page.getByText('Contoso Integration Hub').first()).toBeVisible();
    },
  },
  {
    name: 'See the application users of every environment',
    run: (launched) => open(launched, 'Application users'),
  },
  { name: 'See the security roles', run: (launched) => open(launched, 'Security roles') },
  { name: 'Open the query lab', run: (launched) => open(launched, 'Query lab') },
  { name: 'Read the journal', run: (launched) => open(launched, 'Activity') },
];
