import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import forge from 'node-forge';
import { expect as expectSoon, test } from 'playwright/test';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { JOURNEY } from './journey/steps.ts';

const expect = expectSoon.configure({ timeout: 30_000 });
const APP = 'Contoso Integration Hub';
const STEPS_BEFORE = [
  'Explore the demo cloud',
  'Sign in as the administrator of Contoso',
  'Find the environments',
];

let launched: LaunchedConsole;

test.beforeAll(async () => {
  test.slow();
  launched = await launchConsole();
  launched.page.setDefaultTimeout(30_000);
  for (const { name, run } of JOURNEY) if (STEPS_BEFORE.includes(name)) await run(launched);
});
test.afterAll(() => launched.close());

const panel = (name: string) => launched.page.getByRole('complementary', { name });
const press = (name: string) => launched.page.getByRole('button', { name, exact: true }).first().click();

/** The app as the demo portal shows it, with the certificate that its owner was given. */
const registered = () => {
  const app = launched.demoCloud.description.apps.find(({ name }) => name === APP);
  if (app?.certificatePem === undefined || app.privateKeyPem === undefined)
    throw new Error(`The demo cloud has no certificate for ${APP}.`);
  return { clientId: app.clientId, certificatePem: app.certificatePem, privateKeyPem: app.privateKeyPem };
};
const pfxOf = (password: string): Buffer => {
  const { certificatePem, privateKeyPem } = registered();
  const bag = forge.pkcs12.toPkcs12Asn1(
    forge.pki.privateKeyFromPem(privateKeyPem),
    [forge.pki.certificateFromPem(certificatePem)],
    password,
    { algorithm: 'aes256' },
  );
  return Buffer.from(forge.asn1.toDer(bag).getBytes(), 'binary');
};
const chooseFile = (name: string, buffer: Buffer) =>
  panel('Add certificate')
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test('C30: a broken file gets its precise error, a wrong password keeps file and label, and the right one stores it', async () => {
  const { page } = launched;
  await page.getByRole('link', { name: 'Applications', exact: true }).click();
  await press('Add app');
  await panel('Add app').getByRole('tab', { name: 'Paste a client ID' }).click();
  await panel('Add app').getByRole('textbox', { name: 'Name' }).fill(APP);
  await panel('Add app')
    .getByRole('textbox', { name: 'Application (client) ID' })
    .fill(registered().clientId);
  await panel('Add app').getByRole('button', { name: 'Add app' }).click();

  await press('Add certificate');
  const adding = panel('Add certificate');
  const submit = adding.getByRole('button', { name: 'Add certificate' });
  await adding.getByRole('textbox', { name: 'Label' }).fill('From the PFX');
  await chooseFile('cut.pem', Buffer.from(registered().certificatePem.slice(0, 400)));
  await submit.click();
  await expect(adding.getByText('The file ends before it should')).toBeVisible();

  await chooseFile('hub.pfx', pfxOf('correct horse'));
  await adding.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await submit.click();
  await expect(adding.getByText('The password does not open the file')).toBeVisible();
  await expect(adding.getByText('hub.pfx')).toBeVisible();
  await expect(adding.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await adding.getByRole('textbox', { name: 'Password' }).fill('correct horse');
  await submit.click();
  await expect(panel(APP).getByText('From the PFX').first()).toBeVisible();
  await expect(
    panel(APP).getByText(new X509Certificate(registered().certificatePem).fingerprint.replaceAll(':', '')),
  ).toBeVisible();
});

test('C14: a token is got with the certificate, and the inspector says how the app proved itself', async () => {
  const { page } = launched;
  const app = panel(APP);
  await app.getByRole('tab', { name: 'Tokens' }).click();
  await app.getByRole('combobox', { name: 'Environment' }).click();
  await page.getByRole('option', { name: /Contoso Development/ }).click();
  await app.getByRole('button', { name: 'Get a new token', exact: true }).click();
  await expect(app.getByRole('row', { name: /^appidacr.* 2 ?As expected/ })).toBeVisible();
  await expect(app.getByRole('row', { name: /^aud.*contoso-dev.*As expected/ })).toBeVisible();
});

test('C30: a certificate is made; its thumbprints are those of the public part that is saved, which holds no key', async () => {
  const { page, dataFolder } = launched;
  await panel(APP).getByRole('tab', { name: 'Credentials' }).click();
  await press('Add certificate');
  const adding = panel('Add certificate');
  await adding.getByRole('radio', { name: 'Make a new one' }).check();
  await adding.getByRole('radio', { name: '3072 bits' }).check();
  await adding.getByRole('button', { name: 'Make certificate' }).click();
  await expect(adding.getByText('The certificate was made')).toBeVisible();
  await adding.getByRole('button', { name: 'Save as PEM' }).click();
  await expect(page.getByText('It holds the public part only.').first()).toBeVisible();

  const folder = join(dataFolder, 'exports');
  const [saved, ...others] = await readdir(folder);
  const text = await readFile(join(folder, saved ?? ''), 'utf8');
  const certificate = new X509Certificate(text);
  expect(others).toEqual([]);
  expect(text).not.toContain('PRIVATE KEY');
  expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
  const sha1 = certificate.fingerprint.replaceAll(':', '');
  const forms = [
    sha1,
    certificate.fingerprint,
    sha1.toLowerCase(),
    certificate.fingerprint256.replaceAll(':', ''),
    Buffer.from(sha1, 'hex').toString('base64url'),
    Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url'),
    Buffer.from(sha1, 'hex').toString('base64'),
  ];
  for (const form of forms) await expect(adding.getByText(form, { exact: true })).toBeVisible();
  await adding.getByRole('button', { name: 'Save as CER' }).click();
  const isCer = (name: string): boolean => name.endsWith('.cer');
  await expect.poll(async () => (await readdir(folder)).some(isCer)).toBe(true);
  const cer = (await readdir(folder)).find(isCer) ?? '';
  expect((await readFile(join(folder, cer))).equals(certificate.raw)).toBe(true);
  await adding.getByRole('button', { name: 'Done' }).click();
  await expect(panel(APP).getByText(sha1, { exact: true })).toBeVisible();
  expect(launched.problems).toEqual([]);
  expect(launched.log).toEqual([]);
});
