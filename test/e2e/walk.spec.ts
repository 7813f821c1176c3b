import { expect, test } from 'playwright/test';
import { accessibilityProblems } from '../support/axe/accessibility-problems.ts';
import { launchConsole } from '../support/console/launch.ts';
import type { LaunchedConsole } from '../support/console/launch.ts';
import { JOURNEY } from './journey/steps.ts';

let launched: LaunchedConsole;

test.afterEach(async ({}, info) => {
  if (info.status !== info.expectedStatus) {
    await info.attach('screen', { body: await launched.page.screenshot(), contentType: 'image/png' });
  }
  await launched.close();
});

const PAGES = [
  'Home',
  'Environments',
  'Applications',
  'Application users',
  'Baseline',
  'Security roles',
  'Query lab',
  'Doctor',
  'Activity',
  'Settings',
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page opens without a problem and is accessible, ${colorScheme}`, async () => {
    launched = await launchConsole({ colorScheme });
    const { page } = launched;
    await JOURNEY[0]?.run(launched);
    for (const name of PAGES) {
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
      expect(await accessibilityProblems(page), `axe on ${name}`).toEqual([]);
    }
    expect(launched.problems).toEqual([]);
    expect(launched.log).toEqual([]);
  });
}

test('the demo journey by keyboard alone: no secret of it reaches the page, and every step is accessible', async () => {
  test.slow();
  launched = await launchConsole();
  // Axe would take a message that is still fading in for one that nobody can read.
  await launched.page.emulateMedia({ reducedMotion: 'reduce' });
  const secrets = launched.demoCloud.description.apps.flatMap(({ secret }) =>
    secret === undefined ? [] : [secret],
  );
  expect(secrets.length).toBeGreaterThan(0);
  for (const { name, run } of JOURNEY) {
    await test.step(name, () => run(launched));
    const seen = await launched.page.content();
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
    expect(await accessibilityProblems(launched.page), `axe after: ${name}`).toEqual([]);
  }
  expect(launched.problems).toEqual([]);
  expect(launched.log).toEqual([]);
});

test('the page reaches nothing but itself', async () => {
  launched = await launchConsole();
  const { page, demoCloud } = launched;
  const reached = await page.evaluate(
    (url) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
    demoCloud.description.portal,
  );
  expect(reached).toBe(false);
});
