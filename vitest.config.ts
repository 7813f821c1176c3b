import { defineConfig } from 'vitest/config';

type Suite = {
  readonly testTimeout?: number;
  readonly globalSetup?: string[];
  /** Files share their modules, which takes half the time: only where nothing is left behind in a module. */
  readonly isolate?: boolean;
};

/** What they try keeps something in a module for as long as its process lives: each has one of its own. */
const APART = 'test/**/*.apart.test.ts';

const suite = (name: string, { globalSetup = [], isolate = true, testTimeout = 20_000 }: Suite = {}) => ({
  test: {
    globalSetup,
    name,
    isolate,
    include: [`test/${name}/**/*.test.ts`],
    exclude: [APART],
    environment: 'node',
    testTimeout,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit', { globalSetup: ['test/support/fake-door/page-folder.ts'], isolate: false }),
      suite('contract', { isolate: false }),
      suite('emulator', { isolate: false }),
      suite('security', { testTimeout: 60_000 }),
      suite('packaging', { testTimeout: 60_000 }),
      suite('electron'),
      {
        test: {
          name: 'apart',
          include: [APART],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
    ],
    reporters: ['default'],
    // Tests of screens and of whole programs mostly wait; two beside each other use a machine of two cores.
    maxWorkers: 2,
  },
});
