import { badColumnType } from '../errors/query-faults.ts';
import { badRequest, propertyNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Literal, NamedArgument } from '../odata/syntax-tree.ts';
import type { Column } from '../schema/column.ts';
import type { Json, Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { textKey } from './collation.ts';
import { columnReader } from './column-value.ts';
import { hierarchyFunctions } from './functions/hierarchy-functions.ts';
import type { ColumnKind, ParameterType, QueryFunction } from './functions/query-function.ts';
import { timeFunctions } from './functions/time-functions.ts';
import { valueFunctions } from './functions/value-functions.ts';
import { literalOf, literalOperand, type Place } from './operand.ts';

/** Every query function, as `$metadata` lists them. */
export const queryFunctions: readonly QueryFunction[] = [
  ...valueFunctions,
  ...timeFunctions,
  ...hierarchyFunctions,
];

const byName = new Map(queryFunctions.map((it) => [it.name, it]));

/** Column types that a kind of function can be asked about; null for all. */
const typesOf: Readonly<Record<ColumnKind, readonly Column['type'][] | null>> = {
  time: ['datetime', 'date'],
  number: ['integer', 'choice', 'bigint'],
  id: ['guid', 'lookup'],
  choices: ['choices'],
  fulltext: null,
  any: null,
};

/** The OData library resolves a function by the names of its parameters: one too many, and there is no such function. */
const unknownFunction = (name: string) =>
  badRequest(
    `An unknown function with name 'Microsoft.Dynamics.CRM.${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
  );

const fits = (type: ParameterType, literal: Literal): boolean => {
  switch (type) {
    case 'Edm.String':
      return literal.kind === 'string';
    case 'Edm.Int64':
      // In quotes too (PowerApps-Samples, QueryData: `LastXHours(PropertyName='createdon',PropertyValue='1')`).
      return literal.kind === 'integer' || (literal.kind === 'string' && /^-?\d{1,18}$/.test(literal.value));
    case 'Collection(Edm.String)':
      return (
        literal.kind === 'list' &&
        literal.items.every((it) => it.kind === 'string' || it.kind === 'integer' || it.kind === 'guid')
      );
  }
};

/**
 * Checks the arguments of a function as a URL gives them: the names of the signature, each once, with their types
 * (Learn: "Web API Query Function Reference"; OData 4.0 URL conventions, 5.1.1.5).
 */
export function checkQueryFunction(
  name: string,
  args: readonly NamedArgument[],
  options: QueryOptions,
): void {
  const known = byName.get(name);
  const types = new Map<string, ParameterType>([
    ['PropertyName', 'Edm.String'],
    ...(known?.parameters ?? []),
  ]);
  const names = new Set(args.map((it) => it.name));
  if (known === undefined || args.length !== types.size || names.size !== types.size)
    throw unknownFunction(name);
  for (const { name: parameter, value } of args) {
    const type = types.get(parameter);
    if (type === undefined) throw unknownFunction(name);
    const literal = literalOf(value, options);
    if (fits(type, literal)) continue;
    const shown = literalOperand(literal).type;
    throw badRequest(
      `The value of parameter '${parameter}' of the function 'Microsoft.Dynamics.CRM.${name}' has the type '${shown}', which cannot be converted to '${type}'.`,
    );
  }
}

const text = (value: Json): string =>
  value === null || typeof value === 'object' ? '' : textKey(String(value));

/** Compiles a query function of the rows of a place; refuses unknown functions, and columns that are missing or of another type. */
export function bindQueryFunction(
  session: Session,
  { table, get }: Place,
  name: string,
  args: readonly NamedArgument[],
  options: QueryOptions,
): (row: Row) => boolean {
  const known = byName.get(name);
  if (known === undefined) throw unknownFunction(name);
  const valueOf = (argument: string): Json => {
    const found = args.find((it) => it.name === argument);
    return found === undefined ? null : literalOperand(literalOf(found.value, options)).get({});
  };
  const property = valueOf('PropertyName');
  if (typeof property !== 'string') throw unknownFunction(name);
  const column = table.columns.get(property) ?? table.properties.get(property);
  if (column === undefined) throw propertyNotFound(property, table.logicalName);
  if (typesOf[known.on]?.includes(column.type) === false) throw badColumnType();
  const wanted = [...known.parameters.keys()].flatMap((parameter) => {
    const value = valueOf(parameter);
    return Array.isArray(value) ? value.map((it: Json) => text(it)) : [text(value)];
  });
  const read = columnReader(session, table, column);
  const value = (row: Row): Json => {
    const found = get(row);
    return found === null ? null : read(found);
  };
  return known.bind({ session, table, column, value, wanted });
}
