import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secretProblem } from '../../../main/vault/secret-problem.ts';

describe('a client secret as it was pasted', () => {
  test.each([
    '5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11',
    ' 5B0E0C8E-54A9-4F0E-8F3C-0A5D1F6F0C11\n',
    '{5b0e0c8e-54a9-4f0e-8f3c-0a5d1f6f0c11}',
  ])('%s is the id of a secret', (secret) => {
    expect(secretProblem(secret)?.code).toBe('secret-looks-like-id');
  });

  test.each([
    [' abc8Q~secret', 'white-space'],
    ['abc8Q~secret\n', 'white-space'],
    ['abc 8Q~secret', 'white-space'],
    ['abc\u00a08Q~', 'white-space'],
    ['abc\u200b8Q~secret', 'invisible-characters'],
    ['"abc8Q~secret"', 'quotes'],
    ['abc******************', 'masked'],
    ['abc…', 'masked'],
    ['abc8Q%7Esecret', 'url-encoding'],
    ['abc%2Bdef%3D', 'url-encoding'],
  ])('%o is damaged: %s', (secret, problem) => {
    expect(secretProblem(secret)).toMatchObject({ code: 'secret-damaged', params: { problem } });
  });

  test.each(['abc8Q~aBcDeF.gHiJ_kL-mNoPqRsTuVwXyZ012345', 'a+b/c=d%e&f?g', 'Zm9v+bar%41/=', "it's", 'a%'])(
    '%s is taken as it is',
    (secret) => {
      expect(secretProblem(secret)).toBe(null);
    },
  );

  test('secrets as Entra makes them are never refused, and no refusal says the secret back', () => {
    const entra = fc.stringMatching(/^[A-Za-z0-9_.-]{3}8Q~[A-Za-z0-9_.~-]{34}$/);
    fc.assert(
      fc.property(entra, (secret) => {
        expect(secretProblem(secret)).toBe(null);
      }),
    );
    fc.assert(
      fc.property(entra, fc.constantFrom(' ', '\n', '\u200b', '%7E'), (secret, damage) => {
        expect(JSON.stringify(secretProblem(secret + damage))).not.toContain(secret);
      }),
    );
  });
});
