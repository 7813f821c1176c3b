import { operatorOfFunction } from '../fetchxml/operators.ts';
import type { Expression, Name, ODataQuery, QueryOption } from '../odata/syntax.ts';
import { expressionsOf, partsOf } from '../odata/walk.ts';
import { columnOfProperty, tableBehind, tableOfSet } from '../tables.ts';
import type { QueryColumn, QuerySchema, QueryTableDetails } from '../tables.ts';
import type { ParameterType } from './parameter.ts';
import { typeByOperator } from './type-by-operator.ts';

/** A value of a query, and the column that it is compared with as far as that is known. */
export type ODataValue = {
  readonly value: Expression;
  readonly column: QueryColumn | null;
  /** What a function of the service compares with; null where the column says it. */
  readonly type: ParameterType | null;
  /** Inside an `$expand`, where no alias can stand (Microsoft Learn: "Use parameter aliases with query options"). */
  readonly expanded: boolean;
};

type Place = {
  readonly table: QueryTableDetails | null;
  readonly variables: ReadonlyMap<string, QueryTableDetails | null>;
};

const through = (
  schema: QuerySchema,
  table: QueryTableDetails | null,
  names: readonly Name[],
): QueryTableDetails | null =>
  names.reduce<QueryTableDetails | null>((at, { name }) => {
    const way = at?.navigation.find((one) => one.name === name);
    return way === undefined ? null : tableBehind(schema, way);
  }, table);

/** Every literal, alias and list item of a query with its column, those of keys, parameters and `$expand` too. */
export const valuesOfOData = (query: ODataQuery, schema: QuerySchema): readonly ODataValue[] => {
  const found: ODataValue[] = [];

  const begin = (names: readonly Name[], { table, variables }: Place) => {
    const [first, ...others] = names;
    return first !== undefined && variables.has(first.name)
      ? { table: variables.get(first.name) ?? null, names: others }
      : { table, names };
  };
  const columnAt = (expression: Expression, place: Place): QueryColumn | null => {
    if (expression.kind !== 'path') return null;
    const { names, table } = begin(expression.names, place);
    const last = names.at(-1);
    const there = through(schema, table, names.slice(0, -1));
    return there === null || last === undefined ? null : columnOfProperty(there, last.name);
  };
  const walk = (
    expression: Expression,
    place: Place,
    column: QueryColumn | null,
    expanded: boolean,
    type: ParameterType | null = null,
  ): void => {
    switch (expression.kind) {
      case 'literal':
      case 'alias':
        found.push({ value: expression, column, type, expanded });
        return;
      case 'binary': {
        walk(expression.left, place, columnAt(expression.right, place), expanded);
        walk(expression.right, place, columnAt(expression.left, place), expanded);
        return;
      }
      case 'call': {
        const property = expression.args.find(({ name }) => name === 'PropertyName')?.value;
        const named = property?.kind === 'literal' ? property.text : null;
        const there =
          named === null
            ? expression.args.map(({ value }) => columnAt(value, place)).find((one) => one !== null)
            : place.table?.columns.find(({ logicalName }) => logicalName === named);
        // The column itself is a name, not a value.
        const kind = typeByOperator(operatorOfFunction(expression.name)?.name ?? '');
        const type = kind === 'column' ? null : kind;
        for (const { name, value } of expression.args)
          if (name !== 'PropertyName') walk(value, place, there ?? null, expanded, type);
        return;
      }
      case 'lambda': {
        const { names, table } = begin(expression.path, place);
        if (expression.body === null || expression.variable === null) return;
        const variables = new Map(place.variables).set(expression.variable, through(schema, table, names));
        walk(expression.body, { ...place, variables }, null, expanded);
        return;
      }
      default:
        for (const part of partsOf(expression)) walk(part, place, column, expanded, type);
    }
  };
  const walkOptions = (
    options: readonly QueryOption[],
    table: QueryTableDetails | null,
    expanded: boolean,
  ): void => {
    for (const option of options) {
      for (const expression of expressionsOf(option))
        walk(expression, { table, variables: new Map() }, null, expanded);
      if (option.kind === 'expand')
        for (const item of option.items) walkOptions(item.options, through(schema, table, item.path), true);
    }
  };

  const [first, ...others] = query.path;
  const set = first === undefined ? null : tableOfSet(schema, first.name);
  let table = set === null ? null : (schema.details.get(set.logicalName) ?? null);
  const keys = (args: (typeof query.path)[number]['args']): void => {
    for (const { name, value } of args ?? []) {
      const key = name ?? (args?.length === 1 ? (table?.primaryId ?? null) : null);
      const column = table?.columns.find(({ logicalName }) => logicalName === key) ?? null;
      walk(value, { table, variables: new Map() }, column, false);
    }
  };
  if (first !== undefined) keys(first.args);
  for (const segment of others) {
    table = through(schema, table, [segment]);
    keys(segment.args);
  }
  walkOptions(query.options, table, false);
  return found;
};
