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
