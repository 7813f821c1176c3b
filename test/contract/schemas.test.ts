import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract } from '../../preload/contract/index.ts';
import { secret, secretMark } from '../../preload/contract/schemas.ts';
import { METHODS } from '../../preload/contract/words/methods.ts';
import { ALL_METHODS, METHODS_BY_NAME } from '../support/schemas/all-methods.ts';
import type { AnyMethod } from '../support/schemas/all-methods.ts';
import { containsPart, isStrictThroughout, opaqueKinds } from '../support/schemas/contains-schema.ts';

const answersOf = (method: AnyMethod): readonly z.ZodType[] =>
  'event' in method ? [method.output, method.event] : [method.output];

type Tree = { readonly value: string; readonly children: readonly Tree[] };
const tree: z.ZodType<Tree> = z.lazy(() =>
  z.strictObject({ value: secret.transform(String), children: z.array(tree) }),
);

/** Every way in which a schema can stand inside another one. */
const hidingPlaces: Readonly<Record<string, z.ZodType>> = {
  itself: secret,
  'a member': z.strictObject({ a: z.strictObject({ b: secret }) }),
  'an optional member': z.strictObject({ a: secret.optional() }),
  'a nullable one': secret.nullable(),
  'a default': secret.default(secret.parse('x')),
  'a fallback': secret.catch(secret.parse('x')),
  'a read-only one': secret.readonly(),
  'an array': z.array(z.array(secret)),
  'a tuple': z.tuple([z.string(), secret]),
  'the rest of a tuple': z.tuple([z.string()], secret),
  'a union': z.union([z.number(), z.union([z.null(), secret])]),
  'a discriminated union': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('a') }),
    z.strictObject({ kind: z.literal('b'), deep: z.record(z.string(), secret.optional()) }),
  ]),
  'an intersection': z.intersection(z.object({ a: z.string() }), z.object({ b: secret })),
  'values of a record': z.record(z.string(), z.strictObject({ a: secret })),
  'keys of a record': z.record(secret, z.string()),
  'a map': z.map(z.string(), secret),
  'a set': z.set(secret),
  'a promise': z.promise(secret),
  'a lazy one': z.lazy(() => z.array(z.lazy(() => secret))),
  'a recursive one': tree,
  'the start of a transform': secret.transform((text) => text.length),
  'the end of a transform': z
    .string()
    .transform((text) => text)
    .pipe(secret),
  'a preprocessed one': z.preprocess((value) => value, secret),
  'keys that anything else may have': z.object({}).catchall(secret),
  'a refined one': secret.refine((text) => text.length > 3),
  'a narrowed one': secret.max(100),
  'a described one': secret.describe('the secret'),
  'an extended object': z.strictObject({ a: secret }).extend({ b: z.string() }),
  'a partial object': z.strictObject({ a: secret }).partial(),
};

describe('C7, C36: a secret goes in, never out', () => {
  test.each(ALL_METHODS)('$name can answer no secret', (method) => {
    expect(answersOf(method).filter((schema) => containsPart(schema, secretMark))).toEqual([]);
  });

  test.each(Object.entries(hidingPlaces))('the walk finds a secret in %s', (_place, schema) => {
    expect(containsPart(schema, secretMark)).toBe(true);
  });

  test('the walk finds the secrets that go in, and none where none is', () => {
    expect(containsPart(contract['appProfiles.addCertificate'].input, secretMark)).toBe(true);
    expect(containsPart(contract['appProfiles.addSecret'].input, secretMark)).toBe(true);
    expect(containsPart(contract['appProfiles.create'].input, secretMark)).toBe(false);
    expect(containsPart(z.strictObject({ a: z.string().min(1) }), secretMark)).toBe(false);
  });

  test.each(ALL_METHODS)('$name answers with nothing that is not described', (method) => {
    expect(answersOf(method).flatMap(opaqueKinds)).toEqual([]);
  });

  test('something not described would be noticed', () => {
    const open = z.strictObject({ list: z.array(z.unknown()), other: z.lazy(() => z.any()) });
    expect(opaqueKinds(open)).toEqual(['unknown', 'any']);
    expect(opaqueKinds(z.string().transform((text) => text))).toEqual(['transform']);
  });
});

describe('the contract', () => {
  test.each(ALL_METHODS)('$name refuses unknown keys everywhere', (method) => {
    expect([method.input, ...answersOf(method)].every(isStrictThroughout)).toBe(true);
  });

  test.each([
    ['in an array', z.strictObject({ inner: z.array(z.object({ a: z.string() })) })],
    ['behind a lazy schema', z.lazy(() => z.object({ a: z.string() }))],
    ['that lets keys through', z.strictObject({ inner: z.looseObject({}) })],
  ])('a lax object %s would be noticed', (_where, schema) => {
    expect(isStrictThroughout(schema)).toBe(false);
  });

  test('every method carries its own name and is called or streamed as the list of methods says', () => {
    for (const [name, method] of METHODS_BY_NAME) {
      expect(method.name).toBe(name);
      expect('event' in method ? 'stream' : 'call').toBe(METHODS[method.name]);
    }
    expect(METHODS_BY_NAME.map(([name]) => name).toSorted()).toEqual(Object.keys(METHODS).toSorted());
  });
});
