import { expect, test } from 'vitest';
import { workspaces } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';

const pages = usePages();
const [first, second] = workspaces;
if (first === undefined || second === undefined) throw new Error('the fake world has workspaces');

/**
 * Every answer of the scenario `apart` carries the name of the workspace that it was asked for and takes its time, so that answers for
 * one workspace arrive while another is shown.
 */
test.each(['home', 'environments', 'applications'])(
  'C27: %s shows nothing of the workspace that was left, however quickly one switches',
  async (place) => {
    const { page } = await pages.show({ scenario: 'apart&pace=5', address: `/w/${first.id}/${place}` });
    await page.evaluate(
      ([a, b]) => {
        const leaks: string[] = [];
        const mark = { [a.id]: `of ${b.name}`, [b.id]: `of ${a.name}` };
        // Every frame that a person could see.
        const look = () => {
          const id = /^#\/w\/([^/]+)/.exec(window.location.hash)?.[1] ?? '';
          // The page follows its address one task later; only what it shows as the next one's is a leak.
          const page = document.querySelector('main > [data-workspace]');
          const strange = mark[id];
          if (page?.getAttribute('data-workspace') === id && strange !== undefined)
            if (page.textContent.includes(strange)) leaks.push(`${id} ${strange}`);
          requestAnimationFrame(look);
        };
        look();
        Object.assign(window, { leaks });
      },
      [
        { id: first.id, name: first.name },
        { id: second.id, name: second.name },
      ] as const,
    );
    const go = (id: string) =>
      page.evaluate((hash) => {
        window.location.hash = hash;
      }, `/w/${id}/${place}`);
    for (const id of [second.id, first.id, second.id, first.id, second.id]) {
      await go(id);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('main > [data-workspace]')?.getAttribute('data-workspace') === wanted,
        id,
      );
    }
    await page.getByText(`of ${second.name}`).first().waitFor();
    await page.waitForFunction(() => document.querySelectorAll('[aria-busy="true"]').length === 0);
    expect(await page.evaluate(() => Reflect.get(window, 'leaks'))).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain(`of ${first.name}`);
  },
);

test('C27: a sign-in that waits is given up with its workspace, and that is said', async () => {
  const scenario = 'signed-out&sign-in-fails=wait';
  const { page } = await pages.show({ scenario, address: `/w/${first.id}/home` });
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await page.getByText('Waiting for the sign-in in your browser').waitFor();
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `/w/${second.id}/home`);
  const waiting = page.getByText('Waiting for the sign-in in your browser');
  await page.getByText('The sign-in was given up: its workspace was left').first().waitFor();
  await waiting.waitFor({ state: 'detached' });
  expect(await waiting.count()).toBe(0);
});

test('C3: opening all clients’ access is cancelled and what has come stays; a press on a cell goes to its own workspace', async () => {
  const { page } = await pages.show({ scenario: 'many&pace=200', address: '/access-map' });
  await page.getByText(/^Opening what is kept of ([2-9]|\d\d) of 40 clients/).waitFor();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByText(/^Stopped: \d+ of 40 clients shown/).waitFor();
  await page.getByRole('button', { name: 'Open all' }).waitFor();
  await page.getByRole('searchbox').fill(second.name);
  await page.getByRole('rowheader', { name: new RegExp(`^${first.name}`) }).waitFor({ state: 'detached' });
  await page.getByRole('gridcell').filter({ hasText: 'Enabled' }).first().click();
  await page.getByRole('button', { name: `Workspace ${second.name}. Switch workspace` }).waitFor();
  await page.getByRole('heading', { name: 'Application users' }).waitFor();
  expect(page.url()).toContain(`/w/${second.id}/application-users?user=`);
});
