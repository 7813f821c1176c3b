import { expect, test } from 'vitest';
import { environments } from '../../support/fake-door/fake-world.ts';
import { usePages } from '../../support/fake-door/use-pages.ts';
import { inWorkspace, pageAction, queryAddress, runQuery, typeQuery } from './screens/screen.ts';

const pages = usePages();

test('what is to be said of the rows takes one line, and the rest comes on demand', async () => {
  const { page } = await pages.show({ address: queryAddress });
  await page.setViewportSize({ width: 960, height: 720 });
  await runQuery(page);
  const more = page.getByRole('button', { name: /^\d more$/ });
  await more.waitFor();
  const line = page.getByText(/environments failed$|environment failed$/).first();
  expect((await line.boundingBox())?.height).toBeLessThan(30);
  const above = await page.getByRole('grid').first().boundingBox();
  await more.click();
  await page.getByRole('button', { name: 'Show less' }).waitFor();
  const below = await page.getByRole('grid').first().boundingBox();
  expect((below?.y ?? 0) - (above?.y ?? 0)).toBeGreaterThan(30);
});

test('the history tells which questions the doctor asked, and can do without them', async () => {
  const { page } = await pages.show({ address: queryAddress });
  await typeQuery(page);
  await pageAction(page, 'History');
  const panel = page.getByRole('complementary', { name: 'What was run' });
  await panel.getByText('Asked by the doctor').waitFor();
  const all = await panel.getByRole('listitem').count();
  await panel.getByRole('switch', { name: 'Questions of the doctor' }).uncheck();
  await panel.getByText('Asked by the doctor').waitFor({ state: 'detached' });
  expect(await panel.getByRole('listitem').count()).toBe(all - 1);
});

test('an environment of the demo cloud cannot be opened in a browser, which would not find it', async () => {
  const open = async (index: number) => {
    const { page } = await pages.show({
      address: inWorkspace(`environments?environment=${environments[index]?.id ?? ''}`),
    });
    await page.getByRole('button', { name: 'Diagnose' }).first().waitFor();
    return page.getByRole('button', { name: 'Open in browser' }).count();
  };
  const demo = environments.findIndex(({ cloud }) => cloud === 'demo');
  expect([await open(0), await open(demo)]).toEqual([1, 0]);
});
