import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoCloudThread } from '../../../main/hosts/demo-cloud.ts';
import type { DemoCloud } from '../../../main/hosts/demo-cloud.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import { memoryKeychain } from '../../unit/identity/memory-keychain.ts';
import { openFuzzWorld } from './fuzz-world.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import type { KnownValues } from './placeholders.ts';
import { runVolley } from './run-volley.ts';
import type { Tally } from './run-volley.ts';
import { volley } from './shot.ts';

/** Inputs in one run; `FUZZ_INPUTS` raises it and `FUZZ_SEED` runs a failed one again. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 10_000);
const SEED = process.env['FUZZ_SEED'] === undefined ? {} : { seed: Number(process.env['FUZZ_SEED']) };
const SHOTS = 20;
/** The console is closed and opened on the same folder so often, as after a restart. */
const VOLLEYS_PER_START = 160;
/** So often is brought back what was removed meanwhile. */
const VOLLEYS_PER_SETTLING = 8;

describe('C36: the border under fire', () => {
  let demoCloud: DemoCloud;
  let folder: string;
  const keychain = memoryKeychain();
  let world: FuzzWorld | null = null;
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => void rejections.push(reason);

  beforeAll(async () => {
    demoCloud = await startDemoCloudThread(new URL('../../../emulator/worker.ts', import.meta.url));
    folder = await mkdtemp(join(tmpdir(), 's2s-console-fuzz-'));
    process.on('unhandledRejection', onRejection);
  });
  afterAll(async () => {
    process.off('unhandledRejection', onRejection);
    await world?.close();
    await demoCloud.stop();
    // The handler of a call that was taken back may still write its last file.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  test(
    `${INPUTS} inputs: each is answered within the wire's rules, and a correct call after them too`,
    async () => {
      const tally: Tally = new Map();
      let volleys = 0;
      let values: KnownValues = {};
      await fc.assert(
        fc.asyncProperty(volley(SHOTS), async (shots) => {
          if (volleys % VOLLEYS_PER_START === 0) {
            await world?.close();
            world = null;
          }
          world ??= await openFuzzWorld({ demoCloud, dataFolder: folder, keychain });
          if (volleys % VOLLEYS_PER_SETTLING === 0) values = await world.settle();
          volleys += 1;
          const problems = await runVolley(world.console, shots, values, tally);
          expect(problems).toEqual([]);
          expect(world.console.bugs).toEqual([]);
          expect(Reflect.has({}, 'polluted')).toBe(false);
          expect(rejections).toEqual([]);
        }),
        // A problem names its input; a smaller one would be found in a console that is another by then.
        { numRuns: Math.ceil(INPUTS / SHOTS), endOnFailure: true, ...SEED },
      );
      // The inputs went through the doors of all handlers, and were also stopped at all of them.
      const unreached = Object.keys(METHODS).filter((name) => (tally.get(name)?.accepted ?? 0) === 0);
      expect(unreached, 'methods whose handler was never reached').toEqual([]);
      console.log(
        `fuzz: ${volleys * SHOTS} inputs, ${[...tally.values()].reduce((sum, one) => sum + one.accepted, 0)} reached a handler`,
      );
    },
    Math.max(300_000, INPUTS * 30),
  );
});
