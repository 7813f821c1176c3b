import * as fc from 'fast-check';
import { known, raw, RAW_NAMES } from './placeholders.ts';

/** Any value at all: JSON, odd texts, and JSON that no encoder would write. */
export const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...RAW_NAMES).map(raw),
  fc.constantFrom<unknown>(
    null,
    -1,
    1.5,
    2 ** 53,
    '',
    '__proto__',
    '\ud800',
    [],
    {},
    [[]],
    true,
    known('workspaceId', 0),
    known('environmentId', 1),
  ),
);

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'id', 'secret', '', '0', '\ud800'];

/** One change of a value somewhere inside it: the how-manieth place is changed, and how. */
export type Mutation =
  | { readonly at: number; readonly kind: 'replace'; readonly with: unknown }
  | { readonly at: number; readonly kind: 'delete' }
  | { readonly at: number; readonly kind: 'wrap' }
  | { readonly at: number; readonly kind: 'repeat'; readonly times: number }
  | { readonly at: number; readonly kind: 'add'; readonly key: string; readonly value: unknown };

const at = fc.nat(40);

/** Changes that turn a valid input into a nearly valid one. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ at, kind: fc.constant('replace' as const), with: garbage }),
  fc.record({ at, kind: fc.constant('delete' as const) }),
  fc.record({ at, kind: fc.constant('wrap' as const) }),
  fc.record({ at, kind: fc.constant('repeat' as const), times: fc.constantFrom(2, 100, 5000) }),
  fc.record({
    at,
    kind: fc.constant('add' as const),
    key: fc.oneof(fc.constantFrom(...KEYS), fc.string()),
    value: garbage,
  }),
);

const DELETED = Symbol('deleted');

const changed = (value: unknown, mutation: Mutation): unknown => {
  switch (mutation.kind) {
    case 'replace':
      return mutation.with;
    case 'delete':
      return DELETED;
    case 'wrap':
      return [value];
    case 'repeat':
      // What was repeated once is only doubled: the text shall pass the limit, not fill the memory.
      return Array.from({ length: countPlaces(value) > 1000 ? 2 : mutation.times }, () => value);
    case 'add':
      // Entries make own keys of `__proto__` too.
      return Object.fromEntries([
        ...(typeof value === 'object' && value !== null ? Object.entries(value) : []),
        [mutation.key, mutation.value],
      ]);
  }
};

const countPlaces = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>((sum, inner) => sum + countPlaces(inner), 1)
    : 1;

/** The value with one change in it; places are counted from outside inwards. */
export const mutate = (value: unknown, mutation: Mutation): unknown => {
  let left = mutation.at % countPlaces(value);
  const walk = (inner: unknown): unknown => {
    if (left === 0) {
      left -= 1;
      return changed(inner, mutation);
    }
    left -= 1;
    if (typeof inner !== 'object' || inner === null || left < 0) return inner;
    if (Array.isArray(inner)) return inner.map(walk).filter((one) => one !== DELETED);
    return Object.fromEntries(
      Object.entries(inner)
        .map(([key, one]) => [key, walk(one)] as const)
        .filter(([, one]) => one !== DELETED),
    );
  };
  const result = walk(value);
  return result === DELETED ? undefined : result;
};
