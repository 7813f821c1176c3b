/**
 * One run of the whole app in a process of its own, so that all its output, temporary files and messages are known. What it
 * finds out is written to `result.json` in the evidence folder.
 */
import { readFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as expectSoon } from 'playwright/test';
import { keytarKeychain } from '../../../main/vault/keychain.ts';
import { press, reach, typeInto } from '../../e2e/journey/keyboard.ts';
import { JOURNEY } from '../../e2e/journey/steps.ts';
import { launchConsole } from '../../support/console/launch.ts';
import { canaryPlan } from './canary-plan.ts';
import { openEvidence } from './evidence.ts';

/** A busy computer may take its time. */
const expect = expectSoon.configure({ timeout: 30_000 });
const plan = canaryPlan.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const { app, secrets, inputs } = plan;

/** What main put onto the clipboard for secrets; the page's own is another. */
const handed: string[] = [];
const launched = await launchConsole({
  dataFolder: plan.dataFolder,
  keychain: keytarKeychain('S2S Console canary'),
  secretClipboard: {
    write: async (text) => {
      handed.push(text);
      return true;
    },
    read: async () => handed.at(-1) ?? null,
    clear: async () => undefined,
  },
});
const { page } = launched;
const evidence = openEvidence(launched, plan.evidence, tmpdir());
const result: Record<string, unknown> = {};

const open = async (name: string): Promise<void> => {
  await press(page, page.getByRole('link', { name, exact: true }).first());
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
};
const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
const openApp = async (): Promise<void> => {
  await open('Applications');
  await page.getByRole('grid').getByText(app.name).click();
  await page.getByRole('tab', { name: 'Credentials' }).click();
  await expect(button('Add secret')).toBeVisible();
};

/** Types a secret and sends it; nothing of it may stand in the page afterwards. */
const addSecret = async (label: string, secret: string): Promise<void> => {
  await press(page, button('Add secret'));
  const form = page.getByRole('complementary', { name: 'Add client secret' });
  await typeInto(page, form.getByRole('textbox', { name: 'Secret value' }), secret);
  await evidence.text(`${label} typed`, { typing: true });
  await typeInto(page, form.getByRole('textbox', { name: 'Label' }), label);
  await press(page, form.getByRole('button', { name: 'Add secret', exact: true }));
  await expect(page.getByRole('complementary').getByText(label).first()).toBeVisible();
  await evidence.text(`${label} kept`);
};

const addCertificate = async (label: string, file: string, password: string | null): Promise<void> => {
  await press(page, button('Add certificate'));
  const form = page.getByRole('complementary', { name: 'Add certificate' });
  await form.locator('input[type=file]').setInputFiles(file);
  if (password !== null) {
    await reach(page, form.getByRole('textbox', { name: 'Password' }));
    await page.keyboard.insertText(password);
  }
  await evidence.text(`${label} chosen`, { typing: true });
  await typeInto(page, form.getByRole('textbox', { name: 'Label' }), label);
  await press(page, form.getByRole('button', { name: 'Add certificate', exact: true }));
  await expect(page.getByRole('complementary').getByText(label).first()).toBeVisible();
  await evidence.text(`${label} kept`);
};

/** Runs a query as the app with one of its credentials; resolves to what the page says of it. */
const query = async (credential: string, expected: string): Promise<void> => {
  await openApp();
  await press(page, button('Run a query as this app'));
  await press(page, page.getByRole('button', { name: /^Environments: / }));
  const environment = page.getByRole('checkbox', { name: 'Contoso Production' });
  await reach(page, environment);
  if (!(await environment.isChecked())) await page.keyboard.press('Space');
  await expect(environment).toBeChecked();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: credential, exact: true }).click();
  await typeInto(
    page,
    page.getByRole('textbox', { name: 'OData query' }),
    'contacts?$select=fullname&$top=3',
  );
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(expected).first()).toBeVisible();
  await evidence.text(`query with ${credential}`);
};

/** Puts a text into every kind of place, to show that it would be found there. */
const plant = async (): Promise<void> => {
  const { planted } = secrets;
  await page.evaluate((text) => {
    Reflect.set(window, 'planted', { text: `before ${text}` });
    document.title = text;
  }, planted);
  await evidence.text('planted');
  await evidence.heap('planted');
  await writeFile(join(plan.dataFolder, 'planted.json'), JSON.stringify({ text: planted }));
  await writeFile(join(tmpdir(), 'planted.bin'), Buffer.from(`before ${planted} after`, 'utf16le'));
  for (const name of await readdir(tmpdir()))
    if (name.startsWith('s2s-console-window-'))
      await writeFile(join(tmpdir(), name, 'planted'), `x${Buffer.from(`ab${planted}`).toString('base64')}`);
  process.stdout.write(`planted ${encodeURIComponent(planted)}\n`);
};

const type = async (): Promise<void> => {
  for (const { run } of JOURNEY.slice(0, 3)) await run(launched);
  await open('Applications');
  await press(page, button('Add app'));
  const panel = page.getByRole('complementary', { name: 'Add app' });
  await panel.getByRole('tab', { name: 'Paste a client ID' }).click();
  await typeInto(page, panel.getByRole('textbox', { name: 'Name' }), app.name);
  await typeInto(page, panel.getByRole('textbox', { name: 'Application (client) ID' }), app.clientId);
  await press(page, panel.getByRole('button', { name: 'Add app', exact: true }));
  await addSecret('Wrong secret', secrets.wrong);
  if (plan.visit === 'hand-over') return;
  await addSecret('Right secret', secrets.right);
  await addCertificate('Pasted password', inputs.pfx, secrets.password);
  await addCertificate('Key from a file', inputs.pem, null);
  await query('Wrong secret', 'The client secret is wrong');
  await query('Right secret', 'Rows (3)');
};

/** Has Entra make a secret, which goes from its answer into the vault and, asked for once, onto the clipboard. */
const haveOneMade = async (): Promise<void> => {
  await page.goto(`${page.url()}&add=entra-secret`);
  await press(page, button('Preview'));
  const making = page.getByRole('complementary', { name: 'Create a secret in Entra' });
  // Reading comes first: each permission is asked for when something needs it.
  for (const permission of ['to use Application.Read.All', 'to use Application.ReadWrite.All']) {
    await expect(making.getByText(permission)).toBeVisible();
    const link = launched.nextLink();
    await making.getByRole('button', { name: /^Allow access to Microsoft Graph/ }).click();
    const person = await link;
    await person.getByRole('button', { name: /adele/i }).click();
    await person.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByRole('complementary', { name: 'Allow access to Microsoft Graph' })).toBeHidden();
  }
  await making.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('button', { name: 'Copy the new secret once' }).last().click();
  await expect(page.getByText('The secret is on the clipboard').first()).toBeVisible();
  await evidence.text('made by Entra');
};

/** Exports everything sealed, reads it back and imports it. */
const handOver = async (): Promise<void> => {
  await open('Settings');
  await page.getByRole('tab', { name: 'Vault' }).click();
  await page.getByRole('radio', { name: /Include secrets/ }).click();
  await typeInto(page, page.getByRole('textbox', { name: 'Passphrase', exact: true }), secrets.passphrase);
  await typeInto(page, page.getByRole('textbox', { name: 'Passphrase again' }), secrets.passphrase);
  await evidence.text('passphrase typed', { typing: true });
  await press(page, button('Export…'));
  await expect(page.getByText(/^Saved as/).first()).toBeVisible();
  await evidence.text('exported');
  await press(page, button('Import…'));
  const exports = join(plan.dataFolder, 'exports');
  const [file = ''] = await readdir(exports);
  await page.locator('input[type=file]').setInputFiles(join(exports, file));
  await press(page, button('Show what is in it'));
  await typeInto(page, page.getByRole('textbox', { name: 'Passphrase' }), secrets.passphrase);
  await press(page, button('Open'));
  await expect(page.getByText('In it, and go into the vault')).toBeVisible();
  await evidence.text('seen');
  await press(page, button('Import'));
  await expect(page.getByText('What was imported')).toBeVisible();
  await evidence.text('imported');
};

try {
  if (plan.visit === 'type' || plan.visit === 'hand-over') await type();
  if (plan.visit === 'hand-over') {
    await addCertificate('Pasted password', inputs.pfx, secrets.password);
    await haveOneMade();
    await handOver();
  }
  if (plan.visit === 'return' || plan.visit === 'return-only') await query('Right secret', 'Rows (3)');
  if (plan.visit === 'look') {
    await openApp();
    await press(page, button('Add secret'));
    await expect(page.getByRole('complementary', { name: 'Add client secret' })).toBeVisible();
    await evidence.text('look');
    result['panel'] = await page.getByRole('complementary').innerText();
    await page.keyboard.press('Escape');
  }
  await open('Settings');
  result['settings'] = await page.getByRole('main').innerText();
  await openApp();
  result['app'] = await page.getByRole('complementary').innerText();
  await evidence.text('end');
  if (plan.visit !== 'return-only') await evidence.heap('end');
  if (plan.visit === 'type') await plant();
  if (plan.visit !== 'return-only') await evidence.files();
} catch (problem) {
  await evidence.text('problem');
  throw problem;
} finally {
  await writeFile(plan.handed, JSON.stringify(handed));
  result['problems'] = launched.problems;
  result['log'] = launched.log;
  await writeFile(join(plan.evidence, 'result.json'), JSON.stringify(result));
  await launched.close();
}
