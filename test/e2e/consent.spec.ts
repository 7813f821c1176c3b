import { readFile } from 'node:fs/promises';
import { expect as expectSoon, test } from 'playwright/test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { JOURNEY } from './journey/steps.ts';

const expect = expectSoon.configure({ timeout: 30_000 });
const CLIENT = 'Fabrikam';

let launched: LaunchedConsole;

test.beforeAll(async () => {
  test.slow();
  launched = await launchConsole();
  launched.page.setDefaultTimeout(30_000);
  for (const { name, run } of JOURNEY) if (name === 'Explore the demo cloud') await run(launched);
});
test.afterAll(() => launched.close());

const button = (name: string | RegExp) => launched.page.getByRole('button', { name }).first();
const panel = (name: string | RegExp) => launched.page.getByRole('complementary', { name });

const inWorkspace = async (name: string) => {
  await button(/Switch workspace/).click();
  await launched.page.getByRole('menuitemradio', { name }).click();
};
/** An app of the demo cloud with its secret, as the person who registered it would bring it. */
const addApp = async (name: string) => {
  const app = launched.demoCloud.description.apps.find((one) => one.name === name);
  if (app?.secret === undefined) throw new Error(`The demo cloud has no secret for ${name}.`);
  await launched.page.getByRole('link', { name: 'Applications', exact: true }).click();
  await button('Add app').click();
  const adding = panel('Add app');
  await adding.getByRole('tab', { name: 'Paste a client ID' }).click();
  await adding.getByRole('textbox', { name: 'Name' }).fill(name);
  await adding.getByRole('textbox', { name: 'Application (client) ID' }).fill(app.clientId);
  await adding.getByRole('button', { name: 'Add app' }).click();
  await button('Add secret').click();
  const form = panel('Add client secret');
  await form.getByRole('textbox', { name: 'Secret value' }).fill(app.secret);
  await form.getByRole('button', { name: 'Add secret' }).click();
  await expect(launched.page.getByText('This session only').first()).toBeVisible();
};
/** Opens the consent of the client that was not asked yet. */
const chooseClient = async () => {
  const { page } = launched;
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').getByRole('combobox');
  await palette.fill('ask a client');
  await palette.press('Enter');
  const choosing = panel('Ask for consent');
  await choosing.getByRole('combobox', { name: 'Client workspace' }).click();
  await page.getByRole('option', { name: CLIENT, exact: true }).click();
  await choosing.getByRole('button', { name: 'Next' }).click();
};
const waitHere = async (open: string) => {
  const asked = panel('Adventure Works Warehouse');
  await asked.getByRole('radio', { name: /^Somebody at this computer/ }).check();
  await asked.getByRole('button', { name: 'Create link and wait' }).click();
  const link = launched.nextLink();
  await asked.getByRole('button', { name: open }).click();
  const person = await link;
  await person.getByRole('button', { name: /felicia/i }).click();
  await expect(person.getByText('Adventure Works Warehouse').first()).toBeVisible();
  return person;
};

test('C12: a service principal that the client disabled is told apart from one that is not there', async () => {
  const { page } = launched;
  await inWorkspace('Contoso');
  await addApp('Contoso Retired Connector');
  await chooseClient();
  await button('Check by token').click();
  await expect(
    panel('Contoso Retired Connector').getByText('Service principal disabled').first(),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Fabrikam.*Service principal disabled/ })).toBeVisible();
});

test('C12: without consent the check says so; the QR code is read as the same link', async () => {
  const { page } = launched;
  await inWorkspace('Adventure Works');
  await addApp('Adventure Works Warehouse');
  await chooseClient();
  const asked = panel('Adventure Works Warehouse');
  await button('Check by token').click();
  await expect(asked.getByText(/there is no service principal of this app in the tenant/)).toBeVisible();

  await asked.getByRole('button', { name: 'Create link' }).click();
  const link = await asked.getByRole('textbox', { name: 'Consent link' }).inputValue();
  await button('Show QR code').click();
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
  const picture = await page.getByRole('img', { name: 'QR code of the consent link' }).screenshot();
  const codes = await readBarcodes(Uint8Array.from(picture), { formats: ['QRCode'] });
  expect(codes.map(({ text }) => text)).toEqual([link]);
});

test('C12: a refusal of the administrator is told; asked again and accepted, a token proves it', async () => {
  const { page } = launched;
  const asked = panel('Adventure Works Warehouse');
  await asked.getByRole('button', { name: 'Ask again' }).click();
  let person = await waitHere('Open in browser');
  await person.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked.getByText('The consent was refused')).toBeVisible();
  await expect(page.getByRole('row', { name: /Fabrikam.*Declined/ })).toBeVisible();

  await asked.getByRole('button', { name: 'Ask again' }).click();
  await expect(asked.getByText('The consent was refused')).toBeHidden();
  person = await waitHere('Open in browser');
  await person.getByRole('button', { name: 'Accept' }).click();
  await expect(asked.getByText('Consent is given and verified.')).toBeVisible();
  await expect(page.getByRole('row', { name: /Fabrikam.*Consented/ })).toBeVisible();
  expect(launched.problems).toEqual([]);
  expect(launched.log).toEqual([]);
});
