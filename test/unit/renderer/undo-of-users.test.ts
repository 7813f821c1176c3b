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

test('Enter applies once every name is typed, and not before', async () => {
  const { page } = await pages.show({
    address: inWorkspace(`activity?view=operations&operation=${operations[0]?.id ?? ''}`),
  });
  await page.getByRole('button', { name: 'Undo…' }).click();
  const panel = page.getByRole('complementary', { name: 'Undo the operation' });
  for (const name of ['Sales Production', 'Service Production', 'Field Service Production']) {
    const field = panel.getByRole('textbox', { name: `Type ${name} to confirm`, exact: true });
    await field.fill(name);
    await field.press('Enter');
    const applies = async () => (await panel.getByRole('textbox').count()) === 0;
    await expect.poll(applies).toBe(name === 'Field Service Production');
  }
  await panel.getByRole('button', { name: 'Close', exact: true }).last().waitFor();
});

test('a result says what came of it, which roles a move has left an app without, and where that is continued', async () => {
  const { page } = await pages.show({ address: inWorkspace('application-users') });
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  await page.getByRole('grid').first().focus();
  for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await button('More').click();
  await page.getByRole('menuitem', { name: 'Change business unit…' }).click();
  await page.getByText('Europe', { exact: true }).click();
  await button('Next').click();
  // The risk belongs to the preview …
  await page.getByText('Without roles for a moment').first().waitFor();
  await button(/^Apply/).click();
  await page.getByText('lacks a role in').waitFor();
  // … and what came of it to the result. The same plan once more would not give the role back.
  expect(await page.getByText('Without roles for a moment').count()).toBe(0);
  expect(await button(/^Retry/).count()).toBe(0);
  await button('Go to the operation').click();
  await page.getByRole('complementary').getByRole('button', { name: 'Continue…' }).waitFor();
});

test('an operation tells apart what was so already, what could not be planned, and what a move has taken', async () => {
  const { complaints, page } = await pages.show({
    address: inWorkspace(`activity?view=operations&operation=${operations[0]?.id ?? ''}`),
  });
  const panel = page.getByRole('complementary');
  for (const words of [
    'Was so already',
    'The app lacks what the move has taken',
    'Nothing could be planned here. Continue plans it again.',
  ])
    await panel.getByText(words).waitFor();
  expect(complaints).toEqual([]);
});
