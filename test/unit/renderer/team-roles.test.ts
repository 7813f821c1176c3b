import { expect, test } from 'vitest';
import { roles } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { button, inWorkspace } from './screens/screen.ts';

const pages = usePages();

test('several teams are given a role by one plan; those that hold it are offered to be taken', async () => {
  const { page } = await pages.show({
    address: inWorkspace(`security-roles?role=${roles[1]?.rootRoleId ?? ''}`),
  });
  await page.getByRole('tab', { name: 'Teams' }).click();
  const teams = page.getByRole('grid', { name: 'Teams that can hold the role' });
  for (const name of ['Data Stewards', 'Planners', 'Stewards of the north'])
    await teams.getByText(name, { exact: true }).click();
  await button(page, 'Take from 1 team').waitFor();
  await button(page, 'Give to 2 teams').click();
  const panel = page.getByRole('complementary', { name: /Give .* to 2 teams/ });
  await panel.getByText('Planners, Stewards of the north').waitFor();
  await button(page, 'Preview').click();
  const steps = panel.getByText('Give role to team');
  await steps.first().waitFor();
  expect(await steps.count()).toBe(2);
});
