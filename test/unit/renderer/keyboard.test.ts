import { expect, test } from 'vitest';
import { environments, profiles, usersOf, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const inWorkspace = (rest: string): string => `/w/${workspaces[0]?.id ?? ''}/${rest}`;
const EVERY_PAGE = [
  'Home',
  'Environments',
  'Applications',
  'Application users',
  'Security roles',
  'Query lab',
  'Activity',
  'Settings',
];

test('a row is reached with the arrows, opened with Enter, closed with Escape, and the table has the focus again', async () => {
  const { page } = await pages.show({ address: inWorkspace('environments') });
  const grid = page.getByRole('grid');
  await page.getByText('Field Service Test').waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Field Service Hotfix' });
  await panel.waitFor();
  expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Training UAT' }).waitFor();
});

test('a row whose details an address opens is in view', async () => {
  const last = environments.find(({ name }) => name === 'Training UAT');
  const { page } = await pages.show({
    address: inWorkspace(`environments?environment=${last?.id ?? ''}`),
  });
  const row = page.getByRole('row', { name: /Training UAT/ });
  await row.waitFor();
  expect(await row.isVisible()).toBe(true);
});

test('what an address names and is not there is said to be gone, and leads back to the list', async () => {
  const [first] = environments;
  const { page } = await pages.show({
    address: inWorkspace(`application-users?user=${first?.id ?? ''}/99999999-0000-4000-8000-000000000000`),
  });
  const panel = page.getByRole('complementary', { name: 'Application user' });
  await panel.getByText('This application user is no longer here').waitFor();
  await panel.getByRole('button', { name: 'Back to the list' }).focus();
  await page.keyboard.press('Enter');
  await panel.waitFor({ state: 'detached' });
  expect(await page.getByRole('row').count()).toBeGreaterThan(1);
  expect(page.url()).not.toContain('user=');
});

test('one whose environment could not be read is not said to be gone', async () => {
  const denied = environments[3];
  const { page } = await pages.show({
    address: inWorkspace(`application-users?user=${denied?.id ?? ''}/99999999-0000-4000-8000-000000000000`),
  });
  const panel = page.getByRole('complementary', { name: 'Application user' });
  await panel.getByText('Whether it is still there is not known').waitFor();
  expect(await panel.getByText('no longer here').count()).toBe(0);
});

test('all that was not understood of a connection is read without a pointer', async () => {
  const { page } = await pages.show({ address: '/import' });
  await page.getByRole('radio', { name: 'Pasted text' }).check();
  await page.getByRole('textbox').first().fill('connections');
  await page.getByRole('button', { name: 'Show what is in it' }).click();
  const grid = page.getByRole('grid');
  await page.getByText('Old server').waitFor();
  await grid.focus();
  for (const _ of Array.from({ length: 6 })) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Old server' });
  await panel.waitFor();
  expect(await panel.getByRole('listitem').allTextContents()).toEqual([
    'An on-premises server',
    'Signs in as a person',
    'Address of no known cloud',
  ]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('Unlock and Lock now stay where they are, so that neither can be pressed for the other', async () => {
  const { page } = await pages.show({ address: '/settings?section=vault' });
  const unlock = page.getByRole('button', { name: 'Unlock', exact: true });
  const lock = page.getByRole('button', { name: 'Lock now', exact: true });
  await lock.waitFor();
  const places = async () => [await unlock.boundingBox(), await lock.boundingBox()];
  const before = await places();
  expect([await unlock.isEnabled(), await lock.isEnabled()]).toEqual([false, true]);
  await lock.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Keychain locked').first().waitFor();
  // Pressed twice it is still locked: the second time nothing happens.
  await page.keyboard.press('Enter');
  expect(await lock.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(() => unlock.isEnabled()).toBe(true);
  expect(await lock.isEnabled()).toBe(false);
  const after = await places();
  expect(after.map((box) => box?.x)).toEqual(before.map((box) => box?.x));
  await unlock.click();
  await page.getByText('Keychain available').waitFor();
  await expect.poll(() => lock.isEnabled()).toBe(true);
});

test('the palette reaches every page, and Escape leaves everything as it was', async () => {
  const { page } = await pages.show({ address: inWorkspace('home') });
  const title = page.getByRole('heading', { level: 1 });
  await title.waitFor();
  for (const name of EVERY_PAGE) {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Command palette' }).fill(name);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const link = page.getByRole('link', { name: 'Activity' });
  await link.focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command palette' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.textContent === 'Activity');
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('an empty cell of the access map leads to the wizard, with its app and its environment chosen', async () => {
  const { page } = await pages.show({ scenario: 'fleet', address: inWorkspace('application-users/map') });
  await page.getByText('of 200 environments failed').waitFor();
  await page.getByRole('columnheader', { name: 'Integration 01' }).waitFor();
  await page.getByRole('grid').focus();
  for (const key of ['Control+Home', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { level: 2, name: 'In which environments?' }).waitFor();
  await page.getByText('1 selected').waitFor();
  await page.getByText('Integration 01').first().waitFor();
  // Going back changes nothing: what was asked for is taken in once.
  expect(page.url()).not.toContain('client=');
});

test('the wizard from the app to the result, by keyboard alone', async () => {
  const { page } = await pages.show({ address: inWorkspace('application-users/new?begin=new') });
  const stepTitle = (name: string) => page.getByRole('heading', { level: 2, name }).waitFor();
  const press = (key: string) => page.keyboard.press(key);
  const goOn = async () => {
    await page.getByRole('button', { name: 'Next', disabled: false }).waitFor();
    await press('Control+Enter');
  };
  const focusOn = (name: RegExp) =>
    page.waitForFunction(([source]) => new RegExp(source).test(document.activeElement?.textContent ?? ''), [
      name.source,
    ] as const);

  await page.getByRole('radio', { name: new RegExp(profiles[0]?.name ?? '') }).focus();
  await press('Space');
  await goOn();
  await stepTitle('In which environments?');
  await focusOn(/In which environments/);

  await page.getByRole('grid').focus();
  await press('Home');
  await press('Space');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Space');
  await page.getByText('2 selected').waitFor();
  await goOn();
  await stepTitle('With which roles?');

  await page.getByRole('row', { name: /Account Reader/ }).waitFor();
  await page.getByRole('grid').focus();
  await press('Space');
  await goOn();
  await stepTitle('Plan');

  const apply = page.getByRole('button', { name: /^Apply/ });
  await page.getByRole('heading', { level: 3, name: /changes in 2 environments/ }).waitFor();
  await apply.focus();
  await press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await focusOn(/^Apply/);

  await press('Enter');
  await dialog.waitFor();
  await page.keyboard.type('Field Service Production');
  await press('Enter');
  await stepTitle('Result');
  const outcome = page.getByText('1 of 2 environments did not get there');
  await outcome.waitFor();
  expect(await outcome.isVisible()).toBe(true);
});

test('what an environment was refused for is not said of the next address that is typed', async () => {
  const { page } = await pages.show({ address: inWorkspace('environments?panel=add') });
  const panel = page.getByRole('complementary', { name: 'Add environment' });
  const field = panel.getByRole('textbox', { name: 'URL' });
  await field.fill('https://nw-new.crm4.dynamics.com');
  await panel.getByText(/^Understood as/).waitFor();
  await page.keyboard.press('Enter');
  const refusal = panel
    .getByRole('button', { name: 'Details for support' })
    .or(panel.getByText('What to do'));
  await refusal.first().waitFor();
  await field.fill('https://nw-other.crm4.dynamics.com');
  await panel.getByText(/^Understood as/).waitFor();
  expect(await refusal.count()).toBe(0);
});

test('after another account was chosen Escape closes the menu of accounts, not the panel behind it', async () => {
  const address = inWorkspace(`applications?app=${profiles[0]?.id ?? ''}`);
  const { page } = await pages.show({ scenario: 'accounts', address });
  const panel = page.getByRole('complementary', { name: 'Order sync' });
  await panel.waitFor();
  await page.getByRole('button', { name: /^Account: ada/ }).click();
  await page.getByRole('button', { name: /^Use this account: grete/ }).click();
  await page.getByRole('button', { name: /^Use this account: ada/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Use this account: ada/ }).waitFor({ state: 'detached' });
  // The menu hides the page behind it from assistive technology until it is gone for good.
  await panel.waitFor();
  expect(await panel.isVisible()).toBe(true);
});

test('back from what grants a right, the table of rights has the focus again', async () => {
  const user = `${environments[0]?.id ?? ''}/${usersOf(0)[0]?.systemUserId ?? ''}`;
  const { page } = await pages.show({ address: inWorkspace(`application-users?tab=access&user=${user}`) });
  const grid = page.getByRole('grid', { name: 'Privileges by table' });
  await page.getByRole('gridcell', { name: 'Account', exact: true }).waitFor();
  await grid.focus();
  await page.keyboard.press('Enter');
  const back = page.getByRole('button', { name: 'All tables' });
  await back.waitFor();
  expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await back.waitFor({ state: 'detached' });
  expect(await grid.evaluate((element) => element === document.activeElement)).toBe(true);
});
