import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const page = readFileSync(join(import.meta.dirname, '../../docs/demo-cloud-parity.md'), 'utf8');

/** Sections of which every row says who tries it. */
const proven: readonly string[] = [
  'Entra',
  'Web API: URLs and metadata',
  'Functions and actions',
  'FetchXML',
  'Web API: writes and batch',
  'Security model',
  'Service protection',
  'Graph',
  'BAP and discovery',
];

/** Rows of the table of a section, without its head, as their cells. */
function rowsOf(section: string): readonly (readonly string[])[] {
  const text = page.split(/^## /m).find((it) => it.startsWith(`${section}\n`)) ?? '';
  return text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((it) => it.trim()),
    );
}

const legend = rowsOf('Tried by');
const names = new Set(['ours', ...legend.map(([name = '']) => name)]);

test('who tries a row of the page on parity has tests that are there', () => {
  const files = legend.flatMap(([, , tests = '']) =>
    [...tests.matchAll(/`([^`]+)`/g)].map(([, it = '']) => it),
  );
  expect(files.length).toBeGreaterThan(legend.length - 1);
  expect(files.filter((it) => !existsSync(join(import.meta.dirname, it)))).toEqual([]);
});

test.each(proven)('every row says who tries it, or that it is absent: %s', (section) => {
  const rows = rowsOf(section);
  expect(rows.length).toBeGreaterThan(3);
  const untold = rows.filter((row) => {
    const cell = row.at(-1) ?? '';
    if (cell === '') return !row.some((it) => /^(?:absent|refused|not in the Web API)/.test(it));
    return cell.split(', ').some((it) => !names.has(it));
  });
  expect(untold).toEqual([]);
});
