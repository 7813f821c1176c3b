import { expect, test } from 'vitest';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { queryAddress, runQuery } from './screens/screen.ts';

const pages = usePages();

test('in a low window the differences of two environments have room for rows, below what says how they were compared', async () => {
  const { page } = await pages.show({ address: queryAddress });
  await page.setViewportSize({ width: 960, height: 600 });
  await runQuery(page);
  await page.getByRole('tab', { name: 'Compare' }).click();
  const differences = page.getByRole('grid', { name: 'Differences between two environments' });
  await differences.getByText('Account 7').waitFor();
  await expect.poll(() => differences.evaluate((grid) => grid.clientHeight)).toBeGreaterThan(160);
});

test('beside a panel in a narrow window the fields of a query fold to a line, so that its answer stays in sight', async () => {
  const { page } = await pages.show({ address: queryAddress });
  await page.setViewportSize({ width: 1100, height: 720 });
  await runQuery(page);
  await page.getByRole('tab', { name: /^Environments/ }).click();
  await page
    .getByRole('grid')
    .getByText(/Finance Production/)
    .click();
  await page.getByText('Order sync · OData · 4 environments', { exact: true }).waitFor();
  const tabs = page.getByRole('tab', { name: /^Environments/ });
  await expect.poll(async () => (await tabs.boundingBox())?.y).toBeLessThan(680);
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('spinbutton', { name: 'Row limit' }).waitFor();
});
