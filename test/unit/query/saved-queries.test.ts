import { readFile } from 'node:fs/promises';
import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { savedQueriesHandlers } from '../../../main/query/saved/handlers.ts';
import { queryFileSchema } from '../../../main/query/saved/query-file.ts';
import { readQueryFile } from '../../../main/query/saved/read-query-file.ts';
import { createSavedQueries, SAVED_QUERIES } from '../../../main/query/saved/saved-queries.ts';
import { writeQueryFile } from '../../../main/query/saved/write-query-file.ts';
import type { Query } from '../../../preload/contract/query.ts';
import type { SavedQuery } from '../../../preload/contract/saved-queries.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import { parseSavedQueryId } from '../../../preload/contract/words/ids.ts';
import { environmentNamed, runMethod } from '../dataverse/local-environments.ts';
import { workspaceId } from './app-profile.ts';
import { memoryVault } from './memory-vault.ts';

const SECRET = 'a1b8Q~0123456789abcdefghijklmnopqrstuvwxyz';
const accounts: Query = {
  language: 'odata',
  text: '// mine\naccounts?$filter=name eq {{p}}\n&$top=5',
  parameters: [
    { name: 'p', type: 'text', value: 'Contoso' },
    { name: 'k', type: 'text', value: SECRET },
  ],
};

const desk = () => {
  const values = new Map<string, string>();
  const saved = createSavedQueries(memoryVault(values));
  const methods = savedQueriesHandlers({
    saved,
    environments: {
      choose: (id) =>
        id === workspaceId
          ? ok([environmentNamed('north', 1)])
          : failed('not-found', { what: 'workspace', id }),
    },
    now: () => Date.parse('2026-06-01T08:00:00Z'),
  });
  return {
    values,
    saved,
    call: async (name: keyof typeof methods, input: object = {}) =>
      (await runMethod(methods[name], { workspaceId, ...input })).result,
  };
};

const saveAs = (name: string, query: Query = accounts, id: string | null = null) => ({ id, name, query });
const savedNamed = (name: string, query: Query): SavedQuery => {
  const id = parseSavedQueryId('7a7a7a7a-0000-4000-8000-000000000001');
  if (id === null) throw new Error('this is an id');
  return { id, name, query, changedAt: '2026-06-01T08:00:00Z' };
};
const namesOf = (result: unknown): readonly string[] =>
  z
    .object({ value: z.object({ queries: z.array(z.object({ name: z.string() })) }) })
    .parse(result)
    .value.queries.map(({ name }) => name);

describe('named queries of a workspace', () => {
  test('are kept by name, without a value that looks like a secret, renamed, deleted and brought back', async () => {
    const { call, values } = desk();
    const made = await call('query.save', saveAs('Zeta'));
    await call('query.save', saveAs('alpha'));
    expect(namesOf(await call('query.saved'))).toEqual(['alpha', 'Zeta']);
    expect([...values.keys()]).toEqual([`${SAVED_QUERIES}${workspaceId}`]);
    expect([...values.values()].join('')).not.toContain(SECRET);

    const { id } = z.object({ value: z.object({ saved: z.object({ id: z.string() }) }) }).parse(made)
      .value.saved;
    await call('query.save', saveAs('Beta', accounts, id));
    expect(namesOf(await call('query.saved'))).toEqual(['alpha', 'Beta']);
    await call('query.removeSaved', { id });
    expect(namesOf(await call('query.saved'))).toEqual(['alpha']);
    await call('query.save', saveAs('Beta', accounts, id));
    expect(await call('query.saved')).toMatchObject({ value: { queries: [{}, { id, name: 'Beta' }] } });
  });

  test('a name is there once, whatever its case', async () => {
    const { call } = desk();
    await call('query.save', saveAs('Accounts'));
    expect(await call('query.save', saveAs('ACCOUNTS'))).toMatchObject({ error: { code: 'already-exists' } });
  });

  test('of a workspace that is not here nothing is told and nothing kept; one that goes takes its queries along', async () => {
    const { call, saved, values } = desk();
    const elsewhere = { workspaceId: '0b0b0b0b-0000-4000-8000-000000000099' };
    expect(await call('query.save', { ...saveAs('x'), ...elsewhere })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(values.size).toBe(0);
    await call('query.save', saveAs('x'));
    await saved.forget(workspaceId);
    expect(values.size).toBe(0);
  });

  test('what cannot be read is not taken for none, and nothing is written over it', async () => {
    const { call, values } = desk();
    values.set(`${SAVED_QUERIES}${workspaceId}`, '{"version":2}');
    expect(await call('query.save', saveAs('x'))).toMatchObject({ error: { code: 'vault-unreadable' } });
    expect([...values.values()]).toEqual(['{"version":2}']);
  });

  test('two that are saved at once both stay', async () => {
    const { call } = desk();
    await Promise.all([call('query.save', saveAs('a')), call('query.save', saveAs('b'))]);
    expect(namesOf(await call('query.saved'))).toEqual(['a', 'b']);
  });

  test('go out as a file and come in elsewhere: what is here is known again, a taken name gets a number', async () => {
    const from = desk();
    await from.call('query.save', saveAs('Accounts'));
    await from.call('query.save', saveAs('Contacts', { language: 'odata', text: 'contacts' }));
    const exported = await from.call('query.exportSaved', { ids: [] });
    const { text } = z.object({ value: z.object({ text: z.string() }) }).parse(exported).value;

    const to = desk();
    await to.call('query.save', saveAs('Contacts', { language: 'odata', text: 'contacts' }));
    await to.call('query.save', saveAs('Accounts', { language: 'odata', text: 'accounts' }));
    expect(await to.call('query.checkFile', { text })).toMatchObject({
      value: {
        faults: [],
        queries: [
          { name: 'Accounts', here: 'renamed', becomes: 'Accounts (2)' },
          { name: 'Contacts', here: 'same' },
        ],
      },
    });
    expect(await to.call('query.importSaved', { text, take: [0, 1] })).toMatchObject({
      value: { added: 1, present: 1 },
    });
    expect(namesOf(await to.call('query.saved'))).toEqual(['Accounts', 'Accounts (2)', 'Contacts']);
  });
});

describe('a file of queries', () => {
  test('has no id, no secret and no host of an environment', () => {
    const text = writeQueryFile(
      [
        savedNamed('a', {
          ...accounts,
          text: '// of mine\nGET https://north.crm.dynamics.com/api/data/v9.2/accounts?$top=1',
        }),
        savedNamed('b', {
          language: 'odata',
          text: "accounts?$filter=websiteurl eq 'https://Contoso.crm4.dynamics.com'",
        }),
        savedNamed('c', {
          language: 'fetchxml',
          text: '<fetch><!-- of own.example --></fetch>',
          parameters: [{ name: 'u', type: 'text', value: 'https://own.example/x' }],
        }),
        savedNamed('d', accounts),
      ],
      ['own.example'],
    );
    expect(text).not.toMatch(/dynamics|own\.example|Q~|7a7a7a7a/i);
    const read = readQueryFile(text);
    expect(read.ok ? read.queries.map(({ query }) => query.text) : []).toEqual([
      '// of mine\naccounts?$top=1',
      "accounts?$filter=websiteurl eq 'https://environment.invalid'",
      '<fetch><!-- of environment.invalid --></fetch>',
      accounts.text,
    ]);
  });

  test('is read as it was written', () => {
    const query = fc.record<Query>({
      language: fc.constantFrom('odata', 'fetchxml'),
      text: fc
        .string({ unit: 'grapheme', minLength: 1 })
        .filter((text) => text.trim() !== '' && !text.includes('//')),
    });
    fc.assert(
      fc.property(fc.array(query, { minLength: 1, maxLength: 5 }), (queries) => {
        const text = writeQueryFile(
          queries.map((one, index) => savedNamed(`q${index}`, one)),
          [],
        );
        expect(readQueryFile(text)).toEqual({
          ok: true,
          queries: queries.map((one, index) => ({ name: `q${index}`, query: one })),
        });
      }),
      { numRuns: 100 },
    );
  });

  const file = (queries: unknown, more: object = {}): string =>
    JSON.stringify({ format: 's2s-console-queries', version: 1, queries, ...more });
  test.each([
    ['{', [['not-json', null, '']]],
    ['[]', [['not-queries', null, '']]],
    ['{"format":"s2s-console-export"}', [['not-queries', null, '']]],
    [file([], { version: 2 }), [['newer', null, '2']]],
    [file(undefined), [['missing', null, 'queries']]],
    [file([{ name: 'a', language: 'odata' }]), [['missing', 1, 'text']]],
    [file([{ name: 'a', language: 'sql', text: 'x' }]), [['not-valid', 1, 'language']]],
    [file([{ name: 'a', language: 'odata', text: 'x', secret: 1 }]), [['unknown-field', 1, 'secret']]],
    [file([{ name: ' a', language: 'odata', text: 'x' }]), [['not-valid', 1, 'name']]],
    [file([{ name: 'a', language: 'odata', text: ['', ' '] }]), [['not-valid', 1, 'text']]],
    [file(['a', 'A'].map((name) => ({ name, language: 'odata', text: 'x' }))), [['same-name', 2, 'A']]],
    [
      file(Array.from({ length: 501 }, (_, index) => ({ name: `q${index}`, language: 'odata', text: 'x' }))),
      [['too-many', null, '500']],
    ],
    ['{"format":"s2s-console-queries","version":1,"queries":[],"__proto__":{}}', null],
  ])('with faults says which and where: %.60s', (text, faults) => {
    const read = readQueryFile(text);
    expect(read.ok).toBe(false);
    if (read.ok || faults === null) return;
    expect(read.faults.map(({ field, problem, query }) => [problem, query, field])).toEqual(faults);
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readQueryFile(text).ok).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('has the published schema (test/support/schemas/write-queries-schema.ts writes it)', async () => {
    const published = await readFile(new URL('../../../docs/queries.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(z.toJSONSchema(queryFileSchema));
  });
});
