import { expect, test } from 'vitest';
import { workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();

test('the panel of an application user offers what can be done with it, and its choice begins the plan', async () => {
  const { complaints, page } = await pages.show({
    address: `/w/${workspaces[0]?.id ?? ''}/application-users`,
  });
  await page.getByRole('row', { name: /Data warehouse loader Field Service Development/ }).click();
  const panel = page.getByRole('complementary', { name: /Data warehouse loader/ });
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Disable', exact: true }).waitFor();
  // It is enabled already.
  expect(await page.getByRole('menuitem', { name: 'Enable', exact: true }).count()).toBe(0);
  await page.getByRole('menuitem', { name: 'Disable', exact: true }).click();
  await page.getByRole('button', { name: /^Apply/ }).waitFor();
  expect(await page.getByText('Field Service Development').count()).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
