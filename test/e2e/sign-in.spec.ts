import { expect, test } from 'playwright/test';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { JOURNEY } from './journey/steps.ts';

let launched: LaunchedConsole;

test.beforeAll(async () => {
  test.slow();
  launched = await launchConsole({
    demoCloudOptions: { deviceCodes: { lifetimeSeconds: 900, intervalSeconds: 1 } },
  });
  await JOURNEY[0]?.run(launched);
});
test.afterAll(() => launched.close());

const button = (name: string | RegExp) => launched.page.getByRole('button', { name }).first();
const panel = () => launched.page.getByRole('complementary', { name: 'Sign in' });

test('an account that Conditional Access blocks: the panel says why, and another way is offered', async () => {
  const { page, nextLink } = launched;
  const link = nextLink();
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click();
  const person = await link;
  await expect(person.getByText('blocked by Conditional Access')).toBeVisible();
  await person.getByRole('button', { name: /karel/i }).click();
  await expect(person.getByRole('alert')).toContainText('AADSTS53003');
  await person.getByRole('button', { name: 'Back to S2S Console' }).click();
  await expect(panel().getByText('A Conditional Access policy blocks this sign-in')).toBeVisible();
  await expect(panel().getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a code, typed on the page that the panel names, signs in', async () => {
  const { page, nextLink } = launched;
  await panel().getByRole('button', { name: 'Use a code instead' }).click();
  const code = (await panel().getByRole('status').textContent()) ?? '';
  const link = nextLink();
  await panel().getByRole('button', { name: 'Open the page' }).click();
  const person = await link;
  await person.getByRole('textbox', { name: 'Code' }).fill(code);
  await person.getByRole('button', { name: 'Next' }).click();
  await person.getByRole('button', { name: /adele/i }).click();
  await expect(person.getByText('You have signed in to S2S Console')).toBeVisible();
  await expect(page.getByText('adele.admin@contoso.demo.test').first()).toBeVisible();
  await expect(panel()).toBeHidden();
});

test('a second account with a second factor becomes the current one; signing it out leaves the first', async () => {
  const { page, nextLink } = launched;
  await button(/^Account: adele/).click();
  const link = nextLink();
  await button('Sign in another account').click();
  const person = await link;
  await person.getByRole('button', { name: /mirthe/i }).click();
  await person.getByRole('button', { name: 'Approve' }).click();
  await button(/^Account: mirthe/).click();
  const accounts = page.getByRole('list', { name: 'Accounts of this workspace' });
  await expect(accounts.getByRole('listitem')).toHaveCount(2);
  await accounts.getByRole('button', { name: /^Sign out mirthe/ }).click();
  // The menu keeps the focus until it is closed.
  await page.keyboard.press('Escape');
  await expect(button(/^Account: adele/)).toBeVisible();
  expect(launched.problems).toEqual([]);
  expect(launched.log).toEqual([]);
});
