import { expect, test } from 'vitest';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();

test('C8: what was not asked because somebody cancelled is said, and is asked then', async () => {
  const { page } = await pages.show({ scenario: 'pace=1000', address: '/expiry' });
  await page.getByRole('button', { name: 'Cancel', exact: true }).first().click();
  const said = page.getByText('Cancelled: 2 of 2 workspaces were not asked').first();
  await said.waitFor();
  await page.getByRole('button', { name: 'Ask the directories' }).first().click();
  await said.waitFor({ state: 'detached' });
  expect(await page.getByText('What is shown of them is what this computer knew before.').count()).toBe(0);
  await page.getByText('Fabrikam Government could not be asked: Sign in first').first().waitFor();
});
