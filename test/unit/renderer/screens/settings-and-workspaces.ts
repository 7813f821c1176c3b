import { workspaces } from '../../../support/fake-door/fake-world.ts';
import type { Screen } from './screen.ts';
import { inWorkspace, idOf, button, paste, lookUp } from './screen.ts';

/** Settings, workspaces, the guide, the vault, import and export. */
export const SETTINGS_AND_WORKSPACE_SCREENS: readonly Screen[] = [
  { name: 'settings', where: { address: '/settings' }, words: 'Follow the system' },
  {
    name: 'settings, network',
    where: { address: '/settings?section=network' },
    words: 'Seconds that one request may take',
  },
  {
    name: 'settings, clouds',
    where: { address: '/settings?section=clouds' },
    words: 'login.partner.microsoftonline.cn',
  },
  { name: 'settings, about', where: { address: '/settings?section=about' }, words: '0.1.0' },
  {
    name: 'settings, a cloud',
    where: { address: '/settings?section=clouds&cloud=gcc-high' },
    words: 'https://high.api.bap.microsoft.us',
  },
  {
    name: 'settings, a copy of a cloud',
    where: { address: '/settings?section=clouds&cloud=gcc-high&panel=copy' },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Environment addresses end in' }).fill('.crm4.dynamics.com');
      await button(page, 'Save cloud').click();
    },
    words: 'belong to Public already',
  },
  {
    name: 'workspaces',
    where: { address: `/workspaces?workspace=${idOf(workspaces[0])}` },
    words: 'Place in the order',
  },
  {
    name: 'workspaces, removing one',
    where: { address: `/workspaces?workspace=${idOf(workspaces[0])}` },
    act: (page) => button(page, 'Remove…').click(),
    words: 'The console forgets',
  },
  {
    name: 'forty workspaces, finding one',
    where: { scenario: 'many', address: inWorkspace('home') },
    act: async (page) => {
      await button(page, /Switch workspace/).click();
      await page.getByText('Find among 40').click();
      await page.keyboard.type('client 40');
    },
    words: 'Client 40',
  },
  {
    name: 'the guide, single tenant',
    where: { scenario: 'guide', address: inWorkspace('applications') },
    words: 'Create the application user',
  },
  {
    name: 'the guide, multi-tenant',
    where: { scenario: 'guide', address: inWorkspace('applications') },
    act: (page) => page.getByRole('tab', { name: 'Multi-tenant' }).click(),
    words: 'Roll out application users',
  },
  {
    name: 'settings, vault',
    where: { address: '/settings?section=vault' },
    act: (page) => button(page, 'Check now').click(),
    words: /Written, read and deleted/,
  },
  {
    name: 'settings, deleting what is left over in the vault',
    where: { address: '/settings?section=vault' },
    act: (page) => button(page, /^Delete .*…$/).click(),
    words: 'cannot be had back',
  },
  {
    name: 'settings, entering a credential again',
    where: { address: '/settings?section=vault' },
    act: (page) => button(page, 'Enter again').first().click(),
    words: /It is sent to the vault|It must be the same certificate/,
  },
  { name: 'import', where: { address: '/import' }, words: 'Show what is in it' },
  {
    name: 'import, connections',
    where: { address: '/import' },
    act: (page) => paste(page, 'connections'),
    words: 'Portal',
  },
  {
    name: 'import, one connection',
    where: { address: '/import' },
    act: async (page) => {
      await paste(page, 'connections');
      await page.getByText('Old server').click();
    },
    words: 'Nothing of it can be imported.',
  },
  {
    name: 'application users, one that is gone',
    where: { address: inWorkspace('application-users?user=gone') },
    words: 'This application user is no longer here',
  },
  {
    name: 'import, what came in',
    where: { address: '/import' },
    act: async (page) => {
      await paste(page, 'connections');
      await button(page, /^Import \d/).click();
    },
    words: 'Open Applications',
  },
  {
    name: 'import, refused',
    where: { address: '/import' },
    act: (page) => paste(page, 'nothing'),
    words: 'This cannot be imported',
  },
  {
    name: 'import, sealed',
    where: { address: '/import' },
    act: (page) => paste(page, 'sealed'),
    words: 'This export is sealed',
  },
  {
    name: 'import, the wrong passphrase',
    where: { address: '/import' },
    act: async (page) => {
      await paste(page, 'sealed');
      await page.getByRole('textbox', { name: 'Passphrase' }).fill('wrong passphrase');
      await button(page, 'Open').click();
    },
    words: 'This is not the passphrase',
  },
  {
    name: 'import, cancelled',
    where: { scenario: 'pace=700', address: '/import' },
    act: async (page) => {
      await paste(page, 'connections');
      await button(page, /^Import \d/).click();
      await page
        .getByText(/^Importing connections: [1-5] of 6/)
        .first()
        .waitFor();
      await page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
    },
    words: /^Cancelled: \d connections? (was|were) not imported/,
  },
  {
    name: 'import, an export',
    where: { address: '/import' },
    act: (page) => paste(page, 'plain'),
    words: 'Adventure Works',
  },
  {
    name: 'import, what was imported',
    where: { address: '/import' },
    act: async (page) => {
      await paste(page, 'plain');
      await page.getByRole('main').getByRole('button', { name: 'Import', exact: true }).click();
    },
    words: 'What was imported',
  },
  {
    name: 'workspace settings, exported',
    where: { address: inWorkspace('workspace') },
    act: (page) => button(page, 'Export…').click(),
    words: 'Saved as s2s-console.json',
  },
  {
    name: 'workspace settings, exporting with secrets',
    where: { address: inWorkspace('workspace') },
    act: async (page) => {
      await page.getByRole('radio', { name: /Include secrets/ }).check();
      await page
        .getByRole('textbox', { name: 'Passphrase', exact: false })
        .first()
        .fill('violet otter walks backwards');
    },
    words: 'Strong.',
  },
  { name: 'new workspace', where: { address: '/workspaces/new' }, words: 'Create workspace' },
  {
    name: 'new workspace, tenant found',
    where: { address: '/workspaces/new' },
    act: async (page) => {
      await lookUp('northwind.us')(page);
      await button(page, 'How to register it').click();
    },
    words: 'There is a workspace for this tenant already',
  },
  {
    name: 'new workspace, tenant not found',
    where: { address: '/workspaces/new' },
    act: lookUp('nobody.example'),
    words: /90002/,
  },
  {
    name: 'workspace settings',
    where: { address: inWorkspace('workspace') },
    words: 'Remove workspace',
  },
  {
    name: 'workspace settings, the client id of samples',
    where: { address: inWorkspace('workspace') },
    act: (page) =>
      page
        .getByRole('textbox', { name: 'Application (client) ID for signing in' })
        .fill('51f81489-12ee-4a9e-aaae-a2591f45987d'),
    words: 'Microsoft’s registration for development samples',
  },
];
