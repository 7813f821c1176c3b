import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { profiles, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const adding = `/w/${workspaces[0]?.id ?? ''}/applications?app=${profiles[0]?.id ?? ''}&add=certificate`;

/** Hands in files of these names; the fake door answers by how many there are. */
const handIn = async (page: Page, ...names: readonly string[]): Promise<void> => {
  const files = names.map((name) => ({ name, mimeType: 'application/x-pkcs12', buffer: Buffer.from('x') }));
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: 'Add certificate' }).last().click();
};

test('of two certificates in the files none is taken before the person has chosen', async () => {
  const { page } = await pages.show({ address: adding });
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

test('where only one can be used it is said which one, and why none of the others', async () => {
  const { page } = await pages.show({ address: adding });
  await handIn(page, 'a.pem', 'b.pem', 'c.pem');
  await page.getByText('Only this one can be used to sign in.').waitFor();
  await page.getByText(/RSA with at least 2048 bits is needed/).waitFor();
  expect(await page.getByText('It has expired.').count()).toBe(1);
});
