import { expect as expectSoon, test } from 'playwright/test';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { JOURNEY } from './journey/steps.ts';

const expect = expectSoon.configure({ timeout: 30_000 });
const STEPS_BEFORE = ['Explore the demo cloud', 'Sign in as the administrator of Contoso'];

let launched: LaunchedConsole;

test.beforeAll(async () => {
  test.slow();
  launched = await launchConsole();
  for (const { name, run } of JOURNEY) if (STEPS_BEFORE.includes(name)) await run(launched);
});
test.afterAll(() => launched.close());

const panel = (name: string | RegExp) => launched.page.getByRole('complementary', { name });

test('access to Microsoft Graph that was declined is allowed the second time, and what was refused is asked again', async () => {
  const { page, nextLink } = launched;
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  await page.getByRole('button', { name: 'Add app' }).first().click();
  let link = nextLink();
  await panel('Add app').getByRole('button', { name: /^Allow access to Microsoft Graph/ }).click();
  let person = await link;
  await person.getByRole('button', { name: /adele/i }).click();
  await expect(person.getByText('Permissions requested')).toBeVisible();
  await person.getByRole('button', { name: 'Cancel' }).click();
  const asking = panel('Allow access to Microsoft Graph');
  await expect(asking.getByText('Consent was declined')).toBeVisible();

  link = nextLink();
  await asking.getByRole('button', { name: 'Retry' }).click();
  person = await link;
  await person.getByRole('button', { name: /adele/i }).click();
  await expect(person.getByText('Application.Read.All').first()).toBeVisible();
  await person.getByRole('button', { name: 'Accept' }).click();
  await expect(panel('Add app').getByText('Contoso Portal Sync')).toBeVisible();
});
