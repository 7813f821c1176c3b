import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceRow } from '../../../main/query/answer-rows.ts';
import { answerRows } from '../../../main/query/answer-rows.ts';
import { createRowReader } from '../../../main/query/fold-annotations.ts';

const foldAnnotations = (row: ServiceRow) => {
  const values: { column: string; raw: unknown; formatted: string | null }[] = [];
  const read = createRowReader(
    (column) => column,
    (column, raw, formatted) => values.push({ column, raw, formatted }),
  );
  read(row);
  read(row);
  // The second time everything is known already, and gives the same.
  expect(values.splice(values.length / 2)).toEqual(values);
  return values;
};

const formatted = '@OData.Community.Display.V1.FormattedValue';

describe('rows in answers', () => {
  test('of a set, a function with a collection, an entity and a count', () => {
    expect(answerRows({ '@odata.context': 'x', value: [{ a: 1 }, 2] })).toEqual([{ a: 1 }, { value: 2 }]);
    expect(answerRows({ '@odata.context': 'x', RolePrivileges: [{ Depth: 'Basic' }] })).toEqual([
      { Depth: 'Basic' },
    ]);
    expect(answerRows({ UserId: 'a', BusinessUnitId: 'b' })).toEqual([{ UserId: 'a', BusinessUnitId: 'b' }]);
    expect(answerRows(12)).toEqual([{ value: 12 }]);
  });
});

describe('annotations', () => {
  test('a formatted value joins its column, others are dropped', () => {
    const row = {
      '@odata.etag': 'W/"1"',
      name: 'Fabrikam',
      revenue: 5000,
      [`revenue${formatted}`]: '$5,000.00',
      _ownerid_value: 'id',
      [`_ownerid_value${formatted}`]: 'Adele',
      '_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'systemuser',
    };
    expect(foldAnnotations(row)).toEqual([
      { column: 'name', raw: 'Fabrikam', formatted: null },
      { column: 'revenue', raw: 5000, formatted: '$5,000.00' },
      { column: '_ownerid_value', raw: 'id', formatted: 'Adele' },
    ]);
  });

  test('an expanded row becomes columns, a collection its text', () => {
    const row = {
      primarycontactid: { fullname: 'Ann', age: 3, [`age${formatted}`]: 'three' },
      contacts: [{ fullname: 'Bob' }],
      empty: null,
    };
    expect(foldAnnotations(row)).toEqual([
      { column: 'primarycontactid.fullname', raw: 'Ann', formatted: null },
      { column: 'primarycontactid.age', raw: 3, formatted: 'three' },
      { column: 'contacts', raw: '[{"fullname":"Bob"}]', formatted: null },
      { column: 'empty', raw: null, formatted: null },
    ]);
  });

  test('any JSON gives plain values only', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        for (const row of answerRows(body)) {
          for (const { raw, formatted } of foldAnnotations(row)) {
            expect(raw === null || ['string', 'number', 'boolean'].includes(typeof raw)).toBe(true);
            expect(formatted === null || typeof formatted === 'string').toBe(true);
          }
        }
      }),
    );
  });

  test('rows are read alike whatever rows came before them, in whatever order they say their values', () => {
    const names = ['a', 'b', `a${formatted}`, `b${formatted}`, '_c_value', `_c_value${formatted}`, 'd', '@e'];
    const value = fc.oneof(
      fc.constant(null),
      fc.boolean(),
      fc.string(),
      fc.constant([1]),
      fc.record({ a: fc.nat(), [`a${formatted}`]: fc.string() }, { requiredKeys: [] }),
    );
    const row = fc
      .shuffledSubarray(names)
      .chain((chosen) =>
        fc.tuple(...chosen.map((name) => value.map((one) => [name, one] as const))).map(Object.fromEntries),
      );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows: readonly ServiceRow[]) => {
        const values: unknown[] = [];
        const read = createRowReader(
          (column) => column,
          (...told) => values.push(told),
        );
        for (const one of rows) {
          const alone: unknown[] = [];
          createRowReader(
            (column) => column,
            (...told) => alone.push(told),
          )(one);
          read(one);
          expect(values.splice(0)).toEqual(alone);
        }
      }),
    );
  });

  test('more names than are remembered are read all the same', () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => ({
      [`n${at}`]: at,
      [`n${at}${formatted}`]: `${at}!`,
    }));
    const values: unknown[] = [];
    const read = createRowReader(
      (column) => column,
      (column, raw, text) => values.push([column, raw, text]),
    );
    for (const one of [...rows, ...rows]) read(one);
    const once = rows.map((_, at) => [`n${at}`, at, `${at}!`]);
    expect(values).toEqual([...once, ...once]);
  });
});
