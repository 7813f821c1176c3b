import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { roles } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { must } from '../fleet/support/journal-folder.ts';
import { button, inWorkspace } from './screens/screen.ts';

const pages = usePages();
const custom = must(
  roles.find(
    ({ customizable, managed, systemAdministrator }) => customizable && !managed && !systemAdministrator,
  ),
);
const panel = (page: Page) => page.getByRole('complementary');

describe('C5: editing a role in the window', () => {
  test('by keyboard: a circle is turned, the change is listed and set back, the rest is previewed and applied', async () => {
    const { page } = await pages.show({
      scenario: 'role=edit',
      address: inWorkspace(`security-roles?role=${custom.rootRoleId}&task=edit`),
    });
    // Into the first row, Account, over to Delete and turned; down to a row below, and turned there.
    await panel(page).getByRole('grid').focus();
    await page.keyboard.press('Enter');
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter'])
      await page.keyboard.press(key);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Preview 2 changes');
    await page.getByRole('tab', { name: 'Changes (2)' }).click();
    await button(page, 'Revert prvDeleteAppointment').click();
    await page.getByRole('tab', { name: 'Changes (1)' }).waitFor();
    await button(page, 'Preview 1 change').click();
    await panel(page).getByText('prvDeleteAccount').waitFor();
    expect(await panel(page).getByText('prvDeleteAppointment').count()).toBe(0);
    await panel(page).getByText('Held by Order sync, Invoice export').waitFor();
    await panel(page).getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('tab', { name: 'Tables (22)' }).waitFor();
    // Closed and opened again, the draft is as it was left; cancelling gives it up.
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await button(page, 'Edit').click();
    await page.getByRole('tab', { name: 'Changes (1)' }).waitFor();
    await panel(page).getByRole('button', { name: 'Cancel', exact: true }).click();
    await button(page, 'Edit').click();
    await page.getByRole('tab', { name: 'Changes (0)' }).waitFor();
  });

  test('a new role begins with a template; a name that is taken is said at once', async () => {
    const { page } = await pages.show({
      scenario: 'role=new',
      address: inWorkspace('security-roles?task=new'),
    });
    await page.getByRole('textbox', { name: 'Name' }).fill('Account Reader');
    await page.getByText('A role of this name is there already.').waitFor();
    expect(await button(page, /^Preview/).isDisabled()).toBe(true);
    await page.getByRole('textbox', { name: 'Name' }).fill('Nightly sync');
    await page.getByRole('combobox', { name: 'Tables' }).click();
    await page.getByRole('combobox', { name: 'Tables' }).pressSequentially('acc');
    await page.getByText('Account', { exact: true }).last().click();
    await page.keyboard.press('Escape');
    await button(page, 'Preview 1 change').click();
    await panel(page).getByText('Create security role').waitFor();
    await panel(page).getByText('prvReadAccount').waitFor();
    await button(page, 'Apply').click();
    await button(page, 'Preview again')
      .or(page.getByText('Close', { exact: true }))
      .first()
      .waitFor();
  });

  test.each([
    ['System Administrator', /System Administrator cannot be changed/],
    ['Account Reader', /A solution brought this role/],
  ])('%s is read-only, and says why', async (name, why) => {
    const role = must(roles.find((each) => each.name === name));
    const { page } = await pages.show({
      scenario: 'role=edit',
      address: inWorkspace(`security-roles?role=${role.rootRoleId}`),
    });
    await panel(page).getByText(why).waitFor();
    expect(await button(page, 'Edit').getAttribute('aria-disabled')).toBe('true');
    expect(await button(page, 'Clone').getAttribute('aria-disabled')).not.toBe('true');
  });
});

describe('C11: who can', () => {
  test('a question is typed, the likeliest privilege chosen by keyboard, and answered across environments', async () => {
    const { page } = await pages.show({
      scenario: 'who=ask',
      address: inWorkspace('security-roles?view=who'),
    });
    const box = page.getByRole('combobox', { name: 'Who can' });
    await box.click();
    await box.pressSequentially('delete accounts');
    await page.getByRole('option', { name: /prvDeleteAccount/ }).waitFor();
    await page.getByRole('option', { name: /prvDeleteAccount/ }).click();
    await page.getByText('5 of 40 environments failed').waitFor();
    await page
      .getByRole('row', { name: /System Administrator/ })
      .first()
      .click();
    await panel(page).getByText('Order sync').waitFor();
    await button(page, 'Show the role').click();
    await panel(page).getByText('Read-only').waitFor();
    expect(page.url()).toContain('role=');
  });

  test('a question that is cancelled says how many were not asked', async () => {
    const { page } = await pages.show({
      scenario: 'who=cancel&pace=60',
      address: inWorkspace('security-roles?view=who&ask=prvDeleteAccount'),
    });
    await page
      .getByRole('row', { name: /System Administrator/ })
      .first()
      .waitFor();
    await button(page, 'Cancel').click();
    await page
      .getByText(/cancel/i)
      .first()
      .waitFor();
    await button(page, 'Ask again').waitFor();
    expect(await page.getByText(/environments failed/).count()).toBeLessThanOrEqual(1);
  });
});
