import type { Page } from 'playwright';
import { clients } from '../../../support/fake-door/fake-consents.ts';
import { fakeId } from '../../../support/fake-door/fake-ids.ts';
import { environments, profiles, usersOf } from '../../../support/fake-door/fake-world.ts';
import type { Screen } from './screen.ts';
import { inWorkspace, idOf, button, next, toPlan, toConfirmation, confirm, wizardAddress } from './screen.ts';

/** Chooses the first two rows and an action that is needed seldom. */
const chooseMore = async (page: Page, action: string): Promise<void> => {
  await page.getByRole('grid').first().focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name: action }).click();
};

/** Application users, the wizard, consent and management applications. */
export const APPLICATION_USER_SCREENS: readonly Screen[] = [
  {
    name: 'application users',
    where: { address: inWorkspace('application-users') },
    words: 'Data warehouse loader',
  },
  {
    name: 'application users that changed, one of which is gone',
    where: { scenario: 'snapshot', address: inWorkspace('application-users?concern=changed') },
    act: (page) => page.getByText('Retired loader').click(),
    words: 'It was here on',
  },
  {
    name: 'application user details',
    where: {
      address: inWorkspace(
        `application-users?user=${idOf(environments[0])}/${usersOf(0)[0]?.systemUserId ?? ''}`,
      ),
    },
    words: 'Order sync',
  },
  {
    name: 'what an application user holds, to be copied',
    where: {
      address: inWorkspace(
        `application-users?do=copy&user=${idOf(environments[0])}/${usersOf(0)[0]?.systemUserId ?? ''}`,
      ),
    },
    act: async (page) => {
      await page.getByRole('radio', { name: 'Another app' }).check();
      await page.getByRole('combobox', { name: 'App' }).click();
      await page.getByRole('option').nth(2).click();
    },
    words: 'Compared with what is known',
  },
  {
    name: 'effective access of an application user, with the grants of a table',
    where: {
      address: inWorkspace(
        `application-users?tab=access&user=${idOf(environments[0])}/${usersOf(0)[0]?.systemUserId ?? ''}`,
      ),
    },
    act: (page) => page.getByRole('gridcell', { name: 'Account', exact: true }).click(),
    words: 'through the team Stewards of the north',
  },
  {
    name: 'what an application user may do with one record',
    where: {
      address: inWorkspace(
        `application-users?tab=record&user=${idOf(environments[0])}/${usersOf(0)[0]?.systemUserId ?? ''}`,
      ),
    },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Record' }).fill(`account ${fakeId.user(7)}`);
      await page.keyboard.press('Enter');
    },
    words: 'This role would have to grant it:',
  },
  {
    name: 'access map, a cell opened with the keyboard',
    where: { address: inWorkspace('application-users/map') },
    act: async (page) => {
      await page.getByText('of 40 environments failed').waitFor();
      await page.getByRole('grid').focus();
      for (const key of ['End', 'ArrowDown', 'Home', 'Enter']) await page.keyboard.press(key);
    },
    words: 'Service principal',
  },
  {
    name: 'access map of all clients, one read in part, one never',
    where: { address: '/access-map' },
    words: '2 of 12 environments never read',
  },
  {
    name: 'access map of all clients, nothing read yet',
    where: { scenario: 'empty&signed-out', address: '/access-map' },
    words: 'Nothing has been read yet',
  },
  {
    name: 'access map of all clients, locked vault',
    where: { scenario: 'notices&locked', address: '/access-map' },
    words: 'Nothing can be shown of 3 of 3 clients',
  },
  {
    name: 'access map of forty clients with forty apps',
    where: { scenario: 'many', address: '/access-map' },
    words: '39 clients · 40 apps',
  },
  {
    name: 'least privilege: what an application user needs, beside what it has',
    where: {
      address: inWorkspace(
        `application-users?tab=least&user=${idOf(environments[0])}/${usersOf(0)[0]?.systemUserId ?? ''}`,
      ),
    },
    act: async (page) => {
      await page.getByRole('tab', { name: 'What it needs' }).click();
      await page.getByRole('textbox', { name: 'Queries and refusals' }).fill('accounts\n?!\nnosuch');
      await button(page, 'Work it out').click();
    },
    words: 'The environment does not have nosuch.',
  },
  {
    name: 'least privilege: the role that was made is assigned',
    where: {
      scenario: 'smooth',
      address: inWorkspace(
        `application-users?tab=least&user=${idOf(environments[0])}/${usersOf(0)[0]?.systemUserId ?? ''}`,
      ),
    },
    act: async (page) => {
      await page.getByRole('tab', { name: 'What it needs' }).click();
      await button(page, 'From this app’s runs').click();
      await page.getByText('is not known to be unused').waitFor();
      await button(page, 'Work it out').click();
      await button(page, /^Plan a role of these/).click();
      const name = environments[0]?.name ?? '';
      await page.getByRole('textbox', { name: new RegExp(`Type ${name}`) }).fill(name);
      await button(page, 'Apply').click();
      await button(page, /^Assign it to/).click();
    },
    words: 'Assign role',
  },
  { name: 'wizard, environments', where: { address: wizardAddress }, words: 'Field Service Development' },
  {
    name: 'wizard, app',
    where: { address: inWorkspace('application-users/new?begin=new') },
    words: 'Invoice robot',
  },
  { name: 'wizard, roles', where: { address: wizardAddress }, act: next, words: 'Account Reader' },
  {
    name: 'wizard, roles for a privilege',
    where: { address: `${wizardAddress}&grants=prvReadAccount` },
    words: 'Only roles that grant prvReadAccount',
  },
  { name: 'wizard, plan', where: { address: wizardAddress }, act: toPlan, words: /Field Service/ },
  {
    name: 'wizard, confirmation',
    where: { address: wizardAddress },
    act: toConfirmation,
    words: /to confirm/,
  },
  { name: 'wizard, result', where: { address: wizardAddress }, act: confirm, words: /Query/ },
  {
    name: 'wizard, business unit and what the plan makes of it',
    where: { scenario: 'unit', address: inWorkspace('application-users') },
    act: async (page) => {
      await chooseMore(page, 'Change business unit…');
      await page.getByText('Europe', { exact: true }).click();
      await next(page);
    },
    words: 'Not given again: Branch Reader',
  },
  {
    name: 'wizard, teams',
    where: { scenario: 'teams', address: inWorkspace('application-users') },
    act: (page) => chooseMore(page, 'Add to teams…'),
    words: 'Data Stewards',
  },
  {
    name: 'wizard, deletion',
    where: { scenario: 'deletion', address: inWorkspace('application-users') },
    act: (page) => chooseMore(page, 'Delete…'),
    words: 'Undo makes a new application user',
  },
  {
    name: 'wizard, deletion, records to a team',
    where: { scenario: 'deletion', address: inWorkspace('application-users') },
    act: async (page) => {
      await chooseMore(page, 'Delete…');
      await page.getByRole('radio', { name: 'Reassign them to a team first' }).check();
      await page.getByRole('combobox', { name: 'Team' }).fill('Data Stewards');
    },
    words: 'Undo does not give them back.',
  },
  {
    name: 'wizard, plan of a deletion with records to a team',
    where: { scenario: 'deletion', address: inWorkspace('application-users') },
    act: async (page) => {
      await chooseMore(page, 'Delete…');
      await page.getByRole('radio', { name: 'Reassign them to a team first' }).check();
      await page.getByRole('combobox', { name: 'Team' }).fill('Data Stewards');
      await page.keyboard.press('Escape');
      await next(page);
    },
    words: 'Owns 12 Accounts, 3 Contacts. 2 tables could not be counted',
  },
  {
    name: 'wizard, what a deletion takes away',
    where: { scenario: 'deletion', address: inWorkspace('application-users') },
    act: async (page) => {
      await chooseMore(page, 'Delete…');
      await next(page);
    },
    words: 'Taken away with it: 1 role (Integration Reader), 1 team (Integrations)',
  },
  {
    name: 'consent',
    where: { address: inWorkspace('applications?view=consent') },
    words: 'Wide World Importers',
  },
  {
    name: 'consent, asking',
    where: {
      address: inWorkspace(
        `applications?view=consent&ask=1&row=${encodeURIComponent(`${idOf(profiles[1])} ${clients[4]?.workspaceId ?? ''}`)}`,
      ),
    },
    act: async (page) => {
      await button(page, 'Create link').click();
      await button(page, 'Show QR code').click();
    },
    words: 'This link names no address, so no answer comes back here.',
  },
  {
    name: 'consent of this tenant to an app',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[3])}&tab=consent`) },
    words: 'What consent does',
  },
  {
    name: 'management applications',
    where: { address: inWorkspace('applications?view=management') },
    words: 'pac admin create-service-principal',
  },
];
