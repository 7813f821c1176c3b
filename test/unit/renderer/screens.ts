import type { Page } from 'playwright';
import {
  environments,
  operations,
  profiles,
  roles,
  usersOf,
  workspaces,
} from '../../support/fake-door/fake-world.ts';
import { fakeId } from '../../support/fake-door/fake-ids.ts';
import { clients } from '../../support/fake-door/fake-consents.ts';
import type { Where } from '../../support/fake-door/use-pages.ts';

const inWorkspace = (rest: string): string => `/w/${workspaces[0]?.id ?? ''}/${rest}`;
const idOf = (item: { readonly id: string } | undefined): string => item?.id ?? '';
const firstIds = (count: number): string =>
  environments
    .slice(1, 1 + count)
    .map(({ id }) => id)
    .join(',');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

const next = (page: Page) => button(page, 'Next').click();
/** Gives an app access in three environments, up to the plan. */
const toPlan = async (page: Page): Promise<void> => {
  await next(page);
  await page.getByRole('row', { name: /Account Reader/ }).click();
  await next(page);
  await button(page, /^Apply/).waitFor();
};
const toConfirmation = async (page: Page): Promise<void> => {
  await toPlan(page);
  await button(page, /Leave it out/).click();
  await button(page, /^Apply/).click();
};
const confirm = async (page: Page): Promise<void> => {
  await toConfirmation(page);
  const dialog = page.getByRole('alertdialog');
  for (const field of await dialog.getByRole('textbox').all()) {
    const label =
      (await field.getAttribute('aria-label')) ??
      (await field.evaluate((box) =>
        box instanceof HTMLInputElement ? (box.labels?.[0]?.textContent ?? '') : '',
      ));
    await field.fill(label.replace(/^Type /, '').replace(/ to confirm$/, ''));
  }
  await dialog.getByRole('button').first().click();
};
const typeQuery = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: /query/i }).fill('accounts?$select=name,revenue&$top=50');
};
const runQuery = async (page: Page): Promise<void> => {
  await typeQuery(page);
  await button(page, /^Run/).click();
};

/** Hands a text over, as a person pastes it. */
const paste = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('radio', { name: 'Pasted text' }).check();
  await page.getByRole('textbox').first().fill(text);
  await button(page, 'Show what is in it').click();
};

/** A screen in a state that looks different from others. */
export type Screen = {
  readonly name: string;
  readonly where: Where;
  /** What a person does there first. */
  readonly act?: (page: Page) => Promise<void>;
  /** Words that show that the state is there. */
  readonly words: string | RegExp;
};

const wizardAddress = inWorkspace(
  `application-users/new?app=${idOf(profiles[0])}&environments=${firstIds(3)}`,
);
const queryAddress = inWorkspace(`query?app=${idOf(profiles[0])}&environments=${firstIds(4)}`);

const lookUp =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('textbox', { name: 'Tenant' }).fill(text);
    await button(page, 'Find').click();
  };

const roleNamed = (wanted: string): string => roles.find(({ name }) => name === wanted)?.rootRoleId ?? '';

/** Every screen in every state, those of one scenario side by side. */
export const SCREENS: readonly Screen[] = [
  { name: 'home', where: { address: inWorkspace('home') }, words: '5 of 40 environments fail' },
  {
    name: 'environments',
    where: { address: inWorkspace('environments') },
    words: '5 of 40 environments failed',
  },
  {
    name: 'environment details',
    where: { address: inWorkspace(`environments?environment=${idOf(environments[3])}`) },
    words: 'There is no user for this sign-in in the environment',
  },
  {
    name: 'environments, adding',
    where: { address: inWorkspace('environments?panel=add') },
    words: 'Add environment',
  },
  { name: 'applications', where: { address: inWorkspace('applications') }, words: 'Order sync' },
  {
    name: 'application details',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}`) },
    words: 'Other actions',
  },
  {
    name: 'credentials of an application',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=credentials`) },
    words: 'Azure Function (Pieter)',
  },
  {
    name: 'a rotation to begin, previewed',
    where: { address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`) },
    act: (page) => button(page, 'Preview the rotation').click(),
    words: 'Not known to every part of Entra',
  },
  {
    name: 'a rotation with an environment that refuses',
    where: {
      scenario: 'rotation=proving',
      address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`),
    },
    act: (page) => page.getByText('May be left out').first().waitFor(),
    words: 'It is proved in 2 of 4 environments.',
  },
  {
    name: 'a rotation whose new credential would live in memory alone',
    where: {
      scenario: 'notices&locked',
      address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`),
    },
    act: (page) => button(page, 'Preview the rotation').click(),
    words: 'Kept for this session only',
  },
  {
    name: 'removing the old credential of a rotation',
    where: {
      scenario: 'rotation=switched',
      address: inWorkspace(`applications/rotate?app=${idOf(profiles[0])}`),
    },
    act: (page) => button(page, 'Remove the old one…').click(),
    words: 'Type Northwind to confirm',
  },
  {
    name: 'home with an unfinished rotation',
    where: { scenario: 'rotation=proving', address: inWorkspace('home') },
    words: 'Unfinished rotations',
  },
  {
    name: 'a secret to be made by Entra, previewed',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=entra-secret`) },
    act: (page) => button(page, 'Preview').click(),
    words: 'One more, its value in the vault',
  },
  {
    name: 'a secret that Entra just made, to be copied once',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=entra-secret`) },
    act: async (page) => {
      await button(page, 'Preview').click();
      await button(page, 'Apply').click();
    },
    words: 'The secret cannot be shown or copied again.',
  },
  {
    name: 'adding an application',
    where: { address: inWorkspace('applications?panel=add') },
    words: 'Order sync',
  },
  {
    name: 'registering an application whose name is taken',
    where: { address: inWorkspace('applications?panel=add&way=register') },
    act: (page) => page.getByRole('textbox', { name: 'Name' }).fill('Order sync'),
    words: 'An app of this workspace is already called Order sync',
  },
  {
    name: 'pasting an object id instead of a client id',
    where: { address: inWorkspace('applications?panel=add&way=paste') },
    act: (page) => page.getByRole('textbox', { name: /client/i }).fill(fakeId.application(50)),
    words: 'This is the object ID of the app registration Order importer',
  },
  {
    name: 'searching an application that is not there',
    where: { address: inWorkspace('applications?panel=add&way=pick') },
    act: (page) => page.getByRole('searchbox', { name: 'Search by name' }).fill('zzz'),
    words: 'No app registration matches.',
  },
  {
    name: 'an application of another tenant',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[2])}`) },
    words: 'Not in this tenant: the registration is in the home tenant.',
  },
  {
    name: 'an application that the tenant does not know',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[3])}`) },
    words: 'This tenant does not know the app',
  },
  {
    name: 'linking an application',
    where: { address: inWorkspace('applications?panel=link') },
    words: 'Contoso Connector',
  },
  {
    name: 'adding a secret',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=secret`) },
    words: 'Order sync',
  },
  {
    name: 'adding a certificate',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=certificate`) },
    words: 'Order sync',
  },
  {
    name: 'a secret with more around it',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=secret`) },
    act: (page) => page.getByLabel('Secret value').fill('ClientId=1;ClientSecret=abc8Q~not-a-secret'),
    words: 'This is a whole connection string. The secret is what stands behind “ClientSecret”.',
  },
  {
    name: 'making a certificate',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=certificate`) },
    act: (page) => page.getByText('Make a new one').click(),
    words: 'Name in the certificate',
  },
  {
    name: 'a certificate that was made',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[0])}&add=certificate`) },
    act: async (page) => {
      await page.getByText('Make a new one').click();
      await button(page, 'Make certificate').click();
    },
    words: 'customKeyIdentifier',
  },
  {
    name: 'public part of a certificate',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=credentials`) },
    act: (page) => button(page, 'Thumbprints and public part').click(),
    words: 'x5t#S256',
  },
  {
    name: 'tokens of an app',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`) },
    words: 'As expected',
  },
  {
    name: 'a token that differs',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`) },
    act: (page) => button(page, /Differs/).click(),
    words: 'must not be there',
  },
  {
    name: 'a token that was refused',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`) },
    act: (page) => button(page, /Refused/).click(),
    words: 'The client secret has expired',
  },
  {
    name: 'tokens of an app without a credential',
    where: { address: inWorkspace(`applications?app=${idOf(profiles[3])}&tab=tokens`) },
    words: 'This app has no credential here',
  },
  {
    name: 'application users',
    where: { address: inWorkspace('application-users') },
    words: 'Data warehouse loader',
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
  { name: 'wizard, environments', where: { address: wizardAddress }, words: 'Field Service Development' },
  {
    name: 'wizard, app',
    where: { address: inWorkspace('application-users/new?begin=new') },
    words: 'Invoice robot',
  },
  { name: 'wizard, roles', where: { address: wizardAddress }, act: next, words: 'Account Reader' },
  { name: 'wizard, plan', where: { address: wizardAddress }, act: toPlan, words: /Field Service/ },
  {
    name: 'wizard, confirmation',
    where: { address: wizardAddress },
    act: toConfirmation,
    words: /to confirm/,
  },
  { name: 'wizard, result', where: { address: wizardAddress }, act: confirm, words: /Query/ },
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
  { name: 'security roles', where: { address: inWorkspace('security-roles') }, words: 'Account Reader' },
  {
    name: 'privileges of a role',
    where: { address: inWorkspace(`security-roles?role=${roles[1]?.rootRoleId ?? ''}`) },
    words: 'Opportunity',
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
  { name: 'query lab', where: { address: inWorkspace('query') }, words: 'Query lab' },
  { name: 'query lab, editing', where: { address: queryAddress }, act: typeQuery, words: 'Query lab' },
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
  { name: 'activity', where: { address: inWorkspace('activity') }, words: 'Journal intact' },
  {
    name: 'operation details',
    where: { address: inWorkspace(`activity?view=operations&operation=${idOf(operations[0])}`) },
    words: 'It was not finished',
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
  {
    name: 'signing in, waiting for the browser',
    where: { scenario: 'signed-out&sign-in-fails=wait', address: inWorkspace('home') },
    act: (page) => button(page, 'Sign in').first().click(),
    words: 'Waiting for the sign-in in your browser',
  },
  {
    name: 'signing in, blocked by Conditional Access',
    where: { scenario: 'signed-out&sign-in-fails=53003', address: inWorkspace('home') },
    act: (page) => button(page, 'Sign in').first().click(),
    words: 'A Conditional Access policy blocks this sign-in',
  },
  {
    name: 'signing in with a code',
    where: { scenario: 'signed-out&sign-in-fails=wait', address: inWorkspace('environments') },
    act: async (page) => {
      await button(page, 'Other ways to sign in').click();
      await page.getByRole('menuitem', { name: 'Sign in with a code' }).click();
      await page.getByText('allows public client flows').waitFor();
    },
    words: 'FJC3VXQPN',
  },
  {
    name: 'signing in with a code that expired',
    where: { scenario: 'signed-out&code-expires', address: inWorkspace('home') },
    act: async (page) => {
      await button(page, 'Other ways to sign in').click();
      await page.getByRole('menuitem', { name: 'Sign in with a code' }).click();
    },
    words: 'The code has expired',
  },
  {
    name: 'accounts of the workspace',
    where: { scenario: 'accounts', address: inWorkspace('home') },
    act: (page) => button(page, /^Account: /).click(),
    words: 'The tenant asks for multifactor authentication',
  },
  {
    name: 'palette',
    where: { address: inWorkspace('home') },
    act: (page) => page.keyboard.press('Control+k'),
    words: 'Find environments',
  },
  { name: 'no such page', where: { address: '/nowhere' }, words: 'There is no such page' },
  { name: 'first run', where: { scenario: 'first-run' }, words: 'Welcome to S2S Console' },
  {
    name: 'home of an empty workspace',
    where: { scenario: 'empty&signed-out', address: inWorkspace('home') },
    words: 'Give an app access in your own tenant, and prove it.',
  },
  {
    name: 'environments, empty',
    where: { scenario: 'empty&signed-out', address: inWorkspace('environments') },
    words: 'No environment yet',
  },
  ...(['applications', 'application-users', 'security-roles', 'query', 'activity'] as const).map(
    (page): Screen => ({
      name: `${page}, empty`,
      where: { scenario: 'empty&signed-out', address: inWorkspace(page) },
      words: /^No |Nothing has happened yet/,
    }),
  ),
  {
    name: 'picking an application without the permission',
    where: { scenario: 'directory=denied', address: inWorkspace('applications?panel=add&way=pick') },
    words: 'The console may not do this in Microsoft Graph',
  },
  {
    name: 'application details, offline',
    where: { scenario: 'directory=offline', address: inWorkspace(`applications?app=${idOf(profiles[1])}`) },
    words: 'graph.microsoft.com',
  },
  {
    name: 'home with notices and a locked keychain',
    where: { scenario: 'notices&locked', address: inWorkspace('home') },
    words: 'The keychain is locked',
  },
  {
    name: 'tokens with a clock that is wrong',
    where: {
      scenario: 'notices&locked',
      address: inWorkspace(`applications?app=${idOf(profiles[1])}&tab=tokens`),
    },
    words: 'The clock of this computer is 7 minutes ahead of Microsoft’s',
  },
  {
    name: 'settings, locked vault',
    where: { scenario: 'notices&locked', address: '/settings?section=vault' },
    words: 'What the keychain said',
  },
  {
    name: 'settings, foreign keychain',
    where: { scenario: 'foreign', address: '/settings?section=vault' },
    act: (page) => button(page, /Start anew/).click(),
    words: 'Type start anew to confirm',
  },
  {
    name: 'consent, declined at this computer',
    where: {
      scenario: 'declined',
      address: inWorkspace(
        `applications?view=consent&ask=1&row=${encodeURIComponent(`${idOf(profiles[1])} ${clients[1]?.workspaceId ?? ''}`)}`,
      ),
    },
    act: async (page) => {
      await page.getByLabel(/Somebody at this computer/).click();
      await button(page, 'Create link and wait').click();
    },
    words: 'The consent was refused',
  },
  {
    name: 'management applications, without names',
    where: { scenario: 'directory=denied', address: inWorkspace('applications?view=management') },
    words: 'Allow access to Microsoft Graph…',
  },
  {
    name: 'management applications, denied',
    where: { scenario: 'denied', address: inWorkspace('applications?view=management') },
    words: 'Only a Power Platform administrator may see this',
  },
  {
    name: 'environments, denied',
    where: { scenario: 'denied', address: inWorkspace('environments') },
    words: 'A stored item cannot be opened',
  },
];
