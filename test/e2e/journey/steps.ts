import { expect as expectSoon } from 'playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { LaunchedConsole } from '../../support/console/launch.ts';
import { pickRadio, press, reach, reachRow, typeInto } from './keyboard.ts';

/** One step of the demo journey: what a person does, until the page shows that it worked. */
export type JourneyStep = {
  readonly name: string;
  readonly run: (launched: LaunchedConsole) => Promise<void>;
};

/** A busy computer may take its time; a person waits as well. */
const expect = expectSoon.configure({ timeout: 30_000 });

const ENVIRONMENTS = ['Contoso Development', 'Contoso Test', 'Contoso Production'] as const;
const APP = 'Contoso Integration Hub';
const ROLE = 'Integration – Sales Sync';
const QUERY =
  'opportunities?$select=name,estimatedvalue,statecode,modifiedon&$orderby=estimatedvalue desc&$top=50';

const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole('button', { name, exact: true }).first();

const open = async (page: Page, name: string): Promise<void> => {
  await press(page, page.getByRole('link', { name, exact: true }).first());
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
};

/** The client id and secret of the app, as a person would read them in the demo portal. */
const credentialOf = ({
  demoCloud,
}: LaunchedConsole): { readonly clientId: string; readonly secret: string } => {
  const app = demoCloud.description.apps.find(({ name }) => name === APP);
  if (app?.secret === undefined) throw new Error(`The demo cloud has no secret for ${APP}.`);
  return { clientId: app.clientId, secret: app.secret };
};

/**
 * The main job from the first-run door to the journal, by keyboard alone: sign in, find environments, keep an app's
 * secret, give the app a role in three environments, run a query as the app, and see why one of them refuses.
 */
export const JOURNEY: readonly JourneyStep[] = [
  {
    name: 'Explore the demo cloud',
    run: async ({ page }) => {
      await press(page, button(page, /explore the demo/i));
      await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
    },
  },
  {
    name: 'Sign in as the administrator of Contoso',
    run: async ({ page, nextLink }) => {
      const link = nextLink();
      await press(page, button(page, 'Sign in'));
      const person = await link;
      await press(person, button(person, /adele/i));
      await expect(page.getByText('adele.admin@contoso.demo.test').first()).toBeVisible();
    },
  },
  {
    name: 'Find the environments',
    run: async ({ page }) => {
      await open(page, 'Environments');
      await press(page, button(page, 'Find environments'));
      for (const name of ENVIRONMENTS) await expect(page.getByText(name).first()).toBeVisible();
    },
  },
  {
    name: 'Add an app and put its secret into the vault',
    run: async (launched) => {
      const { page } = launched;
      const { clientId, secret } = credentialOf(launched);
      await open(page, 'Applications');
      await press(page, button(page, 'Add app'));
      const panel = page.getByRole('complementary', { name: 'Add app' });
      await panel.getByRole('tab', { name: 'Paste a client ID' }).click();
      await typeInto(page, panel.getByRole('textbox', { name: 'Name' }), APP);
      await typeInto(page, panel.getByRole('textbox', { name: 'Application (client) ID' }), clientId);
      await press(page, button(panel, 'Add app'));
      await press(page, button(page, 'Add secret'));
      const form = page.getByRole('complementary', { name: 'Add client secret' });
      await typeInto(page, form.getByRole('textbox', { name: 'Secret value' }), secret);
      await press(page, button(form, 'Add secret'));
      await expect(page.getByText('This session only').first()).toBeVisible();
    },
  },
  {
    name: 'See the application users of every environment',
    run: async ({ page }) => {
      await open(page, 'Application users');
      await expect(page.getByRole('grid').getByText('Contoso Portal Sync').first()).toBeVisible();
    },
  },
  {
    name: 'Plan a role for the app in three environments',
    run: async ({ page }) => {
      await press(page, button(page, 'Give an app access'));
      const app = page.getByRole('radio', { name: new RegExp(APP) });
      await pickRadio(page, page.getByRole('radiogroup', { name: 'Apps of this workspace' }), app);
      await press(page, button(page, 'Next'));
      await press(page, page.getByRole('checkbox', { name: 'Select all rows' }));
      await press(page, button(page, 'Next'));
      await typeInto(page, page.getByRole('searchbox', { name: 'Filter: Roles' }), 'Sales Sync');
      const roles = page.getByRole('grid', { name: 'Roles' });
      await reachRow(page, roles, roles.getByRole('row', { name: new RegExp(ROLE) }));
      await page.keyboard.press('Space');
      await press(page, button(page, 'Next'));
      await expect(page.getByRole('heading', { name: '5 changes in 3 environments' })).toBeVisible();
    },
  },
  {
    name: 'Confirm production by name, apply and verify',
    run: async ({ page }) => {
      await press(page, button(page, /^Apply 5 changes/));
      const dialog = page.getByRole('alertdialog');
      await typeInto(page, dialog.getByRole('textbox'), 'Contoso Production');
      await press(page, button(dialog, 'Apply'));
      await expect(page.getByText('Done and verified in 3 environments')).toBeVisible();
    },
  },
  {
    name: 'Query as the app in all three: two answer, one refuses',
    run: async ({ page }) => {
      await press(page, button(page, 'Run a query as this app'));
      await typeInto(page, page.getByRole('textbox', { name: 'OData query' }), QUERY);
      await page.keyboard.press('ControlOrMeta+Enter');
      await expect(page.getByRole('tab', { name: 'Rows (100)' })).toBeVisible();
      await expect(page.getByText('1 of 3 environments failed')).toBeVisible();
    },
  },
  {
    name: 'See why production refuses',
    run: async ({ page }) => {
      await reach(page, page.getByRole('tab', { selected: true }));
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const runs = page.getByRole('grid', { name: 'Run by environment' });
      await reachRow(page, runs, runs.getByRole('row', { name: /Contoso Production/ }));
      await page.keyboard.press('Enter');
      const why = page.getByRole('complementary', { name: 'Contoso Production' });
      await expect(why.getByText('The privilege prvReadOpportunity is missing').first()).toBeVisible();
    },
  },
  {
    name: 'Look at the security roles',
    run: async ({ page }) => {
      await page.keyboard.press('Escape');
      await open(page, 'Security roles');
    },
  },
  {
    name: 'Read the journal',
    run: async ({ page }) => {
      await open(page, 'Activity');
      const journal = page.getByRole('grid');
      await expect(journal.getByText('Query run').first()).toBeVisible();
      await expect(journal.getByText('Operation ended').first()).toBeVisible();
    },
  },
];
