import { expect, test } from 'vitest';
import { workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const inWorkspace = (rest: string): string => `/w/${workspaces[0]?.id ?? ''}/${rest}`;

test.each([
  ['application-users', /Data warehouse loader/],
  ['environments', /Healthy.*Field Service Development/],
] as const)(
  'on the page %s, environments that nobody is signed in to are read again by the sign-in that their banner offers',
  async (place, row) => {
    const { page } = await pages.show({ scenario: `signed-out&for=${place}`, address: inWorkspace(place) });
    const check = page.getByRole('button', { name: 'Check all', exact: true });
    if (place === 'environments') await check.click();
    const banner = page.getByText(/40 of 40 environments/);
    await banner.waitFor();
    const signIn = page.getByRole('main').getByRole('button', { name: 'Sign in', exact: true });
    // One sign-in helps all of them, and is offered once.
    await page.getByRole('button', { name: 'Show which' }).click();
    expect(await signIn.count()).toBe(1);
    await signIn.click();
    await banner.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: row }).first().waitFor();
  },
);

test('an inventory that nobody could read says so, and not that there is no application user', async () => {
  const { page } = await pages.show({ scenario: 'signed-out', address: inWorkspace('application-users') });
  await page.getByText('Not read yet', { exact: true }).waitFor();
  expect(await page.getByText('No application user here').count()).toBe(0);
});
