import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRowSource } from '../../../main/query/row-source.ts';
import { sortIndex } from '../../../main/query/sort-index.ts';
import { parseEnvironmentId } from '../../../preload/contract/words/ids.ts';
import { errorOf, signal, valueOf } from '../dataverse/local-service.ts';

const environment = (digit: number) => {
  const id = parseEnvironmentId(`00000000-0000-0000-0000-00000000000${digit}`);
  if (id === null) throw new Error('no id');
  return id;
};
const one = environment(1);
const two = environment(2);
const everything = { offset: 0, limit: 2000 };
const asTheyCame = { sort: null, filter: '' };

const filled = () => {
  const rows = createRowSource();
  rows.append(one, [
    { name: 'Bravo', size: 10 },
    { name: 'alpha', size: 9 },
    { name: null, size: 100 },
  ]);
  rows.append(two, [
    { name: 'Charlie', city: 'Bonn', 'size@OData.Community.Display.V1.FormattedValue': 'x' },
  ]);
  return rows;
};
const namesOf = (window: { rows: readonly { cells: readonly unknown[] }[] }) =>
  window.rows.map(({ cells }) => cells[0]);

describe('rows of a run', () => {
  test('columns are the union in order of arrival; missing values are null', async () => {
    const rows = filled();
    expect(rows.columns()).toEqual(['name', 'size', 'city']);
    const window = valueOf(await rows.window(asTheyCame, everything, signal()));
    expect(window).toEqual({
      count: 4,
      rows: [
        { environmentId: one, cells: ['Bravo', 10, null] },
        { environmentId: one, cells: ['alpha', 9, null] },
        { environmentId: one, cells: [null, 100, null] },
        { environmentId: two, cells: ['Charlie', null, 'Bonn'] },
      ],
    });
  });

  test('sorting is without case, by number, and leaves empty values last both ways', async () => {
    const rows = filled();
    const sorted = async (column: string, descending: boolean) =>
      namesOf(valueOf(await rows.window({ sort: { column, descending }, filter: '' }, everything, signal())));
    expect(await sorted('name', false)).toEqual(['alpha', 'Bravo', 'Charlie', null]);
    expect(await sorted('name', true)).toEqual(['Charlie', 'Bravo', 'alpha', null]);
    expect(await sorted('size', false)).toEqual(['alpha', 'Bravo', null, 'Charlie']);
    expect(await sorted('unknown', false)).toEqual(['Bravo', 'alpha', null, 'Charlie']);
  });

  test('lookups sort by their name and are found by it', async () => {
    const rows = createRowSource();
    const owner = (id: string, name: string) => ({
      _ownerid_value: id,
      '_ownerid_value@OData.Community.Display.V1.FormattedValue': name,
    });
    rows.append(one, [owner('1', 'Zoe'), owner('2', 'Ann')]);
    const sort = { column: '_ownerid_value', descending: false };
    const sorted = valueOf(await rows.window({ sort, filter: '' }, everything, signal()));
    expect(namesOf(sorted)).toEqual([
      { raw: '2', formatted: 'Ann' },
      { raw: '1', formatted: 'Zoe' },
    ]);
    expect(valueOf(await rows.window({ sort: null, filter: 'ZO' }, everything, signal())).count).toBe(1);
  });

  test('a filter counts what passes; windows are cut from it', async () => {
    const rows = filled();
    const filtered = { sort: null, filter: 'A' };
    const window = valueOf(await rows.window(filtered, { offset: 1, limit: 1 }, signal()));
    expect(window.count).toBe(3);
    expect(namesOf(window)).toEqual(['alpha']);
    expect(valueOf(await rows.window(filtered, { offset: 9, limit: 5 }, signal())).rows).toEqual([]);
  });

  test('rows that come later are seen by the next window', async () => {
    const rows = filled();
    const filtered = { sort: null, filter: 'delta' };
    expect(valueOf(await rows.window(filtered, everything, signal())).count).toBe(0);
    rows.append(two, [{ name: 'Delta' }]);
    expect(valueOf(await rows.window(filtered, everything, signal())).count).toBe(1);
  });

  test('a window over many rows gives way to other work and can be cancelled', async () => {
    const rows = createRowSource();
    const page = Array.from({ length: 5000 }, (_, index) => ({
      name: `row ${(index * 7919) % 5000}`,
      n: index,
    }));
    for (let pages = 0; pages < 40; pages += 1) rows.append(one, page);
    const abort = new AbortController();
    const reading = rows.window(
      { sort: { column: 'name', descending: false }, filter: 'row' },
      everything,
      abort.signal,
    );
    // Runs only if the sorting lets it.
    setImmediate(() => abort.abort());
    expect(errorOf(await reading)).toMatchObject({ code: 'cancelled' });
    const whole = await rows.window(
      { sort: { column: 'name', descending: false }, filter: 'row' },
      everything,
      signal(),
    );
    expect(valueOf(whole).count).toBe(200_000);
    expect(namesOf(valueOf(whole)).slice(0, 41)).toEqual([
      ...Array.from({ length: 40 }, () => 'row 0'),
      'row 1',
    ]);
  });
});

describe('sorting by merging blocks', () => {
  test('is the same as a stable sort', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 400 }),
        async (values, times) => {
          const keys = Array.from({ length: times }, () => values).flat();
          const index = Uint32Array.from(keys, (_, at) => at);
          const compare = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b;
          const expected = [...index].toSorted(compare);
          const sorted = await sortIndex(index, compare, async () => true);
          expect([...(sorted ?? [])]).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
