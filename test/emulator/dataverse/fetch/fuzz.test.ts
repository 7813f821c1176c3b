import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLab } from '../rig.ts';
import { ask } from './fetch-lab.ts';

/** `npm run fuzz` asks for more. */
const runs = Math.ceil(Number(process.env['FUZZ_INPUTS'] ?? 6_000) / 20);

const lab = openLab({
  seed: { records: { accounts: 12, contacts: 15, leads: 3, tasks: 3 }, generatedUsers: 3 },
});

const names = [
  'fetch',
  'entity',
  'link-entity',
  'attribute',
  'all-attributes',
  'no-attrs',
  'order',
  'filter',
  'condition',
  'value',
  'column',
] as const;
const keys =
  'name alias from to link-type intersect visible operator attribute value valueof entityname type aggregate groupby distinct dategrouping usertimezone rowaggregate descending top count page paging-cookie returntotalrecordcount useraworderby isquickfindfields aggregatelimit datasource mapping xmlns a:b'.split(
    ' ',
  );
const words =
  'account contact systemuser team teammembership lead activitypointer name fullname accountid contactid parentcustomerid primarycontactid parentaccountid ownerid owneridname createdon birthdate revenue statecode statecodename creditonhold systemuserid a c true false 0 1 -1 2 13 5000 99999999999 true inner outer any all exists in matchfirstrowusingcrossapply and or eq ne gt like in not-in between null today last-x-days olderthan-x-months in-fiscal-period-and-year next-x-fiscal-years eq-userid eq-or-under not-under contain-values eq-userlanguage count countcolumn sum avg min max day week fiscal-period CountChildren 2024-01-01 30000000-0000-4000-8000-000000000001 %a% [ _'.split(
    ' ',
  );

const word = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...words, 'not any', 'not all') }, fc.string());
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Node = {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly inside: readonly Node[];
};

const print = ({ name, attributes, inside }: Node): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}>${inside.map(print).join('')}</${name}>`;

const leaf: fc.Arbitrary<Node> = fc.record({
  name: fc.constantFrom(...names),
  attributes: fc.dictionary(fc.constantFrom(...keys), word, { maxKeys: 4 }),
  inside: fc.constant([]),
});

/** Trees of any shape out of the words of FetchXML. */
const anyTree = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    name: fc.constantFrom(...names),
    attributes: fc.dictionary(fc.constantFrom(...keys), word, { maxKeys: 4 }),
    inside: fc.array(fc.oneof({ maxDepth: 5, depthIdentifier: 'tree' }, leaf, tie('node')), { maxLength: 4 }),
  }),
})).node;

const pick = (...all: readonly string[]) => fc.constantFrom(...all);
const columns = pick(...words.slice(7, 25));
const operators = pick(
  ...words.filter((it) => /^(eq|ne|gt|like|in|not|between|null|today|last|older|next|contain)/.test(it)),
);
const condition: fc.Arbitrary<Node> = fc.record({
  name: fc.constant('condition'),
  attributes: fc.record(
    { attribute: columns, operator: operators, value: word },
    { requiredKeys: ['attribute', 'operator'] },
  ),
  inside: fc.array(fc.constant({ name: 'value', attributes: {}, inside: [] }), { maxLength: 2 }),
});

/** Trees that are nearly queries: the right elements in the right places, with columns and values of all kinds. */
const query = fc.letrec<{ entity: Node; link: Node; filter: Node }>((tie) => {
  const inside = fc.array(
    fc.oneof(
      { maxDepth: 4, depthIdentifier: 'query' },
      fc.record({
        name: pick('attribute', 'order'),
        attributes: fc.record(
          { name: columns, attribute: columns, alias: pick('a', 'c', 'd') },
          { requiredKeys: ['name'] },
        ),
        inside: fc.constant([]),
      }),
      tie('filter'),
      tie('link'),
    ),
    { maxLength: 4 },
  );
  return {
    entity: fc.record({ name: fc.constant('entity'), attributes: fc.constant({ name: 'account' }), inside }),
    link: fc.record({
      name: fc.constant('link-entity'),
      attributes: fc.record(
        {
          name: pick('contact', 'account', 'systemuser', 'teammembership'),
          from: columns,
          to: columns,
          alias: pick('a', 'c', 'd'),
          'link-type': pick(
            'inner',
            'outer',
            'any',
            'not all',
            'all',
            'exists',
            'in',
            'matchfirstrowusingcrossapply',
          ),
        },
        { requiredKeys: ['name', 'from', 'to'] },
      ),
      inside,
    }),
    filter: fc.record({
      name: fc.constant('filter'),
      attributes: fc.record(
        { type: pick('and', 'or'), isquickfindfields: pick('0', '1') },
        { requiredKeys: [] },
      ),
      inside: fc.array(
        fc.oneof({ maxDepth: 4, depthIdentifier: 'query' }, condition, tie('filter'), tie('link')),
        {
          maxLength: 3,
        },
      ),
    }),
  };
}).entity;

const heads = fc.dictionary(
  pick('top', 'count', 'page', 'distinct', 'aggregate', 'returntotalrecordcount', 'useraworderby'),
  pick('1', '2', 'true', 'false', '3'),
  { maxKeys: 3 },
);

/** A text with a stretch of it gone, doubled, or replaced by something else. */
const mutated = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.nat(),
      fc.nat({ max: 20 }),
      fc.oneof(fc.string(), pick('&', '<', '"', "'", ']]>', '<!--', '<!DOCTYPE a>', '\u0000', '<?x?>')),
    )
    .map(([it, from, length, by]) => {
      const at = it.length === 0 ? 0 : from % it.length;
      return it.slice(0, at) + by + it.slice(at + length);
    });

const fetches = fc
  .tuple(heads, query)
  .map(([attributes, entity]) => print({ name: 'fetch', attributes, inside: [entity] }));
const documents = fc.oneof(
  { weight: 4, arbitrary: fetches },
  { weight: 2, arbitrary: mutated(fetches) },
  { weight: 2, arbitrary: anyTree.map(print) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

test('No FetchXML makes the demo cloud fail or hang', () => {
  const statuses = new Map<number, number>();
  fc.assert(
    fc.property(documents, (xml) => {
      const { status, json } = ask(lab, xml.toWellFormed());
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect([200, 400, 404]).toContain(status);
      expect('error' in json).toBe(status !== 200);
    }),
    { numRuns: runs },
  );
  // What is never answered is not tried.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(runs / 50);
  expect(statuses.get(400) ?? 0).toBeGreaterThan(runs / 10);
});
