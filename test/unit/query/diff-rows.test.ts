import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createRowDiff } from '../../../main/query/diff-rows.ts';
import type { Cell } from '../../../preload/contract/query.ts';

const COLUMNS = ['accountid', 'name', 'revenue', '_ownerid_value'];
const id = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`;
const row = (number: number, name: string, revenue: Cell, owner: string): Cell[] => [
  id(number),
  name,
  revenue,
  { raw: id(number + 4), formatted: owner },
];

describe('rows of two environments', () => {
  test('are matched by key without case; ids do not count, names of lookups do', () => {
    const diff = createRowDiff(COLUMNS, [1]);
    for (const cells of [row(1, 'Same', 5, 'Ada'), row(2, 'Other', 5, 'Ada'), row(3, 'Here', null, 'Ada')])
      diff.add('from', cells);
    for (const cells of [row(4, 'SAME', 5, 'Ada'), row(5, 'Other', 6, 'Bob'), row(4, 'There', 1, 'Ada')])
      diff.add('to', cells);
    const { counts, differences } = diff.result();
    expect(counts).toEqual({ same: 1, different: 1, 'only-from': 1, 'only-to': 1, several: 0 });
    expect([...differences]).toEqual([
      {
        kind: 'different',
        key: ['Other'],
        columns: [
          { column: 'revenue', from: 5, to: 6 },
          {
            column: '_ownerid_value',
            from: { raw: id(6), formatted: 'Ada' },
            to: { raw: id(9), formatted: 'Bob' },
          },
        ],
      },
      { kind: 'only-from', key: ['Here'], columns: [] },
      { kind: 'only-to', key: ['There'], columns: [] },
    ]);
  });

  test('are matched by several columns, lookups among them by their name', () => {
    const diff = createRowDiff(COLUMNS, [1, 3]);
    for (const cells of [row(1, 'Same', 1, 'Ada'), row(2, 'Same', 2, 'Bob')]) diff.add('from', cells);
    for (const cells of [row(3, 'same', 1, 'ADA'), row(5, 'Same', 9, 'Bob')]) diff.add('to', cells);
    const { counts, differences } = diff.result();
    expect(counts).toEqual({ same: 1, different: 1, 'only-from': 0, 'only-to': 0, several: 0 });
    expect([...differences]).toMatchObject([
      { kind: 'different', columns: [{ column: 'revenue', from: 2, to: 9 }] },
    ]);
  });

  test('cannot be told apart where a key is there twice, and are all accounted for', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
    fc.assert(
      fc.property(keys, keys, (from, to) => {
        const diff = createRowDiff(['key'], [0]);
        for (const key of from) diff.add('from', [key]);
        for (const key of to) diff.add('to', [key]);
        const { counts } = diff.result();
        const times = (list: readonly number[], key: number) => list.filter((it) => it === key).length;
        const all = [...new Set([...from, ...to])];
        expect(counts.several).toBe(all.filter((key) => times(from, key) > 1 || times(to, key) > 1).length);
        expect(counts.same).toBe(all.filter((key) => times(from, key) === 1 && times(to, key) === 1).length);
        expect(Object.values(counts).reduce((sum, it) => sum + it, 0)).toBe(all.length);
      }),
    );
  });
});
