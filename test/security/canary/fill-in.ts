import { writeFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, handsOn } from './hands.ts';
import type { CanaryRun } from './hands.ts';

/** Begins on the demo cloud, signed in as its administrator, with all environments and one app. */
export const begin = async (run: CanaryRun): Promise<void> => {
  const { launched, plan } = run;
  const { page, nextLink } = launched;
  const { button, open, panel } = handsOn(run);
  await button(/explore the demo/i).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
  const link = nextLink();
  await button('Sign in').click();
  await (await link).getByRole('button', { name: /adele/i }).click();
  await expect(page.getByText('adele.admin@contoso.demo.test').first()).toBeVisible();
  await open('Environments');
  await button('Find environments').click();
  await expect(page.getByText('Contoso Production').first()).toBeVisible();
  await open('Applications');
  await button('Add app').click();
  const adding = panel('Add app');
  await adding.getByRole('tab', { name: 'Paste a client ID' }).click();
  await adding.getByRole('textbox', { name: 'Name' }).fill(plan.app.name);
  await adding.getByRole('textbox', { name: 'Application (client) ID' }).fill(plan.app.clientId);
  await adding.getByRole('button', { name: 'Add app', exact: true }).click();
};

/** Types a secret and sends it; nothing of it may stand in the page afterwards. */
export const addSecret = async (run: CanaryRun, label: string, secret: string): Promise<void> => {
  const { launched, evidence } = run;
  const { button, panel, type } = handsOn(run);
  await button('Add secret').click();
  const form = panel('Add client secret');
  await type(form.getByRole('textbox', { name: 'Secret value' }), secret);
  await evidence.text(`${label} typed`, { typing: true });
  await form.getByRole('textbox', { name: 'Label' }).fill(label);
  await form.getByRole('button', { name: 'Add secret', exact: true }).click();
  await expect(launched.page.getByRole('complementary').getByText(label).first()).toBeVisible();
  await evidence.text(`${label} kept`);
};

/** Chooses a certificate file, with its password where it has one. */
export const addCertificate = async (
  run: CanaryRun,
  label: string,
  file: string,
  password: string | null,
): Promise<void> => {
  const { launched, evidence } = run;
  const { page } = launched;
  const { button, panel } = handsOn(run);
  await button('Add certificate').click();
  const form = panel('Add certificate');
  await form.locator('input[type=file]').setInputFiles(file);
  if (password !== null) {
    await form.getByRole('textbox', { name: 'Password' }).click();
    // As a paste does.
    await page.keyboard.insertText(password);
  }
  await evidence.text(`${label} chosen`, { typing: true });
  await form.getByRole('textbox', { name: 'Label' }).fill(label);
  await form.getByRole('button', { name: 'Add certificate', exact: true }).click();
  await expect(page.getByRole('complementary').getByText(label).first()).toBeVisible();
  await evidence.text(`${label} kept`);
};

/** Runs a query as the app with one of its credentials and waits for what the page is to say of it. */
export const query = async (run: CanaryRun, credential: string, expected: string): Promise<void> => {
  const { launched, evidence } = run;
  const { page } = launched;
  const { button, openCredentials, type } = handsOn(run);
  await openCredentials();
  await button('Run a query as this app').click();
  await page.getByRole('button', { name: /^Environments: / }).click();
  await page.getByRole('checkbox', { name: 'Contoso Production' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Credential' }).click();
  await page.getByRole('option', { name: credential, exact: true }).click();
  await type(page.getByRole('textbox', { name: 'OData query' }), 'contacts?$select=fullname&$top=3');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(expected).first()).toBeVisible();
  await evidence.text(`query with ${credential}`);
};

/** Puts a text into every kind of place, to show that it would be found there. */
export const plant = async ({ launched, plan, evidence }: CanaryRun): Promise<void> => {
  const { planted } = plan.secrets;
  await launched.page.evaluate((text) => {
    Reflect.set(window, 'planted', { text: `before ${text}` });
    document.title = text;
  }, planted);
  await evidence.text('planted');
  await writeFile(join(plan.dataFolder, 'planted.json'), JSON.stringify({ text: planted }));
  await writeFile(join(tmpdir(), 'planted.bin'), Buffer.from(`before ${planted} after`, 'utf16le'));
  for (const name of await readdir(tmpdir()))
    if (name.startsWith('s2s-console-window-'))
      await writeFile(join(tmpdir(), name, 'planted'), `x${Buffer.from(`ab${planted}`).toString('base64')}`);
  process.stdout.write(`planted ${encodeURIComponent(planted)}\n`);
};
