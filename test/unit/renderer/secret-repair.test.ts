import { expect, test } from 'vitest';
import { profiles, workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const SECRET = 'abc8Q~aBcDeF.gHiJ_kL-mNoPqRsTuVwXyZ01234';
const address = `/w/${workspaces[0]?.id ?? ''}/applications?app=${profiles[0]?.id ?? ''}&add=secret`;

test('what is pasted is judged at once, is not sent while it is refused, and is repaired in its own field', async () => {
  const { page } = await pages.show({ address });
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
