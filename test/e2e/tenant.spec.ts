import { expect as expectSoon, test } from 'playwright/test';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { JOURNEY } from './journey/steps.ts';

const expect = expectSoon.configure({ timeout: 30_000 });
const STEPS_BEFORE = [
  'Explore the demo cloud',
  'Sign in as the administrator of Contoso',
  'Find the environments',
  'Add an app and put its secret into the vault',
];

let launched: LaunchedConsole;

test.beforeAll(async () => {
  test.slow();
  launched = await launchConsole();
  for (const { name, run } of JOURNEY) if (STEPS_BEFORE.includes(name)) await run(launched);
});
test.afterAll(() => launched.close());

const button = (name: string | RegExp) => launched.page.getByRole('button', { name }).first();
const allow = async (permission: string) => {
  const link = launched.nextLink();
  await button(/^Allow access to Microsoft Graph/).click();
  const person = await link;
  await person.getByRole('button', { name: /adele/i }).click();
  await expect(person.getByText(permission).first()).toBeVisible();
  await person.getByRole('button', { name: 'Accept' }).click();
};
const panel = (name: string | RegExp) => launched.page.getByRole('complementary', { name });

test('C12: an app that was just added is in the list of consents, which says how clients come into it', async () => {
  const { page } = launched;
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  await page.getByRole('tab', { name: 'Consent' }).first().click();
  await expect(page.getByRole('row', { name: /Contoso Integration Hub.*Home tenant/ })).toBeVisible();
  await expect(page.getByText('no client was asked yet')).toBeVisible();
  await button('Ask for consent').click();
  await panel('Ask for consent').getByRole('button', { name: 'Add a workspace' }).click();
  await expect(page.getByRole('heading', { name: 'New workspace' })).toBeVisible();
});

test('C26: management applications are listed without Microsoft Graph too, and that names are missing is said', async () => {
  const { page } = launched;
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  await page.getByRole('tab', { name: 'Management applications' }).click();
  await expect(page.getByRole('row', { name: /Name not known.*Not known/ })).toHaveCount(2);
  await expect(page.getByText('Names and states are missing.')).toBeVisible();
  await expect(button(/^Allow access to Microsoft Graph/)).toBeVisible();
});

test('access to Microsoft Graph that was declined is allowed the second time, and what was refused is asked again', async () => {
  const { page, nextLink } = launched;
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  await page.getByRole('button', { name: 'Add app' }).first().click();
  let link = nextLink();
  await panel('Add app')
    .getByRole('button', { name: /^Allow access to Microsoft Graph/ })
    .click();
  let person = await link;
  await person.getByRole('button', { name: /adele/i }).click();
  await expect(person.getByText('Permissions requested')).toBeVisible();
  await person.getByRole('button', { name: 'Cancel' }).click();
  const asking = panel('Allow access to Microsoft Graph');
  await expect(asking.getByText('Consent was declined')).toBeVisible();

  link = nextLink();
  await asking.getByRole('button', { name: 'Try again' }).click();
  person = await link;
  await person.getByRole('button', { name: /adele/i }).click();
  await expect(person.getByText('Application.Read.All').first()).toBeVisible();
  await person.getByRole('button', { name: 'Accept' }).click();
  await expect(panel('Add app').getByText('Contoso Portal Sync')).toBeVisible();
});

test('C10: an app is registered once the permission for it is allowed, and opens', async () => {
  const { page } = launched;
  const adding = panel('Add app');
  await adding.getByRole('tab', { name: 'Register a new app' }).click();
  await adding.getByRole('textbox').first().fill('Nightly sync');
  await adding.getByRole('button', { name: 'Preview' }).click();
  const preview = panel('Register a new app');
  await expect(preview.getByText('Microsoft Graph may not be used for this yet')).toBeVisible();
  await allow('Application.ReadWrite.All');
  await preview.getByRole('button', { name: 'Apply' }).click();
  await expect(panel('Nightly sync').getByText('Without a credential this app cannot sign in')).toBeVisible();
  await expect(page.getByRole('row', { name: /Nightly sync/ })).toBeVisible();
});

test('C10: a credential is rotated: a new one from Entra, proved where the app is used, in use, and the old one removed by typing', async () => {
  const { page } = launched;
  await page.getByRole('row', { name: /Contoso Integration Hub/ }).click();
  await page.getByRole('tab', { name: 'Credentials' }).click();
  await button(/^Rotate/).click();
  await page.getByRole('button', { name: 'Preview the rotation' }).click();
  // This window has no keychain: what that means for the new secret is said before it is made.
  await expect(panel('Rotate').getByText(/the new credential is lost when the console closes/)).toBeVisible();
  await panel('Rotate').getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('The new credential is in use')).toBeVisible();
  await expect(page.getByText('Proved', { exact: true }).first()).toBeVisible();
  await expect(button('Copy the new secret once')).toBeVisible();
  await panel('Rotate').getByRole('button', { name: 'Close' }).last().click();

  await button(/^Remove the old one/).click();
  const removing = page.getByRole('complementary').last();
  const apply = removing.getByRole('button', { name: 'Apply' });
  await expect(removing.getByText('Removed from Entra').first()).toBeVisible();
  await expect(apply).toBeDisabled();
  await removing.getByRole('textbox').fill('Contoso');
  await apply.click();
  await expect(removing.getByText('The tenant was read again and shows it.')).toBeVisible();
  expect(launched.problems).toEqual([]);
  expect(launched.log).toEqual([]);
});

test('C26: an app becomes a management application after its tenant was typed, and is none again', async () => {
  const { page } = launched;
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  await page.getByRole('tab', { name: 'Management applications' }).click();
  await expect(
    page.getByRole('row', { name: /Contoso Retired Connector.*Service principal there/ }),
  ).toBeVisible();
  await expect(page.getByText('Names and states are missing.')).toBeHidden();

  await button('Register an app').click();
  await button('Register Contoso Integration Hub').click();
  const registering = panel('Register as management application');
  await expect(registering.getByText('Administers every environment of the tenant')).toBeVisible();
  await expect(registering.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await registering.getByRole('textbox', { name: 'Type Contoso to confirm' }).fill('Contoso');
  await registering.getByRole('button', { name: 'Apply' }).click();
  const row = page.getByRole('row', { name: /Contoso Integration Hub.*Yes/ });
  await expect(row).toBeVisible();
  await registering.getByRole('button', { name: 'Close' }).last().click();

  await row.getByText('Contoso Integration Hub').click();
  await panel('Contoso Integration Hub').getByRole('button', { name: 'Unregister…' }).click();
  const leaving = panel('Unregister as management application');
  await leaving.getByRole('textbox', { name: 'Type Contoso to confirm' }).fill('Contoso');
  await leaving.getByRole('button', { name: 'Apply' }).click();
  await expect(row).toHaveCount(0);
});
