import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as expectSoon, test } from 'playwright/test';
import { z } from 'zod';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { memoryKeychain } from '../unit/identity/memory-keychain.ts';
import { memoryKeychain as lockableKeychain } from '../unit/vault/memory-keychain.ts';
import { JOURNEY } from './journey/steps.ts';

const expect = expectSoon.configure({ timeout: 30_000 });
const APP = 'Contoso Integration Hub';
const PASSPHRASE = 'grey otters carry seven lanterns';

let launched: LaunchedConsole;
let fresh: LaunchedConsole | null = null;
const keys = lockableKeychain();

test.beforeAll(async () => {
  test.slow();
  launched = await launchConsole({ keychain: memoryKeychain() });
  for (const { run } of JOURNEY.slice(0, 3)) await run(launched);
  await addAppWithSecret();
});
test.afterAll(async () => {
  await fresh?.close();
  await launched.close();
});

const at = ({ page }: LaunchedConsole) => ({
  button: (name: string | RegExp) => page.getByRole('button', { name }).first(),
  panel: (name: string | RegExp) => page.getByRole('complementary', { name }),
  go: (name: string) => page.getByRole('link', { name, exact: true }).first().click(),
});
const secretOf = (console: LaunchedConsole) =>
  console.demoCloud.description.apps.find(({ name }) => name === APP)?.secret ?? '';
const addAppWithSecret = async () => {
  const { button, go, panel } = at(launched);
  const clientId = launched.demoCloud.description.apps.find(({ name }) => name === APP)?.clientId ?? '';
  await go('Applications');
  await button('Add app').click();
  const adding = panel('Add app');
  await adding.getByRole('tab', { name: 'Paste a client ID' }).click();
  await adding.getByRole('textbox', { name: 'Name' }).fill(APP);
  await adding.getByRole('textbox', { name: 'Application (client) ID' }).fill(clientId);
  await adding.getByRole('button', { name: 'Add app' }).click();
  await button('Add secret').click();
  const form = panel('Add client secret');
  await form.getByRole('textbox', { name: 'Secret value' }).fill(secretOf(launched));
  await form.getByRole('button', { name: 'Add secret' }).click();
  await expect(launched.page.getByText('Keychain', { exact: true }).first()).toBeVisible();
};
/** The newest file that was saved under a name like this one. */
const saved = ({ dataFolder }: LaunchedConsole, name: RegExp) => {
  const folder = join(dataFolder, 'exports');
  const file = readdirSync(folder).findLast((one) => name.test(one));
  if (file === undefined) throw new Error(`nothing like ${name} in ${readdirSync(folder).join(', ')}`);
  return join(folder, file);
};

test('C8: what a directory refuses to say is allowed where it is missed, and credentials that others hold appear', async () => {
  const { page, nextLink } = launched;
  const { button } = at(launched);
  await button(/Switch workspace/).click();
  await page.getByRole('menuitemradio', { name: 'Fabrikam' }).click();
  await at(launched).go('Expiry');
  await expect(page.getByText('Contoso could not be asked')).toBeVisible();
  await button('Switch to Contoso').click();
  const link = nextLink();
  await button(/^Allow access to Microsoft Graph/).click();
  const person = await link;
  await person.getByRole('button', { name: /adele/i }).click();
  await person.getByRole('button', { name: 'Accept' }).click();
  const rows = page.getByRole('row', { name: new RegExp(APP) });
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole('row', { name: /Elsewhere/ })).toBeVisible();
  await expect(page.getByText('could not be asked')).toBeHidden();
});

test('C8: a credential is snoozed with a note and woken again; calendar and CSV say when each ends', async () => {
  const { page } = launched;
  const { button, go } = at(launched);
  await go('Expiry');
  await page.getByRole('row', { name: /Client secret.*Keychain/ }).click();
  const details = page.getByRole('complementary');
  await details.getByRole('button', { name: 'Snooze' }).click();
  await details.getByRole('textbox').fill('Adele is on it');
  await details.getByRole('button', { name: 'Snooze' }).click();
  await expect(details.getByText(/Snoozed.*Adele is on it/)).toBeVisible();
  await details.getByRole('button', { name: 'End snooze' }).click();
  await expect(details.getByRole('button', { name: 'Snooze', exact: true })).toBeVisible();

  await button('Save calendar').click();
  await expect(page.getByText('Calendar saved').first()).toBeVisible();
  const calendar = readFileSync(saved(launched, /\.ics$/), 'utf8');
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(calendar).toContain(APP);
  await button('Export').click();
  await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const [head, ...lines] = readFileSync(saved(launched, /\.csv$/), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(head).toContain('Expires on');
  expect(lines).toHaveLength(2);
});

test('C7: the vault is checked on request and says what it keeps; everything leaves it only sealed', async () => {
  const { page } = launched;
  const { button, go } = at(launched);
  await go('Settings');
  await page.getByRole('tab', { name: 'Vault' }).click();
  await button('Check now').click();
  await expect(page.getByText(/Written, read and deleted in \d+ ms/)).toBeVisible();
  await expect(page.getByText('1 secret, 0 certificates, 1 sign-in')).toBeVisible();

  await button('Export…').click();
  await expect(page.getByText(/3 workspaces, \d+ environments, 1 app, 0 secrets/)).toBeVisible();
  const open = readFileSync(saved(launched, /^s2s-console [\d-]+\.json$/), 'utf8');
  expect(JSON.parse(open)).toMatchObject({ apps: [{ name: APP }] });

  await page.getByRole('radio', { name: /Include secrets/ }).click();
  await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(PASSPHRASE);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(PASSPHRASE);
  await button('Export…').click();
  await expect(page.getByText(/3 workspaces, \d+ environments, 1 app, 1 secret$/)).toBeVisible();
  const sealed = readFileSync(saved(launched, /sealed\.json$/), 'utf8');
  for (const text of [open, sealed]) expect(text).not.toContain(secretOf(launched));
  expect(sealed).not.toContain(APP);
  expect([launched.problems, launched.log]).toEqual([[], []]);
});

test('C7, C29: another computer imports the sealed export with its passphrase only, and its vault keeps the secret', async () => {
  test.slow();
  fresh = await launchConsole({ keychain: keys.keychain, demoCloud: launched.demoCloud });
  const { page } = fresh;
  const { button, go } = at(fresh);
  await JOURNEY[0]?.run(fresh);
  await go('Settings');
  await page.getByRole('tab', { name: 'Vault' }).click();
  await button('Import…').click();
  await page.locator('input[type=file]').setInputFiles(saved(launched, /sealed\.json$/));
  await button('Show what is in it').click();
  const passphrase = page.getByRole('textbox', { name: 'Passphrase' });
  const card = await page.getByText('This export is sealed').elementHandle();
  await passphrase.fill('grey otters carry eight lanterns');
  await button('Open').click();
  await expect(page.getByText('import-passphrase')).toBeVisible();
  // The card stood still while the passphrase was tried.
  expect(await card?.evaluate((element) => element.isConnected)).toBe(true);
  await passphrase.fill(PASSPHRASE);
  await button('Open').click();
  await expect(page.getByText('In it, and go into the vault')).toBeVisible();
  await button('Import').click();
  await expect(page.getByText('What was imported')).toBeVisible();
  await go('Settings');
  await page.getByRole('tab', { name: 'Vault' }).click();
  await expect(page.getByText('1 secret, 0 certificates, 0 sign-ins')).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${APP}.*Readable`) })).toBeVisible();
});

test('C29: a pasted connection string brings its app and its secret into the workspace of its environment; one of a real cloud is warned of', async () => {
  if (fresh === null) throw new Error('the import before this one did not begin');
  const { page } = fresh;
  const { button } = at(fresh);
  await button('Import…').click();
  await page.getByRole('radio', { name: 'Pasted text' }).click();
  const {
    environments: [environment],
  } = z
    .object({ environments: z.array(z.object({ url: z.string() })) })
    .parse(JSON.parse(readFileSync(saved(launched, /[\d]\.json$/), 'utf8')));
  const secret = `7Q~${'k'.repeat(30)}`;
  await page
    .getByRole('textbox', { name: /^Connection strings/ })
    .fill(
      [environment?.url, 'https://contoso.crm4.dynamics.com']
        .map(
          (url) =>
            `AuthType=ClientSecret;Url=${url};ClientId=5b8f1f9d-2f3e-4c55-9d0e-3c1f4f6f7a10;ClientSecret=${secret}`,
        )
        .join('\n'),
    );
  await button('Show what is in it').click();
  await expect(page.getByText('Connection strings: 2 connections')).toBeVisible();
  await expect(page.getByText('Secret comes along')).toHaveCount(2);
  // A real tenant's in a workspace of the demo cloud: warned of before anything is asked or kept.
  await expect(page.getByText('1 connection is of another cloud and stays outside')).toBeVisible();
  await button('Import 1 connection').click();
  await expect(page.getByText('What came in')).toBeVisible();
  await expect(page.getByText('App added, credential added, environment was here')).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  expect([fresh.problems, fresh.log]).toEqual([[], []]);
});

test('C7: the keychain is locked from the page; nothing is lost, and unlocked it is all there', async () => {
  if (fresh === null) throw new Error('the import before this one did not begin');
  const { page } = fresh;
  const { button, go } = at(fresh);
  await go('Settings');
  await page.getByRole('tab', { name: 'Vault' }).click();
  await button('Lock now').click();
  await expect(page.getByText('Keychain locked')).toBeVisible();
  await expect(page.getByText('Not known while shut').first()).toBeVisible();
  await expect(button('Lock now')).toBeFocused();
  keys.is('open');
  await button('Unlock').click();
  await expect(page.getByText('Keychain available')).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${APP}.*Readable`) })).toBeVisible();
  expect([fresh.problems, fresh.log]).toEqual([[], []]);
});

test('C7: a keychain that was unlocked outside the console is not warned of any more once the page has seen it', async () => {
  if (fresh === null) throw new Error('the import before this one did not begin');
  const { page } = fresh;
  const { button, go } = at(fresh);
  await button('Lock now').click();
  await expect(page.getByText('Keychain locked')).toBeVisible();
  const warning = page.getByText('The keychain is locked', { exact: true });
  await expect(warning).toBeVisible();
  await go('Home');
  keys.is('open');
  // What the page has read is old enough to be read again when it is next shown.
  await page.clock.setFixedTime(Date.now() + 60_000);
  await go('Settings');
  await page.getByRole('tab', { name: 'Vault' }).click();
  await expect(page.getByText('Keychain available')).toBeVisible();
  await expect(warning).toBeHidden();
});
