import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../../preload/contract/index.ts';
import { METHODS } from '../../../preload/contract/words/methods.ts';
import type { MethodName } from '../../../preload/contract/words/methods.ts';
import { startCloud } from '../identity/rig.ts';
import type { RunningCloud } from '../identity/rig.ts';
import { consoleRig } from './console-rig.ts';

const CANARY = 'canary-8Q~a-secret';

let cloud: RunningCloud;
let rig: Awaited<ReturnType<typeof consoleRig>>;
beforeAll(async () => {
  cloud = await startCloud();
  rig = await consoleRig(cloud);
});
afterAll(async () => {
  await rig.close();
  await cloud.close();
});

const isMethodName = (name: string): name is MethodName => Object.hasOwn(METHODS, name);
const names = Object.keys(METHODS).filter(isMethodName);

/** Field names that stand anywhere in the schema of a method's input, so that deep places are reached too. */
const fieldsOf = (name: MethodName): readonly string[] => {
  const text = JSON.stringify(z.toJSONSchema(contract[name].input, { unrepresentable: 'any', io: 'input' }));
  return [...text.matchAll(/"(\w+)":\{/g)].flatMap(([, field]) => (field === undefined ? [] : [field]));
};

/** Anything that a window could send which has a secret in the wrong place: as a value, as a key, deep inside. */
const misplaced = (name: MethodName) => {
  const key = fc.constantFrom(CANARY, 'format', 'kind', ...fieldsOf(name));
  const leaf = fc.oneof(
    fc.constantFrom<unknown>(CANARY, `${CANARY}\n`, 'pem', 'pfx', null, 7, true, [CANARY], {
      [CANARY]: CANARY,
    }),
    fc.string({ maxLength: 3 }),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
    ),
  }));
  return fc.dictionary(key, tree, { maxKeys: 8 }).map((input) => ({ ...input, [CANARY]: CANARY }));
};

describe('C36: what is refused is not repeated', () => {
  test.each(names)('%s: no error quotes a value or a key that it was sent', async (name) => {
    await fc.assert(
      fc.asyncProperty(misplaced(name), async (input) => {
        const answer = await rig.ask(name, input);
        expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
        expect(JSON.stringify(answer)).not.toContain('canary');
      }),
      { numRuns: 200 },
    );
  });
});
