import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvHeader, csvLine } from '../../../../main/query/export/csv-lines.ts';
import { createJsonLines } from '../../../../main/query/export/json-lines.ts';
import { createFileColumns } from '../../../../main/query/export/page-cells.ts';
import type { Cell } from '../../../../preload/contract/query.ts';

const csvLines = (
  first: readonly string[],
  rows: readonly (readonly Cell[])[],
  values: 'formatted' | 'raw',
) => rows.map(csvLine(first, values)).join('');

/** A reader of RFC 4180 that knows nothing of how the lines were written. */
const parseCsv = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1;
        field += text[at];
      }
      at += 1;
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) field += text[at];
    }
    line.push(field);
    if (text[at] === ',') at += 1;
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      lines.push(line);
      line = [];
    }
  }
  return lines;
};

const RUNS = /^[=+\-@\t\r\n|%＝＋－＠]/;
/** The rule undone: one apostrophe is taken away from before what a spreadsheet would run. */
const asItWas = (field: string): string => (RUNS.test(field.replace(/^'+/, '')) ? field.slice(1) : field);

const dangerous = fc.tuple(
  fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '|', '%', '＝', "'=", ''),
  fc.string(),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  dangerous.map(([begin, rest]) => begin + rest),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.record({ raw: fc.oneof(fc.integer(), text), formatted: text }),
);

describe('C9: CSV', () => {
  test('any cells come back from another reader as they were, and none begins with what a spreadsheet runs', () => {
    const rowsOfThree = fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 });
    fc.assert(
      fc.property(rowsOfThree, text, (rows, name) => {
        const parsed = parseCsv(csvLines([name, 'https://a'], rows, 'raw'));
        expect(parsed).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) {
          const raws = row.map((one) => (one !== null && typeof one === 'object' ? one.raw : one));
          const [first = '', , ...fields] = parsed[at] ?? [];
          expect(asItWas(first)).toBe(name);
          for (const [place, raw] of raws.entries()) {
            const field = fields[place] ?? '';
            const isText = typeof raw === 'string';
            expect(isText && RUNS.test(field)).toBe(false);
            expect(isText ? asItWas(field) : field).toBe(String(raw ?? ''));
          }
        }
      }),
    );
  });

  test('raw, formatted and both; a number that people write with a minus stays one, a text does not', () => {
    const rows: Cell[][] = [
      [
        { raw: -5, formatted: '-5,00 €' },
        { raw: 1, formatted: '=1+1' },
        { raw: '-1', formatted: '-1' },
        'a "b"',
      ],
    ];
    expect(csvLines(['Nord'], rows, 'raw')).toBe('Nord,-5,1,\'-1,"a ""b"""\r\n');
    expect(csvLines(['Nord'], rows, 'formatted')).toBe(`Nord,"-5,00 €",'=1+1,'-1,"a ""b"""\r\n`);
    expect(csvHeader(['environment'], ['a', '@x'], 'both')).toBe(
      "environment,a,a (formatted),'@x,'@x (formatted)\r\n",
    );
  });
});

describe('C9: JSON Lines', () => {
  test('every row is an object of the same names, with nothing changed', () => {
    const names = ['name', 'state'];
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (rows) => {
        const lines = rows.map(createJsonLines('both')({ '@environment': 'Nord' }, names));
        expect(lines).toHaveLength(rows.length);
        for (const [at, row] of rows.entries()) {
          const object: Record<string, unknown> = JSON.parse(lines[at] ?? '');
          expect(object['@environment']).toBe('Nord');
          for (const [place, name] of names.entries()) {
            const one = row[place] ?? null;
            const whole = one !== null && typeof one === 'object' ? one : null;
            expect(object[name]).toEqual(JSON.parse(JSON.stringify(whole?.raw ?? one)));
            expect(object[`${name}@OData.Community.Display.V1.FormattedValue`]).toBe(whole?.formatted);
          }
        }
      }),
    );
  });
});

describe('columns of a file', () => {
  const rows = [{ b: 1, a: 2, 'a@OData.Community.Display.V1.FormattedValue': 'two' }, { c: 3 }];

  test('stay in their order; what has no place is told, unless others were chosen', () => {
    const fixed = createFileColumns(['a', 'b'], { chosen: false, open: false });
    expect([...fixed.cellsOf(rows)]).toEqual([
      [{ raw: 2, formatted: 'two' }, 1],
      [null, null],
    ]);
    expect([...fixed.left]).toEqual(['c']);
    const chosen = createFileColumns(['b'], { chosen: true, open: true });
    expect([...chosen.cellsOf(rows)]).toEqual([[1], [null]]);
    expect([...chosen.left]).toEqual([]);
  });

  test('are added where no first line names them', () => {
    const open = createFileColumns(['a'], { chosen: false, open: true });
    expect([...open.cellsOf(rows)]).toEqual([
      [{ raw: 2, formatted: 'two' }, 1],
      [null, null, 3],
    ]);
    expect(open.names).toEqual(['a', 'b', 'c']);
  });
});
