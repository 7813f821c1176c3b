import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Body, openLab, person, rowsOf, textAt } from './rig.ts';

/** A question in the two languages of the service, and what it means, told without any of its code. */
type Question = {
  readonly odata: string;
  readonly fetchXml: string;
  readonly holds: (row: Body) => boolean;
};

const admin = person('admin');
const lab = openLab({ seed: { generatedUsers: 0, records: { accounts: 5, contacts: 5 } } });

const names = [
  'Aé',
  'AE',
  'ae ',
  'a%b',
  'a_b',
  'a[b]c',
  '[x]',
  '%',
  "O'Neil",
  '"q"\\',
  'ß',
  'ss',
  'Z',
  'zz',
  'ä',
  '10',
  '9',
  'null',
  '<a>&',
  '日本',
  '😀',
  'a\tb',
  'a\nb',
  'a/b',
  '{a}',
] as const;
const numbers = [0, 1, 5, 12, 1.5, 99.99, 1e6] as const;
const times = [
  '2024-03-11T00:00:00Z',
  '2024-05-13T04:30:00Z',
  '2024-05-13T06:30:00+02:00',
  '2025-01-01T00:00:00Z',
];

for (const [index, name] of names.entries())
  lab.send(admin, 'POST', '/accounts', {
    name,
    numberofemployees: index % 3 === 0 ? null : index,
    revenue: index % 4 === 0 ? null : numbers[index % numbers.length],
    creditonhold: index % 2 === 0,
    industrycode: index % 5 === 0 ? null : 1 + (index % 12),
    lastonholdtime: index % 4 === 1 ? null : `2024-0${1 + (index % 9)}-13T0${index % 10}:30:00Z`,
  });
const rows = rowsOf(lab.get(admin, '/accounts'));

/** Without case, accents and blanks at the end, as the database of an English environment compares (Learn: "Microsoft Dataverse language collations"). */
const plain = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss');
const key = (text: string): string => plain(text).replace(/ +$/, '');
const alphabet = new Intl.Collator('en', { sensitivity: 'base' });

const operators = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;

/** What is null is unequal to every value, and neither greater nor less. */
function compares(operator: (typeof operators)[number], order: number | null): boolean {
  if (order === null) return operator === 'ne';
  return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[
    operator
  ];
}

const orderOf = (value: unknown, other: string | number): number | null => {
  if (typeof value === 'number' && typeof other === 'number') return value - other;
  if (typeof value !== 'string' || typeof other !== 'string') return null;
  return key(value) === key(other) ? 0 : alphabet.compare(value.trimEnd(), other.trimEnd());
};

/** A pattern of LIKE as a regular expression. */
const likeShape = (pattern: string): RegExp =>
  new RegExp(
    `^${plain(pattern)
      .replaceAll(/[.*+?^${}()|\\]/g, String.raw`\$&`)
      .replaceAll('%', '.*')
      .replaceAll('_', '.')}$`,
    's',
  );

const xml = (text: string): string =>
  text.replaceAll(/[&<>"\t\n]/g, (char) => `&#${String(char.codePointAt(0))};`);
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const condition = (column: string, operator: string, value: string | number): string =>
  `<condition attribute="${column}" operator="${operator}" value="${xml(String(value))}"/>`;

const operator = fc.constantFrom(...operators);
const text = fc.constantFrom(...names, 'A', 'z', 'ÄE', 'a%', '%b', 'b', '_b');

const leaf: fc.Arbitrary<Question> = fc.oneof(
  fc.tuple(operator, text).map(([op, value]): Question => ({
    odata: `name ${op} ${quoted(value)}`,
    fetchXml: condition('name', op, value),
    holds: ({ name }) => compares(op, orderOf(name, value)),
  })),
  fc
    .tuple(
      fc.constantFrom('numberofemployees', 'revenue', 'industrycode'),
      operator,
      fc.constantFrom(...numbers),
    )
    .filter(([column, , value]) => column === 'revenue' || Number.isInteger(value))
    .map(([column, op, value]): Question => ({
      odata: `${column} ${op} ${String(value)}`,
      fetchXml: condition(column, op, value),
      holds: (row) => compares(op, orderOf(row[column], value)),
    })),
  fc.tuple(operator, fc.constantFrom(...times)).map(([op, value]): Question => ({
    odata: `lastonholdtime ${op} ${value}`,
    fetchXml: condition('lastonholdtime', op, value),
    holds: ({ lastonholdtime: found }) =>
      compares(op, typeof found === 'string' ? Date.parse(found) - Date.parse(value) : null),
  })),
  fc
    .tuple(fc.constantFrom('name', 'revenue', 'industrycode', 'lastonholdtime'), fc.boolean())
    .map(([column, isNull]): Question => ({
      odata: `${column} ${isNull ? 'eq' : 'ne'} null`,
      fetchXml: `<condition attribute="${column}" operator="${isNull ? 'null' : 'not-null'}"/>`,
      holds: (row) => (row[column] === null) === isNull,
    })),
  fc
    .tuple(
      fc.constantFrom('contains', 'startswith', 'endswith'),
      text.filter((it) => !it.includes('[')),
    )
    .map(([name, value]): Question => {
      const pattern = `${name === 'startswith' ? '' : '%'}${value}${name === 'endswith' ? '' : '%'}`;
      return {
        odata: `${name}(name,${quoted(value)})`,
        fetchXml: condition('name', 'like', pattern),
        holds: (row) => likeShape(pattern).test(plain(textAt(row, 'name'))),
      };
    }),
  fc.tuple(fc.array(text, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([values, isIn]): Question => ({
    odata: `Microsoft.Dynamics.CRM.${isIn ? 'In' : 'NotIn'}(PropertyName='name',PropertyValues=${JSON.stringify(values)})`,
    fetchXml: `<condition attribute="name" operator="${isIn ? 'in' : 'not-in'}">${values.map((it) => `<value>${xml(it)}</value>`).join('')}</condition>`,
    holds: ({ name }) => values.some((it) => orderOf(name, it) === 0) === isIn,
  })),
);

const { question } = fc.letrec<{ question: Question }>((tie) => ({
  question: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('question'), fc.constantFrom('and', 'or'), tie('question'))
      .map(([left, op, right]): Question => ({
        odata: `(${left.odata} ${op} ${right.odata})`,
        fetchXml: `<filter type="${op}">${left.fetchXml}${right.fetchXml}</filter>`,
        holds: (row) =>
          op === 'and' ? left.holds(row) && right.holds(row) : left.holds(row) || right.holds(row),
      })),
  ),
}));

const idsOf = (url: string): readonly string[] =>
  rowsOf(lab.get(admin, url))
    .map((it) => textAt(it, 'accountid'))
    .toSorted();

test('a question is answered alike in both languages, and as somebody who reads all rows would answer it', () => {
  fc.assert(
    fc.property(question, ({ odata, fetchXml, holds }) => {
      const wanted = rows
        .filter(holds)
        .map((it) => textAt(it, 'accountid'))
        .toSorted();
      expect(idsOf(`/accounts?$select=name&$filter=${encodeURIComponent(odata)}`)).toEqual(wanted);
      const document = `<fetch><entity name="account"><attribute name="name"/><filter>${fetchXml}</filter></entity></fetch>`;
      expect(idsOf(`/accounts?fetchXml=${encodeURIComponent(document)}`)).toEqual(wanted);
    }),
    { numRuns: Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 6_000) / 15) },
  );
});
