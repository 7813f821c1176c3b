import { badRequest } from '../errors/request-faults.ts';
import { columnValue } from '../query/column-value.ts';
import type { WireObject } from '../query/wire-object.ts';
import type { Table } from '../schema/table.ts';
import { noLabel } from '../schema/tables/definition-columns.ts';
import type { Json, Row } from '../schema/value.ts';
import { isJsonObject } from '../writes/payload.ts';

/** A part of a query of definitions that is of the wrong form. */
export const wrongQuery = (part: string) =>
  badRequest(`The parameter 'Query' is missing or has the wrong type: ${part}.`);

/** A query of definitions of one kind: which of them, and which of their properties (Learn: MetadataQueryExpression ComplexType). */
export type MetadataQuery = {
  readonly matches: (row: Row) => boolean;
  readonly wants: (property: string) => boolean;
};

/** An object of a query; null where it is missing. */
export function partOf(query: Row, name: string): Row | null {
  const value = query[name] ?? null;
  if (value !== null && !isJsonObject(value)) throw wrongQuery(name);
  return value;
}

const listOf = (query: Row, name: string): readonly Json[] => {
  const value = query[name] ?? [];
  if (!Array.isArray(value)) throw wrongQuery(name);
  return value;
};

/** Properties that come whatever is asked for (Learn: "Query schema definitions"). */
const always = new Set(['MetadataId', 'HasChanged', 'LogicalName']);

/** Which properties are asked for (Learn: MetadataPropertiesExpression ComplexType). */
function readProperties(query: Row): MetadataQuery['wants'] {
  const properties = partOf(query, 'Properties') ?? {};
  const all = /^true$/i.test(String(properties['AllProperties'] ?? false));
  const names = new Set(listOf(properties, 'PropertyNames'));
  return (property) => all || names.has(property) || always.has(property);
}

/** A property as text, by which it is compared: of an object its value, as managed properties and names of types have one. */
function comparable(value: Json): string {
  if (isJsonObject(value)) return comparable(value['Value'] ?? null);
  return typeof value === 'boolean'
    ? String(value)
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

type Comparison = { readonly type: string; readonly values: readonly string[] };

/** `{"Type":"System.String[]","Value":"['a','b']"}`: lists stand in a text (Learn: Object ComplexType; requests of published tools). */
function comparisonOf(given: Row): Comparison {
  const [type, value] = [given['Type'] ?? null, given['Value'] ?? null];
  if (typeof type !== 'string' || typeof value !== 'string') throw wrongQuery('Value');
  if (!type.endsWith('[]')) return { type, values: [value] };
  const items = value.trim().replace(/^\[(.*)\]$/s, '$1');
  return {
    type: type.slice(0, -2),
    values: items.split(',').map((it) => it.trim().replace(/^(['"])(.*)\1$/s, '$2')),
  };
}

/** Deepest nesting of filters that is read, so that a query cannot exhaust the stack. */
const deepest = 50;

function conditionTest(table: Table, of: Row): MetadataQuery['matches'] {
  const name = of['PropertyName'];
  const column = typeof name === 'string' ? table.properties.get(name) : undefined;
  if (column === undefined) throw wrongQuery(`there is no property '${String(name)}'`);
  const value = partOf(of, 'Value');
  const { type, values } = value === null ? { type: 'System.Object', values: [] } : comparisonOf(value);
  const folds = type === 'System.Boolean' || type === 'System.Guid';
  const fold = (it: string): string => (folds ? it.toLowerCase() : it);
  const expected = values.map(fold);
  const actual = (row: Row): string => fold(comparable(columnValue(column, row)));
  const isNull = (row: Row): boolean => columnValue(column, row) === null;
  const isOne = (row: Row): boolean =>
    value === null ? isNull(row) : !isNull(row) && expected.includes(actual(row));
  const limit = Number(expected[0]);
  switch (of['ConditionOperator']) {
    case 'Equals':
    case 'In':
      return isOne;
    case 'NotEquals':
    case 'NotIn':
      return (row) => !isOne(row);
    case 'GreaterThan':
      return (row) => Number(actual(row)) > limit;
    case 'LessThan':
      return (row) => Number(actual(row)) < limit;
    default:
      throw wrongQuery('ConditionOperator');
  }
}

function filterTest(table: Table, filter: Row, depth = 0): MetadataQuery['matches'] {
  if (depth > deepest) throw wrongQuery('it is nested too deeply');
  const operator = filter['FilterOperator'] ?? 'And';
  if (operator !== 'And' && operator !== 'Or') throw wrongQuery('FilterOperator');
  const parts = (name: string, test: (of: Row) => MetadataQuery['matches']) =>
    listOf(filter, name).map((it) => {
      if (!isJsonObject(it)) throw wrongQuery(name);
      return test(it);
    });
  const tests = [
    ...parts('Conditions', (it) => conditionTest(table, it)),
    ...parts('Filters', (it) => filterTest(table, it, depth + 1)),
  ];
  if (tests.length === 0) return () => true;
  return operator === 'And'
    ? (row) => tests.every((test) => test(row))
    : (row) => tests.some((test) => test(row));
}

/** Reads a query of definitions; without one all are meant, with all that they have. */
export function readMetadataQuery(table: Table, query: Row | null): MetadataQuery {
  if (query === null) return { matches: () => true, wants: () => true };
  const criteria = partOf(query, 'Criteria');
  return {
    matches: criteria === null ? () => true : filterTest(table, criteria),
    wants: readProperties(query),
  };
}

/** Languages that labels are asked for in, by their codes; all where none is named (Learn: LabelQueryExpression ComplexType). */
export function readLanguages(query: Row): readonly number[] {
  const labels = partOf(query, 'LabelQuery');
  return labels === null
    ? []
    : listOf(labels, 'FilterLanguages').map((it) => {
        if (typeof it !== 'number') throw wrongQuery('FilterLanguages');
        return it;
      });
}

/** English, the only language that is installed. */
const english = 1033;

const inLanguages = (value: Json, languages: readonly number[]): Json =>
  isJsonObject(value) && 'LocalizedLabels' in value && languages.length > 0 && !languages.includes(english)
    ? noLabel
    : value;

/** A definition as an object of a complex type: all of its properties, null where they are not asked for. */
export function definitionObject(
  table: Table,
  row: Row,
  { wants }: Pick<MetadataQuery, 'wants'>,
  languages: readonly number[],
): WireObject {
  const made: WireObject = {};
  for (const [name, column] of table.properties) {
    const isList = column.edmType?.startsWith('Collection(') === true;
    made[name] = wants(name) ? inLanguages(columnValue(column, row), languages) : isList ? [] : null;
  }
  return made;
}
