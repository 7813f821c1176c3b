import { expect, test } from 'vitest';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { confirm, wizardAddress } from './screens/screen.ts';

const pages = usePages();

test('an environment that was left out because it could not be planned is told with the result, and retried with the rest', async () => {
  const { page } = await pages.show({ address: wizardAddress });
  await confirm(page);
  await page.getByText('1 environment was left out').waitFor();
  await page.getByRole('button', { name: /^Retry/ }).click();
  // It is planned again, and its problem is there again.
  await page.getByText('Cannot be planned').first().waitFor();
  expect(await page.getByRole('button', { name: /Leave it out/ }).count()).toBe(1);
});
