import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RawValue } from '../../../main/query/fold-annotations.ts';
import { createPackedValues } from '../../../main/query/packed-values.ts';

/** Columns as they are: few different values, many, texts beyond Latin, numbers, and all of these together. */
const anyValue: fc.Arbitrary<RawValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const column = fc.oneof(
  fc
    .constantFrom<readonly RawValue[]>([null], [true, false], ['Open', 'Closed', null])
    .chain((known) => fc.array(fc.constantFrom(...known), { minLength: 200, maxLength: 1200 })),
  fc.array(fc.uuid(), { minLength: 200, maxLength: 1200 }),
  fc.array(fc.option(fc.string({ unit: 'grapheme' })), { minLength: 200, maxLength: 1200 }),
  fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 200, maxLength: 1200 }),
  fc.array(anyValue, { minLength: 1, maxLength: 1200 }),
);

test('a packed column gives back every value, in any order of reading, and null where nothing was put', () => {
  fc.assert(
    fc.property(column, fc.nat(700), fc.array(fc.nat(2500)), (values, gap, somewhere) => {
      const packed = createPackedValues();
      for (const [at, value] of values.entries()) packed.put(gap + at, value === 0 ? 0 : value);
      const expected = (row: number): RawValue => {
        const value = values[row - gap] ?? null;
        return value === 0 ? 0 : value;
      };
      const all = Array.from({ length: gap + values.length + 3 }, (_, row) => row);
      for (const row of [...somewhere, ...all, ...all.toReversed()])
        expect([row, packed.get(row)]).toEqual([row, expected(row)]);
    }),
    { numRuns: 200 },
  );
});

test('of a row that says a value twice the later one counts, also at the end of a block', () => {
  const packed = createPackedValues();
  for (let row = 0; row < 600; row += 1) {
    packed.put(row, 'first');
    packed.put(row, `second ${row}`);
  }
  for (let row = 0; row < 600; row += 1) expect(packed.get(row)).toBe(`second ${row}`);
});

test('a packed column is searched as its values are, whatever their case and their alphabet', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'B', 'b', 'ς', 'Σ', 'İ', 'ß'),
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(
      fc.array(fc.oneof(letters, anyValue), { minLength: 1, maxLength: 700 }),
      fc.array(letters, { minLength: 1, maxLength: 4 }),
      (values, needles) => {
        const packed = createPackedValues();
        for (const [at, value] of values.entries()) packed.put(at, value);
        for (const needle of needles.map((each) => each.toLowerCase()))
          for (const [at, value] of values.entries())
            expect([at, packed.contains(at, needle)]).toEqual([
              at,
              value !== null && String(value).toLowerCase().includes(needle),
            ]);
      },
    ),
    { numRuns: 60 },
  );
});
