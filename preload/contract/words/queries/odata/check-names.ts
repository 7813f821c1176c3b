import { nearestName } from '../nearest-name.ts';
import type { FaultCode, QueryFault, Span } from '../query-fault.ts';
import { columnOfProperty, isLookup, OWNER, propertyOf, tableBehind, tableOfSet } from '../tables.ts';
import type { QueryColumn, QuerySchema, QueryTable, QueryTableDetails } from '../tables.ts';
import type { Name, ODataQuery } from './syntax.ts';

/** Takes a fault; an error unless said otherwise. */
export type Tell = (
  code: FaultCode,
  span: Span,
  value?: string,
  instead?: string,
  severity?: QueryFault['severity'],
) => void;

/** A table that names refer to; null where it is not known, so that nothing is said about them. */
export type Place = {
  readonly table: QueryTableDetails | null;
  readonly variables: ReadonlyMap<string, QueryTableDetails | null>;
};

const detailsOf = (schema: QuerySchema, table: QueryTable | null): QueryTableDetails | null =>
  table === null ? null : (schema.details.get(table.logicalName) ?? null);

/** The column that a property names; what is wrong with the name is told. */
export const checkColumn = (name: Name, table: QueryTableDetails, tell: Tell): QueryColumn | null => {
  const column = columnOfProperty(table, name.name);
  if (column !== null) {
    if (column.secured) tell('column-secured', name, name.name, '', 'info');
    return column;
  }
  // Of dotted names (types) and system properties nothing is known here.
  if (/[.$@*]/.test(name.name)) return null;
  if (table === OWNER) {
    tell('owner-column', name, name.name);
    return null;
  }
  const lookup = table.columns.find((one) => one.logicalName === name.name.toLowerCase() && isLookup(one));
  if (lookup !== undefined) tell('lookup-spelling', name, name.name, propertyOf(lookup));
  else tell('column-unknown', name, name.name, nearestName(name.name, table.columns.map(propertyOf)));
  return null;
};

/** Follows navigation properties up to the last name of a path; `unknown` once one is not known. */
export const follow = (
  names: readonly Name[],
  schema: QuerySchema,
  from: QueryTableDetails | null,
  tell: Tell,
): QueryTableDetails | null => {
  let table = from;
  for (const name of names) {
    if (table === null || name.name.includes('.') || name.name.startsWith('$')) return null;
    const navigation = table.navigation.find((one) => one.name === name.name);
    if (navigation === undefined) {
      const names = table.navigation.map((one) => one.name);
      tell('navigation-unknown', name, name.name, nearestName(name.name, names));
      return null;
    }
    table = tableBehind(schema, navigation);
  }
  return table;
};

/** Of a path that values are read from, the first part that leads to many rows. */
const manyIn = (names: readonly Name[], schema: QuerySchema, from: QueryTableDetails | null): Name | null => {
  let table = from;
  for (const name of names) {
    const navigation = table?.navigation.find((one) => one.name === name.name);
    if (navigation === undefined) return null;
    if (navigation.kind !== 'one') return name;
    table = tableBehind(schema, navigation);
  }
  return null;
};

/** `any` and `all` ask about the rows of a list (OASIS OData 4.01 URL conventions, section 5.1.1.13). */
export const checkList = (
  path: readonly Name[],
  schema: QuerySchema,
  begin: QueryTableDetails | null,
  quantifier: string,
  tell: Tell,
): void => {
  const last = path.at(-1);
  const before = follow(path.slice(0, -1), schema, begin, () => undefined);
  const navigation = before?.navigation.find(({ name }) => name === last?.name);
  if (last !== undefined && navigation?.kind === 'one')
    tell('list-needed', last, quantifier, `${last.name}/…`);
  // Microsoft Learn: "Filter rows using OData", filter using values of related collections.
  if (last !== undefined && navigation !== undefined && navigation.kind !== 'one' && path.length > 1)
    tell('list-behind-lookup', last, path.map(({ name }) => name).join('/'));
};

/** The column at the end of a path; what is wrong on the way is told. */
export const checkPath = (
  names: readonly Name[],
  schema: QuerySchema,
  { table, variables }: Place,
  tell: Tell,
): QueryColumn | null => {
  const [first, ...others] = names;
  if (first === undefined) return null;
  const ranged = variables.has(first.name);
  const begin = ranged ? (variables.get(first.name) ?? null) : table;
  const rest = ranged ? others : names;
  const last = rest.at(-1);
  const many = manyIn(rest.slice(0, -1), schema, begin);
  if (many !== null) {
    tell('path-through-many', many, many.name);
    return null;
  }
  const there = follow(rest.slice(0, -1), schema, begin, tell);
  if (there === null || last === undefined) return null;
  // `nav/any` and a navigation property compared with null are no columns.
  if (there.navigation.some(({ kind, name }) => name === last.name && kind === 'one'))
    return columnOfProperty(there, last.name);
  return checkColumn(last, there, tell);
};

/** The table that a path ends at, when it is known. */
export const tableOfPath = (query: ODataQuery, schema: QuerySchema): QueryTableDetails | null => {
  const [first, ...others] = query.path;
  if (first === undefined) return null;
  return follow(others, schema, detailsOf(schema, tableOfSet(schema, first.name)), () => undefined);
};
