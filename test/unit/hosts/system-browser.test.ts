import { afterEach, expect, test, vi } from 'vitest';
import { startBrowser } from '../../support/fake-door/open-page.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('screens are tested in the browser that the console itself would find, and without one the test says so', async () => {
  vi.stubEnv('S2S_BROWSER', '/there/is/no/browser');
  await expect(async () => (await startBrowser()).close()).rejects.toThrow(
    'No Chromium, Chrome or Edge was found.',
  );
});
