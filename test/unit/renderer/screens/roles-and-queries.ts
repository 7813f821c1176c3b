import type { Page } from 'playwright';
import { environments, operations, roles } from '../../../support/fake-door/fake-world.ts';
import type { Screen } from './screen.ts';
import {
  inWorkspace,
  idOf,
  button,
  pageAction,
  typeQuery,
  runQuery,
  queryAddress,
  roleNamed,
} from './screen.ts';

/** A role that may be changed. */
const customRole =
  roles.find(
    ({ customizable, managed, systemAdministrator }) => customizable && !managed && !systemAdministrator,
  )?.rootRoleId ?? '';

/** Only the most urgent notice stands above the rows. */
const showNotices = (page: Page): Promise<void> => button(page, /^\d more$/).click();

const askOnBehalf = async (page: Page, name: string): Promise<void> => {
  await typeQuery(page);
  await pageAction(page, 'As a user');
  await page.getByRole('combobox', { name: 'User' }).click();
  await page.getByRole('option', { name }).click();
  await button(page, 'Ask').click();
};

/** Chooses a file in the panel of saved queries. */
const openQueryFile = async (page: Page, text: string): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Import…').click();
  await (
    await chooser
  ).setFiles({
    name: 'northwind.queries.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
};

const previewWrite = async (page: Page, method: string, body: string): Promise<void> => {
  await pageAction(page, 'Write test');
  await page.getByRole('switch').check();
  await page.getByRole('combobox', { name: 'Method' }).click();
  await page.getByRole('option', { name: method }).click();
  await page.getByRole('textbox', { name: 'Path' }).fill('accounts(a1b2c3d4-0000-4000-8000-000000000001)');
  if (body !== '') await page.getByRole('textbox', { name: 'Body (JSON)' }).fill(body);
  await button(page, 'Preview').click();
};

const sendWrite = async (page: Page, method: string, body: string): Promise<void> => {
  await previewWrite(page, method, body);
  await page.getByRole('textbox', { name: /^Type / }).fill('Service Production');
  await button(page, 'Send').click();
};

/** Security roles, Query lab, activity and expiry. */
export const ROLE_AND_QUERY_SCREENS: readonly Screen[] = [
  { name: 'security roles', where: { address: inWorkspace('security-roles') }, words: 'Account Reader' },
  {
    name: 'privileges of a role',
    where: { address: inWorkspace(`security-roles?role=${roles[1]?.rootRoleId ?? ''}`) },
    words: 'Opportunity',
  },
  {
    name: 'teams that can hold a role',
    where: { address: inWorkspace(`security-roles?role=${roles[1]?.rootRoleId ?? ''}`) },
    act: (page) => page.getByRole('tab', { name: 'Teams' }).click(),
    words: 'SG-Integration-Readers',
  },
  {
    name: 'teams that cannot be read',
    where: {
      address: inWorkspace(
        `security-roles?environment=${idOf(environments[3])}&role=${roles[1]?.rootRoleId ?? ''}`,
      ),
    },
    act: (page) => page.getByRole('tab', { name: 'Teams' }).click(),
    words: 'prvReadTeam',
  },
  {
    name: 'a role is given to a team, in which environments',
    where: { address: inWorkspace(`security-roles?role=${roles[1]?.rootRoleId ?? ''}`) },
    act: async (page) => {
      await page.getByRole('tab', { name: 'Teams' }).click();
      await button(page, 'Give to Planners').click();
    },
    words: 'the team of the same name',
  },
  {
    name: 'a role that is given to a team, previewed',
    where: { address: inWorkspace(`security-roles?role=${roles[1]?.rootRoleId ?? ''}`) },
    act: async (page) => {
      await page.getByRole('tab', { name: 'Teams' }).click();
      await button(page, 'Give to Planners').click();
      await button(page, 'Preview').click();
    },
    words: 'In the team: Order sync, Invoice export',
  },
  {
    name: 'two roles compared',
    where: {
      address: inWorkspace(
        `security-roles?compare=${['Account Reader', 'Basic User'].map(roleNamed).join(',')}`,
      ),
    },
    words: 'Account: Assign',
  },
  {
    name: 'two roles compared in three environments',
    where: {
      address: inWorkspace(
        `security-roles?compare=${['Account Reader', 'Basic User'].map(roleNamed).join(',')}&with=${[1, 2].map((at) => idOf(environments[at])).join(',')}`,
      ),
    },
    words: '2 of 39 environments',
  },
  {
    name: 'two roles compared, beside an environment that cannot be read',
    where: {
      address: inWorkspace(
        `security-roles?compare=${['Account Reader', 'Basic User'].map(roleNamed).join(',')}&with=${idOf(environments[17])}`,
      ),
    },
    act: (page) =>
      page.getByRole('complementary').getByText('CAPolicyValidationFailedLateBind').first().waitFor(),
    words: 'Account: Assign',
  },
  {
    name: 'a role is edited',
    where: { address: inWorkspace(`security-roles?role=${customRole}&task=edit`) },
    act: (page) => button(page, /^Delete Account/).click(),
    words: 'Preview 1 change',
  },
  {
    name: 'other privileges of a role that is edited',
    where: { address: inWorkspace(`security-roles?role=${customRole}&task=edit`) },
    act: (page) => page.getByRole('tab', { name: /^Other/ }).click(),
    words: 'prvReadAuditSummary',
  },
  {
    name: 'a changed role is previewed',
    where: { address: inWorkspace(`security-roles?role=${customRole}&task=edit`) },
    act: async (page) => {
      await button(page, /^Delete Account/).click();
      await button(page, /^Preview/).click();
    },
    words: 'Held by Order sync, Invoice export',
  },
  {
    name: 'a new role',
    where: { address: inWorkspace('security-roles?task=new') },
    words: 'Read only integration',
  },
  {
    name: 'a new role where nothing may be read',
    where: { address: inWorkspace(`security-roles?task=new&environment=${idOf(environments[17])}`) },
    words: 'Begin with',
  },
  {
    name: 'a role is cloned',
    where: { address: inWorkspace(`security-roles?role=${customRole}&task=clone`) },
    words: 'The clone gets every privilege of the original',
  },
  {
    name: 'a role is deleted',
    where: { address: inWorkspace(`security-roles?role=${customRole}&task=delete`) },
    words: 'A new role would have another ID',
  },
  {
    name: 'who can, before it is asked',
    where: { address: inWorkspace('security-roles?view=who') },
    words: 'Ask who can do something',
  },
  {
    name: 'who can, forty environments of which five failed',
    where: { address: inWorkspace('security-roles?view=who&ask=prvDeleteAccount') },
    act: (page) => button(page, 'Ask again').waitFor(),
    words: '5 of 40 environments failed',
  },
  {
    name: 'who can, nobody',
    where: {
      scenario: 'empty',
      address: inWorkspace('security-roles?view=who&ask=prvExportToExcel'),
    },
    words: 'No environment yet',
  },
  { name: 'query lab', where: { address: inWorkspace('query') }, words: 'Query lab' },
  { name: 'query lab, editing', where: { address: queryAddress }, act: typeQuery, words: 'Query lab' },
  {
    name: 'query lab, faults marked',
    where: { address: queryAddress },
    act: async (page) => {
      await page.getByRole('textbox', { name: 'OData query' }).fill('accounts?$select=nam&$skip=5');
      await page.locator('.cm-lintRange-error').first().waitFor();
      await page.getByText(/Names from/).waitFor();
    },
    words: '2 faults',
  },
  {
    name: 'query lab, completing',
    where: { address: queryAddress },
    act: async (page) => {
      const box = page.getByRole('textbox', { name: 'OData query' });
      await box.fill('accounts?$select=name,');
      await page.getByText(/Names from/).waitFor();
      await box.press('Control+Space');
      await page.getByRole('option', { name: /nwt_bankaccount/ }).waitFor();
    },
    words: 'Bank Account',
  },
  {
    name: 'query lab, no equivalent',
    where: { address: queryAddress },
    act: async (page) => {
      await page.getByText(/Names from/).waitFor();
      await page
        .getByRole('textbox', { name: 'OData query' })
        .fill('accounts?$expand=contact_customer_accounts($select=fullname)');
      await button(page, 'To FetchXML').click();
    },
    words: 'There is no FetchXML that says the same',
  },
  {
    name: 'query lab, parameters',
    where: { address: queryAddress },
    act: async (page) => {
      await page.getByText(/Names from/).waitFor();
      await page
        .getByRole('textbox', { name: 'OData query' })
        .fill(
          "accounts?$select=name&$filter=statecode eq @state and contains(name,'{{part}}') and createdon ge {{since}}",
        );
      await page.getByRole('combobox', { name: '@state' }).click();
      await page.getByRole('option', { name: 'Inactive' }).click();
      await page.getByRole('textbox', { name: '{{part}}' }).fill("O'Neil");
      await page.getByRole('textbox', { name: '{{since}}' }).fill('yesterday');
    },
    words: 'A date such as 2026-01-31',
  },
  {
    name: 'query lab, a saved query that was opened and changed',
    where: { address: queryAddress },
    act: async (page) => {
      await pageAction(page, 'Saved queries');
      await button(page, 'Open').first().click();
      const box = page.getByRole('textbox', { name: 'OData query' });
      await box.press('Control+End');
      await box.pressSequentially('&$top=5');
      await page.getByText('In the editor, changed').waitFor();
    },
    words: 'Accounts created since',
  },
  {
    name: 'query lab, a saved query that was deleted',
    where: { address: queryAddress },
    act: async (page) => {
      await pageAction(page, 'Saved queries');
      await button(page, 'Delete').first().click();
    },
    words: 'Accounts created since was deleted.',
  },
  {
    name: 'query lab, a file of queries before it is imported',
    where: { address: queryAddress },
    act: async (page) => {
      await pageAction(page, 'Saved queries');
      await openQueryFile(page, '{}');
    },
    words: 'Import 2 queries',
  },
  {
    name: 'query lab, a file of queries with faults',
    where: { address: queryAddress },
    act: async (page) => {
      await pageAction(page, 'Saved queries');
      await openQueryFile(page, 'faulty');
    },
    words: 'Query 2: text is missing.',
  },
  {
    name: 'query lab, the builder',
    where: { address: queryAddress },
    act: async (page) => {
      await page.getByText(/Names from/).waitFor();
      const box = page.getByRole('textbox', { name: 'OData query' });
      await box.fill('accounts?$select=name&$filter=statecode eq 1 and (revenue gt 5 or revenue eq null)');
      await button(page, 'Builder').click();
      await button(page, 'Add condition').last().click();
      await page.getByRole('combobox', { name: 'Column', exact: true }).last().click();
      await page.getByRole('option', { name: /createdon/ }).click();
      await page.getByRole('combobox', { name: 'Value' }).last().fill('@since');
      await page.getByRole('combobox', { name: 'Related rows' }).click();
      await page.getByRole('menuitemcheckbox', { name: /primarycontactid/ }).click();
      await page.keyboard.press('Escape');
      await page.getByText('createdon eq').waitFor();
      await button(page, 'Add condition').last().click();
      await page.getByRole('combobox', { name: 'Column', exact: true }).last().click();
      await page.keyboard.type('primarycontactid/full');
      await page.getByRole('option', { name: /primarycontactid\/fullname/ }).click();
      await page.getByRole('combobox', { name: 'Value' }).last().fill('Dora Fischer');
      await page.getByText("primarycontactid/fullname eq 'Dora Fischer'").waitFor();
    },
    words: 'Columns of primarycontactid',
  },
  {
    name: 'query lab, a query that the builder cannot show',
    where: { address: queryAddress },
    act: async (page) => {
      await page.getByText(/Names from/).waitFor();
      await page
        .getByRole('textbox', { name: 'OData query' })
        .fill('accounts?$apply=groupby((statecode),aggregate($count as n))');
      await button(page, 'Builder').click();
    },
    words: /It uses \$apply/,
  },
  {
    name: 'query lab, signed out',
    where: { address: queryAddress, scenario: 'signed-out' },
    words: 'names are not checked',
  },
  { name: 'query lab, rows', where: { address: queryAddress }, act: runQuery, words: 'Account 3' },
  {
    name: 'query lab, one environment denied',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByRole('tab', { name: /environments/i }).click();
      await page.getByRole('row', { name: /Finance/ }).click();
    },
    words: 'Details for support',
  },
  {
    name: 'query lab, a column hidden by column security',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await showNotices(page);
    },
    words: 'Column security hides emailaddress1',
  },
  {
    name: 'query lab, throttled in one environment',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByRole('tab', { name: /environments/i }).click();
      await page.getByRole('row', { name: /^Field Service/ }).click();
    },
    words: 'Too many requests in five minutes',
  },
  {
    name: 'query lab, rows to export',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await pageAction(page, 'Export rows');
    },
    words: 'All rows: the pages that follow',
  },
  {
    name: 'query lab, a support pack of a refused run',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByRole('tab', { name: /environments/i }).click();
      await page.getByRole('row', { name: /Finance/ }).click();
      await page.getByRole('complementary').getByRole('button', { name: 'Support pack…' }).click();
    },
    words: 'What will be saved, every byte of it',
  },
  {
    name: 'query lab, the row of a lookup',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByText('Account 1', { exact: true }).click();
      await button(page, 'Open Dora Fischer, _primarycontactid_value').click();
    },
    words: 'Hidden by column security',
  },
  {
    name: 'query lab, the row of a lookup that the app may not read',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByText('Account 5', { exact: true }).click();
      await button(page, 'Open Dora Fischer, _primarycontactid_value').click();
    },
    words: 'prvReadAccount',
  },
  {
    name: 'query lab, exporting rows',
    where: { address: queryAddress, scenario: 'pace=120' },
    act: async (page) => {
      await runQuery(page);
      await page.getByText('Account 3').first().waitFor();
      await pageAction(page, 'Export rows');
      await button(page, 'Export…').click();
    },
    words: /rows, .* of 4 environments done/,
  },
  {
    name: 'query lab, exported but for one environment',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await pageAction(page, 'Export rows');
      await button(page, 'Export…').click();
      await button(page, 'Show in folder').waitFor();
    },
    words: 'but not everything is in it',
  },
  {
    name: 'query lab, what was run before',
    where: { address: queryAddress },
    act: (page) => pageAction(page, 'History'),
    words: 'Refused in 4 environments: prvReadAccount',
  },
  {
    name: 'query lab, the call as code',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByRole('tab', { name: /environments/i }).click();
      await page.getByRole('row', { name: /^Field Service/ }).click();
      await page.getByRole('tab', { name: 'Code' }).click();
    },
    words: 'read from the environment variables',
  },
  {
    name: 'query lab, two environments compared',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await page.getByRole('tab', { name: 'Compare' }).click();
    },
    words: 'Key is there more than once',
  },
  {
    name: 'query lab, on behalf of a user',
    where: { address: queryAddress },
    act: (page) => askOnBehalf(page, 'Sam Sales'),
    words: 'The user limits it',
  },
  {
    name: 'query lab, on behalf of a user, which the app may not',
    where: { address: queryAddress },
    act: (page) => askOnBehalf(page, 'Ada Admin'),
    words: 'Impersonation needs the privilege',
  },
  {
    name: 'query lab, on behalf of a user, signed out',
    where: { address: queryAddress, scenario: 'signed-out' },
    act: (page) => pageAction(page, 'As a user'),
    words: 'Sign in',
  },
  {
    name: 'query lab, a write test before write mode is on',
    where: { address: queryAddress },
    act: (page) => pageAction(page, 'Write test'),
    words: 'Below /api/data/v9.2/',
  },
  {
    name: 'query lab, a write test previewed',
    where: { address: queryAddress },
    act: (page) => previewWrite(page, 'PATCH', '{ "revenue": 1300000 }'),
    words: 'Nothing takes it back',
  },
  {
    name: 'query lab, a write test answered',
    where: { address: queryAddress },
    act: (page) => sendWrite(page, 'PATCH', '{ "revenue": 1300000 }'),
    words: '1300000',
  },
  {
    name: 'query lab, a write test refused',
    where: { address: queryAddress },
    act: (page) => sendWrite(page, 'DELETE', ''),
    words: 'Write mode is off again',
  },
  {
    name: 'query lab, gone on with',
    where: { address: queryAddress },
    act: async (page) => {
      await runQuery(page);
      await button(page, 'Load all').click();
    },
    words: /Rows \(4,350\)/,
  },
  { name: 'activity', where: { address: inWorkspace('activity') }, words: 'Journal intact' },
  {
    name: 'operation details',
    where: { address: inWorkspace(`activity?view=operations&operation=${idOf(operations[0])}`) },
    words: 'Was so already',
  },
  {
    name: 'an operation to be undone',
    where: {
      scenario: 'undo',
      address: inWorkspace(`activity?view=operations&operation=${idOf(operations[0])}`),
    },
    act: (page) => button(page, 'Undo…').click(),
    words: 'Type Sales Production to confirm',
  },
  { name: 'expiry', where: { address: '/expiry' }, words: 'pipeline 2026' },
  {
    name: 'expiry, a credential',
    where: { address: '/expiry' },
    act: (page) => page.getByText('pipeline 2026').first().click(),
    words: 'Who to call',
  },
  {
    name: 'expiry, snoozing',
    where: { address: '/expiry' },
    act: async (page) => {
      await page.getByText('pipeline 2026').first().click();
      await button(page, 'Snooze').click();
    },
    words: 'Who is on it',
  },
  {
    name: 'expiry, by workspace',
    where: { address: '/expiry' },
    act: async (page) => {
      await button(page, /^View/).click();
      await page.getByRole('menuitemradio', { name: 'By workspace' }).click();
      await page.keyboard.press('Escape');
    },
    words: 'Fabrikam Government',
  },
  {
    name: 'settings, reminders',
    where: { address: '/settings?section=reminders' },
    words: 'Remind me 60, 30, 7 and 1 days before, and at the end',
  },
  {
    name: 'expiry, empty',
    where: { scenario: 'empty&signed-out', address: '/expiry' },
    words: 'No credential yet',
  },
  {
    name: 'expiry, nothing soon',
    where: { scenario: 'calm', address: '/expiry?window=attention' },
    words: 'Nothing ends soon',
  },
  {
    name: 'expiry, what ends later than the timeline reaches',
    where: { address: '/expiry?month=later' },
    words: /^Ends after/,
  },
  {
    name: 'expiry, forty workspaces with 500 credentials each',
    where: { scenario: 'crowd', address: '/expiry' },
    words: 'could not be asked',
  },
  {
    name: 'home with a reminder',
    where: { scenario: 'due', address: inWorkspace('home') },
    words: 'Show them',
  },
];
