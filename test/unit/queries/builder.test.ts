import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  BUILDER_OPERATORS,
  takesValue,
} from '../../../preload/contract/words/queries/builder/builder-query.ts';
import type {
  BuilderCondition,
  BuilderGroup,
  BuilderQuery,
  BuilderValue,
} from '../../../preload/contract/words/queries/builder/builder-query.ts';
import { readBuilder } from '../../../preload/contract/words/queries/builder/read-builder.ts';
import { writeBuilder } from '../../../preload/contract/words/queries/builder/write-builder.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import { NO_SCHEMA } from '../../../preload/contract/words/queries/tables.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';

const name = fc.constantFrom('name', 'revenue', '_primarycontactid_value', 'statecode', 'nwt_größe');
/** Of the table, or of the row behind a lookup. */
const anyColumn = fc.oneof(
  name,
  fc.tuple(name, name).map((names) => names.join('/')),
);
const value = fc.oneof(
  fc
    .string({ unit: 'grapheme' })
    .map((text): BuilderValue => ({ kind: 'literal', type: 'string', text: text.toWellFormed() })),
  fc
    .constantFrom("O'Neil & sons", '100% #1', '{{part}}', 'a{{b}}c')
    .map((text): BuilderValue => ({ kind: 'literal', type: 'string', text })),
  fc.constantFrom<BuilderValue>(
    { kind: 'literal', type: 'number', text: '-5.5' },
    { kind: 'literal', type: 'boolean', text: 'true' },
    { kind: 'literal', type: 'guid', text: '11111111-2222-4333-8444-555555555555' },
    { kind: 'literal', type: 'date', text: '2026-01-31T00:00:00Z' },
    { kind: 'parameter', written: '@least' },
    { kind: 'parameter', written: '{{since}}' },
  ),
);
const condition = fc
  .record({
    column: anyColumn,
    operator: fc.constantFrom(...BUILDER_OPERATORS),
    value,
  })
  .map(({ column, operator, value }): BuilderCondition => ({
    kind: 'condition',
    column,
    operator,
    value: takesValue(operator) ? value : null,
  }));
const filter = fc.constantFrom<'and' | 'or'>('and', 'or').chain((join) =>
  fc
    .array(
      fc.oneof(
        condition,
        fc.array(condition, { minLength: 2, maxLength: 3 }).map((conditions): BuilderGroup => ({
          kind: 'group',
          join: join === 'and' ? 'or' : 'and',
          conditions,
        })),
      ),
      { minLength: 2, maxLength: 4 },
    )
    .map((filter) => ({ join, filter })),
);
const query: fc.Arbitrary<BuilderQuery> = fc
  .record({
    comments: fc.constantFrom([], ['// mine'], ['// a', '// b {{c}}']),
    entitySet: fc.constantFrom('accounts', 'nwt_orders'),
    columns: fc.uniqueArray(name, { maxLength: 3 }),
    expand: fc.uniqueArray(fc.record({ navigation: name, columns: fc.uniqueArray(name, { maxLength: 2 }) }), {
      maxLength: 2,
      selector: ({ navigation }) => navigation,
    }),
    order: fc.array(fc.record({ column: anyColumn, descending: fc.boolean() }), { maxLength: 2 }),
    top: fc.option(fc.nat(5000)),
    count: fc.boolean(),
  })
  .chain((rest) => fc.option(filter).map((by) => ({ ...rest, join: 'and' as const, filter: [], ...by })));

describe('the builder of OData', () => {
  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(query, (built) => {
        const text = writeBuilder(built);
        expect(readBuilder(text, NO_SCHEMA)).toEqual({ ok: true, query: built });
      }),
      { numRuns: 500 },
    );
  });

  test('writes one option on each line, and leaves out what says nothing yet', () => {
    const half: BuilderCondition = { kind: 'condition', column: 'name', operator: 'eq', value: null };
    expect(
      writeBuilder({
        comments: [],
        entitySet: 'accounts',
        columns: ['name', 'revenue'],
        expand: [{ navigation: 'primarycontactid', columns: ['fullname'] }],
        join: 'and',
        filter: [
          {
            kind: 'condition',
            column: 'statecode',
            operator: 'eq',
            value: { kind: 'literal', type: 'number', text: '0' },
          },
          half,
          {
            kind: 'group',
            join: 'or',
            conditions: [
              { ...half, operator: 'null' },
              { ...half, operator: 'startswith', value: { kind: 'literal', type: 'string', text: 'A' } },
              half,
            ],
          },
          { kind: 'group', join: 'or', conditions: [half] },
        ],
        order: [
          { column: 'name', descending: true },
          { column: '', descending: false },
        ],
        top: 50,
        count: true,
      }),
    ).toBe(
      "accounts?$select=name,revenue\n&$expand=primarycontactid($select=fullname)\n&$filter=statecode eq 0\n  and (name eq null or startswith(name,'A'))\n&$orderby=name desc\n&$top=50\n&$count=true",
    );
    expect(
      writeBuilder({
        comments: [],
        entitySet: '',
        columns: [],
        expand: [],
        join: 'and',
        filter: [],
        order: [],
        top: null,
        count: false,
      }),
    ).toBe('');
  });

  test.each([
    ['accounts?$filter=name eq', 'faults', ''],
    ['WhoAmI', 'path', 'WhoAmI'],
    [
      'accounts(11111111-2222-4333-8444-555555555555)',
      'path',
      'accounts(11111111-2222-4333-8444-555555555555)',
    ],
    ['accounts/$count', 'path', 'accounts/$count'],
    ['accounts?$apply=groupby((statecode))', 'option', '$apply'],
    ["accounts?$filter=name eq @p&@p='x'", 'option', '@p'],
    ['accounts?$select=*', 'column', '*'],
    [
      'accounts?$orderby=primarycontactid/createdby/fullname',
      'column',
      'primarycontactid/createdby/fullname',
    ],
    [
      'accounts?$filter=primarycontactid/createdby/fullname eq null',
      'filter',
      'primarycontactid/createdby/fullname',
    ],
    ['accounts?$filter=not (revenue gt 5)', 'filter', 'not (revenue gt 5)'],
    [
      'accounts?$filter=revenue gt 5 or (name eq null and (revenue gt 1 or revenue lt 0))',
      'filter',
      'revenue gt 1 or revenue lt 0',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='createdon')",
      'filter',
      "Microsoft.Dynamics.CRM.Today(PropertyName='createdon')",
    ],
    ['accounts?$expand=contact_customer_accounts($select=fullname)', 'expand', 'contact_customer_accounts'],
    ['accounts?$expand=primarycontactid($filter=fullname eq null)', 'expand', 'primarycontactid'],
    ['accounts?$top={{n}}', 'top', '$top'],
  ])('has no place for %s and says so', (text, gap, what) => {
    expect(readBuilder(text, SAMPLE_SCHEMA)).toEqual({ ok: false, gap, what });
  });

  test('a text that it reads says the same when it is written again', () => {
    const text =
      "GET https://contoso.crm.dynamics.com/api/data/v9.2/accounts?$top=5&$filter=(revenue gt {{least}} and name ne null) and not contains(name,'x%26')&$select=name";
    const read = readBuilder(text, NO_SCHEMA);
    const again = read.ok ? writeBuilder(read.query) : '';
    expect(again).toBe(
      "accounts?$select=name\n&$filter=revenue gt {{least}}\n  and name ne null\n  and (not contains(name,'x%26'))\n&$top=5",
    );
    expect(parseOData(again.replace('{{least}}', '5')).faults).toEqual([]);
  });

  test('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'accounts?',
            '$filter=',
            '&',
            'a',
            ' eq ',
            ' and ',
            '(',
            ')',
            'not ',
            '{{x}}',
            '@p',
            "'",
            '$top=',
            '1',
            ',',
            '/',
            '//',
            '\n',
          ),
        }),
        (text) => {
          expect(typeof readBuilder(text, SAMPLE_SCHEMA).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});
