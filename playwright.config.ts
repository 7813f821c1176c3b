import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Each file has a console, a browser and a demo cloud of its own; beside each other they use a machine of two cores.
  workers: 2,
  forbidOnly: true,
  reporter: [['list'], ['json', {}]],
});
