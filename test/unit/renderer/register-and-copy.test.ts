import { expect, test } from 'vitest';
import { profiles, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const inWorkspace = (at: number, rest: string): string =>
  `/w/${workspaces[at]?.id ?? ''}/applications?${rest}`;
const register = inWorkspace(0, 'panel=add&way=register');
const COPY = { name: 'Copy the new secret once' };

test('a new app has a name, says who may use it, is previewed, and opens at its credentials once it is registered', async () => {
  const { page } = await pages.show({ address: register });
  const name = page.getByRole('textbox', { name: 'Name' });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('Give it a name.').waitFor();
  await name.fill('order SYNC');
  await page.getByText('An app of this workspace is already called order SYNC').waitFor();
  await name.fill('  Ticket   bridge ');
  await page.getByRole('radio', { name: /^Multitenant/ }).check();
  const redirect = page.getByRole('checkbox', { name: /^Redirect URI for people/ });
  expect(await redirect.isChecked()).toBe(false);
  await redirect.check();
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('for any organisation that consents, redirect URI http://localhost').waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  expect([
    await name.inputValue(),
    await page.getByRole('radio', { name: /^Multitenant/ }).isChecked(),
    await redirect.isChecked(),
  ]).toEqual(['Ticket bridge', true, true]);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('heading', { name: 'Ticket bridge' }).waitFor();
  await page.getByText('Without a credential this app cannot sign in.').waitFor();
});

test.each([
  ['before the page has drawn the first click', 0],
  ['as fast as people click', 90],
])(
  'a double click on Apply is one: nothing is cancelled and nothing begun twice, %s',
  async (_when, delay) => {
    const { page } = await pages.show({ scenario: 'pace=120', address: register });
    await page.getByRole('textbox', { name: 'Name' }).fill('Ticket bridge');
    await page.getByRole('button', { name: 'Preview' }).click();
    const apply = page.getByRole('button', { name: 'Apply' });
    await apply.click({ trial: true });
    await apply.hover();
    for (const clickCount of [1, 2]) {
      await page.mouse.down({ clickCount });
      await page.mouse.up({ clickCount });
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    await page.getByRole('heading', { name: 'Ticket bridge' }).waitFor();
    expect(await page.getByText('Cancelled').count()).toBe(0);
  },
);

test('a step at which a change was cancelled is not said to be running any more', async () => {
  const { page } = await pages.show({ scenario: 'pace=1500', address: register });
  await page.getByRole('textbox', { name: 'Name' }).fill('Ticket bridge');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('Running', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancelling…' }).waitFor();
  await page.getByText('No further step was begun.').waitFor();
  expect(await page.getByText('Running', { exact: true }).count()).toBe(0);
  await page.getByText('Not recorded', { exact: true }).waitFor();
});

test('the preview says that the tenant has the name already', async () => {
  const { page } = await pages.show({ address: register });
  await page.getByRole('textbox', { name: 'Name' }).fill('Order sync');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('Entra allows that; people will confuse the two.').first().waitFor();
  expect(await page.getByRole('button', { name: 'Apply' }).isEnabled()).toBe(true);
});

test.each([
  ['who is not signed in is asked to', 0, 'signed-out', /^Sign in/],
  [
    'a read-only workspace says so',
    2,
    '',
    'This workspace is read-only. Nothing can be changed in its tenant and its environments.',
  ],
] as const)('%s, and nothing can be registered', async (_what, at, scenario, words) => {
  const { page } = await pages.show({ scenario, address: inWorkspace(at, 'panel=add&way=register') });
  const panel = page.getByRole('complementary');
  await panel.getByText(words).first().waitFor();
  await panel.getByRole('textbox', { name: 'Name' }).fill('Ticket bridge');
  expect(await panel.getByRole('button', { name: 'Preview' }).isDisabled()).toBe(true);
});

test('who may not register apps is told what is missing', async () => {
  const { page } = await pages.show({ scenario: 'denied', address: register });
  await page.getByRole('textbox', { name: 'Name' }).fill('Ticket bridge');
  await page.getByRole('button', { name: 'Preview' }).click();
  const panel = page.getByRole('complementary');
  await panel.getByText('What to do').waitFor();
  expect(await panel.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
});

test('another account goes on with what was denied, also when its sign-in works at the second try only', async () => {
  const { page } = await pages.show({ scenario: 'denied&sign-in-fails=50053&once', address: register });
  await page.getByRole('textbox', { name: 'Name' }).fill('Ticket bridge');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Sign in with another account' }).click();
  const signIn = page.getByRole('complementary', { name: 'Sign in' });
  await signIn.getByText('AADSTS50053').first().waitFor();
  await signIn
    .getByRole('button', { name: /Try again|^Sign in$/ })
    .first()
    .click();
  await page.getByText('App registration for this organisation only').waitFor();
  expect(await page.getByRole('button', { name: 'Apply' }).isEnabled()).toBe(true);
});

test('after a step that was denied, another account that signs in sees what is left read again by itself', async () => {
  const { page } = await pages.show({ scenario: 'step-denied', address: register });
  await page.getByRole('textbox', { name: 'Name' }).fill('Ticket bridge');
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await page.getByText('What to do').first().waitFor();
  await page.getByRole('button', { name: 'Sign in with another account' }).click();
  await page.getByText('What to do').first().waitFor({ state: 'detached' });
  const apply = page.getByRole('button', { name: 'Apply' });
  await expect.poll(() => apply.isEnabled()).toBe(true);
});

test('a secret that Entra just made is copied once: after that neither the preview nor the app offers it', async () => {
  const { page } = await pages.show({
    address: inWorkspace(0, `app=${profiles[0]?.id ?? ''}&add=entra-secret`),
  });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  const copy = page.getByRole('button', COPY);
  await copy.waitFor();
  // The same offer stands with the credential.
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByText('The secret cannot be shown or copied again.').waitFor();
  await copy.click();
  await page.getByText('The secret is on the clipboard for 30 seconds.').first().waitFor();
  await copy.waitFor({ state: 'detached' });
  expect(await page.getByText('The secret cannot be shown or copied again.').count()).toBe(0);
});

test('a service principal is blocked after the tenant was typed', async () => {
  const { page } = await pages.show({ address: inWorkspace(0, `app=${profiles[0]?.id ?? ''}`) });
  await page.getByRole('button', { name: 'Block sign-in…' }).click();
  const apply = page.getByRole('button', { name: 'Apply' });
  await page.getByText('in none of its environments').first().waitFor();
  expect(await apply.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Type Northwind to confirm' }).fill('Northwind');
  await apply.click();
  await page.getByText('The tenant was read again and shows it.').waitFor();
});
