import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSheetCells } from '../../../../main/query/export/sheet-cells.ts';
import { createWorkbookWriter } from '../../../../main/query/export/workbook-writer.ts';
import type { Cell } from '../../../../preload/contract/query.ts';

const north = { name: 'North & <Co>', url: 'https://north.crm.demo.test' };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
  isArray: (name) => ['row', 'c', 'sheet', 'Relationship'].includes(name),
});

/** What a cell holds, as another reader sees it: a text without the escape of characters that XML cannot hold. */
const held = (cell: Readonly<Record<string, unknown>>): unknown => {
  expect(cell).not.toHaveProperty('f');
  const value = cell['v'];
  if (cell['@t'] === 'b') return value === '1';
  if (cell['@t'] !== 'inlineStr') return value === undefined ? null : Number(value);
  const is: unknown = cell['is'];
  const text: unknown = is instanceof Object ? Reflect.get(is, 't') : undefined;
  const shown: unknown = text instanceof Object ? (Reflect.get(text, '#text') ?? '') : '';
  return String(shown).replaceAll(/_x([0-9A-F]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
};

const rowsOf = (xml: string): readonly (readonly unknown[])[] => {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { worksheet } = parser.parse(xml);
  const rows: readonly { readonly '@r': string; readonly c?: readonly Record<string, unknown>[] }[] =
    worksheet.sheetData.row ?? [];
  return rows.map((row) => {
    const cells: unknown[] = [];
    for (const cell of row.c ?? []) {
      const [, letters = '', number] = /^([A-Z]+)(\d+)$/.exec(String(cell['@r'])) ?? [];
      expect(number).toBe(row['@r']);
      const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      while (cells.length < column) cells.push(null);
      cells.push(held(cell));
    }
    return cells;
  });
};

const book = async (
  fill: (writer: Awaited<ReturnType<typeof createWorkbookWriter>>) => Promise<void>,
  columns: readonly string[],
  limits?: { readonly rows: number; readonly bytes: number },
) => {
  const pieces: Uint8Array[] = [];
  const writer = await createWorkbookWriter(async (bytes) => void pieces.push(bytes), columns, 'raw', limits);
  await fill(writer);
  const zip = new ZipReader(new Uint8ArrayReader(Buffer.concat(pieces)));
  const parts = new Map<string, string>();
  for (const entry of await zip.getEntries()) {
    if (entry.directory) continue;
    const bytes = await entry.getData(new Uint8ArrayWriter());
    parts.set(entry.filename, new TextDecoder().decode(bytes));
  }
  return { parts, writer };
};

describe('C9: a workbook', () => {
  test('holds numbers, booleans, dates and texts as such, and tells of every environment', async () => {
    const cells: Cell[] = ['=1+1', 12.5, true, '2026-02-03T04:05:06Z', '2026-02-03', null];
    const { parts } = await book(
      async (writer) => {
        await writer.rows(north, [], [cells]);
        await writer.end([{ ...north, rows: 1, problem: 'No more.' }]);
      },
      ['a', 'b', 'c', 'd', 'e', 'f'],
    );
    expect(rowsOf(parts.get('xl/worksheets/sheet1.xml') ?? '')).toEqual([
      ['environment', 'environment_url', 'a', 'b', 'c', 'd', 'e', 'f'],
      [north.name, north.url, '=1+1', 12.5, true, 46_056 + (4 * 3600 + 5 * 60 + 6) / 86_400, 46_056],
    ]);
    expect(rowsOf(parts.get('xl/worksheets/sheet2.xml') ?? '')[1]).toEqual([
      north.name,
      north.url,
      1,
      'No more.',
    ]);
    expect(parser.parse(parts.get('xl/workbook.xml') ?? '').workbook.sheets.sheet).toMatchObject([
      { '@name': 'Rows' },
      { '@name': 'About' },
    ]);
  });

  test('goes on in a further sheet after the last row of one, with the names again', async () => {
    const { parts, writer } = await book(
      async (writing) => {
        await writing.rows(north, [], [[1], [2], [3]]);
        await writing.rows(north, [], [[4], [5]]);
        await writing.end([]);
      },
      ['n'],
      { rows: 3, bytes: 1e9 },
    );
    const numbers = [1, 2, 3].map((at) =>
      rowsOf(parts.get(`xl/worksheets/sheet${at}.xml`) ?? '').map((row) => row[2]),
    );
    expect(numbers).toEqual([
      ['n', 1, 2],
      ['n', 3, 4],
      ['n', 5],
    ]);
    expect(writer.sheets()).toBe(3);
  });

  test('a disk that refuses ends it with what the disk said', async () => {
    const full = new Error('full');
    let written = 0;
    const writer = await createWorkbookWriter(
      async (bytes) => {
        written += bytes.length;
        if (written > 2000) throw full;
      },
      ['n'],
      'raw',
    );
    const noise = Array.from({ length: 20_000 }, () => [Math.random()]);
    const all = async (): Promise<void> => {
      for (let round = 0; round < 20; round += 1) await writer.rows(north, [], noise);
      await writer.end([]);
    };
    await expect(all()).rejects.toBe(full);
    await writer.stop();
  });

  test('any text comes back as it was, up to what a cell holds, and no text is a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('_x0041_', '=A1', '\r\n', '\u0000', ']]>'),
    );
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const cells = createSheetCells('raw');
        const rows = rowsOf(`<worksheet><sheetData>${cells.rows(1, ['x'], [texts])}</sheetData></worksheet>`);
        expect(rows[0]?.slice(1)).toEqual(texts.map((one) => one.toWellFormed()));
      }),
    );
    const long = createSheetCells('raw');
    expect(
      rowsOf(`<worksheet><sheetData>${long.rows(1, [], [['a'.repeat(40_000)]])}</sheetData></worksheet>`),
    ).toEqual([['a'.repeat(32_767)]]);
    expect(long.cuts()).toBe(1);
  });

  test('formatted: words for choices and lookups, while numbers and dates stay what a sheet can count with', () => {
    const row: Cell[] = [
      { raw: 0, formatted: 'Active' },
      { raw: 1234.5, formatted: '$1,234.50' },
      { raw: '2026-02-03', formatted: '2/3/2026' },
      { raw: true, formatted: 'Yes' },
    ];
    const shown = (values: 'formatted' | 'both') =>
      rowsOf(
        `<worksheet><sheetData>${createSheetCells(values).rows(1, [], [row])}</sheetData></worksheet>`,
      )[0];
    expect(shown('formatted')).toEqual(['Active', 1234.5, 46_056, 'Yes']);
    expect(shown('both')).toEqual([0, 'Active', 1234.5, 1234.5, 46_056, 46_056, true, 'Yes']);
  });
});
