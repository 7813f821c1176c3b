import { readFile } from 'node:fs/promises';
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { baselineSchema } from '../../../main/fleet/baseline/document-schema.ts';
import { printBaseline } from '../../../main/fleet/baseline/print-baseline.ts';
import { readBaseline } from '../../../main/fleet/baseline/read-baseline.ts';
import { BASELINE_TEXTS } from '../../../preload/contract/words/texts/baseline.ts';
import { anyBaseline } from './arbitrary-baseline.ts';

const APP = '11111111-1111-4111-8111-111111111111';
const docs = (file: string): Promise<string> =>
  readFile(new URL(`../../../docs/${file}`, import.meta.url), 'utf8');

const faultsIn = (text: string) => {
  const read = readBaseline(text);
  return read.ok
    ? []
    : read.faults.map((fault) => `${fault.line}:${fault.column} ${BASELINE_TEXTS.faultText(fault)}`);
};

const withRule = (rule: string): string => `version: 1
groups:
  live: [https://contoso.crm4.dynamics.com]
apps:
  - name: Sync
    clientId: ${APP}
    rules:
      - ${rule}
`;

describe('C16: the text of a baseline', () => {
  test('the example of the documentation is read, groups and all', async () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(await docs('baseline.md'))?.[1] ?? '';
    const read = readBaseline(example);
    expect(faultsIn(example)).toEqual([]);
    expect(read.ok && read.expectations.map(({ url, appName, present }) => [url, appName, present])).toEqual([
      ['https://contoso-dev.crm4.dynamics.com', 'Order import', true],
      ['https://contoso-dev.crm4.dynamics.com', 'Warehouse sync', true],
      ['https://contoso-emea.crm4.dynamics.com', 'Order import', true],
      ['https://contoso-emea.crm4.dynamics.com', 'Warehouse sync', false],
      ['https://contoso.crm.dynamics.com', 'Order import', true],
      ['https://contoso.crm.dynamics.com', 'Warehouse sync', false],
    ]);
  });

  test('every field of the schema is explained in the documentation', async () => {
    const page = await docs('baseline.md');
    const fields = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('properties' in node) for (const field of Object.keys(Object(node.properties))) fields.add(field);
      for (const inner of Object.values(node)) walk(inner);
    };
    walk(z.toJSONSchema(baselineSchema));
    expect([...fields].filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });

  test('the published schema is the one that is used (test/support/schemas/write-baseline-schema.ts writes it)', async () => {
    expect(JSON.parse(await docs('baseline.schema.json'))).toEqual(z.toJSONSchema(baselineSchema));
  });

  test('JSON is read as well', () => {
    const read = readBaseline(
      `{"version":1,"apps":[{"name":"Sync","clientId":"${APP.toUpperCase()}","rules":[{"in":["https://Contoso.crm4.dynamics.com/"],"user":"present"}]}]}`,
    );
    expect(read.ok && read.expectations).toEqual([
      {
        url: 'https://contoso.crm4.dynamics.com',
        clientId: APP,
        appName: 'Sync',
        present: true,
        enabled: null,
        businessUnit: null,
        roles: null,
        teams: null,
        profiles: null,
      },
    ]);
  });

  test.each([
    ['', '1:1 Here belong fields.'],
    ['version: 2\napps: []', '1:10 This console reads version 1 of a baseline.'],
    ['version: 1\napps: []\nappz: []', '3:1 appz is no field of a baseline at this place.'],
    ['version: 1\napps: []\nversion: 1', '3:1 version stands here a second time.'],
    ['version: 1\napps: []\n---\nx', '3:1 A file holds one baseline; a second document begins here.'],
    ['version: 1\napps:\n\t- x', '3:1 YAML is indented with spaces, never with tabs.'],
    ['version: 1\napps: !x []', '2:10 Tags (!) are not read.'],
    ['version: 1\napps: []\n__proto__: 1', '3:1 A field has a plain name.'],
    ['version: 1\napps: []\n? [x]\n: 1', '3:3 A field has a plain name.'],
  ])('%j is answered with %s', (text, fault) => {
    expect(faultsIn(text)).toContain(fault);
  });

  test.each([
    ['user: present', '8:9 in is missing.'],
    ['in: [life]\n        user: present', '8:14 No group is called “life”.'],
    [
      'in: [http://x]\n        user: present',
      '8:14 “http://x” is no address of an environment, which looks like https://contoso.crm4.dynamics.com.',
    ],
    ['in: [live]\n        user: gone', '9:15 user is one of: present, absent.'],
    [
      'in: [live]\n        user: absent\n        enabled: true',
      '10:9 An app that shall have no application user has no enabled either.',
    ],
    [
      'in: [live, https://contoso.crm4.dynamics.com/]\n        user: absent',
      '8:20 Sync has two rules for https://contoso.crm4.dynamics.com.',
    ],
    ['in: [live]\n        user: present\n        roles: [A]', '10:16 roles has fields.'],
    [
      'in: [live]\n        user: present\n        roles: { exactly: [A, 7] }',
      '10:31 Here belongs text. Names that look like numbers stand in quotes.',
    ],
    [
      'in: [live]\n        user: present\n        roles: { exactly: [A, a] }',
      '10:31 “a” stands here a second time.',
    ],
    ['in: [live]\n        user: present\n        roles: {}', '10:16 Say either exactly or atLeast.'],
    [
      'in: [live]\n        user: present\n        businessUnit: Sales',
      '10:23 businessUnit is root, or name: with the name of another business unit.',
    ],
    ['&a in: *a', '8:12 Anchors and aliases (& and *) are not read. Name a group of environments instead.'],
  ])('a rule %j is answered with %s', (rule, fault) => {
    expect(faultsIn(withRule(rule))).toContain(fault);
  });

  test('texts made to keep a parser busy are refused at once', () => {
    // Time of this process alone: others may keep the machine busy.
    const started = process.cpuUsage();
    for (const text of [
      '['.repeat(500_000),
      '{a: '.repeat(120_000),
      '- '.repeat(250_000),
      '? '.repeat(250_000),
      `[${','.repeat(500_000)}`,
      '"'.repeat(500_000),
      Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join('\n'),
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(1000)}`,
      'x'.repeat(600_000),
    ]) {
      expect(readBaseline(text).ok).toBe(false);
    }
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(6);
  });

  test('what is printed is read back as the same document', () => {
    fc.assert(
      fc.property(anyBaseline, (document) => {
        const text = printBaseline(document, ['A heading.']);
        const read = readBaseline(text);
        expect(faultsIn(text)).toEqual([]);
        if (!read.ok) return;
        const { $schema, ...rest } = read.document;
        expect($schema).toBe('baseline.schema.json');
        expect(rest).toEqual(document);
        expect(printBaseline(read.document, ['A heading.'])).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  const pieces = fc.constantFrom(
    'version: 1\n',
    'apps:\n',
    '  - name: x\n',
    '    clientId: 1\n',
    'groups: ',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!t ',
    '|',
    '>',
    '"',
    "'",
    '#',
    '\n',
    '\t',
    '  ',
    '---\n',
    '...',
    '%YAML 1.1\n',
    '<<: ',
    '__proto__: ',
    '\u0000',
    '\ud800',
    '\uFEFF',
    '\u2028',
    'null',
    '1e999',
    '0x1F',
    '~',
  );
  test('any text is answered, never thrown at, and every fault is in the text and in words', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readBaseline(text);
        if (read.ok) return;
        expect(read.faults.length).toBeGreaterThan(0);
        const lines = text.split('\n');
        for (const fault of read.faults) {
          expect(fault.line).toBeLessThanOrEqual(lines.length);
          expect(BASELINE_TEXTS.faultText(fault)).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
