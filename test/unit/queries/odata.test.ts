import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { formatQuery } from '../../../preload/contract/words/queries/format-query.ts';
import { checkOData } from '../../../preload/contract/words/queries/odata/check-odata.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import { printOData } from '../../../preload/contract/words/queries/odata/print-odata.ts';
import type { Expression, ODataQuery } from '../../../preload/contract/words/queries/odata/syntax.ts';
import { NO_SCHEMA } from '../../../preload/contract/words/queries/tables.ts';
import { queryFaultText } from '../../../preload/contract/words/texts/query-faults.ts';
import { SAMPLE_SCHEMA } from './sample-schema.ts';

/** A query without the places of its parts. */
const bare = (query: ODataQuery): unknown =>
  JSON.parse(
    JSON.stringify(query, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value)),
  );

const ID = '00000000-0000-0000-0000-000000000001';

/** As Microsoft Learn writes them, among others. */
const GOOD = [
  'WhoAmI',
  'WhoAmI()',
  'accounts',
  'accounts?$select=name,_primarycontactid_value&$orderby=name desc,revenue asc&$top=5&$count=true',
  "accounts?$filter=contains(name,'O''Brien %26 Sons') and (revenue gt 1000.5 or not statecode eq 0)",
  'accounts(00000000-0000-0000-0000-000000000001)/primarycontactid?$select=fullname',
  "accounts(accountnumber='A-1')?$select=name",
  "EntityDefinitions(LogicalName='account')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$expand=OptionSet",
  "EntityDefinitions?$filter=OwnershipType eq Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'",
  'accounts?$expand=primarycontactid($select=fullname;$expand=parentcustomerid_account($select=name)),contact_customer_accounts($filter=statecode eq 0;$orderby=fullname;$top=2)',
  'accounts?$expand=primarycontactid/$ref',
  "accounts?$filter=contact_customer_accounts/any(c:c/fullname eq 'x' and c/account_primary_contact/all(a:a/revenue ne null))",
  'accounts?$filter=contact_customer_accounts/any()',
  "accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='accountid',PropertyValues=['a','b'])",
  "accounts?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName=@p1,PropertyValue=@p2)&@p1='createdon'&@p2=7",
  'accounts?$filter=createdon ge 2024-01-01T00:00:00Z and modifiedon lt 2024-02-01',
  'accounts?$filter=revenue gt -5 and numberofemployees le 10',
  'accounts?$apply=filter(statecode eq 0)/groupby((statecode,primarycontactid/fullname),aggregate(revenue with sum as total,$count as n))',
  'GET https://contoso.crm.dynamics.com/api/data/v9.2/accounts?%24filter=name%20eq%20%27%C3%84rger%27',
  '// the first ones\naccounts?$select=name,\n  revenue\n&$filter=revenue gt 5\n  and statecode eq 0',
  'accounts?$select=*',
  'accounts?savedQuery=00000000-0000-0000-0000-000000000001',
  'RetrieveTotalRecordCount(EntityNames=@p1)?@p1=["account","contact"]',
  `systemusers(${ID})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t={"@odata.id":"accounts(${ID})"}`,
  `InitializeFrom(EntityMoniker=@m,TargetEntityName='account')?@m={'@odata.id':'accounts(${ID})'}`,
  'Sum(Rows=@r)?@r=[{"a":[1,true,null],"b":{"c":{}}},{}]',
  `accounts(${ID})/opportunity_parent_account/?userQuery=${ID}`,
  'accounts?$select=name&$deltatoken=919042%2108%2f22%2f2017%2008%3a10%3a44',
  "devices?$select=name&partitionId='deviceid-001'",
  'accounts?$select=name&tag=mine',
  '[Organization URI]/api/data/v9.2/accounts?$select=name',
  'accounts?$select=name,revenue&$orderby=@p1 asc,@p2 desc&$filter=@p1 ne @p3&@p1=revenue&@p2=name&@p3=5',
  'contacts?$filter=Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)&@p1=\'lastname\'&@p2=["OBrian","O\'Brian"]',
  'accounts?$select=name\n&$expand=primarycontactid(\n$select=fullname;\n$expand=createdby($select=fullname))\n&$top=1',
];

describe('reading OData', () => {
  test.each(GOOD)('reads %s and writes it again', (text) => {
    const first = parseOData(text);
    expect(first.faults).toEqual([]);
    for (const layout of ['line', 'lines'] as const) {
      const again = parseOData(printOData(first.query, layout));
      expect(again.faults).toEqual([]);
      expect(bare(again.query)).toEqual(bare(first.query));
    }
  });

  test.each([
    ["accounts?$filter=name eq 'A & B'", 'unterminated-text', "'A "],
    ['accounts?$filter=name eq', 'unexpected-end', 'q'],
    ['accounts?$filter=(name eq 1', 'unexpected-end', '1'],
    ['accounts?$skip=5', 'option-refused', '$skip'],
    ['accounts?$Filter=name eq 1', 'option-case', '$Filter'],
    ['accounts?$selct=name', 'unknown-option', '$selct'],
    ['accounts?$top=many', 'not-a-number', 'many'],
    ['accounts?$select=', 'option-empty', '$select'],
    ['accounts?$filter=name = 1', 'expected', '='],
    ['accounts?$filter=name eq "x', 'unterminated-text', '"x'],
    ['accounts?$expand=primarycontactid($skip=1)', 'expand-option-refused', '$skip'],
    ['accounts?$expand=primarycontactid($count=true)', 'expand-option-refused', '$count'],
    ['accounts?$filter=name eq {"a":1}', 'expected', '{'],
    ['accounts?$filter=name eq 5 5', 'expected', '5'],
    ['accounts?$count=yes', 'expected', 'yes'],
    ['accounts?$filter=name%20eq%20%5E', 'unexpected-character', '%5E'],
    ['accounts?$apply=compute(a)', 'expected', 'compute'],
  ])('finds the fault of %s at its place', (text, code, at) => {
    const { faults } = parseOData(text);
    expect(faults.map((fault) => [fault.code, text.slice(fault.from, fault.to)])).toEqual([[code, at]]);
    for (const fault of faults) expect(queryFaultText(fault)).not.toBe('');
  });

  test('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { faults, query } = parseOData(`accounts?${text}`);
        for (const { from, to } of faults)
          expect(from >= 0 && from <= to && to <= text.length + 9).toBe(true);
        expect(parseOData(printOData(query, 'lines')).faults.slice(0, faults.length === 0 ? 1 : 0)).toEqual(
          [],
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['brackets', `accounts?$filter=${'('.repeat(50_000)}`],
    ['negations', `accounts?$filter=${'not '.repeat(40_000)}a`],
    ['a chain', `accounts?$filter=a eq 1${' and a eq 1'.repeat(15_000)}`],
    ['nested expands', `accounts?${'$expand=a('.repeat(15_000)}`],
    ['percent signs', `accounts?$filter=${'%25'.repeat(50_000)}`],
    ['quotes', `accounts?$filter=${"'".repeat(100_001)}`],
  ])('ends soon on hostile %s', (_name, text) => {
    expect(parseOData(text).faults).not.toEqual([]);
  });
});

const name = fc.constantFrom('name', 'revenue', 'statecode', 'eq', '_ownerid_value', 'any');
const place = { from: 0, to: 0 };
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.array(name, { minLength: 1, maxLength: 2 }).map((names): Expression => ({
      kind: 'path',
      names: names.map((one) => ({ name: one, ...place })),
      ...place,
    })),
    fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text): Expression => ({ kind: 'literal', type: 'string', text, ...place })),
    fc
      .integer()
      .map((value): Expression => ({ kind: 'literal', type: 'number', text: String(value), ...place })),
    fc
      .tuple(fc.constantFrom('or', 'and', 'eq', 'lt', 'add', 'mul'), tie('expression'), tie('expression'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, ...place })),
    tie('expression').map((operand): Expression => ({ kind: 'not', operand, ...place })),
    fc
      .tuple(
        fc.constantFrom('contains', 'Microsoft.Dynamics.CRM.In'),
        fc.array(tie('expression'), { maxLength: 2 }),
      )
      .map(([called, args]): Expression => ({
        kind: 'call',
        name: called,
        args: args.map((value) => ({ name: null, value })),
        ...place,
      })),
    fc.tuple(fc.constantFrom('any', 'all'), tie('expression')).map(([quantifier, body]): Expression => ({
      kind: 'lambda',
      path: [{ name: 'contacts', ...place }],
      quantifier,
      variable: 'o',
      body,
      ...place,
    })),
  ),
}));

describe('writing OData', () => {
  test('what is written is read as the same filter', () => {
    fc.assert(
      fc.property(expression, (by) => {
        const query: ODataQuery = {
          path: [{ name: 'accounts', args: null, ...place }],
          options: [{ kind: 'filter', by, ...place }],
        };
        for (const layout of ['line', 'lines'] as const) {
          const read = parseOData(printOData(query, layout));
          expect(read.faults).toEqual([]);
          expect(bare(read.query)).toEqual(bare(query));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('formatting keeps comments, is stable, and leaves a text with faults alone', () => {
    const once = formatQuery('odata', "// mine\naccounts?$select=name&$filter=a eq 1 and b eq 'x'");
    expect(once).toBe("// mine\naccounts?$select=name\n&$filter=a eq 1\n  and b eq 'x'");
    expect(formatQuery('odata', once ?? '')).toBe(once);
    expect(formatQuery('odata', 'accounts?$skip=1')).toBeNull();
  });
});

describe('checking OData against tables', () => {
  test.each([
    ['account?$select=name', 'table-unknown', 'account', 'accounts'],
    ['accounts?$select=nam', 'column-unknown', 'nam', 'name'],
    ['accounts?$select=primarycontactid', null, '', ''],
    ['contacts?$select=parentcustomerid', 'lookup-spelling', 'parentcustomerid', '_parentcustomerid_value'],
    ['accounts?$expand=ownerid($select=fullname)', 'owner-column', 'fullname', ''],
    ["accounts?$filter=ownerid/fullname eq 'A'", 'owner-column', 'fullname', ''],
    ['accounts?$filter=statecode eq 7', 'choice-unknown', '7', '0 Active, 1 Inactive'],
    ['accounts?$filter=primarycontactid/fulname eq 1', 'column-unknown', 'fulname', 'fullname'],
    ['accounts?$expand=primarycontact', 'navigation-unknown', 'primarycontact', 'primarycontactid'],
    ['accounts?$filter=contact_customer_accounts/any(c:c/nme eq 1)', 'column-unknown', 'nme', ''],
    ['accounts?$filter=name in (1,2)', 'operator-refused', 'name in (1,2)', 'Microsoft.Dynamics.CRM.In'],
    ['accounts?$filter=tolower(name) eq 1', 'function-refused', 'tolower(name)', ''],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.Toda(PropertyName='x')",
      'function-refused',
      "Microsoft.Dynamics.CRM.Toda(PropertyName='x')",
      'Microsoft.Dynamics.CRM.Today',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='createdo')",
      'column-unknown',
      "'createdo'",
      'createdon',
    ],
    ['accounts?$filter=name eq @p', 'alias-missing', '@p', ''],
    ['accounts?$top=5001', 'top-too-large', '$top=5001', '5000'],
    ['accounts?$select=nwt_bankaccount', 'column-secured', 'nwt_bankaccount', ''],
    ['accounts?$top=1&$top=2', 'option-twice', '$', ''],
    ['accounts?$apply=groupby((statecode),aggregate($count as n))&$orderby=statecode', null, '', ''],
    ['accounts?$apply=groupby((statecode),aggregate($count as n))&$orderby=n', 'order-by-aggregate', 'n', ''],
    [
      'accounts?$apply=groupby((statecode,primarycontactid))',
      'lookup-spelling',
      'primarycontactid',
      '_primarycontactid_value',
    ],
    ['accounts?$apply=groupby((createdon))', 'group-by-date', 'createdon', ''],
    ['accounts?$expand=primarycontactid($top=1)', 'expand-one-option', '$top=1', ''],
    [
      'accounts?$expand=contact_customer_accounts($top=2;$expand=parentcustomerid_account)',
      'expand-nested-option',
      '$top=2',
      '',
    ],
    [
      'accounts?$expand=contact_customer_accounts/$ref',
      'expand-reference',
      'contact_customer_accounts/$ref',
      '',
    ],
    ['accounts?$expand=contact_customer_accounts($orderby=fullname;$top=2)', null, '', ''],
    ['accounts?$select=primarycontactid/fullname', 'select-path', 'primarycontactid', ''],
    ['accounts?$filter=name eq 5', 'types-differ', '5', 'a text'],
    ["accounts?$filter=statecode eq '0'", 'types-differ', "'0'", 'a number'],
    ["accounts?$filter=createdon ge '2024-01-01'", 'types-differ', "'2024-01-01'", 'a date'],
    ['accounts?$filter=createdon lt 2024-13-01', 'types-differ', '2024-13-01', 'a date'],
    ['accounts?$filter=createdon lt 2024-02-30T10:00:00Z', 'types-differ', '2024-02-30T10:00:00Z', 'a date'],
    ['accounts?$filter=donotemail eq 1', 'types-differ', '1', 'yes or no'],
    [`accounts?$filter=_ownerid_value eq '${'0'.repeat(8)}-0000-0000-0000-000000000001'`, null, '', ''],
    [
      'accounts?$filter=primarycontactid eq 00000000-0000-0000-0000-000000000001',
      'lookup-spelling',
      'primarycontactid',
      '_primarycontactid_value',
    ],
    ['accounts?$filter=primarycontactid eq null', null, '', ''],
    ['accounts?$filter=name', 'not-yes-or-no', 'name', ''],
    ['accounts?$filter=donotemail and not (5)', 'not-yes-or-no', '5', ''],
    ['accounts?$filter=contains(name)', 'function-arguments', 'contains(name)', 'a column and a text'],
    [
      "accounts?$filter=contact_customer_accounts/fullname eq 'x'",
      'path-through-many',
      'contact_customer_accounts',
      '',
    ],
    [
      'contacts?$filter=parentcustomerid_account/contact_customer_accounts/any(c:c/statecode eq 0)',
      'list-behind-lookup',
      'contact_customer_accounts',
      '',
    ],
    [
      'accounts?$orderby=primarycontactid/fullname',
      'order-behind-lookup',
      'primarycontactid/fullname',
      '_primarycontactid_value',
    ],
    ['accounts?$orderby=primarycontactid/birthdate', 'order-behind-lookup', 'primarycontactid/birthdate', ''],
    ['accounts?$orderby=_primarycontactid_value', null, '', ''],
    ["systemusers?$filter=systemuserroles_association/any(r:r/name eq 'x')", null, '', ''],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.Today(PropertyName='name')",
      'operator-type',
      "'name'",
      'name, which is a text',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.EqualUserId(PropertyName='revenue')",
      'operator-type',
      "'revenue'",
      'revenue, which is a number',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=['a'])",
      'types-differ',
      "'a'",
      'a number',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName='statecode',PropertyValues=['7'])",
      'choice-unknown',
      "'7'",
      '0 Active, 1 Inactive',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue='x')",
      'not-a-number',
      "'x'",
      '',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7)",
      null,
      '',
      '',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.Between(PropertyName='revenue',PropertyValues=['1'])",
      'function-arguments',
      "['1']",
      'two values: PropertyValues=[…,…]',
    ],
    [
      "accounts?$filter=Microsoft.Dynamics.CRM.ContainValues(PropertyName='statecode',PropertyValues=['1'])",
      'operator-type',
      "'statecode'",
      'statecode, which is a number',
    ],
    ['accounts(5)', 'function-arguments', '5', "an ID, or the name of a key: (accountnumber='…')"],
    ['Accounts?$select=name', 'table-unknown', 'Accounts', 'accounts'],
    [
      `accounts?$expand=${Array.from({ length: 16 }, () => 'primarycontactid').join(',')}`,
      'too-many-expands',
      'primarycontactid',
      '15',
    ],
    ['accounts?$filter=name eq "x"', 'double-quotes', '"x"', ''],
    ['accounts?$filter=contains(name,%22x%22)', 'double-quotes', '%22x%22', ''],
    ['accounts(accountnumber="x")?$select=name', 'double-quotes', '"x"', ''],
    ['accounts?$expand=contact_customer_accounts($filter=fullname eq "x")', 'double-quotes', '"x"', ''],
    [
      'accounts?$filter=Microsoft.Dynamics.CRM.In(PropertyName=\'name\',PropertyValues=["a","b"])',
      null,
      '',
      '',
    ],
    ['accounts?$filter=_ownerid_value eq 5', 'types-differ', '5', 'an ID'],
    ["accounts?$filter=_ownerid_value eq 'me'", 'types-differ', "'me'", 'an ID'],
    ['accounts?$filter=5 eq name', 'types-differ', '5', 'a text'],
    [`accounts?$filter=name eq ${ID}`, 'types-differ', ID, 'a text'],
    [
      `contacts?$filter=parentcustomerid_account/primarycontactid eq ${ID}`,
      'lookup-spelling',
      'primarycontactid',
      '_primarycontactid_value',
    ],
    [
      `accounts?$filter=contact_customer_accounts/any(c:c/parentcustomerid_account eq ${ID})`,
      'lookup-spelling',
      'parentcustomerid_account',
      '_parentcustomerid_value',
    ],
    [`accounts?$filter=primarycontactid/contactid eq ${ID}`, null, '', ''],
    [
      "accounts?$filter=primarycontactid/any(c:c/fullname eq 'x')",
      'list-needed',
      'primarycontactid',
      'primarycontactid/…',
    ],
    [
      "accounts?$filter=contact_customer_accounts/any(c:c/parentcustomerid_account/all(a:a/name eq 'x'))",
      'list-needed',
      'parentcustomerid_account',
      'parentcustomerid_account/…',
    ],
    ['accounts?$apply=groupby((statecode))&$select=statecode', 'beside-apply', '$select=statecode', ''],
    ['accounts?$apply=filter(statecode eq 0)&$select=name', null, '', ''],
    ['accounts?$apply=aggregate(name with sum as n)', 'aggregate-type', 'name', 'name'],
    ['accounts?$apply=aggregate(createdon with average as n)', 'aggregate-type', 'createdon', 'createdon'],
    ['accounts?$apply=aggregate(name with max as n,revenue with sum as r)', null, '', ''],
    [
      'accounts?$apply=groupby((statecode),aggregate(revenue with sum as total))/aggregate(total with max as m)',
      null,
      '',
      '',
    ],
    ['accounts?$apply=aggregate(revenu with sum as r)', 'column-unknown', 'revenu', 'revenue'],
    [
      "accounts?$filter=startswith(numberofemployees,'5')",
      'function-arguments',
      "startswith(numberofemployees,'5')",
      'a column that is a text, and numberofemployees is none',
    ],
    ['accounts?$filter=contains(name,5)', 'function-arguments', '5', "a text between quotes: '5'"],
    ['WhoAmI', null, '', ''],
  ])('%s → %s', (text, code, at, instead) => {
    const found = checkOData(text, SAMPLE_SCHEMA).faults.map((fault) => [
      fault.code,
      text.slice(fault.from, fault.to),
      fault.instead,
    ]);
    expect(found).toEqual(code === null ? [] : [[code, at, instead]]);
  });

  test('without tables nothing is said about names', () => {
    expect(checkOData('foos?$select=bar&$expand=baz($select=qux)', NO_SCHEMA).faults).toEqual([]);
  });

  test('a placeholder that is asked for has its value', () => {
    expect(checkOData('accounts?$filter=name eq @p', SAMPLE_SCHEMA, new Set(['p'])).faults).toEqual([]);
  });
});
