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
  expect(await panel.count()).toBe(1);
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
