import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../preload/contract/index.ts';
import { secret } from '../../preload/contract/schemas.ts';
import { METHODS } from '../../preload/contract/words/methods.ts';
import { containsSchema, isStrictThroughout } from '../support/schemas/contains-schema.ts';

const methods = Object.values(contract);

describe('C7, C36: a secret goes in, never out', () => {
  test.each(methods)('$name can answer no secret', (method) => {
    const answers = 'event' in method ? [method.output, method.event] : [method.output];
    expect(answers.filter((schema) => containsSchema(schema, secret))).toEqual([]);
  });

  test('the walk finds a secret wherever it hides', () => {
    const hidden = z.strictObject({
      list: z.array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('a'), deep: z.record(z.string(), secret.optional()) }),
        ]),
      ),
    });
    expect(containsSchema(hidden, secret)).toBe(true);
    expect(containsSchema(contract['appProfiles.addCertificate'].input, secret)).toBe(true);
    expect(containsSchema(contract['appProfiles.addSecret'].input, secret)).toBe(true);
  });
});

describe('the contract', () => {
  test.each(methods)('$name refuses unknown keys everywhere', (method) => {
    expect(isStrictThroughout(method.input)).toBe(true);
    expect(isStrictThroughout(method.output)).toBe(true);
  });

  test('a lax object would be noticed', () => {
    expect(isStrictThroughout(z.strictObject({ inner: z.array(z.object({ a: z.string() })) }))).toBe(false);
  });

  test('every method carries its own name and is called or streamed as the list of methods says', () => {
    for (const [name, method] of Object.entries(contract)) {
      expect(method.name).toBe(name);
      expect('event' in method ? 'stream' : 'call').toBe(METHODS[method.name]);
    }
    expect(Object.keys(contract).toSorted()).toEqual(Object.keys(METHODS).toSorted());
  });
});
