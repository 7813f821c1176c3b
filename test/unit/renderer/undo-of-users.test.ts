import { expect, test } from 'vitest';
import { operations, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const inWorkspace = (rest: string): string => `/w/${workspaces[0]?.id ?? ''}/${rest}`;

test('an undo that is opened with a double click stays open, and what it changed is read again', async () => {
  await pages.show({ address: inWorkspace('application-users') });
  const { page } = await pages.show({
    address: inWorkspace(`activity?view=operations&operation=${operations[0]?.id ?? ''}`),
  });
  await page.getByRole('button', { name: 'Undo…' }).dblclick();
  const panel = page.getByRole('complementary', { name: 'Undo the operation' });
  for (const name of ['Sales Production', 'Service Production', 'Field Service Production'])
    await panel.getByRole('textbox', { name: `Type ${name} to confirm`, exact: true }).fill(name);
  await panel.getByRole('button', { name: 'Apply', exact: true }).click();
  await panel.getByRole('button', { name: 'Close', exact: true }).last().waitFor();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Operations/ })
    .click();
  // Three environments, after the forty that were read when the page was opened.
  await page.getByText('3 of 3', { exact: true }).waitFor();
  expect(await page.getByText('Read application users').count()).toBe(2);
});
