import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRules } from '../../emulator/scenario/rules.ts';

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

/** Every test of the demo cloud, each by itself. */
const ruleTests = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.includes('parity-page'))
  .flatMap((file) => readFileSync(join(import.meta.dirname, file), 'utf8').split(/^(?=test|describe)/m));

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

/** What stands between backticks. */
const quotedIn = (text = ''): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, it = '']) => it);

const catalogue = createRules({}).list();

test('the table of uncertain rules has every rule, with its values in their order', () => {
  const listed = rowsOf('Uncertain rules').flatMap(([rule, values]) => {
    const [name = ''] = quotedIn(rule);
    return (rule ?? '').startsWith('`') ? [{ name, values: quotedIn(values) }] : [];
  });
  const byName = (rules: readonly { readonly name: string; readonly values: readonly string[] }[]) =>
    Object.fromEntries(rules.map(({ name, values }) => [name, values]));
  expect(byName(listed)).toEqual(byName(catalogue));
});

test.each(catalogue.map(({ name, values }) => [name, values] as const))(
  'a test tries each value of %s but the default, which all the others try',
  (name, values) => {
    const texts = ruleTests.filter((it) => new RegExp(`\\b${name}\\b`).test(it));
    const untried = values.slice(1).filter((value) => !texts.some((it) => it.includes(`'${value}'`)));
    expect(untried).toEqual([]);
  },
);
