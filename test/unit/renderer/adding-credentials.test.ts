import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Door, WireRequest } from '../../../preload/contract/words/wire.ts';
import { profiles, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const SECRET = 'abc8Q~aBcDeF.gHiJ_kL-mNoPqRsTuVwXyZ01234';
const adding = (what: 'secret' | 'certificate'): string =>
  `/w/${workspaces[0]?.id ?? ''}/applications?app=${profiles[0]?.id ?? ''}&add=${what}`;

test('what is pasted is judged at once, is not sent while it is refused, and is repaired in its own field', async () => {
  const { page } = await pages.show({ address: adding('secret') });
  const field = page.getByLabel('Secret value');
  const add = page.getByRole('complementary').getByRole('button', { name: 'Add secret' });
  await field.fill(`Url=https://c.crm.dynamics.com;ClientId=1;ClientSecret=${SECRET}`);
  await page.getByText('The secret is what stands behind “ClientSecret”.').waitFor();
  await add.click();
  // Still there: nothing was sent, nothing was cleared.
  expect(await field.inputValue()).toContain('ClientSecret=');
  await page.getByRole('button', { name: 'Use the secret in it' }).click();
  expect(await field.inputValue()).toBe(SECRET);
  await page.getByText('whole connection string').waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(SECRET);
  await field.fill('hunter2');
  await page.getByText('It is shorter than any secret that Entra makes').waitFor();
  await field.fill(SECRET.replace('~', '%7E'));
  await page.getByRole('button', { name: 'Use the decoded value' }).click();
  expect(await field.inputValue()).toBe(SECRET);
  await add.click();
  await page.getByText('The secret was stored.').first().waitFor();
  await page.waitForFunction(
    (secret) => [...document.querySelectorAll('input')].every(({ value }) => value !== secret),
    SECRET,
  );
});

test('a year of five digits, which no date can be made of, cannot be entered', async () => {
  const { page } = await pages.show({ address: adding('secret') });
  await page.getByLabel('Secret value').fill(SECRET);
  const day = page.getByLabel('Expires on');
  await day.focus();
  await page.keyboard.type('010120270');
  expect(await day.inputValue()).toMatch(/^\d{4}-01-01$/);
  await page.getByRole('complementary').getByRole('button', { name: 'Add secret' }).click();
  await page.getByText('The secret was stored.').first().waitFor();
});

/** Hands in files of these names; the fake door answers by how many there are. */
const handIn = async (page: Page, ...names: readonly string[]): Promise<void> => {
  const files = names.map((name) => ({ name, mimeType: 'application/x-pkcs12', buffer: Buffer.from('x') }));
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: 'Add certificate' }).last().click();
};

test('of two certificates in the files none is taken before the person has chosen', async () => {
  const { page } = await pages.show({ address: adding('certificate') });
  await handIn(page, 'old.pfx', 'new.pfx');
  await page.getByText('The files hold 3 certificates with their private keys').waitFor();
  await page.getByText('Device 0417').waitFor();
  const add = page.getByRole('button', { name: 'Add this certificate' });
  await add.click();
  await page.getByText('Choose a certificate first.').waitFor();
  const radios = page.getByRole('radio', { name: /Thumbprint/ });
  expect(await radios.count()).toBe(2);
  await radios.first().check();
  await add.click();
  await page.getByText('The certificate was stored.').first().waitFor();
  await page.getByText('The files hold').waitFor({ state: 'detached' });
});

test('what waits for a choice is given up with Cancel and with the panel, so that main forgets the keys', async () => {
  const { page } = await pages.show({ address: adding('certificate') });
  await page.evaluate(() => {
    const door: Door = Reflect.get(window, 's2sConsole');
    const sent: string[] = [];
    Reflect.set(window, 'sent', sent);
    const { request } = door;
    Object.assign(door, { request: (text: string) => (sent.push(text), request(text)) });
  });
  /** How many choices the page holds open, and how many it has given up. */
  const holds = (): Promise<readonly [number, number]> =>
    page.evaluate(() => {
      const sent: readonly string[] = Reflect.get(window, 'sent');
      const requests = sent.map((text): WireRequest => JSON.parse(text));
      const held = requests.filter(
        (one) => one.kind === 'call' && one.method === 'appProfiles.holdCertificates',
      );
      const given = new Set(requests.filter(({ kind }) => kind === 'cancel').map(({ id }) => id));
      return [held.length, held.filter(({ id }) => given.has(id)).length];
    });
  const panel = page.getByRole('complementary');
  for (const [round, leave] of ['Cancel', 'Close'].entries()) {
    await pages.show({ address: adding('certificate') });
    await handIn(page, 'old.pfx', 'new.pfx');
    await page.getByText('The files hold 3 certificates').waitFor();
    await expect.poll(holds).toEqual([round + 1, round]);
    await panel.getByRole('button', { name: leave, exact: true }).click();
    await page.getByText('The files hold').waitFor({ state: 'detached' });
    await expect.poll(holds).toEqual([round + 1, round + 1]);
  }
});

test('where only one can be used it is said which one, and why none of the others', async () => {
  const { page } = await pages.show({ address: adding('certificate') });
  await handIn(page, 'a.pem', 'b.pem', 'c.pem');
  await page.getByText('Only this one can be used to sign in.').waitFor();
  await page.getByText(/RSA with at least 2048 bits is needed/).waitFor();
  expect(await page.getByText('It has expired.').count()).toBe(1);
});

test('a double click sends a certificate once: its password is not found missing by the second click', async () => {
  const { page } = await pages.show({ address: adding('certificate') });
  const file = { name: 'old.pfx', mimeType: 'application/x-pkcs12', buffer: Buffer.from('x') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('Password').fill('not this one');
  await page.getByRole('button', { name: 'Add certificate' }).last().dblclick();
  await page.getByText('The password does not open the file').waitFor();
  expect(await page.getByText('The file needs its password').count()).toBe(0);
});

test('a secret that is not kept beyond this session is not said to be stored', async () => {
  const { page } = await pages.show({ scenario: 'locked', address: adding('secret') });
  await page.getByLabel('Secret value').fill(SECRET);
  await page.getByRole('complementary').getByRole('button', { name: 'Add secret' }).click();
  await page.getByText('The secret is kept for this session only.').first().waitFor();
  expect(await page.getByText('was stored').count()).toBe(0);
});

test('a certificate made here is not in Entra yet: the secret stays in use, and each is said once', async () => {
  const { page } = await pages.show({ address: adding('certificate') });
  await page.getByRole('radio', { name: 'Make a new one' }).check();
  await page.getByRole('textbox', { name: 'Name in the certificate' }).fill('Made here');
  await page.getByRole('button', { name: 'Make certificate' }).click();
  await page.getByText('other credentials of the app come first').waitFor();
  await page.getByRole('button', { name: 'Done' }).click();
  const cardOf = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  const made = cardOf('Made here');
  await made.getByText('Not in Entra yet', { exact: true }).waitFor();
  await made.getByText('It cannot sign in before its public part is uploaded').waitFor();
  expect(await made.getByText('In use').count()).toBe(0);
  expect(await made.getByText('Entra does not list it').count()).toBe(0);
  expect(await page.getByText('In use', { exact: true }).count()).toBe(1);
});

test('a text at which the page would stand still is not pasted, and what to do instead is said', async () => {
  const { page } = await pages.show({ address: adding('certificate') });
  await page.getByRole('radio', { name: 'Pasted PEM text' }).check();
  const field = page.locator('textarea');
  const tell = page.getByText('Save it as a file and choose the file instead.');
  const taken = await field.evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'x'.repeat(250_001));
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    return area.dispatchEvent(paste);
  });
  expect(taken).toBe(false);
  await tell.waitFor();
  await field.fill('-----BEGIN CERTIFICATE-----');
  await tell.waitFor({ state: 'detached' });
});
