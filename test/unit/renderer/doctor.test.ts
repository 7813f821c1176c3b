import { expect, test } from 'vitest';
import { environments, profiles } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { withTheOnly } from '../../../renderer/screens/doctor/use-doctor-draft.ts';
import { button, idOf, inWorkspace } from './screens/screen.ts';

const pages = usePages();
const doctorAt = (from: number, count: number): string => {
  const ids = environments.slice(from, from + count).map(({ id }) => id);
  return inWorkspace(`doctor?app=${idOf(profiles[0])}&environments=${ids.join(',')}&do=run`);
};

test('the broken link stands on the first screen: the sound ones before it are one line, unfolded on demand', async () => {
  const { page } = await pages.show({ address: doctorAt(5, 1) });
  await page.setViewportSize({ width: 1100, height: 720 });
  await page.getByText('The application user has no security role').first().waitFor();
  const bottom = async () => (await button(page, 'Show application users').boundingBox())?.y;
  await expect.poll(bottom).toBeLessThan(680);
  await button(page, /8 links work/).click();
  await button(page, /Works Sign-in service \d/).click();
  await page.getByText('https://login.microsoftonline.com').waitFor();
});

test('of forty environments only those with a problem are shown when asked; a filter that fits none says so', async () => {
  const { page } = await pages.show({ address: doctorAt(0, 40) });
  await page.getByText('31 work · 9 broken').waitFor();
  await page.getByRole('switch', { name: 'Only problems' }).check();
  await page.getByText('9 of 40 rows').waitFor();
  await page.getByRole('searchbox', { name: /^Filter/ }).fill('no such environment');
  await page.getByText('No environment of this run fits what is asked for.').waitFor();
  await button(page, 'Show all').click();
  await page.getByText('40 rows', { exact: true }).waitFor();
  expect(await page.getByRole('switch', { name: 'Only problems' }).isChecked()).toBe(false);
});

test('of many chains all are watched until they work', async () => {
  const { page } = await pages.show({ address: doctorAt(0, 40) });
  await page.getByText('31 work · 9 broken').waitFor();
  await button(page, 'Watch until all work').click();
  await page.getByText(/^Watching: looks again at/).waitFor();
  expect(await button(page, 'Watch until all work').count()).toBe(0);
  await button(page, 'Stop watching').click();
  await button(page, 'Watch until all work').waitFor();
});

test('beside a chain the form folds to a line in a narrow window, and comes back', async () => {
  const { page } = await pages.show({ address: doctorAt(0, 40) });
  await page.setViewportSize({ width: 1100, height: 720 });
  await page.getByText('31 work · 9 broken').waitFor();
  await page.getByText('The application user does not exist').first().click();
  await page.getByRole('complementary').waitFor();
  const grid = page.getByRole('grid');
  await expect
    .poll(() => grid.evaluate((scroller) => scroller.scrollWidth <= scroller.clientWidth))
    .toBe(true);
  await page.getByText(/^Order sync · 40 environments · Run a query/).waitFor();
  await expect.poll(() => button(page, 'Diagnose').isVisible()).toBe(false);
  await button(page, 'Change…').click();
  await button(page, 'Diagnose').waitFor();
});

test('while it is watched the broken link stays on the first screen, and what is to come is not cancelled', async () => {
  const { page } = await pages.show({ address: doctorAt(8, 1) });
  await page.setViewportSize({ width: 1100, height: 720 });
  await button(page, 'Watch until it works').click();
  await page.getByText('Watching: looks again').waitFor();
  await button(page, /8 links work/).waitFor();
  await button(page, 'Stop watching').click();
  const many = await pages.show({ scenario: 'pace=120', address: doctorAt(0, 6) });
  await many.page.getByText(/^1 works · 5 to go$/).waitFor();
  expect(await many.page.getByText(/cancelled/).count()).toBe(0);
  await button(many.page, 'Cancel').click();
});

test('what was not looked at to the end of a cancelled run is said to be so, and not to be waiting', async () => {
  const { page } = await pages.show({ scenario: 'pace=120', address: doctorAt(0, 3) });
  await page.getByText('Looking…').first().waitFor();
  await button(page, 'Cancel').click();
  await page.getByText('Not looked at to the end', { exact: true }).first().waitFor();
  expect(await page.getByText('Looking…').count()).toBe(0);
  expect(await page.getByText('Waiting', { exact: true }).count()).toBe(0);
});

test('what there is only one of need not be chosen', () => {
  const [app] = profiles;
  const [environment, other] = environments;
  if (app === undefined || environment === undefined || other === undefined)
    throw new Error('an empty world');
  const draft = { appIds: [], environmentIds: [], askedFor: 'query', question: '', wanted: false } as const;
  expect(withTheOnly(draft, [app], [environment])).toMatchObject({
    appIds: [app.id],
    environmentIds: [environment.id],
  });
  expect(withTheOnly(draft, [], [environment, other])).toEqual(draft);
});

test('all apps are chosen at once, and none again', async () => {
  const { page } = await pages.show({ address: inWorkspace('doctor') });
  const apps = page.getByRole('combobox', { name: 'Apps' });
  await apps.click();
  const all = page.getByRole('menuitemcheckbox', { name: /^All \d+ apps$/ });
  const count = (await page.getByRole('menuitemcheckbox').count()) - 1;
  expect(await all.innerText()).toBe(`All ${count} apps`);
  await all.click();
  await expect.poll(() => apps.innerText()).toBe(`${count} apps`);
  await all.click();
  await expect.poll(() => apps.innerText()).toBe('Choose apps');
  await all.click();
  await page.getByRole('menuitemcheckbox', { name: profiles[0]?.name ?? '' }).click();
  await expect.poll(() => apps.innerText()).toBe(`${count - 1} apps`);
});
