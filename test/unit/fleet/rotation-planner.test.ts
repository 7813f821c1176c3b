import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryAttempts, arbitraryWorld, attempt, mayRemove, stands } from './support/model-rotation.ts';

const WHOLE = { steps: 100, at: 'after', refusing: [] } as const;

describe('C10: what is left of a rotation, wherever it was cut off', () => {
  test('reaches one new credential in use, whatever was interrupted how often, and then nothing is left', () => {
    fc.assert(
      fc.property(arbitraryWorld, arbitraryAttempts, (make, attempts) => {
        const world = make();
        const others = world.secrets.filter(({ keyId }) => keyId === 'other');
        for (const each of attempts)
          attempt(world, each.part, [], each, () => expect(mayRemove(world, [])).toBe(true));
        expect(attempt(world, 'renew', [], WHOLE, () => undefined).refused).toBeNull();
        expect(attempt(world, 'renew', [], WHOLE, () => undefined).steps).toBe(0);
        expect(stands(world)).toBe(true);
        expect(world.current).toBe(world.intent.credentialId);
        const removal = attempt(world, 'finish', [], WHOLE, () => expect(mayRemove(world, [])).toBe(true));
        expect(removal.refused).toBeNull();
        expect(world.old).toBeNull();
        // Exactly one new one, and nothing of others was touched.
        const ofSecret = world.intent.type === 'secret' ? 1 : 0;
        expect(world.secrets.filter(({ name }) => name === world.intent.label)).toHaveLength(ofSecret);
        expect(world.certificates.filter(({ keyId }) => keyId !== 'other certificate')).toHaveLength(
          1 - ofSecret,
        );
        expect(world.secrets.filter(({ keyId }) => keyId === 'other')).toEqual(others);
        expect(world.secrets.some(({ keyId }) => keyId === 'old')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('never takes the old one before the new one is proved wherever it is needed, or a person leaves that out', () => {
    fc.assert(
      fc.property(arbitraryWorld, arbitraryAttempts, fc.nat(15), (make, attempts, mask) => {
        const world = make();
        const leaveOut = world.places
          .filter((_place, at) => (mask & (1 << at)) > 0)
          .map(({ environmentId }) => environmentId);
        for (const each of attempts) {
          const allowed = mayRemove(world, leaveOut);
          const { refused } = attempt(world, each.part, leaveOut, each, () =>
            expect(mayRemove(world, leaveOut)).toBe(true),
          );
          expect(each.part === 'renew' || (refused === null) === allowed).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
