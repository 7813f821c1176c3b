import { defineConfig } from 'vitest/config';

const suite = (name: string, testTimeout = 20_000, globalSetup: string[] = []) => ({
  test: {
    globalSetup,
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: 'node',
    testTimeout,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', 20_000, ['test/support/fake-door/page-folder.ts']),
      suite('contract'),
      suite('emulator'),
      suite('security', 60_000),
      suite('packaging', 60_000),
      suite('electron'),
    ],
    reporters: ['default'],
    // Tests of screens and of whole programs mostly wait; two beside each other use a machine of two cores.
    maxWorkers: 2,
  },
});
